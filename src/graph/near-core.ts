import type { Ends } from "./core.ts";
import type { EconomicNetwork } from "./economic.ts";

const MOST_SWEEPS = 1000;
/** What each share may be off by. */
const CLOSE = 1e-11;
/** Weights beyond which rounding would hide in what is proven. */
const MOST_WEIGHT = 1e3;
/** Weights are near enough when a sweep moves none by more. */
const MOVED = 1e-3;

/** Ends of the shares of one party in the members of a core, by place. */
export interface CoreEnds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The largest of w, and the least of w − U₀(w). */
interface Weight {
  readonly most: number;
  readonly spare: number;
}

/** A holder that may have more, and what the party has of it. */
interface Open {
  readonly has: number;
  readonly room: number;
}

/**
 * The companies of one strongly connected component laid out to be solved for one party after another, in doubles, each end
 * to 1e-11 of the whole. Sweeps (Gauss–Seidel) go up from nothing and so stay below the least fixpoint x of U, the map that
 * favours the party most; they stop by proof. Let U₀ be U with nothing given from outside, and w = 1 + U₀(w), found once: U₀ is
 * sublinear, so y + ρ w is above x where U(y) − y ≤ ρ (w − U₀(w)) = ρ, since then U(y + ρ w) ≤ U(y) + ρ U₀(w) ≤ y + ρ w. The same
 * w serves for the lower end, whose map is below U, and with a member of the core as the party, whose row is left out.
 * Cost: a sweep is linear in the holdings, but for sorting holders that may have more.
 */
export class NearCore {
  readonly #start: Int32Array;
  /** Place of a holder in the core; of one outside −1 − its place in `#outside`. */
  readonly #from: Int32Array;
  readonly #outside: Int32Array;
  /** Parts of the whole: what is summed at the lower end, what there may be beside it, and the least of what is not summed. */
  readonly #summed: Float64Array;
  readonly #room: Float64Array;
  readonly #alone: Float64Array;
  /** Member → what the lower ends leave; whether its holders may have less than that, all together. */
  readonly #left: Float64Array;
  readonly #scarce: Uint8Array;
  /** No holding in it is a range: both ends are the same wherever those outside are. */
  readonly #points: boolean;
  #weight: Weight | null | undefined;

  constructor(net: EconomicNetwork, members: Int32Array) {
    const place = new Map(Array.from(members, (node, i) => [node, i]));
    const outside = new Map<number, number>();
    const start = new Int32Array(members.length + 1);
    const [from, least, room, alone]: number[][] = [[], [], [], []];
    this.#left = new Float64Array(members.length);
    this.#scarce = new Uint8Array(members.length);
    const whole = Number(net.whole);
    members.forEach((node, j) => {
      let [left, open] = [whole, 0];
      for (let e = net.start[node]; e < net.start[node + 1]; e++) {
        const i = place.get(net.holder[e]);
        if (i === undefined && !outside.has(net.holder[e])) outside.set(net.holder[e], outside.size);
        const summed = net.alone[e] === 1 ? 0 : net.low[e];
        from.push(i ?? -1 - (outside.get(net.holder[e]) as number));
        least.push(summed / whole);
        room.push(Math.max(0, net.high[e] - summed) / whole);
        alone.push(net.alone[e] === 1 ? net.low[e] / whole : 0);
        left -= summed;
        open += Math.max(0, net.high[e] - summed);
      }
      start[j + 1] = from.length;
      this.#left[j] = Math.max(0, left) / whole;
      this.#scarce[j] = open > left ? 1 : 0;
    });
    this.#start = start;
    this.#from = Int32Array.from(from);
    this.#outside = Int32Array.from(outside.keys());
    this.#summed = Float64Array.from(least);
    this.#room = Float64Array.from(room);
    this.#alone = Float64Array.from(alone);
    this.#points = [...room, ...alone].every((part) => part === 0);
  }

