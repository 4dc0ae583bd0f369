import type { Writer } from "../../store/port.ts";
import { checkTable } from "../case-folder/check.ts";
import { quoted } from "../case-folder/columns.ts";
import { REASON } from "../case-folder/reason.ts";
import { ENTITIES, SOURCES, STATEMENT_TABLES, type Table } from "../case-folder/tables.ts";
import { MADE, type Made, make, setFaultsAside } from "./make.ts";
import type { Making } from "./rules.ts";
import type { Cells } from "./template.ts";

/** Fills the staging table of what a rule makes from the rows at work. */
export async function fill(
  writer: Writer,
  table: string,
  rule: Making,
  cells: Cells,
  file: string,
  source: string,
): Promise<void> {
  const made = await make(writer, rule, cells);
  if (table === "entities") await described(writer, "stage_entity", entity(rule, made), rule.unlessKnown);
  else if (table === "sources") {
    const columns = Object.fromEntries(SOURCES.columns.map((column) => [column, made(column)]));
    await described(writer, "stage_source", columns, false);
  } else {
    const kind = STATEMENT_TABLES.find((one) => one.file === `${table}.csv`) as Table;
    const columns = statement(kind, made, source);
    const staged = await writer.stage({
      into: "stage_statement",
      file,
      columns,
      from: MADE,
      row: "row",
      where: "true",
    });
    await checkTable(writer, { ...kind, file }, staged, false);
  }
  await writer.run(`DROP TABLE ${MADE}`);
}

const LISTED = ["names", "identifiers"];

function entity(rule: Making, made: Made): Record<string, string> {
  const list = (of: string, prefix: (key: string) => string) => {
    const items = rule.values
      .filter(({ column }) => column.startsWith(`${of}.`))
      .map(({ column }) => {
        const value = made(column);
        const before = prefix(column.slice(of.length + 1));
        return `CASE WHEN ${value} = '' THEN NULL ELSE ${quoted(before)} || replace(${value}, '|', '\\|') END`;
      });
    return items.length === 0 ? "''" : `concat_ws('|', ${items.join(", ")})`;
  };
  const plain = ENTITIES.columns.filter((column) => !LISTED.includes(column));
  return {
    ...Object.fromEntries(plain.map((column) => [column, made(column)])),
    names: list("names", (lang) => (lang === "" ? "" : `${lang}:`)),
    identifiers: list("identifiers", (scheme) => `${scheme}:`),
  };
}

/**
 * Entities and sources: rows that describe the same one in the same words are one. Another description than the first
 * is set aside and names it, or is passed over where the rule is only for those nobody described.
 */
async function described(
  writer: Writer,
  into: "stage_entity" | "stage_source",
  columns: Readonly<Record<string, string>>,
  unlessKnown: boolean,
): Promise<void> {
  const names = Object.keys(columns);
  const content = (of: (name: string) => string) =>
    `concat_ws(chr(31), ${names.map((name) => `coalesce(${of(name)}, '')`).join(", ")})`;
  await writer.run(`CREATE OR REPLACE TEMP TABLE ${MADE} AS SELECT m.row, m.file, ${names
    .map((name) => `m.${name}`)
    .join(", ")},
      CASE WHEN m.id <> '' AND m.content <> (CASE WHEN k.id IS NULL THEN m.first ELSE ${content((n) => `k.${n}`)} END) THEN
        'id "' || m.id || '" is described otherwise in ' || coalesce(k.file || ' row ' || k.row, m.file || ' row ' || m.first_row) END AS fault,
      k.id IS NOT NULL OR (m.id <> '' AND m.row > m.first_row) AS known
    FROM (SELECT *, first_value(content) OVER w AS first, first_value(row) OVER w AS first_row FROM (
        SELECT *, ${content((n) => n)} AS content FROM (
          SELECT row, file, ${Object.entries(columns)
            .map(([name, sql]) => `${sql} AS ${name}`)
            .join(", ")} FROM ${MADE}))
      WINDOW w AS (PARTITION BY id ORDER BY row)) AS m
    LEFT JOIN ${into} AS k ON k.id = m.id AND m.id <> ''`);
  if (unlessKnown) await writer.run(`DELETE FROM ${MADE} WHERE known`);
  await setFaultsAside(writer);
  await writer.run(
    `INSERT INTO ${into} (row, file, ${names.join(", ")}) SELECT row, file, ${names.join(", ")} FROM ${MADE} WHERE NOT known ORDER BY row`,
  );
}

function statement(table: Table, made: Made, source: string): Record<string, string> {
  const from = (column: string) => made(column);
  return {
    id: from("id"),
    kind: quoted(table.kind),
    from_text: from("from"),
    to_text: from("to"),
    basis: from("basis"),
    stated_text: from("stated_on"),
    source: source === "" ? from("source") : `coalesce(nullif(${from("source")}, ''), ${quoted(source)})`,
    locator: from("locator"),
    quote: from("quote"),
    dispute: from("dispute"),
    note: from("note"),
    ...(table.kind === "interest" ? interest(made) : other(table, made)),
  };
}

const interest = (made: Made): Record<string, string> => ({
  subject: made("subject"),
  object: made("party"),
  interest_type: made("right"),
  share_text: made("share"),
  class: made("class"),
  direct: made("direct"),
  conditional: made("conditional"),
  leader: made("leader"),
  members: `regexp_replace(${made("with")}, ' *\\| *', '|', 'g')`,
  joint: made("joint"),
  reason: `CASE WHEN ${made("party")} = '' THEN regexp_extract(${made("note")}, ${quoted(REASON)}) ELSE '' END`,
});

/** As the case folder keeps them: the columns that are no entity of the statement stand in `props`. */
function other(table: Table, made: Made): Record<string, string> {
  const pairs = table.columns
    .filter((column) => column !== table.subject && (column !== table.object || table.kind === "action"))
    .map((column) => `${quoted(column)}, nullif(${made(column)}, '')`);
  const object = table.object === null ? "''" : made(table.object);
  return {
    subject: table.subject === null ? "''" : made(table.subject),
    object: table.kind === "action" ? `trim(split_part(${object}, '|', 1))` : object,
    props: `json_merge_patch('{}', json_object(${pairs.join(", ")}))`,
  };
}
