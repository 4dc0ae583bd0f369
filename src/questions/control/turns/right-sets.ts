import type { HeldTable } from "../../../networks/held.ts";
import { inFull, without } from "../../../networks/what-if.ts";
import type { Analysis, Counts, RightAnalysis } from "../analyse.ts";
import { aloneIn, type Trials } from "./trial.ts";

/** Rights that turn a party's standing only together: none of them does alone, nor any fewer of them. */
export interface RightSet {
  readonly rows: readonly number[];
  readonly how: "in full" | "without";
  readonly party: number;
  readonly now: Counts;
  readonly after: Counts;
}

/** Rights of which every pair and every three are tried together. */
export const MOST_TOGETHER = 8;

/** The smallest sets of rights, up to three, that turn the standing of a party they serve; single ones first. */
export function rightSets(trials: Trials, analysis: Analysis, rights: readonly RightAnalysis[]): RightSet[] {
  return [...setsFor(trials, analysis, rights, "in full"), ...setsFor(trials, analysis, rights, "without")];
}

function setsFor(
  trials: Trials,
  { held }: Analysis,
  rights: readonly RightAnalysis[],
  how: RightSet["how"],
): RightSet[] {
  const served = new Map(rights.map((r) => [r.row, r.beneficiary]));
  const now = new Map(rights.map((r) => [r.beneficiary, r.now]));
  const change = how === "in full" ? inFull : without;
  const found = rights.flatMap((r): RightSet[] => {
    const after = how === "in full" ? r.inFull : r.without;
    if (r.beneficiary === null || after === r.now) return [];
    return [{ rows: [r.row], how, party: r.beneficiary, now: r.now, after }];
  });
  const turning = new Set(found.flatMap((set) => set.rows));
  const idle = rights
    .map((r) => r.row)
    .filter((row) => !turning.has(row) && differs(held, change(held, row)))
    .filter((row) => served.get(row) !== null);
  if (idle.length > MOST_TOGETHER) trials.cutOff = true;
  for (const rows of together(idle.slice(0, MOST_TOGETHER))) {
    const view = trials.view(rows.reduce((table, row) => change(table, row), held));
    if (view === null) return found;
    for (const party of new Set(rows.map((row) => served.get(row) as number))) {
      const smaller = found.some((set) => set.party === party && set.rows.every((row) => rows.includes(row)));
      const before = now.get(party) as Counts;
      const after = aloneIn(view, party);
      if (!smaller && after !== before) found.push({ rows, how, party, now: before, after });
    }
  }
  return found;
}

/** Pairs, then threes. */
function together(rows: readonly number[]): number[][] {
  const pairs = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => [a, b]));
  const threes = rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b, j) => rows.slice(i + j + 2).map((c) => [a, b, c])),
  );
  return [...pairs, ...threes];
}

function differs(a: HeldTable, b: HeldTable): boolean {
  for (let row = 0; row < a.length; row++) {
    const same =
      a.low[row] === b.low[row] && a.flags[row] === b.flags[row] && a.conditional[row] === b.conditional[row];
    if (!same) return true;
  }
  return false;
}
