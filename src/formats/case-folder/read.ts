import { existsSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../errors.ts";
import type { StagedRows, Writer } from "../../store/port.ts";
import { checkTable } from "./check.ts";
import { cell, code, type Header, headerOf, noteWith, quoted, someCell } from "./columns.ts";
import { REASON } from "./reason.ts";
import { setSpoiledAside } from "./spoiled.ts";
import { COMMON, ENTITIES, FILES, SOURCES, STATEMENT_TABLES, type Table } from "./tables.ts";

/** Fills the staging tables from whatever tables the folder holds. Rows are counted with the first line as row 1. */
export async function stageFolder(writer: Writer, folder: string): Promise<void> {
  const there = FILES.filter((file) => existsSync(join(folder, file)));
  if (there.length === 0) {
    throw new Problem(
      "missing-table",
      `${folder} holds no table of a case`,
      `A case folder has one or more of ${FILES.join(", ")}.`,
    );
  }
  if (there.includes(SOURCES.file)) await stagePlain(writer, folder, "stage_source", SOURCES);
  if (there.includes(ENTITIES.file)) await stagePlain(writer, folder, "stage_entity", ENTITIES);
  for (const table of STATEMENT_TABLES)
    if (there.includes(table.file)) await stageTable(writer, folder, table);
}

const PROSE = ["title", "note", "name", "names"];

async function stagePlain(
  writer: Writer,
  folder: string,
  into: "stage_source" | "stage_entity",
  { file, required, columns }: typeof SOURCES | typeof ENTITIES,
): Promise<void> {
  const path = join(folder, file);
  const staged = await stageRows(writer, into, { file, required, columns }, writer.scan({ as: "csv", path }));
  await setSpoiledAside(writer, staged, file, path);
}

/** Stages sources or entities from whatever has their columns: a scan, or a query in parentheses. */
export async function stageRows(
  writer: Writer,
  into: "stage_source" | "stage_entity",
  { file, required, columns }: Pick<Table, "file" | "required" | "columns">,
  from: string,
): Promise<StagedRows> {
  const header = await headerOf(writer, from, file, required);
  const where = someCell(header);
  return writer.stage({ into, file, columns: plain(header, columns), from, row: 2, where });
}

/** The columns of a table that come in under their own names. */
function plain(header: Header, columns: readonly string[]): Record<string, string> {
  const values = columns.map((column) => [
    column,
    column === "note"
      ? noteWith(header, columns)
      : PROSE.includes(column)
        ? cell(header, column)
        : code(header, column),
  ]);
  return Object.fromEntries(values);
}

async function stageTable(writer: Writer, folder: string, table: Table): Promise<void> {
  const path = join(folder, table.file);
  const { staged, given } = await stageStatements(writer, table, writer.scan({ as: "csv", path }));
  await setSpoiledAside(writer, staged, table.file, path);
  await checkTable(writer, table, staged, given);
}

/** Stages the statements of a table from whatever has its columns; `given` tells whether `props` is among them. */
export async function stageStatements(writer: Writer, table: Table, from: string) {
  const header = await headerOf(writer, from, table.file, ["id", "source", ...table.required]);
  const columns: Record<string, string> = {
    id: code(header, "id"),
    kind: quoted(table.kind),
    from_text: code(header, "from"),
    to_text: code(header, "to"),
    basis: code(header, "basis"),
    stated_text: code(header, "stated_on"),
    source: code(header, "source"),
    locator: cell(header, "locator"),
    quote: cell(header, "quote"),
    dispute: code(header, "dispute"),
    note: noteWith(header, ["id", ...table.columns, ...COMMON, "props"]),
    ...(table.kind === "interest" ? interest(header, table) : other(header, table)),
  };
  const staged = await writer.stage({
    into: "stage_statement",
    file: table.file,
    columns,
    from,
    row: 2,
    where: someCell(header),
  });
  return { staged, given: header.has("props") };
}

function interest(header: Header, table: Table): Record<string, string> {
  const note = noteWith(header, ["id", ...table.columns, ...COMMON, "props"]);
  return {
    subject: code(header, "subject"),
    object: code(header, "party"),
    interest_type: code(header, "right"),
    share_text: code(header, "share"),
    class: code(header, "class"),
    direct: code(header, "direct"),
    conditional: code(header, "conditional"),
    leader: code(header, "leader"),
    members: header.has("with")
      ? `CASE WHEN ${code(header, "with")} = '' THEN '' ELSE regexp_replace(${code(header, "with")}, ' *\\| *', '|', 'g') END`
      : "''",
    joint: code(header, "joint"),
    reason:
      note === "''"
        ? note
        : `CASE WHEN ${code(header, "party")} = '' THEN regexp_extract(${note}, ${quoted(REASON)}) ELSE '' END`,
    props: header.has("props") ? cell(header, "props") : "''",
  };
}

/** All columns but those that are entities of the statement stand in `props` as written, the empty ones left out. */
function other(header: Header, table: Table): Record<string, string> {
  const first = (column: string | null) =>
    column === null ? "''" : `trim(split_part(${cell(header, column)}, '|', 1))`;
  const pairs = table.columns
    .filter((column) => column !== table.subject && (column !== table.object || table.kind === "action"))
    .map((column) => `${quoted(column)}, nullif(${cell(header, column)}, '')`);
  const own = `json_merge_patch('{}', json_object(${pairs.join(", ")}))`;
  const more = `CASE WHEN json_valid(${cell(header, "props")}) THEN json_merge_patch(${own}, ${cell(header, "props")}) ELSE ${own} END`;
  return {
    subject: table.subject === null ? "''" : code(header, table.subject),
    object:
      table.kind === "action"
        ? first(table.object)
        : table.object === null
          ? "''"
          : code(header, table.object),
    props: header.has("props") ? more : own,
  };
}
