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
  const params = { ids: ids.join(SEPARATOR) };
  const found = await rows<Entity & { n: number }>(
    `SELECT e.* FROM entity_now AS e JOIN ${WANTED} AS w ON w.id = e.id`,
    params,
  );
  const ns = { ns: numbers(found.map((one) => one.n)) };
  const names = await rows<{ n: number; lang: string; text: string }>(
    `SELECT x.n, x.lang, x.text FROM name_now AS x JOIN ${NUMBERS} AS w ON w.n = x.n WHERE x.k > 0 ORDER BY x.n, x.k`,
    ns,
  );
  const identifiers = await rows<{ n: number; scheme: string; value: string }>(
    `SELECT x.n, x.scheme, x.value FROM identifier_now AS x JOIN ${NUMBERS} AS w ON w.n = x.n ORDER BY x.n, x.k`,
    ns,
  );
  const namesOf = grouped(names);
  const identifiersOf = grouped(identifiers);
  return inOrder(
    ids,
    found.map((one) =>
      EntitySchema.parse({
        ...one,
        names: (namesOf.get(one.n) ?? []).map(({ lang, text }) => ({ lang, text })),
        identifiers: (identifiersOf.get(one.n) ?? []).map(({ scheme, value }) => ({ scheme, value })),
      }),
    ),
  );
}

/** Ids of entities by ordinal. */
export async function readEntityIds(rows: Rows, ordinals: Iterable<number>): Promise<Map<number, string>> {
  const found = await rows<{ n: number; id: string }>(
    `SELECT e.n, e.id FROM entity_now AS e JOIN ${NUMBERS} AS w ON w.n = e.n`,
    { ns: numbers(ordinals) },
  );
  return new Map(found.map(({ n, id }) => [n, id]));
}

/** The ordinal of an entity id, −1 where there is none. */
export async function readOrdinal(rows: Rows, id: string): Promise<number> {
  const [row] = await rows<{ n: number }>("SELECT n FROM entity_now WHERE id = $id", { id });
  return row?.n ?? -1;
}

/** The columns of a source, of a table or view called s. */
export const SOURCE = `s.id, title, publisher, url, archived_url AS "archivedUrl", published, retrieved, lang, kind, licence,
  derived_from AS "derivedFrom", interested, sha256, note`;

/** Sources by id, in the order asked for. */
export async function readSources(rows: Rows, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const found = await rows<Source>(
    `SELECT ${SOURCE} FROM source_now AS s JOIN ${WANTED} AS w ON w.id = s.id`,
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

function readRows(rows: Rows, wanted: string, params: Params): Promise<(StatementRow & { n: number })[]> {
  return rows(
    `WITH s AS (SELECT x.* FROM statement_all AS x JOIN ${wanted}),
     g AS (SELECT n, bool_or(how = 'withdrawn') AS withdrawn, bool_or(how = 'superseded') AS superseded,
             bool_or(how = 'redacted') AS redacted
           FROM gone WHERE n IN (SELECT n FROM s) GROUP BY n),
     m AS (SELECT x.n, string_agg(e.id, '|' ORDER BY x.k) AS ids FROM (
             SELECT n, CAST(unnest(l) AS INTEGER) AS member, generate_subscripts(l, 1) AS k
             FROM (SELECT n, string_split(members, '|') AS l FROM s WHERE members <> '')) AS x
           JOIN entity_now AS e ON e.n = x.member GROUP BY x.n)
     SELECT s.n, s.id, s.kind, a.id AS subject, b.id AS object, ${stated(asRead)}, l.id AS leader, m.ids AS "with",
       coalesce(g.withdrawn, false) AS withdrawn, coalesce(g.superseded, false) AS superseded,
       coalesce(g.redacted, false) AS redacted,
       strftime(DATE '1970-01-01' + x.day, '%Y-%m-%d') AS gone_on, x.why AS gone_why
     FROM s LEFT JOIN g ON g.n = s.n LEFT JOIN m ON m.n = s.n LEFT JOIN withdrawal AS x ON x.n = s.n
     LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
     LEFT JOIN entity_now AS l ON l.n = s.leader
     ORDER BY superseded DESC, withdrawn DESC, s.import, s.n`,
    params,
  );
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
