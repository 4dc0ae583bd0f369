import { type Carried, ENTITY_CELLS, type Row, SOURCE_CELLS, STATEMENT_CELLS } from "../../model/carried.ts";
import type { Reader, Writer } from "../../store/port.ts";
import { ENTITY_ROWS } from "../entity-rows.ts";

/** What is to be carried, by id. */
export interface Wanted {
  readonly statements: Iterable<string>;
  readonly entities: Iterable<string>;
  readonly sources: Iterable<string>;
}

type Case = Pick<Reader, "rows"> & Pick<Writer, "imports" | "withdrawals">;

const list = (ids: Iterable<string>) => ({ ids: [...new Set(ids)].join("\u001f") });
const WANTED = "(SELECT DISTINCT unnest(string_split($ids, chr(31))) AS id)";

/** Takes a part out of a case: the statements with every version of their records, those named and their sources. */
export async function takeOut(store: Case, wanted: Wanted): Promise<Carried> {
  const statements = await store.rows<Row & { import: number }>(STATEMENTS, list(wanted.statements));
  const named = new Set(wanted.entities);
  for (const { subject, object, leader, members } of statements)
    for (const id of [subject, object, leader, ...(members ?? "").split("|")]) if (id) named.add(id);
  const entities = await store.rows<Row>(
    `SELECT e.* FROM (${ENTITY_ROWS}) AS e JOIN ${WANTED} AS w ON w.id = e.id ORDER BY e.n`,
    list(named),
  );
  const from = [...wanted.sources, ...statements.map(({ source = "" }) => source)];
  const sources = await store.rows<Row>(
    `SELECT s.* FROM source_now AS s JOIN ${WANTED} AS w ON w.id = s.id ORDER BY s.id`,
    list(from),
  );
  return {
    entities: entities.map((row) => filled(row, ENTITY_CELLS)),
    sources: sources.map((row) => filled(row, SOURCE_CELLS)),
    events: await eventsOf(store, statements),
  };
}

/** The imports that brought statements, and the withdrawals, in the order of their moments. */
async function eventsOf(store: Case, statements: readonly (Row & { import: number })[]) {
  const ids = new Set(statements.map(({ id = "" }) => id));
  const imports = (await store.imports()).map(({ n, at }) => ({
    ...{ what: "imported" as const, at },
    statements: statements.filter((row) => row.import === n).map((row) => filled(row, STATEMENT_CELLS)),
  }));
  const turns = (await store.withdrawals()).flatMap(({ at, why, statements: all, undone }) => {
    const some = all.filter((id) => ids.has(id));
    const back = undone && { what: "restored" as const, ...undone, statements: some };
    return [{ what: "withdrawn" as const, at, why, statements: some }, ...(back ? [back] : [])];
  });
  return [...imports, ...turns]
    .filter((event) => event.statements.length > 0)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const filled = <K extends string>(row: Row, cells: readonly K[]) =>
  Object.fromEntries(cells.flatMap((name) => (row[name] ? [[name, row[name]]] : []))) as Partial<
    Record<K, string>
  >;

const STATEMENTS = `
  SELECT s.import, s.id, s.record, s.kind, a.id AS subject, b.id AS object, s.from_text, s.to_text, s.basis, s.stated_text,
    s.source, s.locator, s.quote, s.dispute, s.note, s.interest_type, s.share_text, s.class, s.direct, s.conditional,
    l.id AS leader, m.ids AS members, s.joint, s.reason, s.props
  FROM statement_all AS s SEMI JOIN (
      SELECT x.record FROM statement_all AS x JOIN ${WANTED} AS w ON w.id = x.id) AS r ON r.record = s.record
  ANTI JOIN (SELECT n FROM gone WHERE how = 'redacted') AS x ON x.n = s.n
  LEFT JOIN entity_now AS a ON a.n = s.subject LEFT JOIN entity_now AS b ON b.n = s.object
  LEFT JOIN entity_now AS l ON l.n = s.leader
  LEFT JOIN (SELECT x.n, string_agg(e.id, '|' ORDER BY x.k) AS ids FROM (
      SELECT n, CAST(unnest(list) AS INTEGER) AS member, generate_subscripts(list, 1) AS k FROM (
        SELECT n, string_split(members, '|') AS list FROM statement_all WHERE members <> '')) AS x
    JOIN entity_now AS e ON e.n = x.member GROUP BY x.n) AS m ON m.n = s.n
  ORDER BY s.n`;
