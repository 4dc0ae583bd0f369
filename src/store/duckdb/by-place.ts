import { Entity } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import { MOST_SOUGHT } from "./instance.ts";
import type { EntityPlaces, Places, StatementPlaces } from "./places.ts";
import { type NumberedRow, SOURCE, stated, statementOf, withIds } from "./read.ts";
import type { Use } from "./reading.ts";
import type { asRead } from "./seldom.ts";
import type { Session } from "./session.ts";

/**
 * The engine finds up to `MOST_SOUGHT` numbers by the least and the most in each part of a table: of `n` for parts of
 * 122,880 rows, of row numbers for 2,048 rows. Asked for both it passes over all the rest, and what lies near each other
 * is read once; for more it reads a whole column, which pays from a few thousand on.
 */
const BATCH = MOST_SOUGHT;
const MOST_FETCHED = 2_000;

const NUMBERS = (given: string, type: string) => `CAST(unnest(string_split($${given}, ',')) AS ${type})`;
const WANTED = `(SELECT ${NUMBERS("ns", "BIGINT")})`;
/** Rows of a table called `s` that lie where they are known to and have these ordinals. */
const LYING = `SEMI JOIN (SELECT ${NUMBERS("rows", "BIGINT")} AS r, ${NUMBERS("ns", "INTEGER")} AS n) AS w
  ON s.rowid = w.r AND s.n = w.n`;

/** Rows of a table by number, in no particular order; `rowOf` where each lies, if that is known. */
async function fetched<T>(
  session: Session,
  sql: string,
  numbers: Iterable<number>,
  rowOf: ((n: number) => number) | null = null,
): Promise<T[]> {
  const sorted = Float64Array.from(new Set(numbers)).sort();
  const size = sorted.length <= MOST_FETCHED ? BATCH : sorted.length;
  const found: T[] = [];
  for (let i = 0; i < sorted.length; i += size) {
    const some = sorted.subarray(i, i + size);
    const params = rowOf === null ? {} : { rows: some.map(rowOf).join() };
    for (const row of await session.again<T>(sql, { ...params, ns: some.join() })) found.push(row);
  }
  return found;
}

/** The columns that are read of a row. */
type Columns = (read: typeof asRead) => string;

/** Rows of a table: from memory, or where they lie, the quiet ones apart. */
async function lying<T>(
  use: Use,
  table: string,
  columns: Columns,
  { row, voices, kept }: Places,
  ordinals: readonly number[],
): Promise<T[]> {
  const known = ordinals.filter((n) => row(n) >= 0);
  if (kept !== null) return known.map((n) => kept(row(n)) as T);
  const quiet = known.filter(voices.quiet);
  const others = known.filter((n) => !voices.quiet(n));
  const read = (how: typeof asRead, some: number[]) =>
    use((session) => fetched<T>(session, `SELECT ${columns(how)} FROM ${table} AS s ${LYING}`, some, row));
  return (await read(voices.ofQuiet, quiet)).concat(await read(voices.ofOthers, others));
}

interface EntityRow {
  readonly v: number;
  readonly n: number;
  readonly named: boolean;
  readonly identified: boolean;
}

export const entityColumns: Columns = (read) =>
  `s.v, s.n, s.name, s.kind, s.jurisdiction, ${read("entity", "sector", "s")} AS sector,
    ${read("entity", "note", "s")} AS note, ${read("entity", "names", "s")} <> '' AS named,
    ${read("entity", "identifiers", "s")} <> '' AS identified`;

/** Entities by ordinal; every ordinal is one that counts. */
export async function entitiesAt(
  use: Use,
  places: EntityPlaces,
  ordinals: readonly number[],
): Promise<Map<number, Entity>> {
  const rows = await lying<EntityRow & Record<string, unknown>>(
    use,
    "entity",
    entityColumns,
    places,
    ordinals,
  );
  const names = await listsOf<{ v: number; lang: string; text: string }>(
    use,
    `SELECT v, lang, text FROM name WHERE k > 0 AND v IN ${WANTED} ORDER BY v, k`,
    rows.filter((row) => row.named),
  );
  const identifiers = await listsOf<{ v: number; scheme: string; value: string }>(
    use,
    `SELECT v, scheme, value FROM identifier WHERE v IN ${WANTED} ORDER BY v, k`,
    rows.filter((row) => row.identified),
  );
  const byOrdinal = new Map(rows.map((row) => [row.n, row]));
  return new Map(
    ordinals.map((n) => {
      const row = byOrdinal.get(n);
      const id = places.ids.text(n);
      const entity = {
        name: id,
        kind: "unknown",
        jurisdiction: "",
        sector: "",
        note: "",
        ...row,
        id,
        names: (names.get(row?.v ?? -1) ?? []).map(({ lang, text }) => ({ lang, text })),
        identifiers: (identifiers.get(row?.v ?? -1) ?? []).map(({ scheme, value }) => ({ scheme, value })),
        placeholder: row === undefined,
      };
      return [n, Entity.parse(entity)];
    }),
  );
}

/** What belongs to versions of entities, in order, by version. */
async function listsOf<T extends { readonly v: number }>(
  use: Use,
  sql: string,
  rows: readonly EntityRow[],
): Promise<Map<number, T[]>> {
  const lists = new Map<number, T[]>();
  if (rows.length === 0) return lists;
  const versions = rows.map((row) => row.v);
  for (const item of await use((session) => fetched<T>(session, sql, versions))) {
    const list = lists.get(item.v);
    if (list) list.push(item);
    else lists.set(item.v, [item]);
  }
  return lists;
}

/** Sources by row number. */
export async function sourcesAt(use: Use, rows: readonly number[]): Promise<Source[]> {
  const query = `SELECT ${SOURCE} FROM source AS s WHERE s.rowid IN ${WANTED}`;
  return use((session) => fetched<Source>(session, query, rows));
}

type RawStatement = Omit<NumberedRow, "withdrawn" | "superseded" | "redacted" | "gone_on" | "gone_why"> & {
  readonly import: number;
};

const COUNTS = { withdrawn: false, superseded: false, redacted: false, gone_on: null, gone_why: null };

export const statementColumns: Columns = (read) =>
  `s.n, s.import, s.id, s.kind, s.subject, s.object, s.leader, ${read("statement", "members", "s")} AS members,
    ${stated(read)}`;

/** Statements that count, by ordinal; those of imports taken back are left out. */
export async function statementsAt(
  use: Use,
  places: StatementPlaces,
  entities: EntityPlaces,
  ordinals: Iterable<number>,
): Promise<Map<number, Statement>> {
  const rows = await lying<RawStatement>(use, "statement", statementColumns, places, [...ordinals]);
  const idOf = (n: number) => (n < 0 || n >= entities.length ? undefined : entities.ids.text(n));
  return new Map(
    rows
      .filter((row) => !places.undone.has(row.import))
      .map((row) => [row.n, statementOf(withIds({ ...row, ...COUNTS }, idOf))]),
  );
}
