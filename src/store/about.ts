import type { Reader } from "./port.ts";

/** How much a case holds; statements that were superseded or withdrawn are not counted. */
export interface Counts {
  readonly entities: number;
  readonly statements: number;
  readonly sources: number;
}

/** Counts what a case holds. */
export async function countsOf(store: Pick<Reader, "rows">): Promise<Counts> {
  const [row] = await store.rows<Counts>(
    `SELECT (SELECT count(*) FROM entity_now) AS entities, (SELECT count(*) FROM source_now) AS sources,
       (SELECT count(*) FROM statement_all AS s ANTI JOIN gone AS g ON s.n = g.n) AS statements`,
  );
  return {
    entities: Number(row?.entities ?? 0),
    statements: Number(row?.statements ?? 0),
    sources: Number(row?.sources ?? 0),
  };
}

/** Ids of statements that name an entity, in whatever role, sorted; at most `limit`. */
export async function statementsAbout(
  store: Pick<Reader, "rows">,
  entity: string,
  limit: number,
): Promise<string[]> {
  const found = await store.rows<{ id: string }>(
    `SELECT DISTINCT s.id FROM statement_all AS s, (SELECT n FROM entity_now WHERE id = $entity) AS e
     WHERE s.subject = e.n OR s.object = e.n OR s.leader = e.n
       OR contains(concat('|', s.members, '|'), concat('|', CAST(e.n AS VARCHAR), '|'))
     ORDER BY s.id LIMIT ${Math.trunc(limit)}`,
    { entity },
  );
  return found.map((row) => row.id);
}

/** Ids of statements that rest on a source, sorted; at most `limit`. */
export async function statementsFrom(
  store: Pick<Reader, "rows">,
  source: string,
  limit: number,
): Promise<string[]> {
  const found = await store.rows<{ id: string }>(
    `SELECT DISTINCT id FROM statement_all WHERE source = $source ORDER BY id LIMIT ${Math.trunc(limit)}`,
    { source },
  );
  return found.map((row) => row.id);
}

/** How many statements rest on a source; how many of them are withdrawn, and for which reasons. */
export interface SourceCount {
  readonly id: string;
  readonly statements: number;
  readonly withdrawn: number;
  readonly reasons: readonly string[];
}

/** Every source by id, with how many statements rest on it. */
export async function sourceCounts(store: Pick<Reader, "rows">): Promise<readonly SourceCount[]> {
  const rows = await store.rows<{ id: string; statements: number; withdrawn: number }>(
    `SELECT s.id, coalesce(c.statements, 0) AS statements, coalesce(c.withdrawn, 0) AS withdrawn FROM source_now AS s
     LEFT JOIN (SELECT a.source, count(DISTINCT a.id) AS statements, count(DISTINCT CASE WHEN w.n IS NOT NULL THEN a.id END) AS withdrawn
                FROM statement_all AS a LEFT JOIN withdrawal AS w ON w.n = a.n GROUP BY a.source) AS c
       ON c.source = s.id ORDER BY s.id`,
  );
  const whys = await store.rows<{ source: string; why: string }>(
    "SELECT DISTINCT a.source, w.why FROM withdrawal AS w JOIN statement_all AS a ON a.n = w.n ORDER BY 1, 2",
  );
  return rows.map(({ id, statements, withdrawn }) => ({
    id,
    statements: Number(statements),
    withdrawn: Number(withdrawn),
    reasons: whys.filter((each) => each.source === id).map((each) => each.why),
  }));
}
