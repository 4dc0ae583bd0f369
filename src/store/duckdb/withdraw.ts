import { Problem } from "../../errors.ts";
import type { Withdrawal } from "../port.ts";
import { fault } from "./fault.ts";
import { dayOf } from "./land.ts";
import { addLine } from "./log.ts";
import type { Session } from "./session.ts";

/** What happened to a statement: it no longer stands, or its withdrawal was taken back. */
export type Turn = "withdrawn" | "restored";

const WANTED = "(SELECT DISTINCT unnest(string_split($ids, chr(31))) AS id)";

/** Notes, in one transaction, that statements no longer stand, or stand again; they stay in the case, with the reasons. */
export async function withdraw(
  session: Session,
  how: Turn,
  ids: readonly string[],
  why: string,
  at: string,
): Promise<void> {
  const wanted = { ids: ids.join(String.fromCharCode(31)) };
  const condition = how === "withdrawn" ? "ANTI" : "SEMI";
  await session.run("BEGIN");
  try {
    const missing = await session.rows<{ id: string }>(
      `SELECT w.id FROM ${WANTED} AS w ANTI JOIN statement_all AS s ON s.id = w.id ORDER BY w.id LIMIT 1`,
      wanted,
    );
    if (missing[0]) throw unknownStatement(missing[0].id);
    await session.run(
      `INSERT INTO statement_gone SELECT s.n, $day, '${how}', NULL, NULL, false, $why, $at
       FROM statement_all AS s JOIN ${WANTED} AS w ON w.id = s.id ${condition} JOIN withdrawal AS g ON g.n = s.n`,
      { ...wanted, why, at, day: dayOf(at) },
    );
    await addLine(session, how, at, { why, statements: [...new Set(ids)].sort() });
    await session.run("COMMIT");
  } catch (error) {
    await session.run("ROLLBACK").catch(() => undefined);
    throw fault(error, "withdrawing");
  }
}

export const unknownStatement = (id: string) =>
  new Problem(
    "unknown-statement",
    `there is no statement "${id}"`,
    "`armslength show ENTITY` lists the statements about it.",
  );

interface TurnRow {
  readonly id: string;
  readonly source: string;
  readonly n: number;
  readonly how: Turn;
  readonly at: string;
  readonly why: string;
}

/** Every withdrawal, oldest first: the statements of one moment and reason, and when they were taken back. */
export async function withdrawals(session: Session): Promise<Withdrawal[]> {
  const turns = await session.rows<TurnRow>(
    `SELECT s.id, s.source, s.n, g.how, g.instant AS at, g.why FROM gone_live AS g JOIN statement_all AS s ON s.n = g.n
     WHERE g.how IN ('withdrawn', 'restored') ORDER BY s.n, g.instant, g.how DESC`,
  );
  const open = new Map<number, TurnRow>();
  const groups = new Map<string, { turn: TurnRow; undone: TurnRow | null; rows: TurnRow[] }>();
  const add = (turn: TurnRow, undone: TurnRow | null) => {
    const key = JSON.stringify([turn.at, turn.why, undone?.at, undone?.why]);
    const group = groups.get(key) ?? { turn, undone, rows: [] };
    group.rows.push(turn);
    groups.set(key, group);
  };
  for (const turn of turns) {
    const before = open.get(turn.n);
    if (turn.how === "withdrawn") open.set(turn.n, turn);
    else if (before) {
      open.delete(turn.n);
      add(before, turn);
    }
  }
  for (const turn of open.values()) add(turn, null);
  return [...groups.values()]
    .map(({ turn, undone, rows }) => ({
      at: turn.at,
      why: turn.why,
      statements: [...new Set(rows.map((row) => row.id))].sort(),
      sources: [...new Set(rows.map((row) => row.source))].sort(),
      undone: undone && { at: undone.at, why: undone.why },
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
