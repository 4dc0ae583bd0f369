import type { Entity } from "../../model/entity.ts";
import { Entity as EntitySchema } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import { Statement } from "../../model/statement.ts";
import type { Params } from "../port.ts";
import { asRead } from "./seldom.ts";

export type Rows = <T>(sql: string, params?: Params) => Promise<T[]>;

const SEPARATOR = "\u001f";
const NUMBERS = "(SELECT CAST(unnest(string_split($ns, chr(31))) AS INTEGER) AS n)";
const numbers = (ordinals: Iterable<number>) => [-1, ...new Set(ordinals)].join(SEPARATOR);
const WANTED = "(SELECT DISTINCT unnest(string_split($ids, chr(31))) AS id)";

const inOrder = <T extends { id: string }>(ids: readonly string[], found: readonly T[]): T[] => {
  const by = new Map(found.map((one) => [one.id, one]));
  return [...new Set(ids)].flatMap((id) => by.get(id) ?? []);
};

function grouped<T extends { n: number }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.n);
    if (group) group.push(item);
    else groups.set(item.n, [item]);
  }
  return groups;
}

/** Entities by id, in the order asked for; unknown ids are left out. */
export async function readEntities(rows: Rows, ids: readonly string[]): Promise<Entity[]> {
  if (ids.length === 0) return [];
  const found = await rows<{ n: number; id: string }>(
    `SELECT e.n, e.id FROM entity_id_now AS e SEMI JOIN ${WANTED} AS w ON w.id = e.id`,
    { ids: ids.join(SEPARATOR) },
  );
  return inOrder(ids, await readNumbered(rows, new Map(found.map(({ n, id }) => [n, id]))));
}

/** Entities by ordinal, their ids known, in no particular order. Every query names rows by number: none reads a table. */
export async function readNumbered(rows: Rows, ids: ReadonlyMap<number, string>): Promise<Entity[]> {
  const versions = await rows<Omit<Entity, "id"> & { n: number; v: number }>(
    `SELECT e.n, e.v, e.name, e.kind, e.jurisdiction, e.sector, e.note
     FROM entity_version AS e SEMI JOIN ${NUMBERS} AS w ON w.n = e.n`,
    { ns: numbers(ids.keys()) },
  );
  const vs = { ns: numbers(versions.map((one) => one.v)) };
  const names = await rows<{ n: number; lang: string; text: string }>(
    `SELECT x.v AS n, coalesce(x.lang, '') AS lang, x.text FROM name AS x SEMI JOIN ${NUMBERS} AS w ON w.n = x.v
     WHERE x.k > 0 ORDER BY x.v, x.k`,
    vs,
  );
  const identifiers = await rows<{ n: number; scheme: string; value: string }>(
    `SELECT x.v AS n, x.scheme, x.value FROM identifier AS x SEMI JOIN ${NUMBERS} AS w ON w.n = x.v ORDER BY x.v, x.k`,
    vs,
  );
  const namesOf = grouped(names);
  const identifiersOf = grouped(identifiers);
  const versionOf = new Map(versions.map((one) => [one.n, one]));
  return [...ids].map(([n, id]) => {
    const nothing = { v: -1, name: id, kind: "unknown", jurisdiction: "", sector: "", note: "" };
    const { v, ...version } = versionOf.get(n) ?? nothing;
    return EntitySchema.parse({
      ...version,
      id,
      names: (namesOf.get(v) ?? []).map(({ lang, text }) => ({ lang, text })),
      identifiers: (identifiersOf.get(v) ?? []).map(({ scheme, value }) => ({ scheme, value })),
      placeholder: v < 0,
    });
  });
}

/** Ids of entities by ordinal, in the order asked for. */
export async function readEntityIds(rows: Rows, ordinals: Iterable<number>): Promise<Map<number, string>> {
  const wanted = [...new Set(ordinals)];
  const found = await rows<{ n: number; id: string }>(
    `SELECT e.n, e.id FROM entity_id_now AS e SEMI JOIN ${NUMBERS} AS w ON w.n = e.n`,
    { ns: numbers(wanted) },
  );
  const ids = new Map(found.map(({ n, id }) => [n, id]));
  return new Map(wanted.flatMap((n) => (ids.has(n) ? [[n, ids.get(n) as string]] : [])));
}

/** Whose the versions of entities are, by ordinal; those that no longer count are left out. */
export async function readOwners(rows: Rows, versions: Iterable<number>): Promise<Map<number, number>> {
  const found = await rows<{ v: number; n: number }>(
    `SELECT e.v, e.n FROM entity_version AS e SEMI JOIN ${NUMBERS} AS w ON w.n = e.v`,
    { ns: numbers(versions) },
  );
  return new Map(found.map(({ v, n }) => [v, n]));
}

/** The ordinal of an entity id, −1 where there is none. */
export async function readOrdinal(rows: Rows, id: string): Promise<number> {
  const [row] = await rows<{ n: number }>("SELECT n FROM entity_id_now WHERE id = $id", { id });
  return row?.n ?? -1;
}

/** The columns of a source, of a table or view called s. */
export const SOURCE = `s.id, title, publisher, url, archived_url AS "archivedUrl", published, retrieved, lang, kind, licence,
  derived_from AS "derivedFrom", interested, sha256, note`;

/** Sources by id, in the order asked for. */
export async function readSources(rows: Rows, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const found = await rows<Source>(
    `SELECT ${SOURCE} FROM source_now AS s SEMI JOIN ${WANTED} AS w ON w.id = s.id`,
    { ids: ids.join(SEPARATOR) },
  );
  return inOrder(ids, found);
}

