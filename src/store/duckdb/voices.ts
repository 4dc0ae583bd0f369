import { type asRead, asReadBut, seldom, speaks } from "./seldom.ts";
import type { Session } from "./session.ts";

/** Above this part of a table's rows a column is read of every row. */
const OFTEN = 0.1;

/** Of no concern to who looks up a statement. */
const UNREAD = "record";

/**
 * How the rows of a table are read. Looking up a row costs a block for every column, so columns that no row says anything
 * in are left out, and those that few rows do are left out of all others, the `quiet` ones.
 */
export interface Voices {
  readonly quiet: (n: number) => boolean;
  readonly ofQuiet: typeof asRead;
  readonly ofOthers: typeof asRead;
}

/** Of a table with ordinals below `length`; of several versions with one ordinal, that one speaks is enough. */
export async function voicesOf(
  session: Session,
  table: "entity" | "statement",
  length: number,
): Promise<Voices> {
  const columns = seldom(table).filter((column) => column !== UNREAD);
  const each = (sql: (column: string) => string) =>
    columns.map((column) => `${sql(column)} AS ${column}`).join(", ");
  const [said = {}] = await session.rows<Record<string, boolean>>(
    `SELECT ${each((column) => `EXISTS (SELECT 1 FROM ${table} WHERE ${speaks(table, [column])})`)}`,
  );
  const silent = columns.filter((column) => said[column] === false);
  const heard = columns.filter((column) => said[column] !== false);
  const counts = heard.map((column) => `count(*) FILTER (WHERE ${speaks(table, [column])}) AS ${column}`);
  const [count = {}] = await session.rows<Record<string, number>>(
    `SELECT ${["count(*) AS n", ...counts].join(", ")} FROM ${table}`,
  );
  const rare = heard.filter((column) => (count[column] ?? 0) <= OFTEN * (count.n ?? 0));
  const ofOthers = asReadBut(new Set(silent));
  if (rare.length === 0) return { quiet: () => true, ofQuiet: ofOthers, ofOthers };
  const marks = await marked(session, `SELECT n FROM ${table} WHERE ${speaks(table, rare)}`, length);
  return { quiet: (n) => !marks(n), ofQuiet: asReadBut(new Set([...silent, ...rare])), ofOthers };
}

/** Which of the ordinals below a length a query names. */
export async function marked(session: Session, sql: string, length: number): Promise<(n: number) => boolean> {
  const marks = new Uint8Array(length);
  await session.each(sql, { n: "int32" }, (rows, { n }) => {
    for (let i = 0; i < rows; i++) marks[n[i] as number] = 1;
  });
  return (n) => marks[n] === 1;
}
