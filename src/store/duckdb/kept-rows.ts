import { type FrontCoded, FrontCoder, textAt } from "./front-coded.ts";
import type { Use } from "./reading.ts";
import type { Session } from "./session.ts";

/** Every row of a table in memory, as a query gives it, by where it lies. */
export type KeptRows = (row: number) => Record<string, unknown>;

/** A column of it. */
type Kept = (row: number) => unknown;

type Text = string | null;

/** Bytes of texts in a table: of those that are kept one by one, and of those that are kept by number. */
const [MOST_OWN, MOST_FEW] = [2 ** 30, 2 ** 26];
/** Texts of which a column may have few enough to be numbered. */
const FEW = 0xffff;
/** Rows looked at to tell whether a column has few, and how many different ones there may be among these. */
const [LOOKED_AT, FEW_AMONG] = [20_000, 10_000];
/** Rows whose own texts come as one. */
const PART = 1 << 14;
/** Bytes of texts asked for at a time, and rows: the engine holds them all before it hands any on. */
const [BYTES, SOME] = [2 ** 25, 2 ** 19];
const NOTHING = -(2 ** 31);
const SEPARATOR = 0x1f;

interface Table {
  /** The rows with their columns, and `rid`, where each lies. */
  readonly sql: string;
  readonly rows: number;
  readonly use: Use;
}

interface Named {
  readonly name: string;
  readonly type: string;
}

/**
 * Keeps the rows of a table: numbers as they are, texts of which there are few by number, the others as `front-coded.ts`
 * has them. Null where rows are missing, where texts would take too much, and where those that are kept one by one cannot
 * be told apart: one is missing, or has the unit separator in it.
 */
export async function keptRows(use: Use, table: string, columns: string): Promise<KeptRows | null> {
  const sql = `(SELECT s.rowid AS rid, ${columns} FROM ${table} AS s)`;
  const named = await use((session) =>
    session.rows<Named>(
      `SELECT column_name AS name, column_type AS type FROM (DESCRIBE FROM ${sql}) WHERE column_name <> 'rid'`,
    ),
  );
  const [size] = await use((session) =>
    session.rows<{ rows: number; last: number }>(`SELECT count(*) AS rows, max(rid) AS last FROM ${sql}`),
  );
  if (size === undefined || size.rows === 0 || size.last !== size.rows - 1) return null;
  const whole: Table = { sql, rows: size.rows, use };
  const numbers = named.filter(({ type }) => type !== "VARCHAR");
  if (numbers.some(({ type }) => !["INTEGER", "BIGINT", "BOOLEAN"].includes(type))) return null;
  const told = await toldApart(
    whole,
    named.filter(({ type }) => type === "VARCHAR"),
  );
  if (told === null) return null;
  const plain = await plainly(whole, numbers);
  const varied = numbers.filter(({ name }) => !plain.has(name));
  const columnsKept = [
    plain,
    await numbered(whole, varied, told.few),
    told.own.length === 0 ? new Map<string, Kept>() : await textsOf(whole, told.own, told.bytes),
  ];
  const all = named.map(
    ({ name }) => [name, columnsKept.find((kept) => kept?.has(name))?.get(name)] as const,
  );
  const whichAre = all.flatMap(([name, at]) => (at === undefined ? [] : [[name, at] as const]));
  if (whichAre.length < all.length) return null;
  return (row) => {
    const one: Record<string, unknown> = {};
    for (const [name, at] of whichAre) one[name] = at(row);
    return one;
  };
}

