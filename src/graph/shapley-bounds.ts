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
 * whose ends are reached by filling S and leaving the others empty, and the other way round; the chance that just S has
 * come is the integral of x^|S| · (1 − x)^(others − |S|). Exact for points.
 * Cost: 2^others.
 */
export function indexBound(box: Box, end: "low" | "high"): number {
  const { low, high, votes, total } = box;
  const others = low.length;
  const { least, most, size, orders } = roomFor(others);
  for (let last = 0; last < others; last++) {
    const first = 1 << last;
    for (let before = 0; before < first; before++) {
      least[first + before] = least[before] + low[last];
      most[first + before] = most[before] + high[last];
    }
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
    if (to > from) {
      const voters = others + 1;
      const chance = chanceOfMore(voters, size[set], to) - chanceOfMore(voters, size[set], from);
      sum += chance / orders[size[set]];
    }
  }
  return sum;
}

/** For the sets of so many voters: votes at the lower ends and at the upper, members, and by members `voters` · ways to choose them. */
interface Room {
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly size: Uint8Array;
  readonly orders: Float64Array;
}

/** Used again: one answer asks for thousands of bounds. */
const rooms: Room[] = [];

function roomFor(others: number): Room {
  const known = rooms[others];
  if (known) return known;
  const sets = 1 << others;
  const size = new Uint8Array(sets);
  for (let set = 1; set < sets; set++) size[set] = size[set >>> 1] + (set & 1);
  const orders = new Float64Array(others + 1);
  const voters = others + 1;
  for (let of = 0, ways = voters; of <= others; of++) {
    orders[of] = ways;
    ways = (ways * (voters - of - 1)) / (of + 1);
  }
  const room = { least: new Float64Array(sets), most: new Float64Array(sets), size, orders };
  rooms[others] = room;
  return room;
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
