import { chanceOfMore } from "./binomial.ts";

const MOST_CELLS = 2_000_000;
const MOST_COUNTED = 50;
const MOST_LISTED = 18;

/**
 * The Shapley–Shubik index of voters with `weights` in a body of `total` votes in which more than half decides: the part
 * of all orders of arrival in which a voter's votes are the ones that make the majority (Shapley & Shubik 1954).
 *
 * What the weights leave of `total` is an ocean of voters each too small to matter (Milnor & Shapley 1978): everyone
 * arrives at a time drawn from 0 to 1, and by time x the part x of the ocean has. Voter i, coming when the set S of the m
 * voters is there, decides for x from (½·total − w(S) − wᵢ)/ocean to (½·total − w(S))/ocean; summed over S, the integral
 * of x^|S|·(1 − x)^(m−1−|S|). The indices then sum to less than 1: the rest is the ocean's.
 *
 * Exact but for rounding of the sum. Weights are whole numbers. Cost: voters² · total / (common divisor of the weights)
 * where that is at most 2 million and there are at most 50 voters, else 2^voters, for at most 18; beyond, RangeError.
 */
export function shapleyShubik(weights: ArrayLike<number>, total: number): Float64Array {
  const voters = weights.length;
  let named = 0;
  let unit = 0;
  for (let i = 0; i < voters; i++) {
    named += weights[i];
    unit = divisor(unit, weights[i]);
  }
  if (named > total) throw new RangeError(`${named} votes of ${total}. Weights sum to at most the total.`);
  const index = new Float64Array(voters);
  if (named === 0) return index;
  if (voters <= MOST_COUNTED && voters * (named / unit) <= MOST_CELLS)
    return byCounting(weights, unit, total, named, index);
  if (voters > MOST_LISTED)
    throw new RangeError(`${voters} voters with fine weights. Leave the smallest to the ocean.`);
  return byListing(weights, total, named, index);
}

function divisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The part of all orders in which a voter of weight w comes after exactly these `before` votes of `size` voters and decides. */
function deciding(
  voters: number,
  size: number,
  before: number,
  w: number,
  total: number,
  ocean: number,
): number {
  if (ocean === 0) return 2 * before <= total && 2 * (before + w) > total ? share(voters, size) : 0;
  const from = Math.max(0, Math.min(1, (total / 2 - before - w) / ocean));
  const to = Math.max(0, Math.min(1, (total / 2 - before) / ocean));
  if (to <= from) return 0;
  return share(voters, size) * (chanceOfMore(voters, size, to) - chanceOfMore(voters, size, from));
}

/** size! · (voters − 1 − size)! / voters! */
function share(voters: number, size: number): number {
  let ways = voters;
  for (let k = 1; k <= size; k++) ways = (ways * (voters - k)) / k;
  return 1 / ways;
}

/** Counts the sets of each size and weight once, then takes each voter out of the count. */
function byCounting(
  weights: ArrayLike<number>,
  unit: number,
  total: number,
  named: number,
  index: Float64Array,
): Float64Array {
  const voters = weights.length;
  const width = named / unit + 1;
  const count = new Float64Array((voters + 1) * width);
  count[0] = 1;
  let reach = 0;
  for (let i = 0; i < voters; i++) {
    const w = weights[i] / unit;
    reach += w;
    for (let size = i + 1; size >= 1; size--)
      for (let v = reach; v >= w; v--) count[size * width + v] += count[(size - 1) * width + v - w];
  }
  const without = new Float64Array(voters * width);
  for (let i = 0; i < voters; i++) {
    const w = weights[i] / unit;
    if (w === 0) continue;
    let sum = 0;
    for (let size = 0; size < voters; size++)
      for (let v = 0; v < width; v++) {
        const taken = size > 0 && v >= w ? without[(size - 1) * width + v - w] : 0;
        const sets = count[size * width + v] - taken;
        without[size * width + v] = sets;
        if (sets > 0) sum += sets * deciding(voters, size, v * unit, weights[i], total, total - named);
      }
    index[i] = sum;
  }
  return index;
}

function byListing(
  weights: ArrayLike<number>,
  total: number,
  named: number,
  index: Float64Array,
): Float64Array {
  const voters = weights.length;
  const votes = new Float64Array(1 << voters);
  const size = new Uint8Array(1 << voters);
  for (let set = 0; set < votes.length; set++) {
    if (set > 0) {
      const last = 31 - Math.clz32(set);
      votes[set] = votes[set ^ (1 << last)] + weights[last];
      size[set] = size[set ^ (1 << last)] + 1;
    }
    for (let i = 0; i < voters; i++)
      if ((set & (1 << i)) === 0)
        index[i] += deciding(voters, size[set], votes[set], weights[i], total, total - named);
  }
  return index;
}