/** Columns of numbers that are all the same, or none, or count the rows on. */
async function plainly({ sql, rows, use }: Table, numbers: readonly Named[]): Promise<Map<string, Kept>> {
  const plain = new Map<string, Kept>();
  const asked = numbers.flatMap(({ name }, k) => {
    const value = `CAST("${name}" AS INTEGER)`;
    return [
      `count("${name}") AS said${k}, min(${value}) AS least${k}, max(${value}) AS most${k}`,
      `min(${value} - rid) AS before${k}, max(${value} - rid) AS after${k}`,
    ];
  });
  if (asked.length === 0) return plain;
  const [found = {}] = await use((session) =>
    session.rows<Record<string, number>>(`SELECT ${asked.join(", ")} FROM ${sql}`),
  );
  for (const [k, { name, type }] of numbers.entries()) {
    const of = (what: string) => found[`${what}${k}`] as number;
    const value = type === "BOOLEAN" ? of("least") === 1 : of("least");
    if (of("said") === 0) plain.set(name, () => null);
    else if (of("said") < rows) continue;
    else if (of("least") === of("most")) plain.set(name, () => value);
    else if (type !== "BOOLEAN" && of("before") === of("after")) plain.set(name, (row) => row + of("before"));
  }
  return plain;
}

/** What columns of texts are kept as. */
interface ToldApart {
  /** Columns with few texts, with these in order of their bytes; null is the last if any is missing. */
  readonly few: ReadonlyMap<string, readonly Text[]>;
  /** Columns with more, and how many bytes there are in all of them. */
  readonly own: readonly string[];
  readonly bytes: number;
}

/** Different texts of a column, as their bytes: a column may call different ones equal. */
const different = (sql: string, name: string) =>
  `(SELECT DISTINCT encode("${name}") AS t FROM ${sql} LIMIT ${FEW + 1})`;

/** Which columns have few texts, and which have more; null where they take too much. */
async function toldApart({ sql, use }: Table, texts: readonly Named[]): Promise<ToldApart | null> {
  const few = new Map<string, readonly Text[]>();
  const own: string[] = [];
  const row = async (select: string, from: string) =>
    (await use((session) => session.rows<Record<string, number>>(`SELECT ${select} FROM ${from}`)))[0] ?? {};
  const counts = texts.map(({ name }) => `count(DISTINCT encode("${name}")) AS "${name}"`);
  const among = texts.length === 0 ? {} : await row(counts.join(", "), `(FROM ${sql} LIMIT ${LOOKED_AT})`);
  let room = MOST_FEW;
  for (const { name } of texts) {
    const looked = (among[name] ?? 0) > FEW_AMONG;
    const size = looked
      ? null
      : await row("count(*) AS n, sum(octet_length(t)) AS bytes", different(sql, name));
    if (size === null || (size.n ?? 0) > FEW) own.push(name);
    else {
      room -= Number(size.bytes ?? 0);
      if (room < 0) return null;
      const all = `SELECT decode(t) AS text FROM ${different(sql, name)} ORDER BY t NULLS LAST`;
      const found = await use((session) => session.rows<{ text: Text }>(all));
      few.set(
        name,
        found.map(({ text }) => text),
      );
    }
  }
  if (own.length === 0) return { few, own, bytes: 0 };
  const sums = own.map((name) => `coalesce(sum(strlen("${name}")), 0)`).join(" + ");
  const bytes = Number((await row(`${sums} AS bytes`, sql)).bytes);
  return bytes > MOST_OWN ? null : { few, own, bytes };
}

