import { isLiteral } from "./literal.ts";

/** What counts where a column says nothing, as SQL; `row` is put before the columns of its row. */
type Otherwise = (row: string) => string;

const none: Otherwise = () => "''";

/**
 * Columns that few rows have something of their own in. Where it is what it would be otherwise, a row says nothing (NULL),
 * which takes a quarter of the time to write; rows of older files have it written out.
 */
const SELDOM = {
  entity: { sector: none, names: none, identifiers: none, note: none },
  name: { lang: none },
  statement: {
    record: (row) => `${row}id`,
    to_text: none,
    basis: () => "'period'",
    stated_text: none,
    quote: none,
    dispute: none,
    note: none,
    class: none,
    conditional: none,
    members: none,
    joint: none,
    reason: none,
    props: () => "'{}'",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Otherwise>>>>;

type Seldom = keyof typeof SELDOM;

const otherwise = (table: Seldom, column: string): Otherwise | undefined =>
  (SELDOM[table] as Readonly<Record<string, Otherwise>>)[column];

/** A column as it is read, of a row called `alias`. */
export function asRead(table: Seldom, column: string, alias: string): string {
  const counts = otherwise(table, column);
  return counts === undefined ? `${alias}.${column}` : `coalesce(${alias}.${column}, ${counts(`${alias}.`)})`;
}

/** What is written for a column that counts as `sql`. */
export function asWritten(table: Seldom, column: string, sql: string): string {
  const counts = otherwise(table, column)?.("");
  if (counts === undefined) return sql;
  if (sql === counts) return "NULL";
  return isLiteral(sql) ? sql : `nullif(${sql}, ${counts})`;
}

/** Every row of a table, as it is read. */
export const readAll = (table: Seldom): string => {
  const columns = Object.keys(SELDOM[table]).map((column) => `${asRead(table, column, "x")} AS ${column}`);
  return `x.* REPLACE (${columns.join(", ")})`;
};

/** The columns of a table that few rows have something of their own in. */
export const seldom = (table: Seldom): readonly string[] => Object.keys(SELDOM[table]);

/** Whether a row of its table has something of its own in one of these columns, as SQL. */
export const speaks = (table: Seldom, columns: readonly string[]): string =>
  columns
    .map((column) => `(${column} IS NOT NULL AND ${column} <> ${otherwise(table, column)?.("")})`)
    .join(" OR ");

/** As `asRead`, of rows known to have nothing of their own in some columns: those are not looked at. */
export const asReadBut =
  (unsaid: ReadonlySet<string>): typeof asRead =>
  (table, column, alias) =>
    (unsaid.has(column) && otherwise(table, column)?.(`${alias}.`)) || asRead(table, column, alias);