  /**
   * What a party has of each that has so much of those outside, or is itself the member `own`, in whose place then stands
   * all there is. Null where nothing is proven.
   */
  solve(share: ReadonlyMap<number, Ends<number>>, own = -1): CoreEnds | null {
    if (this.#weight === undefined) this.#weight = this.#weighed();
    const weight = this.#weight;
    if (weight === null) return null;
    const outside = (end: keyof Ends<number>) =>
      Float64Array.from(this.#outside, (node) => share.get(node)?.[end] ?? 0);
    const [outLow, outHigh] = [outside("low"), outside("high")];
    const low = this.#rise(weight, own, (j, y) => this.#least(j, y, outLow));
    if (low === null) return null;
    if (this.#points && outLow.every((part, k) => part === outHigh[k])) return { low, high: low };
    const high = this.#rise(weight, own, (j, y) => Math.max(low[j], this.#most(j, y, outHigh)));
    return high && { low, high };
  }

  #rise(
    { most, spare }: Weight,
    own: number,
    value: (j: number, y: Float64Array) => number,
  ): Float64Array | null {
    const y = new Float64Array(this.#left.length);
    if (own >= 0) y[own] = 1;
    const enough = (CLOSE * spare) / most;
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      let moved = 0;
      for (let j = 0; j < y.length; j++) {
        if (j === own) continue;
        const next = value(j, y);
        moved = Math.max(moved, next - y[j]);
        y[j] = next;
      }
      if (moved > enough) continue;
      let left = 0;
      for (let j = 0; j < y.length; j++) if (j !== own) left = Math.max(left, value(j, y) - y[j]);
      if (left <= enough) return y;
    }
    return null;
  }

  #weighed(): Weight | null {
    const none = new Float64Array(this.#outside.length);
    const w = new Float64Array(this.#left.length).fill(1);
    const more = (j: number) => Math.max(this.#least(j, w, none), this.#most(j, w, none));
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      let moved = 0;
      for (let j = 0; j < w.length; j++) {
        const next = 1 + more(j);
        moved = Math.max(moved, next - w[j]);
        w[j] = next;
      }
      const most = w.reduce((a, b) => Math.max(a, b), 0);
      if (most > MOST_WEIGHT) return null;
      if (moved > MOVED) continue;
      const spare = w.reduce((least, own, j) => Math.min(least, own - more(j)), 1);
      return spare > 0 ? { most, spare } : null;
    }
    return null;
  }

  /** A member's lower end: those that are summed, or more of one that is not. */
  #least(j: number, y: Float64Array, out: Float64Array): number {
    let [sum, single] = [0, 0];
    for (let e = this.#start[j]; e < this.#start[j + 1]; e++) {
      const has = this.#from[e] >= 0 ? y[this.#from[e]] : out[-1 - this.#from[e]];
      if (has === 0) continue;
      sum += this.#summed[e] * has;
      single = Math.max(single, this.#alone[e] * has);
    }
    return Math.max(sum, single);
  }

  /** Its upper end: what the lower ends leave goes to the holders of whom the party has most. */
  #most(j: number, y: Float64Array, out: Float64Array): number {
    const scarce = this.#scarce[j] === 1;
    let sum = 0;
    const open: Open[] = [];
    for (let e = this.#start[j]; e < this.#start[j + 1]; e++) {
      const has = this.#from[e] >= 0 ? y[this.#from[e]] : out[-1 - this.#from[e]];
      if (has === 0) continue;
      sum += this.#summed[e] * has;
      if (!scarce) sum += this.#room[e] * has;
      else if (this.#room[e] > 0) open.push({ has, room: this.#room[e] });
    }
    if (open.length > 1) open.sort((a, b) => b.has - a.has);
    let left = this.#left[j];
    for (const { has, room } of open) {
      if (left <= 0) break;
      const taken = Math.min(left, room);
      sum += taken * has;
      left -= taken;
    }
    return sum;
  }
}
