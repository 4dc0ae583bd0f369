import { components } from "./components.ts";
import type { PointNetwork } from "./integrated-search.ts";
import { type CoreWorth, solveCore } from "./portfolio-core.ts";

/** What everybody's holdings are worth through everything below them, by node. */
export interface Portfolios {
  /** V · worth, V = (I − A)⁻¹ − I; infinite in a ring whose companies own all of each other. */
  readonly value: Float64Array;
  /** No value is off by more than this part of itself, rounding included. */
  readonly bound: number;
  /** The nodes of each closed ring: companies that own all of each other, so that nobody else has any of them. */
  readonly rings: readonly Int32Array[];
  /**
   * What the nodes in cycles, or with shares in themselves, have through others only: V̂ · worth, V̂ij = Vij / (1 + Vii),
   * Vii left out. Of everybody else it is `value`.
   */
  readonly others: ReadonlyMap<number, CoreWorth>;
  /** The members of every core that was met, closed rings among them. */
  readonly cores: readonly Int32Array[];
}

export interface PortfolioOptions {
  /** Node → what it is worth by itself; 1 each where left out, so that a portfolio counts whole companies. */
  readonly worth?: Float64Array;
  /** Fills `others`. */
  readonly apart?: boolean;
}

/** Half a unit in the last place: what one operation on doubles loses at most, relative to its result. */
const ROUNDING = 2 ** -53;
/** Operations between a company and a holder of it, but for adding up. */
const HANDED = 5;
const LOST = 2 ** 31 - 1;

/**
 * The network portfolio of everybody at once: the solution of x = A (worth + x), A_ij being the part of company j that i
 * holds (Brioschi, Buzzacchi & Colombo 1989; Vitali, Glattfelder & Battiston 2011; the centrality of Katz 1953 with
 * shares for weights). Nothing is negative, so V · worth is the sum over all chains of holdings.
 *
 * A company is finished once everything it holds is finished, and then hands what it is worth to its holders: one pass
 * over the holdings settles all that lies below or beside cycles. What is left is condensed (Tarjan 1972) without those
 * nobody holds, and only its cores are solved (`solveCore`). Closed rings are found from whole units and not iterated.
 * Relative errors are carried along: sums of what is not negative lose no more than a rounding each. Value, count and
 * error of a node lie side by side, as a random place in memory costs more than all that is done there.
 *
 * Companies may be held above the whole (upper ends): a core that then has no solution is infinite, and so is everyone
 * above it. Cost: O(nodes + holdings) time beside the cores, 27 bytes a node.
 */
export function portfolios(net: PointNetwork, options: PortfolioOptions = {}): Portfolios {
  const pass = new Pass(net, options);
  pass.peel();
  pass.condense();
  return pass.result();
}

const OPEN = 1;
const OWN = 2;

class Pass {
  readonly #net: PointNetwork;
  readonly #worth: Float64Array | null;
  readonly #apart: boolean;
  /** At 2i the value of node i so far. */
  readonly #state: Float64Array;
  /** The same memory: at 4i + 2 how many companies it holds are not finished, at 4i + 3 its relative error in roundings. */
  readonly #count: Int32Array;
  readonly #marks: Uint8Array;
  readonly #rings: Int32Array[] = [];
  readonly #others = new Map<number, CoreWorth>();
  readonly #cores: Int32Array[] = [];

  constructor(net: PointNetwork, options: PortfolioOptions) {
    this.#net = net;
    this.#worth = options.worth ?? null;
    this.#apart = options.apart ?? false;
    this.#state = new Float64Array(2 * net.nodes);
    this.#count = new Int32Array(this.#state.buffer);
    this.#marks = new Uint8Array(net.nodes);
  }

  /** Finishes, from the last node to the first, whatever waits for nothing, and at once what that sets free. */
  peel(): void {
    const { nodes, start, holder, units } = this.#net;
    const marks = this.#marks;
    const state = this.#state;
    const count = this.#count;
    const held = new Uint32Array((nodes >>> 5) + 1);
    for (let j = 0; j < nodes; j++) if (start[j] !== start[j + 1]) held[j >>> 5] |= 1 << (j & 31);
    for (let j = 0, e = 0; j < nodes; j++) {
      for (const end = start[j + 1]; e < end; e++) {
        const i = holder[e];
        if (i === j) {
          if (units[e] > 0) marks[j] = OWN;
        } else if ((held[i >>> 5] >>> (i & 31)) & 1 && units[e] > 0) count[4 * i + 2]++;
      }
    }
    const worth = this.#worth;
    const inverse = 1 / this.#net.whole;
    let stack: Int32Array = new Int32Array(1024);
    for (let at = nodes - 1; at >= 0; at--) {
      if (start[at] === start[at + 1] || count[4 * at + 2] !== 0) continue;
      let depth = 0;
      let j = at;
      for (;;) {
        if (marks[j] === OWN) this.#ownShares(j);
        const each = ((worth === null ? 1 : worth[j]) + state[2 * j]) * inverse;
        const error = count[4 * j + 3] + HANDED;
        const end = start[j + 1];
        if (depth + end - start[j] > stack.length) stack = wider(stack, depth + end - start[j]);
        for (let e = start[j]; e < end; e++) {
          const i = holder[e];
          if (units[e] === 0 || i === j) continue;
          if (each > 0) {
            const before = count[4 * i + 3];
            state[2 * i] += units[e] * each;
            count[4 * i + 3] = (before > error ? before : error) + 1;
          }
          if (--count[4 * i + 2] === 0 && i > at) stack[depth++] = i;
        }
        if (depth === 0) break;
        j = stack[--depth];
      }
    }
  }

