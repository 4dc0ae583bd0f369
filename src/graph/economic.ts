import { downwardIn } from "./downward.ts";

/** Direct economic holdings, as CSR by company: who holds between `low` and `high` units of `whole` of it. */
export interface EconomicNetwork {
  readonly nodes: number;
  readonly whole: bigint;
  readonly start: Int32Array;
  readonly holder: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1: not summed with others at the lower end. */
  readonly alone: Uint8Array;
  /** 1: all of it is held by its holders, and how much by whom is not known; 0 or absent: others may hold some. */
  readonly full?: Uint8Array;
}

/** `value / whole^depth` of a company, 1 being all of it. */
export interface Fraction {
  readonly value: bigint;
  readonly depth: number;
}

export interface EconomicRange {
  readonly low: Fraction;
  readonly high: Fraction;
}

const NONE: Fraction = { value: 0n, depth: 0 };

/**
 * The economic share of `source` in everything below it: the sum over all chains of the products along them, as the
 * exact interval over every completion of the ranges in which no company is held above 100 %. Greatest: give what the
 * other lower ends leave to the holders in whom the source has most (a fractional knapsack, so greedy is exact).
 * What others hold of the source itself is left out (Brioschi et al. 1989). Null where the companies between form a
 * cycle: `integratedShares` treats those. Only those in `within` are worked out, if it is given: with each, all on the way to it.
 * Cost: O(edges · log degree) operations on integers that grow with depth.
 */
export function economicShares(
  net: EconomicNetwork,
  source: number,
  within?: ReadonlySet<number>,
): ReadonlyMap<number, EconomicRange | null> {
  const below = downwardIn(net).from(source, within);
  const result = new Map<number, EconomicRange | null>([
    [source, { low: { value: 1n, depth: 0 }, high: { value: 1n, depth: 0 } }],
  ]);
  const { ordered, cyclic } = topological(net, below, source);
  for (const node of cyclic) result.set(node, null);
  for (const node of ordered) if (node !== source) result.set(node, shareIn(net, node, result));
  result.delete(source);
  return result;
}

function shareIn(
  net: EconomicNetwork,
  node: number,
  known: ReadonlyMap<number, EconomicRange | null>,
): EconomicRange | null {
  let low = NONE;
  let left = net.whole;
  const rising: { room: bigint; high: Fraction }[] = [];
  let high = NONE;
  for (let e = net.start[node]; e < net.start[node + 1]; e++) {
    const least = BigInt(net.low[e]);
    if (net.alone[e] === 0) left -= least;
    if (net.high[e] === 0) continue;
    const above = known.get(net.holder[e]);
    if (above === null) return null;
    if (above === undefined) continue;
    const own = scaled(above.low, least);
    low = net.alone[e] === 1 ? greater(low, own) : low;
    const base = net.alone[e] === 1 ? 0n : least;
    high = plus(net, high, scaled(above.high, base));
    rising.push({ room: BigInt(net.high[e]) - base, high: above.high });
  }
  low = greater(low, net.full?.[node] === 1 ? leastOfAll(net, node, known) : summed(net, node, known));
  rising.sort((a, b) => compare(net, b.high, a.high));
  for (const { room, high: share } of rising) {
    const taken = room < left ? room : left;
    if (taken <= 0n) continue;
    left -= taken;
    high = plus(net, high, scaled(share, taken));
  }
  return { low, high: compare(net, high, low) < 0 ? low : high };

  function greater(a: Fraction, b: Fraction): Fraction {
    return compare(net, a, b) >= 0 ? a : b;
  }
}

/** What is left of a node that its holders hold all of, if it is the one's in whom the source has least. */
function leastOfAll(
  net: EconomicNetwork,
  node: number,
  known: ReadonlyMap<number, EconomicRange | null>,
): Fraction {
  const lows = [...net.holder.subarray(net.start[node], net.start[node + 1])].map(
    (holder) => known.get(holder)?.low ?? NONE,
  );
  return lows.reduce((a, b) => (compare(net, b, a) < 0 ? b : a));
}

/** Lower ends of direct, several holdings add up. */
function summed(
  net: EconomicNetwork,
  node: number,
  known: ReadonlyMap<number, EconomicRange | null>,
): Fraction {
  let total = NONE;
  for (let e = net.start[node]; e < net.start[node + 1]; e++) {
    const above = known.get(net.holder[e]);
    if (above && net.alone[e] === 0) total = plus(net, total, scaled(above.low, BigInt(net.low[e])));
  }
  return total;
}

const scaled = (share: Fraction, units: bigint): Fraction => ({
  value: share.value * units,
  depth: share.depth + 1,
});

function level(net: EconomicNetwork, f: Fraction, depth: number): bigint {
  return f.value * net.whole ** BigInt(depth - f.depth);
}

function plus(net: EconomicNetwork, a: Fraction, b: Fraction): Fraction {
  if (a.value === 0n) return b;
  const depth = Math.max(a.depth, b.depth);
  return { value: level(net, a, depth) + level(net, b, depth), depth };
}

function compare(net: EconomicNetwork, a: Fraction, b: Fraction): number {
  const depth = Math.max(a.depth, b.depth);
  const [x, y] = [level(net, a, depth), level(net, b, depth)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Kahn's order over the reached part; what is left over lies on a cycle or below one. A holding of nothing closes none. */
function topological(net: EconomicNetwork, part: ReadonlySet<number>, source: number) {
  const waits = new Map<number, number>();
  const below = new Map<number, number[]>();
  for (const node of part) {
    let count = 0;
    for (let e = net.start[node]; e < net.start[node + 1]; e++) {
      const holder = net.holder[e];
      if (node === source || !part.has(holder) || net.high[e] === 0) continue;
      count++;
      const list = below.get(holder);
      if (list) list.push(node);
      else below.set(holder, [node]);
    }
    waits.set(node, count);
  }
  const ordered: number[] = [...part].filter((node) => waits.get(node) === 0);
  for (const node of ordered) {
    for (const next of below.get(node) ?? []) {
      const count = (waits.get(next) ?? 0) - 1;
      waits.set(next, count);
      if (count === 0) ordered.push(next);
    }
  }
  const done = new Set(ordered);
  return { ordered, cyclic: [...part].filter((node) => node !== source && !done.has(node)) };
}
