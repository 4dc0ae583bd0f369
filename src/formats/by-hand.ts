import { createHash } from "node:crypto";
import { Problem } from "../errors.ts";
import type { ImportRecord, Writer } from "../store/port.ts";
import { type Cells, cellsFor, tableOf } from "./by-hand/cells.ts";
import { withIds } from "./by-hand/ids.ts";
import { checkReferences } from "./by-hand/references.ts";
import { checkTable } from "./case-folder/check.ts";
import { named, quoted } from "./case-folder/columns.ts";
import { stageRows, stageStatements } from "./case-folder/read.ts";
import { COMMON, ENTITIES, SOURCES } from "./case-folder/tables.ts";

/** One row as a person enters it: a kind of statement, `source` or `entity`, and its columns as in a case folder. */
export interface HandRow {
  readonly kind: string;
  readonly cells: Cells;
}

export interface Entry {
  readonly rows: readonly HandRow[];
  /** Who enters it. What names no source of its own rests on a note of this name. */
  readonly by: string;
  /** Now, as an ISO instant. */
  readonly at: string;
}

export interface Entered {
  readonly import: ImportRecord;
  /** The ids of the rows, in their order. */
  readonly ids: readonly string[];
}

/**
 * Enters rows by hand through a landing of their own, with the checks of a case folder and one more: whatever they refer
 * to must be there. All of them come in or none. A row that says again what a known id says, otherwise, supersedes it.
 * Throws `bad-input`, `bad-row`, `unknown-source`, `unknown-entity`, `unknown-statement`.
 */
export async function enterByHand(writer: Writer, { rows, by, at }: Entry): Promise<Entered> {
  const name = by.trim();
  if (name === "") throw new Problem("bad-input", "nobody is named who enters it", "Say who: a name.");
  if (rows.length === 0)
    throw new Problem("bad-input", "there is nothing to enter", "Give at least one row.");
  const own = `hand-${digestOf(name).slice(0, 8)}`;
  const told = rows.map((row) => ({ kind: row.kind, cells: cellsFor(row, { by: name, own, at }) }));
  const full = await withIds(writer, told, at);
  await checkReferences(writer, full, own);
  const record = await writer
    .land({
      name: `by hand, ${name}`,
      sha256: digestOf(JSON.stringify([name, at, full])),
      format: "by-hand",
      reader: "by-hand 1",
      at,
      strict: true,
      source: { id: own, title: `Entered by hand: ${name}`, publisher: name, kind: "by_hand" },
      stage: (landing) => stage(landing, full),
      progress: () => undefined,
    })
    .catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== "bad-row") throw error;
      const [first = error.message, ...more] = error.choices.map((choice) => saidOf(full, choice));
      throw new Problem("bad-row", first, "Correct it; nothing was written.", more);
    });
  return { import: record, ids: full.map((row) => row.cells.id ?? "") };
}

/** What is wrong with one of some rows, said of the row as it was entered: there is no file that it stands in. */
function saidOf(rows: readonly HandRow[], fault: string): string {
  const [, file = "", row = "", says = fault] = /^(\S+\.csv) row (\d+): (.*)$/s.exec(fault) ?? [];
  if (rows.length === 1) return says;
  const same = [...rows.entries()].filter(([, { kind }]) => fileOf(kind) === file);
  const [n = -1, { kind } = { kind: file }] = same[Number(row) - 2] ?? [];
  return n < 0 ? says : `row ${n + 1} (${kind}): ${says}`;
}

const fileOf = (kind: string): string =>
  kind === "source" ? SOURCES.file : kind === "entity" ? ENTITIES.file : tableOf(kind).file;

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

async function stage(writer: Writer, rows: readonly HandRow[]): Promise<void> {
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const some = rows.filter((row) => row.kind === kind).map((row) => row.cells);
    if (kind === "source") await stageRows(writer, "stage_source", SOURCES, values(some, SOURCES.columns));
    else if (kind === "entity")
      await stageRows(writer, "stage_entity", ENTITIES, values(some, ENTITIES.columns));
    else {
      const table = tableOf(kind);
      const from = values(some, ["id", ...table.columns, ...COMMON]);
      const { staged, given } = await stageStatements(writer, table, from);
      await checkTable(writer, table, staged, given);
    }
  }
}

/** Rows as a query with a column for each name; an empty cell is NULL, as a scan has it. */
function values(rows: readonly Cells[], columns: readonly string[]): string {
  const cell = (text: string | undefined) => (text === undefined || text === "" ? "NULL" : quoted(text));
  const lines = rows.map((row) => `(${columns.map((column) => cell(row[column])).join(", ")})`);
  const typed = columns.map((column) => `CAST(${named(column)} AS VARCHAR) AS ${named(column)}`);
  return `(SELECT ${typed.join(", ")} FROM (VALUES ${lines.join(", ")}) AS v(${columns.map(named).join(", ")}))`;
}
