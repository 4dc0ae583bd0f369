import { lineDigest } from "../chain.ts";
import type { Event, LogEntry } from "../log.ts";
import { caseDigest } from "./digest.ts";
import { fault } from "./fault.ts";
import type { Session } from "./session.ts";

type Detail = LogEntry["detail"];

/** Every line, oldest first. */
export async function logLines(session: Session): Promise<LogEntry[]> {
  const rows = await session.rows<Omit<LogEntry, "detail"> & { readonly detail: string }>(
    `SELECT k, instant AS "at", what, detail, data, previous, digest FROM log ORDER BY k`,
  );
  return rows.map((row) => ({ ...row, detail: parsed(row.detail) }));
}

/** A detail that is no JSON any more was changed by another hand: `brokenAt` says so. */
function parsed(detail: string): Detail {
  try {
    return JSON.parse(detail) as Detail;
  } catch {
    return { unreadable: detail };
  }
}

/** Adds a line inside the transaction under way, with the digest of what the case holds by then. */
export async function addLine(session: Session, what: Event, at: string, detail: Detail): Promise<void> {
  const [last] = await session.rows<{ k: number; digest: string }>(
    "SELECT k, digest FROM log ORDER BY k DESC LIMIT 1",
  );
  const [k, data, previous] = [(last?.k ?? 0) + 1, await caseDigest(session), last?.digest ?? ""];
  const line = { k, at, what, data, previous };
  await session.run("INSERT INTO log SELECT $k, $at, $what, $detail, $data, $previous, $digest", {
    ...line,
    detail: JSON.stringify(detail),
    digest: lineDigest({ ...line, detail }),
  });
}

/** Adds a line by itself. */
export async function logAlone(session: Session, what: Event, at: string, detail: Detail): Promise<void> {
  await session.run("BEGIN");
  try {
    await addLine(session, what, at, detail);
    await session.run("COMMIT");
  } catch (error) {
    await session.run("ROLLBACK").catch(() => undefined);
    throw fault(error, "the log");
  }
}
