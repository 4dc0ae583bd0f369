/**
 * One end of a control network: who votes in which ballot, and who holds a right that is control by itself.
 * A ballot is one vote count of one company (a company with several share classes has several).
 * Shares are integers in units of which `whole` is all of a company; every sum stays below 2^53.
 */
export interface ControlNetwork {
  readonly nodes: number;
  readonly whole: number;
  /** Ballot → the company it decides over. */
  readonly company: Int32Array;
  /** Ballot → treasury shares, which carry no votes, as a range; `treasuryOpen` marks an open lower end. */
  readonly treasuryLow: Float64Array;
  readonly treasuryHigh: Float64Array;
  readonly treasuryOpen: Uint8Array;
  /**
   * Ballot → sum of the lower ends of all named direct holdings, and how many of them are open: never less than what of
   * the holdings in it is summed at the lower end, except in a block cast together, which is made with treasury shares.
   */
  readonly namedLow: Float64Array;
  readonly namedOpen: Int32Array;
  /** Node → number of ballots over it. */
  readonly ballots: Int32Array;
  /** Holder → its holdings, as CSR. */
  readonly holdStart: Int32Array;
  readonly holdBallot: Int32Array;
  readonly holdLow: Float64Array;
  readonly holdHigh: Float64Array;
  /** Bits: `LOW_OPEN`, `HIGH_OPEN`, `ALONE`. */
  readonly holdFlags: Uint8Array;
  /** Holder → companies over which it holds a right that is control, as CSR. */
  readonly rightStart: Int32Array;
  readonly rightTo: Int32Array;
}

export const LOW_OPEN = 1;
export const HIGH_OPEN = 2;
/** Not summed with others at the lower end: directness unknown, or a joint holding that reports the whole. */
export const ALONE = 4;

/** One end of what a group has of a ballot. */
export interface End {
  readonly value: number;
  readonly open: boolean;
}

const NOTHING: End = { value: 0, open: false };

/**
 * The least fixpoint of majority control from one source, with scratch memory reused between sources.
 *
 * X controls Y iff X, or a node X controls, holds a right over Y, or X and what it controls together hold more than
 * half of Y's votes: 2·x + t > whole, t the treasury shares (Ceri, Gottlob & Tanca 1990; Magnanimi & Iezzi 2022).
 * `certain` takes the least votes the group can have, in every ballot; `possible` the most, in any ballot:
 * the lesser of its upper ends and what the lower ends outside it leave. Cost: linear in the edges reached.
 */
export class ControlSearch {
  /** What the last search found, in the order they fell. */
  readonly found: Int32Array;
  readonly #net: ControlNetwork;
  readonly #stamp: Int32Array;
  /** Node → where its rights begin, where its holdings begin. */
  readonly #start: Int32Array;
  /** Ballot → what the group has of it, one cache line a ballot; places as named below. */
  readonly #state: Float64Array;
  /** Ballot → treasury at least, treasury at most, named lower ends, whether the treasury's lower end is open. */
  readonly #fixed: Float64Array;
  readonly #passed: Int32Array;
  readonly #passedAt: Int32Array;
  /** A bit a node: it has an edge at all. Most have none, and the bits of ten million fit a cache. */
  readonly #holds: Uint32Array;
  #run = 0;
  #count = 0;

  constructor(net: ControlNetwork) {
    this.#net = net;
    this.#stamp = new Int32Array(net.nodes);
    this.found = new Int32Array(net.nodes);
    this.#state = new Float64Array(STATE * net.company.length);
    this.#fixed = fixedOf(net);
    this.#start = startsOf(net);
    const several = net.ballots.some((count) => count > 1) ? net.nodes : 0;
    this.#passed = new Int32Array(several);
    this.#passedAt = new Int32Array(several);
    this.#holds = holdingNodes(net);
  }

  /** All nodes `source` controls at the lower end, in the order they fall; a view valid until the next call. */
  certain(source: number): Int32Array {
    return this.found.subarray(0, this.search(source, true));
  }

  /** All nodes `source` controls at the upper end. */
  possible(source: number): Int32Array {
    return this.found.subarray(0, this.search(source, false));
  }

  /** The same without making a view: how many there are; they stand at the beginning of `found`. */
  search(source: number, certain: boolean): number {
    this.#run++;
    this.#stamp[source] = this.#run;
    this.#count = 0;
    this.#expand(source, certain);
    return this.#follow(0, certain);
  }

