import { compare, rational } from "../../../graph/rational.ts";
import type { Explanation, ExplanationSet } from "./overall.ts";

/** Coverages are comparable where the least is at least nine tenths of the most. */
const COMPARABLE = { least: 9n, of: 10n } as const;

type Ranking = Pick<ExplanationSet, "ranking" | "notRanked">;

/** From least to most inconsistent, only where the explanations exclude each other and are rated about equally often. */
export function rankingOf(explanations: readonly Explanation[], exclusive: boolean): Ranking {
  const none = (notRanked: Ranking["notRanked"]): Ranking => ({ ranking: null, notRanked });
  if (explanations.length < 2) return none("too-few");
  if (!exclusive) return none("not-exclusive");
  if (explanations.some((one) => one.unfalsifiable)) return none("unfalsifiable");
  const rated = explanations.map((one) => one.rated);
  const [least, most] = [Math.min(...rated), Math.max(...rated)];
  if (most === 0 || BigInt(least) * COMPARABLE.of < BigInt(most) * COMPARABLE.least) return none("coverage");
  const groups = new Map<string, string[]>();
  for (const one of explanations)
    groups.set(one.inconsistency, [...(groups.get(one.inconsistency) ?? []), one.hypothesis]);
  const order = [...groups].sort(([a], [b]) => compare(exactly(a), exactly(b)));
  return { ranking: order.map(([, ids]) => ids), notRanked: "" };
}

function exactly(decimal: string) {
  const [integer = "0", fraction = ""] = decimal.split(".");
  return rational(BigInt(integer + fraction), 10n ** BigInt(fraction.length));
}