/** A statement as it is read, entities by id. */
export interface StatementRow {
  id: string;
  kind: string;
  subject: string | null;
  object: string | null;
  from_text: string;
  to_text: string;
  basis: string;
  stated: string;
  source: string;
  locator: string;
  quote: string;
  dispute: string;
  note: string;
  right: string;
  share: string;
  class: string;
  direct: string;
  conditional: string;
  leader: string | null;
  with: string | null;
  joint: string;
  reason: string;
  props: string;
  withdrawn: boolean;
  gone_on: string | null;
  gone_why: string | null;
  superseded: boolean;
  redacted: boolean;
}

/** What a statement says in text, of a table or view called s. */
export const stated = (read: typeof asRead) => {
  const one = (column: string) => read("statement", column, "s");
  return `s.from_text, coalesce(nullif(${one("stated_text")}, ''), strftime(DATE '1970-01-01' + s.stated, '%Y-%m-%d')) AS stated,
  s.source, s.locator, s.interest_type AS "right", s.share_text AS share, s.direct, ${[
    ...["to_text", "basis", "quote", "dispute", "note", "class", "conditional", "joint", "reason", "props"],
  ]
    .map((column) => `${one(column)} AS ${column}`)
    .join(", ")}`;
};

/** Statements by id, in the order asked for; of several versions with one id the one that counts, else the latest. */
export async function readStatements(rows: Rows, ids: readonly string[]): Promise<Statement[]> {
  if (ids.length === 0) return [];
  const found = await readRows(rows, `${WANTED} AS w ON w.id = x.id`, { ids: ids.join(SEPARATOR) });
  return inOrder(ids, found.map(statementOf));
}

/** Statements by ordinal, each the very version. */
export async function readStatementsAt(
  rows: Rows,
  ordinals: Iterable<number>,
): Promise<Map<number, Statement>> {
  const found = await readRows(rows, `${NUMBERS} AS w ON w.n = x.n`, { ns: numbers(ordinals) });
  return new Map(found.map((row) => [row.n, statementOf(row)]));
}

/** A statement as it lies, entities by ordinal; `members` joined by `|`. */
export interface NumberedRow extends Omit<StatementRow, "subject" | "object" | "leader" | "with"> {
  readonly n: number;
  readonly subject: number | null;
  readonly object: number | null;
  readonly leader: number | null;
  readonly members: string;
}

const numbersIn = (members: string) => (members === "" ? [] : members.split("|").map(Number));

/** The row with ids for ordinals; those that are nobody's are left out. */
export function withIds({ members, ...row }: NumberedRow, idOf: (n: number) => string | undefined) {
  const id = (n: number | null) => (n === null ? null : (idOf(n) ?? null));
  const ids =
    members === ""
      ? null
      : numbersIn(members)
          .flatMap((n) => idOf(n) ?? [])
          .join("|");
  return { ...row, subject: id(row.subject), object: id(row.object), leader: id(row.leader), with: ids };
}

/** Ids are looked up in a query of their own: joined, the engine would read all there are. */
async function readRows(
  rows: Rows,
  wanted: string,
  params: Params,
): Promise<(StatementRow & { n: number })[]> {
  const found = await rows<NumberedRow>(
    `WITH s AS MATERIALIZED (SELECT x.* FROM statement_all AS x SEMI JOIN ${wanted}),
     g AS (SELECT n, bool_or(how = 'withdrawn') AS withdrawn, bool_or(how = 'superseded') AS superseded,
             bool_or(how = 'redacted') AS redacted
           FROM gone WHERE n IN (SELECT n FROM s) GROUP BY n)
     SELECT s.n, s.id, s.kind, s.subject, s.object, s.leader, s.members, ${stated(asRead)},
       coalesce(g.withdrawn, false) AS withdrawn, coalesce(g.superseded, false) AS superseded,
       coalesce(g.redacted, false) AS redacted,
       strftime(DATE '1970-01-01' + x.day, '%Y-%m-%d') AS gone_on, x.why AS gone_why
     FROM s LEFT JOIN g ON g.n = s.n LEFT JOIN withdrawal AS x ON x.n = s.n
     ORDER BY superseded DESC, withdrawn DESC, s.import, s.n`,
    params,
  );
  const named = found.flatMap(({ subject, object, leader, members }) => [
    ...[subject, object, leader].filter((n) => n !== null),
    ...numbersIn(members),
  ]);
  const ids = await readEntityIds(rows, named);
  return found.map((row) => withIds(row, (n) => ids.get(n)));
}

const OWN = [
  "right",
  "share",
  "class",
  "direct",
  "conditional",
  "with",
  "leader",
  "joint",
  "reason",
] as const;

/** A row as a statement. */
export function statementOf(row: StatementRow): Statement {
  const properties: Record<string, string> = {};
  for (const key of OWN) if (row[key]) properties[key] = row[key];
  const more: unknown = JSON.parse(row.props);
  for (const [key, value] of Object.entries(more ?? {})) {
    properties[key] = typeof value === "string" ? value : JSON.stringify(value);
  }
  return Statement.parse({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    object: row.object,
    from: row.from_text,
    to: row.to_text,
    basis: row.basis,
    statedOn: row.stated,
    source: row.source,
    locator: row.locator,
    quote: row.quote,
    dispute: row.dispute,
    note: row.note,
    status: row.redacted
      ? "redacted"
      : row.withdrawn
        ? "withdrawn"
        : row.superseded
          ? "superseded"
          : "active",
    ...(row.gone_on === null ? {} : { withdrawn: { on: row.gone_on, why: row.gone_why ?? "" } }),
    properties,
  });
}
