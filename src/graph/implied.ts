import { chainEnds, minus } from "./chain-ends.ts";
import type { EconomicNetwork } from "./economic.ts";
import { firstAtLeast } from "./first-at-least.ts";
import { ALL, compare, NOTHING, plus, type Rational, rational } from "./rational.ts";

/** A share as a range of fractions of a company. */
export interface FractionRange {
  readonly low: Rational;
  readonly high: Rational;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/**
 * What one holding, number `edge`, must be if `source` has `declared` of `target`: the exact range of its values for
 * which some completion of all other ranges gives the source such a share. Null where none does, or where the companies
 * above the target form a cycle.
 *
 * With the holding fixed at u, the shares possible are the interval [least(u), most(u)] (`economicShares`). The least
 * never falls in u; the most rises up to what the completion best for the source gives this holding, and falls after it
 * (it takes room from better ones). So the values that fit are an interval, and each end is met on a rising stretch.
 * Piecewise linear, as every completion of either end sits at corners. Cost: some tens of passes over the holdings.
 */
export function impliedLink(
  net: EconomicNetwork,
  source: number,
  target: number,
  edge: number,
  declared: FractionRange,
): FractionRange | null {
  const { low, high } = declared;
  const span = spanOf(net, source, edge);
  if (span === null) return null;
  const at = (share: Rational) => chainEnds(net, source, target, { edge, share });
  const most = (u: Rational) => at(u)?.high ?? NOTHING;
  const least = (u: Rational) => at(u)?.low ?? NOTHING;
  const best = at(span.best);
  if (best === null || compare(best.high, low) < 0) return null;
  if (compare(least(span.low), high) > 0) return null;
  const bottom = firstAtLeast(most, span.low, span.best, low);
  const enough = lastAtLeast(most, span.best, span.high, low);
  const little = lastAtMost(least, span.low, span.high, high);
  const top = smaller(enough, little);
  if (compare(bottom, top) > 0) return null;
  const on = (f: Graph, u: Rational, level: Rational) => compare(f(u), level) === 0;
  const lowOpen = declared.lowOpen && on(most, bottom, low);
  const highOpen = (declared.highOpen && on(least, top, high)) || (declared.lowOpen && on(most, top, low));
  if (compare(bottom, top) === 0 && (lowOpen || highOpen)) return null;
  return { low: bottom, high: top, lowOpen, highOpen };
}

type Graph = (u: Rational) => Rational;

/** The greatest u with f(u) ≥ level, for an f that nowhere rises. */
const lastAtLeast = (f: Graph, from: Rational, to: Rational, level: Rational): Rational =>
  negative(firstAtLeast((v) => f(negative(v)), negative(to), negative(from), level));

/** The greatest u with f(u) ≤ level, for an f that nowhere falls. */
const lastAtMost = (f: Graph, from: Rational, to: Rational, level: Rational): Rational =>
  negative(firstAtLeast((v) => negative(f(negative(v))), negative(to), negative(from), negative(level)));

const negative = (a: Rational): Rational => ({ n: -a.n, d: a.d });

/** The values a holding can have beside the lower ends of the others, and the one best for the source. */
function spanOf(net: EconomicNetwork, source: number, edge: number) {
  let company = 0;
  while (net.start[company + 1] <= edge) company++;
  const own = { low: fraction(net, net.low[edge]), high: fraction(net, net.high[edge]) };
  if (net.alone[edge] === 1) return { ...own, best: own.high };
  const holder = chainEnds(net, source, net.holder[edge]);
  if (holder === null) return null;
  let left = ALL;
  let better = NOTHING;
  for (let e = net.start[company]; e < net.start[company + 1]; e++) {
    if (net.alone[e] === 0) left = minus(left, fraction(net, net.low[e]));
    if (e === edge) continue;
    const above = chainEnds(net, source, net.holder[e]);
    if (above === null) return null;
    const room = net.alone[e] === 1 ? net.high[e] : net.high[e] - net.low[e];
    if (compare(above.high, holder.high) > 0) better = plus(better, fraction(net, room));
  }
  if (left.n < 0n) return null;
  const high = smaller(own.high, plus(own.low, left));
  const rest = minus(left, better);
  return { low: own.low, high, best: rest.n <= 0n ? own.low : smaller(high, plus(own.low, rest)) };
}

const smaller = (a: Rational, b: Rational) => (compare(a, b) <= 0 ? a : b);
const fraction = (net: EconomicNetwork, units: number) => rational(BigInt(units), net.whole);

/** `constant + Σ weight · (what the source holds of company)` = the source's share of the target. */
export interface LinkSum {
  readonly constant: Rational;
  readonly terms: readonly { readonly edge: number; readonly weight: Rational }[];
}

/**
 * The source's share of the target as a sum over its own holdings that are not single figures. Null where anything else
 * on the way is a range, stands alone beside others, or lies in a cycle: then it is no such sum.
 */
export function linkSum(
  net: EconomicNetwork,
  source: number,
  target: number,
  edges: readonly { readonly edge: number; readonly company: number }[],
): LinkSum | null {
  const high = net.high.slice();
  const low = net.low.slice();
  for (const { edge } of edges) {
    high[edge] = 0;
    low[edge] = 0;
  }
  const rest = { ...net, low, high };
  const constant = pointOf(rest, source, target);
  const terms = edges.map(({ edge, company }) => ({
    edge,
    weight: company === target ? ALL : pointOf(rest, company, target),
  }));
  if (constant === null || terms.some((t) => t.weight === null)) return null;
  return { constant, terms: terms.map((t) => ({ edge: t.edge, weight: t.weight as Rational })) };
}

function pointOf(net: EconomicNetwork, source: number, target: number): Rational | null {
  const ends = chainEnds(net, source, target);
  return ends && compare(ends.low, ends.high) === 0 ? ends.low : null;
}
