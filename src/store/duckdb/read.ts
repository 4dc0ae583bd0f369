import type { Entity } from "../../model/entity.ts";
import { Entity as EntitySchema } from "../../model/entity.ts";
import type { Source } from "../../model/source.ts";
import { Statement } from "../../model/statement.ts";
import type { Params } from "../port.ts";

type Rows = <T>(sql: string, params?: Params) => Promise<T[]>;

const SEPARATOR = "\u001f";
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
  const ns = { ns: found.map((one) => one.n).join(SEPARATOR) };
  const CHOSEN = "(SELECT CAST(unnest(string_split($ns, chr(31))) AS INTEGER) AS n)";
  const names = await rows<{ n: number; lang: string; text: string }>(
    `SELECT x.n, x.lang, x.text FROM name_now AS x JOIN ${CHOSEN} AS w ON w.n = x.n WHERE x.k > 0 ORDER BY x.n, x.k`,
    found.length === 0 ? { ns: "-1" } : ns,
  );
  const identifiers = await rows<{ n: number; scheme: string; value: string }>(
    `SELECT x.n, x.scheme, x.value FROM identifier_now AS x JOIN ${CHOSEN} AS w ON w.n = x.n ORDER BY x.n, x.k`,
    found.length === 0 ? { ns: "-1" } : ns,
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

/** Sources by id, in the order asked for. */
export async function readSources(rows: Rows, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const found = await rows<Source>(
    `SELECT s.id, title, publisher, url, archived_url AS "archivedUrl", published, retrieved, lang, kind, licence,
       derived_from AS "derivedFrom", interested, sha256, note
     FROM source_now AS s JOIN ${WANTED} AS w ON w.id = s.id`,
    { ids: ids.join(SEPARATOR) },
  );
  return inOrder(ids, found);
}

interface StatementRow {
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
}

/** Statements by id, in the order asked for; of several versions with one id the one that counts, else the latest. */
export async function readStatements(rows: Rows, ids: readonly string[]): Promise<Statement[]> {
  if (ids.length === 0) return [];
  const found = await rows<StatementRow>(
    `WITH s AS (SELECT x.* FROM statement_all AS x JOIN ${WANTED} AS w ON w.id = x.id),
     g AS (SELECT n, bool_or(how = 'withdrawn') AS withdrawn, bool_or(how = 'superseded') AS superseded
           FROM gone WHERE n IN (SELECT n FROM s) GROUP BY n),
     m AS (SELECT x.n, string_agg(e.id, '|' ORDER BY x.k) AS ids FROM (
             SELECT n, CAST(unnest(l) AS INTEGER) AS member, generate_subscripts(l, 1) AS k
             FROM (SELECT n, string_split(members, '|') AS l FROM s WHERE members <> '')) AS x
           JOIN entity_now AS e ON e.n = x.member GROUP BY x.n)
     SELECT s.id, s.kind, a.id AS subject, b.id AS object, s.from_text, s.to_text, s.basis,
       coalesce(nullif(s.stated_text, ''), strftime(DATE '1970-01-01' + s.stated, '%Y-%m-%d')) AS stated,
       s.source, s.locator, s.quote, s.dispute, s.note, s.interest_type AS "right", s.share_text AS share, s.class, s.direct,
       s.conditional, l.id AS leader, m.ids AS "with", s.joint, s.reason, s.props,
       coalesce(g.withdrawn, false) AS withdrawn, coalesce(g.superseded, false) AS superseded,
       strftime(DATE '1970-01-01' + x.day, '%Y-%m-%d') AS gone_on, x.why AS gone_why
     FROM s LEFT JOIN g ON g.n = s.n LEFT JOIN m ON m.n = s.n LEFT JOIN withdrawal AS x ON x.n = s.n
     LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
     LEFT JOIN entity_now AS l ON l.n = s.leader
     ORDER BY superseded DESC, withdrawn DESC, s.import, s.n`,
    { ids: ids.join(SEPARATOR) },
  );
  return inOrder(ids, found.map(statement));
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

function statement(row: StatementRow): Statement {
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
    status: row.withdrawn ? "withdrawn" : row.superseded ? "superseded" : "active",
    ...(row.gone_on === null ? {} : { withdrawn: { on: row.gone_on, why: row.gone_why ?? "" } }),
    properties,
  });
}
