import type { KeptRows } from "./kept-rows.ts";
import type { Session } from "./session.ts";
import { TextIndex } from "./text-index.ts";
import { marked, type Voices, voicesOf } from "./voices.ts";

/** The row of a table with an ordinal, −1 where there is none, and how rows are read. */
export interface Places {
  /** How many ordinals count. */
  readonly length: number;
  readonly row: (n: number) => number;
  readonly voices: Voices;
  /** All rows in memory, once they were asked for and if they do not take too much. */
  kept: KeptRows | null;
}

/** Ids of entities by ordinal and back, and where the version that counts lies: nowhere for a placeholder. */
export interface EntityPlaces extends Places {
  readonly ids: TextIndex;
}

/** Where statements lie, which are gone, and which imports were taken back. */
export interface StatementPlaces extends Places {
  readonly gone: (n: number) => boolean;
  readonly undone: ReadonlySet<number>;
}

/** Sources that count, numbered as their ids are, and the row of each in `source`. */
export interface SourcePlaces {
  readonly ids: TextIndex;
  readonly row: (number: number) => number;
}

/** Texts of a query `(n, id)`, dense from 0, a few thousand a row: a text each would cost seconds over millions. */
async function texts(session: Session, numbered: string): Promise<TextIndex> {
  const { column } = await session.columns(
    `SELECT string_agg(id || chr(31), '' ORDER BY n) AS ids FROM (${numbered}) GROUP BY n // 4096 ORDER BY min(n)`,
    { ids: "text" },
  );
  return new TextIndex(column.ids as readonly string[]);
}

const live = (table: string) =>
  `(SELECT x.rowid AS rid, x.* FROM ${table} AS x ANTI JOIN undone AS u ON x.import = u.import)`;
const counting = (table: string) =>
  `${live(table)} AS x ANTI JOIN (SELECT v FROM ${live(`${table}_gone`)}) AS g ON x.v = g.v`;

export async function entityPlaces(session: Session): Promise<EntityPlaces> {
  const ids = await texts(session, "SELECT n, id FROM entity_id");
  const [count] = await session.rows<{ n: number }>(
    "SELECT CAST(value AS INTEGER) AS n FROM meta WHERE key = 'entities'",
  );
  const { length, column } = await session.columns(
    `SELECT x.n, CAST(x.rid AS INTEGER) AS rid FROM ${counting("entity")}`,
    { n: "int32", rid: "int32" },
  );
  const rows = new Int32Array(ids.length).fill(-1);
  for (let i = 0; i < length; i++)
    rows[(column.n as Int32Array)[i] as number] = (column.rid as Int32Array)[i] as number;
  return {
    length: Math.min(count?.n ?? 0, ids.length),
    ids,
    row: (n) => rows[n] ?? -1,
    voices: await voicesOf(session, "entity", ids.length),
    kept: null,
  };
}

export async function statementPlaces(session: Session): Promise<StatementPlaces> {
  const [shape] = await session.rows<{ length: number; rows: number; least: number; most: number }>(
    `SELECT coalesce(max(n) + 1, 0) AS length, count(*) AS rows, coalesce(min(n - rowid), 0) AS least,
       coalesce(max(n - rowid), 0) AS most FROM statement`,
  );
  const { length, rows, least, most } = shape ?? { length: 0, rows: 0, least: 0, most: 0 };
  const places = least === most ? null : await moved(session, length);
  const row = (n: number) => (places === null ? n - least : (places[n] ?? -1));
  const gone = await marked(session, "SELECT n FROM gone", length);
  const undone = await session.rows<{ import: number }>("SELECT import FROM undone");
  return {
    length,
    row: (n) => (n >= 0 && row(n) < rows ? row(n) : -1),
    voices: await voicesOf(session, "statement", length),
    kept: null,
    gone,
    undone: new Set(undone.map((one) => one.import)),
  };
}

/** Ordinals leave gaps where rows were said before: the row of each. */
async function moved(session: Session, length: number): Promise<Int32Array> {
  const rows = new Int32Array(length).fill(-1);
  const read = await session.columns("SELECT n, CAST(rowid AS INTEGER) AS rid FROM statement", {
    n: "int32",
    rid: "int32",
  });
  for (let i = 0; i < read.length; i++)
    rows[(read.column.n as Int32Array)[i] as number] = (read.column.rid as Int32Array)[i] as number;
  return rows;
}

export async function sourcePlaces(session: Session): Promise<SourcePlaces> {
  const counted = `SELECT row_number() OVER (ORDER BY x.rid) - 1 AS n, x.id, x.rid FROM ${counting("source")}`;
  const ids = await texts(session, counted);
  const { column } = await session.columns(
    `SELECT CAST(rid AS INTEGER) AS rid FROM (${counted}) ORDER BY n`,
    {
      rid: "int32",
    },
  );
  return { ids, row: (number) => (column.rid as Int32Array)[number] ?? -1 };
}
