import type { ImportRecord, Reject } from "../port.ts";
import type { Session } from "./session.ts";

/** What came in, oldest first. */
export async function importRecords(session: Session): Promise<ImportRecord[]> {
  const rows = await session.rows<Omit<ImportRecord, "known">>(
    `SELECT i.n, i.name, i.sha256, i.format, i.reader, i.instant AS "at", i.entities, i.sources, i.statements, i.superseded, i.unchanged,
       i.rejects, u.instant AS undone
     FROM imported AS i LEFT JOIN undone AS u ON u.import = i.n ORDER BY i.n`,
  );
  return rows.map((row) => ({ ...row, known: false }));
}

/** The rows an import set aside. */
export function importRejects(session: Session, n: number): Promise<Reject[]> {
  return session.rows<Reject>(
    "SELECT file, row, code, message FROM reject WHERE import = $n ORDER BY file, row",
    { n },
  );
}