/** Columns of numbers and truth values, and of few texts by number, in one pass shared by two streams. */
async function numbered(
  { sql, rows, use }: Table,
  numbers: readonly Named[],
  few: ReadonlyMap<string, readonly Text[]>,
): Promise<Map<string, Kept>> {
  const same = [...few].filter(([, texts]) => texts.length === 1);
  const several = [...few].filter(([, texts]) => texts.length > 1);
  const columns = [
    ...numbers.map(({ name, type }) => {
      const value = new Int32Array(rows);
      const read = (row: number) => (value[row] === NOTHING ? null : value[row]);
      const at: Kept =
        type === "BOOLEAN" ? (row) => (value[row] === NOTHING ? null : value[row] === 1) : read;
      return { name, at, value, select: `coalesce(CAST(s."${name}" AS INTEGER), ${NOTHING})`, join: "" };
    }),
    ...several.map(([name, texts], k) => {
      const value = texts.length > 0xff ? new Uint16Array(rows) : new Uint8Array(rows);
      const at: Kept = (row) => texts[value[row] as number];
      const numbers = `(SELECT t, row_number() OVER (ORDER BY t) - 1 AS n FROM ${different(sql, name)} WHERE t IS NOT NULL)`;
      const select = `CAST(coalesce(t${k}.n, ${texts.indexOf(null)}) AS INTEGER)`;
      return {
        name,
        at,
        value,
        select,
        join: `LEFT JOIN ${numbers} AS t${k} ON encode(s."${name}") = t${k}.t`,
      };
    }),
  ];
  const kept = new Map(same.map(([name, [text]]) => [name, (() => text) as Kept]));
  for (const { name, at } of columns) kept.set(name, at);
  if (columns.length === 0) return kept;
  const query = `SELECT CAST(s.rid AS INTEGER) AS rid, ${columns.map(({ select }, k) => `${select} AS c${k}`).join(", ")}
    FROM ${sql} AS s ${columns.map(({ join }) => join).join(" ")}`;
  const types: Record<string, "int32"> = { rid: "int32" };
  for (const k of columns.keys()) types[`c${k}`] = "int32";
  const read = (session: Session, where: string) =>
    session.each(`${query} WHERE ${where}`, types, (length, column) => {
      const rid = column.rid as Int32Array;
      for (const [k, { value }] of columns.entries()) {
        const from = column[`c${k}`] as Int32Array;
        for (let i = 0; i < length; i++) value[rid[i] as number] = from[i] as number;
      }
    });
  const middle = rows >>> 1;
  await Promise.all([`s.rid < ${middle}`, `s.rid >= ${middle}`].map((some) => use((one) => read(one, some))));
  return kept;
}

/** Columns of texts that are kept one by one, of so many bytes; null where not one comes for every row. */
async function textsOf(
  { sql, rows, use }: Table,
  own: readonly string[],
  bytes: number,
): Promise<Map<string, Kept> | null> {
  const step = own.length;
  const parts = own.map((): FrontCoded[] => []);
  const mark = new Int32Array(PART * step + 1);
  const coder = new FrontCoder();
  let whole = true;
  const add = (part: number, texts: Uint8Array) => {
    const count = Math.min(PART, rows - part * PART);
    whole &&= marks(mark, texts, count * step);
    for (let first = 0; first < step && whole; first++)
      (parts[first] as FrontCoded[])[part] = coder.code({ bytes: texts, mark, first, step, count });
  };
  const separator = `chr(${SEPARATOR})`;
  const each = own.map((name) => `coalesce("${name}", ${separator}) || ${separator}`).join(" || ");
  const some = PART * Math.max(1, Math.floor(Math.min(SOME, (BYTES * rows) / (bytes + 1)) / PART));
  let next = 0;
  const turn = async (): Promise<void> => {
    for (let from = next; from < rows && whole; from = next) {
      next = from + some;
      const query = `SELECT CAST(rid // ${PART} AS INTEGER) AS part, encode(string_agg(${each}, '' ORDER BY rid)) AS texts
        FROM ${sql} WHERE rid >= ${from} AND rid < ${next} GROUP BY part`;
      await use((session) =>
        session.each(query, { part: "int32", texts: "bytes" }, (length, { part, texts }) => {
          for (let i = 0; i < length && whole; i++) add(part[i] as number, texts[i] as Uint8Array);
        }),
      );
    }
  };
  // While one comes, the other is coded.
  await Promise.all([turn(), turn()]);
  if (!whole) return null;
  const at = (texts: readonly FrontCoded[]) => (row: number) =>
    textAt(texts[Math.floor(row / PART)] as FrontCoded, row % PART);
  return new Map(own.map((name, k) => [name, at(parts[k] as FrontCoded[])]));
}

/** Finds where each text begins, and where one after the last would; false where there are not as many as there should be. */
function marks(mark: Int32Array, bytes: Uint8Array, count: number): boolean {
  let found = 0;
  mark[0] = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== SEPARATOR) continue;
    if (found === count) return false;
    mark[++found] = at + 1;
  }
  return found === count && mark[count] === bytes.length;
}
