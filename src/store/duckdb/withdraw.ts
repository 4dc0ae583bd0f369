import { Problem } from "../../errors.ts";
import { dayOf } from "./land.ts";
import type { Session } from "./session.ts";

/** Notes that a statement no longer stands from the day of `at`; it stays in the case, with the reason. */
export async function withdraw(session: Session, id: string, why: string, at: string): Promise<void> {
  const found = await session.rows<{ n: number; how: string | null }>(
    "SELECT s.n, max(g.how) AS how FROM statement_all AS s LEFT JOIN gone AS g ON g.n = s.n WHERE s.id = $id GROUP BY s.n",
    { id },
  );
  if (found.length === 0) {
    throw new Problem(
      "unknown-statement",
      `there is no statement "${id}"`,
      "`armslength show ENTITY` lists the statements about it.",
    );
  }
  await session.run(
    `INSERT INTO statement_gone SELECT s.n, $day, 'withdrawn', NULL, NULL, false, $why, $at FROM statement_all AS s
     ANTI JOIN (SELECT n FROM gone WHERE how = 'withdrawn') AS g ON g.n = s.n WHERE s.id = $id`,
    { id, why, at, day: dayOf(at) },
  );
}
