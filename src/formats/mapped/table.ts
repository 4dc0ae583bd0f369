import { basename } from "node:path";
import { Problem } from "../../errors.ts";
import type { Scan, Writer } from "../../store/port.ts";
import { named, quoted } from "../case-folder/columns.ts";
import { setSpoiledAside } from "../case-folder/spoiled.ts";
import { columnsRead } from "./rules.ts";
import type { FileMapping } from "./shape.ts";
import type { Cells } from "./template.ts";
import { columnsOf, compile, type Fault } from "./value.ts";

type Table = Extract<Scan, { as: "csv" }>;

/** The rows of the file at work: `row`, `file`, and the cells the mapping reads under names of our own. */
export const ROWS = "mapped_row";

const SEPARATORS = [",", "\t", ";", "|"] as const;

/** Reads what a mapping needs of a file into `mapped_row`; lines that are no rows, and repeated ones, are set aside. */
export async function readTable(writer: Writer, path: string, mapping: FileMapping): Promise<Cells> {
  const file = basename(path);
  const made = Object.entries(mapping.columns ?? {});
  const wanted = columnsRead(mapping).filter((name) => !made.some(([own]) => own === name));
  const { scan, columns } = await opened(writer, path, mapping, wanted);
  const taken = made.find(([name]) => columns.has(name.toLowerCase()));
  if (taken)
    throw new Problem(
      "bad-mapping",
      `${file} has a column "${taken[0]}" of its own`,
      "Call the mapping's column by another name.",
    );
  const cellOf = new Map(wanted.map((name, k) => [name, `c${k}`]));
  const unknown = ["", ...(mapping.empty ?? [])].map(quoted).join(", ");
  const cells = wanted.map((name, k) => {
    const cell = `trim(coalesce(${named(columns.get(name.toLowerCase()) ?? "")}, ''))`;
    return `CASE WHEN ${cell} IN (${unknown}) THEN '' ELSE ${cell} END AS c${k}`;
  });
  const all = wanted.map((_, k) => `c${k}`);
  await writer.run(`CREATE OR REPLACE TEMP TABLE ${ROWS} AS SELECT * FROM (
    SELECT row_number() OVER () + 1 AS row, ${quoted(file)} AS file, ${cells.join(", ")} FROM ${writer.scan(scan)})
    WHERE concat(${all.join(", ")}) <> ''`);
  await setSpoiledAside(writer, { table: ROWS, number: async () => undefined }, file, path);
  for (const [k, [name, value]] of made.entries()) {
    const known: Cells = (column) => cellOf.get(column) ?? unmade(file, name, column);
    for (const column of columnsOf(value)) known(column);
    const { raw, rawFault, last, lastFault } = compile(value, name, known);
    await writer.run(`CREATE OR REPLACE TEMP TABLE mapped_more AS SELECT *, ${raw} AS m${k} FROM ${ROWS}`);
    for (const fault of [rawFault, lastFault(`m${k}`)]) if (fault) await aside(writer, fault);
    await writer.run(
      `CREATE OR REPLACE TEMP TABLE ${ROWS} AS SELECT * EXCLUDE (m${k}), ${last(`m${k}`)} AS d${k} FROM mapped_more`,
    );
    await writer.run("DROP TABLE mapped_more");
    cellOf.set(name, `d${k}`);
  }
  const cellsNow: Cells = (column) => cellOf.get(column) ?? "''";
  if (mapping.once) await once(writer, mapping.once.map(cellsNow));
  return cellsNow;
}

const unmade = (file: string, name: string, column: string): never => {
  throw new Problem(
    "bad-mapping",
    `${file}: the column "${name}" is made of "${column}", which comes after it`,
    "Put it first.",
  );
};

/** The scan of a file under the separator that yields every column the mapping reads. */
async function opened(
  writer: Writer,
  path: string,
  mapping: FileMapping,
  wanted: readonly string[],
): Promise<{ scan: Table; columns: ReadonlyMap<string, string> }> {
  const tries = mapping.separator === undefined ? SEPARATORS : [mapping.separator];
  let best: ReadonlyMap<string, string> = new Map();
  let fault: unknown;
  for (const separator of tries) {
    const scan: Table = { as: "csv", path, separator, quotes: mapping.quotes ?? true };
    try {
      const found = await writer.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${writer.scan(scan)}`);
      const columns = new Map(found.map((row) => [row.column_name.toLowerCase(), row.column_name]));
      if (wanted.every((name) => columns.has(name.toLowerCase()))) return { scan, columns };
      if (columns.size > best.size) best = columns;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "bad-file") throw error;
      fault ??= error;
    }
  }
  const missing = wanted.find((name) => !best.has(name.toLowerCase()));
  if (best.size === 0 && fault) throw fault;
  throw new Problem(
    "missing-column",
    `${basename(path)} has no column "${missing}", which the mapping reads`,
    `Its first line names: ${[...best.values()].join(", ")}.`,
    [...best.values()],
  );
}

async function aside(writer: Writer, fault: Fault): Promise<void> {
  await writer.run(
    `INSERT INTO stage_reject SELECT row, file, 'bad-row', ${fault.message} FROM mapped_more WHERE ${fault.when}`,
  );
  await writer.run(`DELETE FROM mapped_more WHERE ${fault.when}`);
}

/** Of rows that are the same in these cells the first counts; the others are set aside and name it. */
async function once(writer: Writer, cells: readonly string[]): Promise<void> {
  await writer.run(`CREATE OR REPLACE TEMP TABLE mapped_more AS SELECT row, file, first FROM (
    SELECT row, file, min(row) OVER (PARTITION BY ${cells.join(", ")}) AS first FROM ${ROWS}) WHERE row > first`);
  await writer.run(
    "INSERT INTO stage_reject SELECT row, file, 'bad-row', 'it says again what row ' || first || ' says' FROM mapped_more",
  );
  await writer.run(`DELETE FROM ${ROWS} WHERE row IN (SELECT row FROM mapped_more)`);
  await writer.run("DROP TABLE mapped_more");
}
