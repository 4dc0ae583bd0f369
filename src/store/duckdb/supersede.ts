import type { Session } from "./session.ts";

/**
 * Settles which versions of a record give way to the statements from `firstNew` on. Of two with the same id the later
 * import counts, whatever day they were stated (a correction); of two of one record the later stated, whatever the
 * order of import. Every pair is noted, so that taking an import back needs no second look.
 */
export async function settleStatements(session: Session, firstNew: number): Promise<number> {
  await session.run(`CREATE OR REPLACE TEMP TABLE version AS
    SELECT n, import, id, record, stated, n >= ${firstNew} AS fresh FROM statement_live
    WHERE record IN (
      SELECT f.record FROM (SELECT record, n FROM statement_live WHERE n >= ${firstNew}) AS f
      JOIN statement_live AS o ON o.record = f.record AND o.n <> f.n)`);
  await session.run(`INSERT INTO statement_gone
    SELECT a.n, b.stated, 'superseded', b.import, b.n, a.id = b.id, '', ''
    FROM version AS a JOIN version AS b ON a.record = b.record AND a.n <> b.n AND (a.fresh OR b.fresh)
    WHERE CASE WHEN a.id = b.id THEN (a.import, a.n) < (b.import, b.n) ELSE (a.stated, a.import, a.n) < (b.stated, b.import, b.n) END`);
  const [count] = await session.rows<{ n: number }>(
    "SELECT count(DISTINCT g.n) AS n FROM gone AS g JOIN version AS v ON v.n = g.n",
  );
  await session.run("DROP TABLE version");
  return count?.n ?? 0;
}