  /** Goes on as if the last source controlled this node too; returns how many there are now. */
  also(node: number, certain: boolean): number {
    if (this.#stamp[node] === this.#run) return this.#count;
    const from = this.#count;
    this.#stamp[node] = this.#run;
    this.found[this.#count++] = node;
    return this.#follow(from, certain);
  }

  #follow(from: number, certain: boolean): number {
    for (let head = from; head < this.#count; head++) this.#expand(this.found[head], certain);
    return this.#count;
  }

  /** Whether the last source controls this node (or is it). */
  reached(node: number): boolean {
    return this.#stamp[node] === this.#run;
  }

  /** The least the last source and all it controls have of a ballot; meant after `certain`. */
  leastOf(ballot: number): End {
    const state = this.#state;
    const at = STATE * ballot;
    if (state[at] !== this.#run) return NOTHING;
    const value = Math.max(state[at + LOW], state[at + ALONE_LOW]);
    const summedOpen = state[at + LOW] === value && state[at + LOW_OPENS] > 0;
    const aloneOpen = (state[at + ALONE_OPENS] & LOW_OPEN) !== 0;
    return { value, open: summedOpen || (state[at + ALONE_LOW] === value && aloneOpen) };
  }

  /** The most they have of it; meant after `possible`. */
  mostOf(ballot: number): End {
    const net = this.#net;
    const state = this.#state;
    const at = STATE * ballot;
    if (state[at] !== this.#run) return NOTHING;
    const left = net.whole - net.treasuryLow[ballot] - (net.namedLow[ballot] - state[at + LOW]);
    const leftOpen = net.namedOpen[ballot] - state[at + LOW_OPENS] > 0 || net.treasuryOpen[ballot] === 1;
    const own = state[at + HIGH];
    const value = Math.max(0, Math.min(own, left));
    const open = (own === value && state[at + HIGH_OPENS] > 0) || (left === value && leftOpen);
    const alone = state[at + ALONE_HIGH];
    const aloneOpen = (state[at + ALONE_OPENS] & HIGH_OPEN) !== 0;
    if (alone > value) return { value: alone, open: aloneOpen };
    return { value, open: open && (alone < value || aloneOpen) };
  }

  /** Adds what falls by what one holder has. */
  #expand(holder: number, certain: boolean): void {
    if ((this.#holds[holder >>> 5] & (1 << (holder & 31))) === 0) return;
    const { rightTo, holdBallot, company } = this.#net;
    const found = this.found;
    const stamp = this.#stamp;
    const run = this.#run;
    const at = 2 * holder;
    const lastRight = this.#start[at + 2];
    for (let e = this.#start[at]; e < lastRight; e++) {
      const to = rightTo[e];
      if (stamp[to] !== run) {
        stamp[to] = run;
        found[this.#count++] = to;
      }
    }
    const lastHold = this.#start[at + 3];
    for (let e = this.#start[at + 1]; e < lastHold; e++) {
      const ballot = holdBallot[e];
      const had = this.#state[STATE * ballot] === run && this.#won(ballot, certain);
      this.#add(ballot, e, run);
      if (had || !this.#won(ballot, certain)) continue;
      const to = company[ballot];
      if (stamp[to] === run || (certain && !this.#all(to, run))) continue;
      stamp[to] = run;
      found[this.#count++] = to;
    }
  }

  #add(ballot: number, edge: number, run: number): void {
    const net = this.#net;
    const state = this.#state;
    const at = STATE * ballot;
    if (state[at] !== run) {
      state[at] = run;
      state[at + LOW] = state[at + LOW_OPENS] = state[at + ALONE_LOW] = state[at + ALONE_OPENS] = 0;
      state[at + HIGH] = state[at + HIGH_OPENS] = state[at + ALONE_HIGH] = 0;
    }
    const flags = net.holdFlags[edge];
    const low = net.holdLow[edge];
    const open = flags & LOW_OPEN;
    if (flags & ALONE) {
      const high = net.holdHigh[edge];
      let opens = state[at + ALONE_OPENS];
      if (low > state[at + ALONE_LOW]) {
        state[at + ALONE_LOW] = low;
        opens = (opens & HIGH_OPEN) | open;
      } else if (low === state[at + ALONE_LOW]) opens |= open;
      if (high > state[at + ALONE_HIGH]) {
        state[at + ALONE_HIGH] = high;
        opens = (opens & LOW_OPEN) | (flags & HIGH_OPEN);
      } else if (high === state[at + ALONE_HIGH]) opens &= flags | LOW_OPEN;
      state[at + ALONE_OPENS] = opens;
    } else {
      state[at + LOW] += low;
      if (open) state[at + LOW_OPENS]++;
    }
    state[at + HIGH] = Math.min(net.whole, state[at + HIGH] + net.holdHigh[edge]);
    if (flags & HIGH_OPEN) state[at + HIGH_OPENS]++;
  }

  #won(ballot: number, certain: boolean): boolean {
    return certain ? this.#least(STATE * ballot, FIXED * ballot) : this.#most(STATE * ballot, FIXED * ballot);
  }

  /** More than half at the least; an open lower end at exactly half is more than half. */
  #least(at: number, of: number): boolean {
    const state = this.#state;
    const { whole } = this.#net;
    const treasury = this.#fixed[of];
    const open = this.#fixed[of + 3] === 1;
    const summed = 2 * state[at + LOW] + treasury;
    if (summed > whole || (summed === whole && (open || state[at + LOW_OPENS] > 0))) return true;
    const alone = 2 * state[at + ALONE_LOW] + treasury;
    return alone > whole || (alone === whole && (open || (state[at + ALONE_OPENS] & LOW_OPEN) !== 0));
  }

  /**
   * More than half at the most: what is left by the lower ends outside goes to the group first, then to the treasury.
   * A holding that is not summed may be the same votes as somebody else's, so nobody's lower end narrows it.
   */
  #most(at: number, of: number): boolean {
    const state = this.#state;
    const fixed = this.#fixed;
    const { whole } = this.#net;
    const left = whole - (fixed[of + 2] - state[at + LOW]);
    const votes = Math.min(state[at + HIGH], left - fixed[of]);
    const treasury = Math.min(fixed[of + 1], left - votes);
    if (2 * votes + treasury > whole) return true;
    return 2 * state[at + ALONE_HIGH] + fixed[of + 1] > whole;
  }

  /** Counts a ballot as won; true when all of the company's ballots are. */
  #all(company: number, run: number): boolean {
    if (this.#net.ballots[company] === 1) return true;
    if (this.#passedAt[company] !== run) {
      this.#passedAt[company] = run;
      this.#passed[company] = 0;
    }
    return ++this.#passed[company] >= this.#net.ballots[company];
  }
}

/** Places in the state of a ballot; the first is the search it is of. */
const STATE = 8;
const LOW = 1;
const LOW_OPENS = 2;
const ALONE_LOW = 3;
/** Bits: whether the greatest lower end of what is not summed is open, whether the greatest upper end is. */
const ALONE_OPENS = 4;
const HIGH = 5;
const HIGH_OPENS = 6;
const ALONE_HIGH = 7;
const FIXED = 4;

function fixedOf({
  company,
  treasuryLow,
  treasuryHigh,
  namedLow,
  treasuryOpen,
}: ControlNetwork): Float64Array {
  const fixed = new Float64Array(FIXED * company.length);
  for (let b = 0; b < company.length; b++) {
    fixed[FIXED * b] = treasuryLow[b];
    fixed[FIXED * b + 1] = treasuryHigh[b];
    fixed[FIXED * b + 2] = namedLow[b];
    fixed[FIXED * b + 3] = treasuryOpen[b];
  }
  return fixed;
}

function startsOf({ nodes, rightStart, holdStart }: ControlNetwork): Int32Array {
  const start = new Int32Array(2 * nodes + 2);
  for (let n = 0; n <= nodes; n++) {
    start[2 * n] = rightStart[n];
    start[2 * n + 1] = holdStart[n];
  }
  return start;
}

function holdingNodes({ nodes, holdStart, rightStart }: ControlNetwork): Uint32Array {
  const bits = new Uint32Array((nodes + 31) >>> 5);
  for (let n = 0; n < nodes; n++) {
    if (holdStart[n + 1] > holdStart[n] || rightStart[n + 1] > rightStart[n]) bits[n >>> 5] |= 1 << (n & 31);
  }
  return bits;
}
