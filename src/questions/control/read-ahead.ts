import type { Statement } from "../../model/statement.ts";
import type { Reader } from "../../store/port.ts";
import { type Above, type Analysis, becauseOf, companiesShown, extraOf, rowsOf } from "./analyse.ts";

interface About {
  readonly above: Above;
  readonly analysis: Analysis;
  readonly id: (local: number) => string;
  /** All statements above the subject, where there are few. */
  readonly all: Promise<ReadonlyMap<number, Statement>> | null;
}

/** Networks of which everyone is read, as most will be named. */
const FEW = 24;

/**
 * Begins to read what an answer will cite of the companies it shows: their statements, and everyone named in them. The
 * engine looks for them while the rest is worked out; what was not foreseen is read at the end.
 */
export async function readAhead(store: Reader, { above, analysis, id, all }: About): Promise<void> {
  const rows = companiesShown(analysis).flatMap((company) => rowsOf(analysis, company));
  const { held } = analysis;
  const named = new Set<number>(above.entities <= FEW ? Array(above.entities).keys() : [0]);
  for (const row of rows) {
    const members = extraOf(held, row).members;
    for (const n of [held.party[row], held.subject[row], held.leader[row], ...members])
      if (n !== undefined && n >= 0) named.add(n);
  }
  await Promise.all([
    all ?? store.statementsAt(rows.flatMap((row) => becauseOf(held, row))),
    store.entities([...named].map(id)),
  ]);
}
