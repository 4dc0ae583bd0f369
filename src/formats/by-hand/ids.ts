import { createHash } from "node:crypto";
import { knownStatements, type Writer } from "../../store/port.ts";
import { quoted } from "../case-folder/columns.ts";
import type { Cells } from "./cells.ts";

interface Row {
  readonly kind: string;
  readonly cells: Cells;
}

/** What makes two rows of a kind the same row, so that the later supersedes the earlier. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  evidence: ["claim", "statement"],
  rating: ["evidence", "hypothesis", "rater"],
};

/**
 * Gives each row without an id one: that of the row it takes the place of, the next number of its text or set, or one
 * made of what it says.
 */
export async function withIds(writer: Writer, rows: readonly Row[], at: string): Promise<Row[]> {
  const done: Row[] = [];
  for (const row of rows) {
    const id = row.cells.id ?? (await idFor(writer, row, done, at));
    done.push({ kind: row.kind, cells: { ...row.cells, id } });
  }
  return done;
}

async function idFor(
  writer: Writer,
  { kind, cells }: Row,
  before: readonly Row[],
  at: string,
): Promise<string> {
  const same = SAME[kind];
  if (same) {
    const [found] = await writer.rows<{ id: string }>(
      `SELECT s.id FROM ${knownStatements(null)} WHERE s.kind = ${quoted(kind)}
         AND ${same.map((name) => `coalesce(${prop(name)}, '') = ${quoted(cells[name] ?? "")}`).join(" AND ")}
       ORDER BY s.id LIMIT 1`,
    );
    return found?.id ?? [kind, ...same.map((name) => cells[name] ?? "")].join("-").replaceAll(/[\s|]+/g, "_");
  }
  if (kind === "claim") return numbered(writer, before, `${cells.text}-`);
  if (kind === "hypothesis") return numbered(writer, before, `${cells.set}-`);
  return `hand-${createHash("sha256")
    .update(JSON.stringify([kind, cells, at, before.length]))
    .digest("hex")
    .slice(0, 12)}`;
}

const prop = (name: string) => `json_extract_string(s.props, ${quoted(`$.${name}`)})`;

/** The start with the lowest number no statement, of any time, has. */
async function numbered(writer: Writer, before: readonly Row[], start: string): Promise<string> {
  const taken = await writer.rows<{ id: string }>(
    `SELECT DISTINCT id FROM statement_all WHERE starts_with(id, ${quoted(start)})`,
  );
  const ids = new Set([...taken.map((one) => one.id), ...before.map((one) => one.cells.id)]);
  let n = 1;
  while (ids.has(`${start}${n}`)) n++;
  return `${start}${n}`;
}
