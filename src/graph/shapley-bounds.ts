import { chanceOfMore } from "./binomial.ts";

/** Votes of the voters other than one, as ranges in whole units; `votes` are that one's, `total` all votes cast. */
export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly votes: number;
  readonly total: number;
}

/**
 * A bound on one voter's Shapley–Shubik index over every completion of the others' ranges within `total`, the rest being
 * an ocean: at the lower end the orders and times of arrival at which it decides whatever the completion, at the upper
 * those at which it decides in some. When the set S of others and the part x of the ocean have come, they have
 * f = w(S) + x · ocean; the voter decides if f ≤ ½ · total < f + votes. Over the completions f covers a whole interval,
 * whose ends are reached by filling S and leaving the others empty, and the other way round. Exact for points.
 * Cost: 2^others.
 */
export function indexBound(box: Box, end: "low" | "high"): number {
  const { low, high, votes, total } = box;
  const others = low.length;
  const least = new Float64Array(1 << others);
  const most = new Float64Array(1 << others);
  const size = new Uint8Array(1 << others);
  for (let set = 1; set < least.length; set++) {
    const last = 31 - Math.clz32(set);
    const before = set ^ (1 << last);
    least[set] = least[before] + low[last];
    most[set] = most[before] + high[last];
    size[set] = size[before] + 1;
  }
  const all = least.length - 1;
  const half = total / 2;
  const rest = total - votes;
  let sum = 0;
  for (let set = 0; set <= all; set++) {
    const without = all ^ set;
    const full = Math.min(most[set], rest - least[without]);
    const fullOcean = rest - full - least[without];
    const empty = least[set];
    const emptyOcean = rest - empty - Math.min(most[without], rest - empty);
    const [first, firstOcean, last, lastOcean] =
      end === "low" ? [empty, emptyOcean, full, fullOcean] : [full, fullOcean, empty, emptyOcean];
    const from = timeAfter(half - votes - first, firstOcean);
    const to = timeUpTo(half - last, lastOcean);
    if (to > from) sum += between(others + 1, size[set], from, to);
  }
  return sum;
}

/** From when on x · ocean is above `wanted`. */
function timeAfter(wanted: number, ocean: number): number {
  if (ocean <= 0) return wanted < 0 ? 0 : 1;
  return Math.max(0, Math.min(1, wanted / ocean));
}

/** Until when x · ocean is not above `wanted`. */
function timeUpTo(wanted: number, ocean: number): number {
  if (ocean <= 0) return wanted >= 0 ? 1 : 0;
  return Math.max(0, Math.min(1, wanted / ocean));
}

/** The integral of x^size · (1 − x)^(voters − 1 − size). */
function between(voters: number, size: number, from: number, to: number): number {
  let ways = voters;
  for (let k = 1; k <= size; k++) ways = (ways * (voters - k)) / k;
  return (chanceOfMore(voters, size, to) - chanceOfMore(voters, size, from)) / ways;
}
