import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { Problem } from "../../errors.ts";
import { knownStatements, type Reader } from "../../store/port.ts";
import { ENTITY_ROWS } from "../entity-rows.ts";
import { quoted } from "./columns.ts";
import { line } from "./csv.ts";
import { withReason } from "./reason.ts";
import { COMMON, ENTITIES, SOURCES, STATEMENT_TABLES, type Table } from "./tables.ts";

const PAGE = 100_000;

/**
 * Writes what a case holds now as a case folder: rows by id, every column, so that reading it and writing it again gives
 * the same bytes. What was superseded or withdrawn is left out. The folder appears whole or not at all.
 */
export async function exportCase(reader: Reader, folder: string): Promise<void> {
  const target = resolve(folder);
  if (existsSync(target) && (!statSync(target).isDirectory() || readdirSync(target).length > 0)) {
    throw new Problem(
      "file-exists",
      `${folder} is there already and not empty`,
      "Name a new or empty folder.",
    );
  }
  const draft = `${target}.writing`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  try {
    await writeTable(
      reader,
      join(draft, SOURCES.file),
      SOURCES.columns,
      "SELECT * FROM source_now",
      (row) => row,
    );
    await writeTable(reader, join(draft, ENTITIES.file), ENTITIES.columns, ENTITY_ROWS, (row) => row);
    for (const table of STATEMENT_TABLES) await writeStatements(reader, draft, table);
    if (existsSync(target)) rmdirSync(target);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw full(error, folder);
  }
}

function full(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code !== "ENOSPC" && code !== "EFBIG" && code !== "EDQUOT") return error;
  return new Problem(
    "disk-full",
    `${folder}: the disk is full`,
    "Free some space and try again; nothing was written.",
  );
}

type Row = Record<string, string>;

/** Writes a table page by page, rows by id. `sql` has a column for each name in `read` (default: those written). */
async function writeTable(
  reader: Reader,
  path: string,
  columns: readonly string[],
  sql: string,
  shape: (row: Row) => Row,
  read: readonly string[] = columns,
): Promise<void> {
  const types = Object.fromEntries(read.map((name) => [name, "text" as const]));
  const file = openSync(path, "w");
  try {
    writeSync(file, line(columns));
    for (let last: string | null = null; ; ) {
      const page: { length: number; column: Row | Record<string, unknown> } = await reader.columns(
        `SELECT * FROM (${sql}) AS t ${last === null ? "" : "WHERE id > $last"} ORDER BY id LIMIT ${PAGE}`,
        types,
        last === null ? {} : { last },
      );
      const lines: string[] = [];
      for (let i = 0; i < page.length; i++) {
        const row = shape(Object.fromEntries(read.map((name) => [name, textAt(page.column[name], i)])));
        lines.push(line(columns.map((name) => row[name] ?? "")));
        last = row.id ?? "";
      }
      writeSync(file, lines.join(""));
      if (page.length < PAGE) break;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const textAt = (column: unknown, i: number): string => (Array.isArray(column) ? String(column[i]) : "");

/** The statements of a table that count now; a place that is only the default is left out. */
const statementRows = (table: Table): string => `
  SELECT s.id, a.id AS subject_id, b.id AS object_id, s.interest_type AS "right", s.share_text AS share, s.class, s.direct,
    s.conditional, m.ids AS "with", l.id AS leader, s.joint, s.from_text AS "from", s.to_text AS "to", s.basis,
    CASE WHEN s.stated_text <> '' THEN s.stated_text
      WHEN coalesce(o.published, '') <> '' AND NOT regexp_matches(o.published, '\\.\\.\\]?$') THEN ''
      ELSE strftime(DATE '1970-01-01' + s.stated, '%Y-%m-%d') END AS stated_on,
    s.source, CASE WHEN regexp_full_match(s.locator, ${quoted(`${table.file} row [0-9]+`)}) THEN '' ELSE s.locator END AS locator,
    s.dispute, s.quote, s.note, s.reason, s.props
  FROM ${knownStatements(null)}
  LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
  LEFT JOIN entity_now AS l ON l.n = s.leader LEFT JOIN source_now AS o ON o.id = s.source
  LEFT JOIN (SELECT x.n, string_agg(e.id, '|' ORDER BY x.k) AS ids FROM (
      SELECT n, CAST(unnest(list) AS INTEGER) AS member, generate_subscripts(list, 1) AS k FROM (
        SELECT n, string_split(members, '|') AS list FROM statement_all WHERE members <> '')) AS x
    JOIN entity_now AS e ON e.n = x.member GROUP BY x.n) AS m ON m.n = s.n
  WHERE s.kind = ${quoted(table.kind)}`;

const READ = [
  ...[
    "id",
    "subject_id",
    "object_id",
    "right",
    "share",
    "class",
    "direct",
    "conditional",
    "with",
    "leader",
    "joint",
  ],
  ...["from", "to", "basis", "stated_on", "source", "locator", "dispute", "quote", "note", "reason", "props"],
];

async function writeStatements(reader: Reader, folder: string, table: Table): Promise<void> {
  const own = table.columns.map(quoted).join(", ");
  const [is] = await reader.rows<{ some: boolean; more: boolean }>(
    `SELECT count(*) > 0 AS some, coalesce(bool_or(props <> '{}' AND len(list_filter(json_keys(props), lambda k: k NOT IN (${own}))) > 0), false) AS more
     FROM ${knownStatements(null)} WHERE kind = ${quoted(table.kind)}`,
  );
  if (!is?.some) return;
  const columns = ["id", ...table.columns, ...COMMON, ...(is.more ? ["props"] : [])];
  await writeTable(
    reader,
    join(folder, table.file),
    columns,
    statementRows(table),
    (row) => shaped(table, row),
    READ,
  );
}

function shaped(table: Table, row: Row): Row {
  const props: Record<string, unknown> = JSON.parse(row.props || "{}");
  const rest: Record<string, unknown> = {};
  const own: Row = {};
  for (const [key, value] of Object.entries(props)) {
    if (table.kind !== "interest" && table.columns.includes(key)) own[key] = String(value);
    else rest[key] = value;
  }
  if (table.subject !== null) own[table.subject] = row.subject_id ?? "";
  if (table.object !== null && table.kind !== "action") own[table.object] = row.object_id ?? "";
  const note =
    table.kind === "interest" && row.object_id === ""
      ? withReason(row.reason ?? "", row.note ?? "")
      : row.note;
  return {
    ...row,
    ...own,
    note: note ?? "",
    props: Object.keys(rest).length === 0 ? "" : JSON.stringify(rest),
  };
}
