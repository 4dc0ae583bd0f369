import type { Session } from "./session.ts";

/** The ordinals that statements name. */
const MENTIONED = `SELECT subject AS n FROM statement_all UNION SELECT object FROM statement_all
  UNION SELECT leader FROM statement_all
  UNION SELECT CAST(unnest(string_split(members, '|')) AS INTEGER) FROM statement_all WHERE members <> ''`;

/**
 * Keeps the ordinals of entities dense: those that only undone imports mention come after all others. Ordinals are an
 * index, not evidence; without an undone import nothing moves.
 */
export async function renumber(session: Session): Promise<void> {
  const [undone] = await session.rows<{ n: number }>("SELECT count(*) AS n FROM undone");
  if ((undone?.n ?? 0) === 0) {
    await session.run(
      "UPDATE meta SET value = (SELECT CAST(count(*) AS VARCHAR) FROM entity_id) WHERE key = 'entities'",
    );
    return;
  }
  await session.run(`CREATE OR REPLACE TEMP TABLE counted AS
    SELECT DISTINCT n FROM (SELECT n FROM entity_version UNION ALL (${MENTIONED})) WHERE n IS NOT NULL`);
  await session.run(`CREATE OR REPLACE TEMP TABLE moved AS SELECT n AS old, CAST(k - 1 AS INTEGER) AS n FROM (
      SELECT i.n, row_number() OVER (ORDER BY c.n IS NULL, i.n) AS k FROM entity_id AS i LEFT JOIN counted AS c ON c.n = i.n)
    WHERE n <> k - 1`);
  await session.run(`CREATE OR REPLACE TEMP TABLE moved_members AS
    SELECT s.n, string_agg(CAST(coalesce(m.n, s.x) AS VARCHAR), '|' ORDER BY s.k) AS members FROM (
      SELECT n, CAST(unnest(l) AS INTEGER) AS x, generate_subscripts(l, 1) AS k FROM (
        SELECT n, string_split(members, '|') AS l FROM statement WHERE members <> '')) AS s
    LEFT JOIN moved AS m ON m.old = s.x GROUP BY s.n`);
  for (const column of ["subject", "object", "leader"]) {
    await session.run(
      `UPDATE statement SET ${column} = m.n FROM moved AS m WHERE statement.${column} = m.old`,
    );
  }
  await session.run(
    "UPDATE statement SET members = m.members FROM moved_members AS m WHERE statement.n = m.n AND statement.members <> m.members",
  );
  await session.run("UPDATE entity SET n = m.n FROM moved AS m WHERE entity.n = m.old");
  await session.run("UPDATE entity_id SET n = m.n FROM moved AS m WHERE entity_id.n = m.old");
  await session.run(
    "UPDATE meta SET value = (SELECT CAST(count(*) AS VARCHAR) FROM counted) WHERE key = 'entities'",
  );
  for (const table of ["counted", "moved", "moved_members"]) await session.run(`DROP TABLE ${table}`);
}
