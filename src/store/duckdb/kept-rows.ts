import { type FrontCoded, frontCoded, textAt } from "./front-coded.ts";
import type { Use } from "./reading.ts";
import type { Session } from "./session.ts";

/** Every row of a table in memory, as a query gives it, by where it lies. */
export type KeptRows = (row: number) => Record<string, unknown>;

/** A column of it. */
type Kept = (row: number) => unknown;

/** Bytes that texts of their own may take. */
const MOST_BYTES = 1 << 30;
/** Texts of which a column may have few enough to be numbered. */
const FEW = 0xffff;
/** Rows looked at to tell whether a column has few, and how many there may be among these. */
const [LOOKED_AT, FEW_AMONG] = [20_000, 10_000];
/** Rows whose own texts come as one, and those asked for at a time: the engine holds them all before it hands any on. */
const [PART, SOME] = [1 << 14, 1 << 19];
const NOTHING = -(2 ** 31);
const SEPARATOR = 0x1f;
const SEPARATED = String.fromCharCode(SEPARATOR);

type Text = string | null;

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
 * has them. Null where they would take too much, or cannot be told apart: their texts have the unit separator in them.
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
  const { few, own } = await told(
    whole,
    named.filter(({ type }) => type === "VARCHAR"),
  );
  if ([...few.values()].some((all) => all.some((text) => text?.includes(SEPARATED)))) return null;
  const plain = await plainly(whole, numbers);
  const varied = numbers.filter(({ name }) => !plain.has(name));
  const kept = await numbered(whole, varied, few);
  const ownTexts = own.length === 0 ? new Map<string, Kept>() : await textsOf(whole, own);
  if (ownTexts === null) return null;
  const all = named.map(
    ({ name }) => [name, plain.get(name) ?? kept.get(name) ?? ownTexts.get(name)] as const,
  );
  return (row) => {
    const one: Record<string, unknown> = {};
    for (const [name, at] of all) one[name] = at?.(row);
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
    else if (of("before") === of("after")) plain.set(name, (row) => row + of("before"));
  }
  return plain;
}

/** Which columns have few texts, with these, null being the last if any has none; and which have their own in nearly every row. */
async function told({ sql, use }: Table, texts: readonly Named[]) {
  const few = new Map<string, readonly Text[]>();
  const own: string[] = [];
  const counts = texts.map(({ name }) => `count(DISTINCT "${name}") AS "${name}"`).join(", ");
  const [among = {}] = await use((session) =>
    session.rows<Record<string, number>>(`SELECT ${counts} FROM (FROM ${sql} LIMIT ${LOOKED_AT})`),
  );
  for (const { name } of texts) {
    const all = (among[name] ?? 0) > FEW_AMONG ? null : await allOf(use, sql, name);
    if (all === null) own.push(name);
    else few.set(name, all);
  }
  return { few, own };
}

/** All texts of a column; null where there are more than few. */
async function allOf(use: Use, sql: string, name: string): Promise<readonly Text[] | null> {
  const found = await use((session) =>
    session.rows<{ text: Text }>(
      `SELECT * FROM (SELECT DISTINCT "${name}" AS text FROM ${sql} LIMIT ${FEW + 1}) ORDER BY text NULLS LAST`,
    ),
  );
  return found.length > FEW ? null : found.map(({ text }) => text);
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
      const said = texts.filter((text) => text !== null).length;
      const list = `(SELECT unnest(string_split($t${k}, chr(${SEPARATOR}))) AS t, unnest(range(0, ${said})) AS n)`;
      const select = `CAST(coalesce(t${k}.n, ${said}) AS INTEGER)`;
      return { name, at, value, select, join: `LEFT JOIN ${list} AS t${k} ON s."${name}" = t${k}.t` };
    }),
  ];
  const kept = new Map(same.map(([name, [text]]) => [name, (() => text) as Kept]));
  for (const { name, at } of columns) kept.set(name, at);
  if (columns.length === 0) return kept;
  const query = `SELECT CAST(s.rid AS INTEGER) AS rid, ${columns.map(({ select }, k) => `${select} AS c${k}`).join(", ")}
    FROM ${sql} AS s ${columns.map(({ join }) => join).join(" ")}`;
  const types = Object.fromEntries(
    ["rid", ...columns.keys()].map((k) => [k === "rid" ? k : `c${k}`, "int32"]),
  );
  const params = Object.fromEntries(
    several.map(([, texts], k) => [`t${k}`, texts.filter((text) => text !== null).join(SEPARATED)]),
  );
  const read = (session: Session, where: string) =>
    session.each(
      `${query} WHERE ${where}`,
      types as Record<string, "int32">,
      (length, column) => {
        const rid = column.rid as Int32Array;
        for (const [k, { value }] of columns.entries()) {
          const from = column[`c${k}`] as Int32Array;
          for (let i = 0; i < length; i++) value[rid[i] as number] = from[i] as number;
        }
      },
      params,
    );
  const middle = rows >>> 1;
  await Promise.all([`s.rid < ${middle}`, `s.rid >= ${middle}`].map((some) => use((one) => read(one, some))));
  return kept;
}

/** Columns of texts of their own: null where they take too much, or do not come one for every row. */
async function textsOf({ sql, rows, use }: Table, own: readonly string[]): Promise<Map<string, Kept> | null> {
  const step = own.length;
  const parts = own.map((): FrontCoded[] => []);
  const mark = new Int32Array(PART * step + 1);
  let left = MOST_BYTES;
  const add = (part: number, bytes: Uint8Array) => {
    const count = Math.min(PART, rows - part * PART);
    if (!marks(mark, bytes, count * step)) left = -1;
    for (let first = 0; first < step && left >= 0; first++) {
      const coded = frontCoded({ bytes, mark, first, step, count });
      left -= coded.bytes.length;
      (parts[first] as FrontCoded[])[part] = coded;
    }
  };
  const each = own.map((name) => `"${name}" || chr(${SEPARATOR})`).join(" || ");
  let next = 0;
  const turn = async (): Promise<void> => {
    for (let from = next; from < rows && left >= 0; from = next) {
      next = from + SOME;
      const query = `SELECT CAST(rid // ${PART} AS INTEGER) AS part, encode(string_agg(${each}, '' ORDER BY rid)) AS texts
        FROM ${sql} WHERE rid >= ${from} AND rid < ${next} GROUP BY part`;
      await use((session) =>
        session.each(query, { part: "int32", texts: "bytes" }, (length, { part, texts }) => {
          for (let i = 0; i < length && left >= 0; i++) add(part[i] as number, texts[i] as Uint8Array);
        }),
      );
    }
  };
  // While one comes, the other is coded.
  await Promise.all([turn(), turn()]);
  if (left < 0) return null;
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
