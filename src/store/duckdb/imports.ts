import type { ImportRecord, Reject } from "../port.ts";
import type { Session } from "./session.ts";

/** What came in, oldest first. */
export async function importRecords(session: Session): Promise<ImportRecord[]> {
  const rows = await session.rows<Omit<ImportRecord, "known" | "withdrawn" | "revived">>(
    `SELECT i.n, i.name, i.sha256, i.format, i.reader, i.instant AS "at", i.entities, i.sources, i.statements, i.superseded, i.unchanged,
       i.rejects, u.instant AS undone
     FROM imported AS i LEFT JOIN undone AS u ON u.import = i.n ORDER BY i.n`,
  );
  const touched = new Map((await touchedByWithdrawal(session)).map(({ n, ...counts }) => [n, counts]));
  return rows.map((row) => ({ ...row, ...(touched.get(row.n) ?? NONE), known: false }));
}

interface Touched {
  readonly n: number;
  readonly withdrawn: number;
  readonly revived: number;
}

const NONE = { withdrawn: 0, revived: 0 };

/** How many statements of each import are withdrawn, or came in place of withdrawn ones. */
async function touchedByWithdrawal(session: Session): Promise<Touched[]> {
  const [some] = await session.rows<{ any: boolean }>('SELECT EXISTS (SELECT 1 FROM withdrawal) AS "any"');
  return some?.any ? session.rows<Touched>(TOUCHED) : [];
}

const TOUCHED = `
    WITH w AS (SELECT s.n, s.record, s.import FROM statement_all AS s JOIN withdrawal AS x ON x.n = s.n),
    t AS (
      SELECT import, n, true AS stays FROM w
      UNION SELECT a.import, w.n, true FROM again AS a JOIN w ON w.n = a.v WHERE a.what = 'statement'
      UNION SELECT s.import, s.n, false FROM statement_all AS s JOIN w ON w.record = s.record AND w.import < s.import
        ANTI JOIN w AS self ON self.n = s.n)
    SELECT import AS n, count(*) FILTER (WHERE stays) AS withdrawn, count(*) FILTER (WHERE NOT stays) AS revived
    FROM t GROUP BY import`;

/** The same of one import. */
export const touchedIn = async (session: Session, n: number) => {
  const [found = NONE] = (await touchedByWithdrawal(session)).filter((one) => one.n === n);
  return { withdrawn: found.withdrawn, revived: found.revived };
};

/** The rows an import set aside. */
export function importRejects(session: Session, n: number): Promise<Reject[]> {
  return session.rows<Reject>(
    "SELECT file, row, code, message FROM reject WHERE import = $n ORDER BY file, row",
    { n },
  );
}
