import type { EconomicNetwork } from "./economic.ts";
import { ALL, compare, NOTHING, plus, type Rational, rational, times } from "./rational.ts";

/** What a party has of a company, at the least and at the most. */
export interface ChainEnds {
  readonly low: Rational;
  readonly high: Rational;
}

/** One holding taken to be a given part of the company, whatever its range. */
export interface FixedLink {
  readonly edge: number;
  readonly share: Rational;
}

/**
 * The economic share of `source` in `target`, as in `economicShares`, where one holding may be fixed at any fraction.
 * Null where the companies above `target` form a cycle through others than the source.
 * Cost: O(holdings above the target · log degree) on fractions that grow with depth.
 */
export function chainEnds(
  net: EconomicNetwork,
  source: number,
  target: number,
  fixed: FixedLink | null = null,
): ChainEnds | null {
  const known = new Map<number, ChainEnds | null>([[source, { low: ALL, high: ALL }]]);
  const visit = (node: number): ChainEnds | null => {
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, null);
    const stakes = stakesIn(net, node, fixed, visit);
    const ends = stakes && endsOf(stakes);
    known.set(node, ends);
    return ends;
  };
  return visit(target);
}

interface Stake {
  readonly above: ChainEnds;
  readonly low: Rational;
  readonly high: Rational;
  readonly alone: boolean;
}

function stakesIn(
  net: EconomicNetwork,
  node: number,
  fixed: FixedLink | null,
  visit: (node: number) => ChainEnds | null,
): Stake[] | null {
  const stakes: Stake[] = [];
  for (let e = net.start[node]; e < net.start[node + 1]; e++) {
    if (net.high[e] === 0) continue;
    const above = visit(net.holder[e]);
    if (above === null) return null;
    const given = fixed?.edge === e ? fixed.share : null;
    stakes.push({
      above,
      low: given ?? rational(BigInt(net.low[e]), net.whole),
      high: given ?? rational(BigInt(net.high[e]), net.whole),
      alone: net.alone[e] === 1,
    });
  }
  return stakes;
}

/** Lower ends added up, or the greatest that stands alone; the most by giving what is left where the source has most. */
function endsOf(stakes: readonly Stake[]): ChainEnds {
  let low = NOTHING;
  let high = NOTHING;
  let left = ALL;
  for (const s of stakes) {
    if (s.alone) continue;
    low = plus(low, times(s.above.low, s.low));
    high = plus(high, times(s.above.high, s.low));
    left = minus(left, s.low);
  }
  for (const s of stakes) if (s.alone) low = greater(low, times(s.above.low, s.low));
  for (const s of [...stakes].sort((a, b) => compare(b.above.high, a.above.high))) {
    const room = s.alone ? s.high : minus(s.high, s.low);
    const taken = compare(room, left) < 0 ? room : left;
    if (taken.n <= 0n) continue;
    left = minus(left, taken);
    high = plus(high, times(s.above.high, taken));
  }
  return { low, high: greater(high, low) };
}

export const minus = (a: Rational, b: Rational): Rational => plus(a, { n: -b.n, d: b.d });
const greater = (a: Rational, b: Rational) => (compare(a, b) >= 0 ? a : b);