  /** What hangs on a cycle: companies with their holders, condensed, and finished from the bottom up. */
  condense(): void {
    const { nodes, start, holder, units } = this.#net;
    const waits = (j: number) => start[j] < start[j + 1] && this.#count[4 * j + 2] > 0;
    let left = 0;
    for (let j = 0; j < nodes; j++) if (waits(j)) left++;
    if (left === 0) return;
    const place = new Int32Array(nodes).fill(-1);
    const node = new Int32Array(left);
    left = 0;
    for (let j = 0; j < nodes; j++)
      if (waits(j)) {
        place[j] = left;
        node[left++] = j;
      }
    const localStart = new Int32Array(left + 1);
    const inner = (j: number, e: number) => units[e] > 0 && holder[e] !== j && place[holder[e]] >= 0;
    for (let k = 0; k < left; k++) {
      let count = localStart[k];
      for (let e = start[node[k]]; e < start[node[k] + 1]; e++) if (inner(node[k], e)) count++;
      localStart[k + 1] = count;
    }
    const to = new Int32Array(localStart[left]);
    for (let k = 0, count = 0; k < left; k++)
      for (let e = start[node[k]]; e < start[node[k] + 1]; e++)
        if (inner(node[k], e)) to[count++] = place[holder[e]];
    const found = components(localStart, to);
    for (let c = found.count - 1; c >= 0; c--) {
      const members = found.order.subarray(found.start[c], found.start[c + 1]).map((k) => node[k]);
      if (members.length > 1) this.#core(members.reverse());
      else this.#finish(members[0]);
    }
  }

  result(): Portfolios {
    const value = new Float64Array(this.#net.nodes);
    let error = 0;
    for (let i = 0; i < value.length; i++) {
      value[i] = this.#state[2 * i];
      if (this.#count[4 * i + 3] > error && value[i] < Number.POSITIVE_INFINITY)
        error = this.#count[4 * i + 3];
    }
    const bound = error === LOST ? Number.POSITIVE_INFINITY : error * ROUNDING;
    return { value, bound, rings: this.#rings, others: this.#others, cores: this.#cores };
  }

  /** A company's own shares belong to its other holders in proportion. */
  #ownShares(j: number): void {
    const { start, holder, units, whole } = this.#net;
    const state = this.#state;
    let own = 0;
    for (let e = start[j]; e < start[j + 1]; e++) if (holder[e] === j) own += units[e];
    if (this.#apart) this.#others.set(j, { low: state[2 * j], high: state[2 * j] });
    if (own >= whole) {
      this.#rings.push(Int32Array.of(j));
      state[2 * j] = Number.POSITIVE_INFINITY;
    } else state[2 * j] = (state[2 * j] * whole + own * this.#worthOf(j)) / (whole - own);
    this.#count[4 * j + 3] = Math.min(LOST, this.#count[4 * j + 3] + HANDED);
  }

  #worthOf = (j: number) => (this.#worth === null ? 1 : this.#worth[j]);

  /** Hands on what a company is worth to those of its holders that are not in the same core. */
  #finish(j: number): void {
    const { start, holder, units, whole } = this.#net;
    const state = this.#state;
    const count = this.#count;
    const inCore = this.#marks[j] & OPEN;
    if (this.#marks[j] === OWN) this.#ownShares(j);
    const each = (this.#worthOf(j) + state[2 * j]) / whole;
    if (!(each > 0)) return;
    for (let e = start[j]; e < start[j + 1]; e++) {
      const i = holder[e];
      if (units[e] === 0 || i === j || (inCore && this.#marks[i] & OPEN)) continue;
      state[2 * i] += units[e] * each;
      count[4 * i + 3] = Math.min(LOST, Math.max(count[4 * i + 3], count[4 * j + 3] + HANDED) + 1);
    }
  }

  #core(members: Int32Array): void {
    const state = this.#state;
    const solved = solveCore(this.#net, members, {
      worth: Float64Array.from(members, this.#worthOf),
      given: Float64Array.from(members, (i) => state[2 * i]),
      apart: this.#apart,
    });
    this.#cores.push(members);
    if (solved.closed) this.#rings.push(members.slice().sort());
    const before = members.reduce((most, i) => Math.max(most, this.#count[4 * i + 3]), 0);
    members.forEach((i, k) => {
      state[2 * i] = solved.value[k];
      this.#count[4 * i + 3] = Math.min(LOST, before + Math.ceil(solved.bound / ROUNDING));
      this.#marks[i] |= OPEN;
      if (solved.others) this.#others.set(i, solved.others[k]);
    });
    for (const i of members) this.#finish(i);
    for (const i of members) this.#marks[i] &= ~OPEN;
  }
}

function wider(stack: Int32Array, size: number): Int32Array {
  const wide = new Int32Array(2 * size);
  wide.set(stack);
  return wide;
}
