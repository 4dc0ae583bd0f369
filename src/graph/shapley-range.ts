import { shapleyShubik } from "./shapley.ts";
import { type Box, indexBound } from "./shapley-bounds.ts";

/** A body of voters whose votes are known as ranges, in whole units; what they leave of `total` is an ocean. */
export interface Body {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly total: number;
}

/** Voters in ranges at most. */
export const MOST_RANGED = 12;
/** Open parts at most, fewer where one takes long. */
const mostParts = (others: number) => Math.min(500, Math.max(16, 2 ** (14 - others)));
const CLOSE = 1e-9;
const MOST_SUMMED = 6;

/**
 * The least and the greatest Shapley–Shubik index of each voter over the completions of the ranges within `total`: exact
 * for points, else bounds that hold.
 *
 * An index never falls when its voter takes votes from others or the ocean (the transfer postulate: Felsenthal & Machover
 * 1995), so it is least at the voter's lower end and greatest at the most the others leave. In the votes of the others it
 * rises and falls, and jumps where a set of voters comes to exactly half: the others' ranges are cut there, or in the
 * middle, the part with the widest bound first (branch and bound), until the bound is met by an index that occurs or 500
 * parts are open (16 beside ten others or more). Who has no vote decides nothing. Throws RangeError for more than 12 voters in ranges.
 */
export function shapleyRange(body: Body): { readonly low: Float64Array; readonly high: Float64Array } {
  const { low, high, total } = body;
  if (low.every((value, i) => value === high[i])) {
    const index = shapleyShubik(low, total);
    return { low: index, high: index };
  }
  if (low.length > MOST_RANGED) throw new RangeError(`${low.length} voters in ranges`);
  return {
    low: low.map((_, i) => search(body, i, "low")),
    high: high.map((_, i) => search(body, i, "high")),
  };
}

interface Part {
  readonly box: Box;
  /** Of the index, negated at the upper end, so that the least counts. */
  readonly bound: number;
}

function search({ low, high, total }: Body, i: number, end: "low" | "high"): number {
  const sign = end === "low" ? 1 : -1;
  const left = total - low.reduce((a, b) => a + b, 0);
  const votes = end === "low" ? low[i] : Math.min(high[i], low[i] + left);
  const part = (lows: Float64Array, highs: Float64Array): Part => {
    const room = total - votes - lows.reduce((a, b) => a + b, 0);
    const box = { low: lows, high: highs.map((h, k) => Math.min(h, lows[k] + room)), votes, total };
    return { box, bound: sign * indexBound(box, end) };
  };
  if (votes === 0) return 0;
  const not = (values: Float64Array) => values.filter((_, k) => k !== i);
  const open = [part(not(low), not(high))];
  let occurs = Number.POSITIVE_INFINITY;
  for (;;) {
    const next = open.reduce((a, b) => (b.bound < a.bound ? b : a));
    const { box } = next;
    occurs = Math.min(occurs, sign * indexBound({ ...box, high: box.low }, end));
    const widest = box.low.reduce((w, _, k) => (width(box, k) > width(box, w) ? k : w), 0);
    const done = occurs - next.bound <= CLOSE || box.low.length === 0 || width(box, widest) === 0;
    if (done || open.length >= mostParts(box.low.length)) return sign * next.bound;
    open.splice(open.indexOf(next), 1);
    const cut = turningPoint(box, widest);
    const [below, above] = [box.high.slice(), box.low.slice()];
    below[widest] = cut;
    above[widest] = cut + 1;
    open.push(part(box.low, below));
    if (above.reduce((a, b) => a + b, 0) <= total - votes) open.push(part(above, box.high));
  }
}

const width = (box: Box, k: number) => box.high[k] - box.low[k];

/** The votes of k next to the middle of its range at which some set of voters comes to half, with the ocean or without. */
function turningPoint({ low, high, votes, total }: Box, k: number): number {
  const heavy = low
    .filter((v, j) => j !== k && v > 0)
    .sort()
    .reverse();
  const rest = votes + heavy.reduce((a, b) => a + b, 0);
  const summed = Math.min(heavy.length, MOST_SUMMED);
  const sums = new Float64Array(2 << summed);
  sums[1] = votes;
  for (let i = 0, count = 2; i < summed; i++, count *= 2)
    for (let s = 0; s < count; s++) sums[count + s] = sums[s] + heavy[i];
  const half = Math.floor(total / 2);
  const middle = Math.floor((low[k] + high[k]) / 2);
  let best = Number.NaN;
  const offer = (point: number) => {
    if (point < low[k] || point >= high[k]) return;
    if (!(Math.abs(point - middle) >= Math.abs(best - middle))) best = point;
  };
  for (const sum of sums) {
    offer(half - sum);
    offer(half + sum - rest);
  }
  return Number.isNaN(best) ? middle : best;
}
