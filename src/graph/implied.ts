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

/** What two ranges share; null where that is nothing. */
export function common(a: FractionRange, b: FractionRange): FractionRange | null {
  const lower = compare(a.low, b.low);
  const upper = compare(a.high, b.high);
  const range = {
    low: lower >= 0 ? a.low : b.low,
    high: upper <= 0 ? a.high : b.high,
    lowOpen: (lower >= 0 && a.lowOpen) || (lower <= 0 && b.lowOpen),
    highOpen: (upper <= 0 && a.highOpen) || (upper >= 0 && b.highOpen),
  };
  const order = compare(range.low, range.high);
  return order > 0 || (order === 0 && (range.lowOpen || range.highOpen)) ? null : range;
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
  const mirrored = (f: Graph) => (v: Rational) => f(negative(v));
  const fewest = (v: Rational) => negative(least(v));
  const [first, best, last] = [negative(span.high), negative(span.best), negative(span.low)];
  const bottom = reachedFrom(most, span.low, span.best, low, declared.lowOpen);
  const enough = reachedFrom(mirrored(most), first, best, low, declared.lowOpen);
  const little = reachedFrom(mirrored(fewest), first, last, negative(high), declared.highOpen);
  if (bottom === null || enough === null || little === null) return null;
  const order = compare(enough.from, little.from);
  const top = order > 0 || (order === 0 && enough.open) ? enough : little;
  const range = { low: bottom.from, high: negative(top.from), lowOpen: bottom.open, highOpen: top.open };
  const width = compare(range.low, range.high);
  return width > 0 || (width === 0 && (range.lowOpen || range.highOpen)) ? null : range;
}

type Graph = (u: Rational) => Rational;

/** From where on an f that nowhere falls is at the level or above; only above, if `open`; null if nowhere up to `to`. */
function reachedFrom(f: Graph, from: Rational, to: Rational, level: Rational, open: boolean) {
  const passes = (u: Rational) => compare(f(u), level) > (open ? 0 : -1);
  if (!passes(to)) return null;
  if (passes(from)) return { from, open: false };
  if (!open) return { from: firstAtLeast(f, from, to, level), open };
  // It may stay at the level for a while.
  const back = (v: Rational) => negative(f(negative(v)));
  return { from: negative(firstAtLeast(back, negative(to), negative(from), negative(level))), open };
}

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
  if (anyBeside(net, source, target)) return null;
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

/** Whether above the target, on the way from the source, a holding that stands alone lies beside another. */
function anyBeside(net: EconomicNetwork, source: number, target: number): boolean {
  const above = new Set([target]);
  for (const node of above) {
    if (node === source) continue;
    let [ways, alone] = [0, 0];
    for (let e = net.start[node]; e < net.start[node + 1]; e++) {
      if (net.high[e] === 0 || chainEnds(net, source, net.holder[e])?.high.n === 0n) continue;
      ways++;
      alone += net.alone[e];
      above.add(net.holder[e]);
    }
    if (ways > 1 && alone > 0) return true;
  }
  return false;
}
