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
  /** Ballot → sum of the lower ends of all named direct holdings, and how many of them are open. */
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
  readonly #low: Float64Array;
  readonly #alone: Float64Array;
  readonly #high: Float64Array;
  readonly #inLow: Float64Array;
  readonly #lowOpen: Int32Array;
  readonly #aloneOpen: Uint8Array;
  readonly #aloneHigh: Float64Array;
  readonly #highOpen: Int32Array;
  readonly #seen: Int32Array;
  readonly #passed: Int32Array;
  readonly #passedAt: Int32Array;
  /** A bit a node: it has an edge at all. Most have none, and the bits of ten million fit a cache. */
  readonly #holds: Uint32Array;
  #run = 0;

  constructor(net: ControlNetwork) {
    const ballots = net.company.length;
    this.#net = net;
    this.#stamp = new Int32Array(net.nodes);
    this.found = new Int32Array(net.nodes);
    this.#low = new Float64Array(ballots);
    this.#alone = new Float64Array(ballots);
    this.#high = new Float64Array(ballots);
    this.#inLow = new Float64Array(ballots);
    this.#lowOpen = new Int32Array(ballots);
    this.#aloneOpen = new Uint8Array(ballots);
    this.#aloneHigh = new Float64Array(ballots);
    this.#highOpen = new Int32Array(ballots);
    this.#seen = new Int32Array(ballots);
    this.#passed = new Int32Array(net.nodes);
    this.#passedAt = new Int32Array(net.nodes);
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
    const run = ++this.#run;
    this.#stamp[source] = run;
    let tail = this.#expand(source, 0, run, certain);
    for (let head = 0; head < tail; head++) tail = this.#expand(this.found[head], tail, run, certain);
    return tail;
  }

  /** Whether the last source controls this node (or is it). */
  reached(node: number): boolean {
    return this.#stamp[node] === this.#run;
  }

  /** The least the last source and all it controls have of a ballot; meant after `certain`. */
  leastOf(ballot: number): End {
    if (this.#seen[ballot] !== this.#run) return NOTHING;
    const value = Math.max(this.#low[ballot], this.#alone[ballot]);
    const summedOpen = this.#low[ballot] === value && this.#lowOpen[ballot] > 0;
    const aloneOpen = this.#alone[ballot] === value && this.#aloneOpen[ballot] === 1;
    return { value, open: summedOpen || aloneOpen };
  }

  /** The most they have of it; meant after `possible`. */
  mostOf(ballot: number): End {
    const net = this.#net;
    if (this.#seen[ballot] !== this.#run) return NOTHING;
    const left = net.whole - net.treasuryLow[ballot] - (net.namedLow[ballot] - this.#inLow[ballot]);
    const leftOpen = net.namedOpen[ballot] - this.#lowOpen[ballot] > 0 || net.treasuryOpen[ballot] === 1;
    const own = this.#high[ballot];
    const value = Math.max(0, Math.min(own, left));
    if (this.#aloneHigh[ballot] > value) return { value: this.#aloneHigh[ballot], open: false };
    return { value, open: (own === value && this.#highOpen[ballot] > 0) || (left === value && leftOpen) };
  }

  /** Adds what falls by what one holder has; returns how many have fallen. */
  #expand(holder: number, fallen: number, run: number, certain: boolean): number {
    if ((this.#holds[holder >>> 5] & (1 << (holder & 31))) === 0) return fallen;
    const net = this.#net;
    const found = this.found;
    const stamp = this.#stamp;
    let tail = fallen;
    const lastRight = net.rightStart[holder + 1];
    for (let e = net.rightStart[holder]; e < lastRight; e++) {
      const to = net.rightTo[e];
      if (stamp[to] !== run) {
        stamp[to] = run;
        found[tail++] = to;
      }
    }
    const lastHold = net.holdStart[holder + 1];
    for (let e = net.holdStart[holder]; e < lastHold; e++) {
      const ballot = net.holdBallot[e];
      const had = this.#seen[ballot] === run && (certain ? this.#least(ballot) : this.#most(ballot));
      this.#add(ballot, e, run);
      const to = net.company[ballot];
      if (had || stamp[to] === run) continue;
      if (!(certain ? this.#least(ballot) && this.#all(to, run) : this.#most(ballot))) continue;
      stamp[to] = run;
      found[tail++] = to;
    }
    return tail;
  }

  #add(ballot: number, edge: number, run: number): void {
    const net = this.#net;
    if (this.#seen[ballot] !== run) {
      this.#seen[ballot] = run;
      this.#low[ballot] = 0;
      this.#alone[ballot] = 0;
      this.#high[ballot] = 0;
      this.#inLow[ballot] = 0;
      this.#lowOpen[ballot] = 0;
      this.#aloneOpen[ballot] = 0;
      this.#aloneHigh[ballot] = 0;
      this.#highOpen[ballot] = 0;
    }
    const flags = net.holdFlags[edge];
    const low = net.holdLow[edge];
    const open = flags & LOW_OPEN;
    if (flags & ALONE) {
      this.#aloneHigh[ballot] = Math.max(this.#aloneHigh[ballot], net.holdHigh[edge]);
      if (low > this.#alone[ballot]) {
        this.#alone[ballot] = low;
        this.#aloneOpen[ballot] = open;
      } else if (low === this.#alone[ballot] && open) this.#aloneOpen[ballot] = 1;
    } else {
      this.#low[ballot] += low;
      this.#inLow[ballot] += low;
      if (open) this.#lowOpen[ballot]++;
    }
    this.#high[ballot] = Math.min(net.whole, this.#high[ballot] + net.holdHigh[edge]);
    if (flags & HIGH_OPEN) this.#highOpen[ballot]++;
  }

  /** More than half at the least; an open lower end at exactly half is more than half. */
  #least(ballot: number): boolean {
    const net = this.#net;
    const treasury = net.treasuryLow[ballot];
    const open = net.treasuryOpen[ballot] === 1;
    const summed = 2 * this.#low[ballot] + treasury;
    if (summed > net.whole || (summed === net.whole && (open || this.#lowOpen[ballot] > 0))) return true;
    const alone = 2 * this.#alone[ballot] + treasury;
    return alone > net.whole || (alone === net.whole && (open || this.#aloneOpen[ballot] === 1));
  }

  /**
   * More than half at the most: what is left by the lower ends outside goes to the group first, then to the treasury.
   * A holding that is not summed may be the same votes as somebody else's, so nobody's lower end narrows it.
   */
  #most(ballot: number): boolean {
    const net = this.#net;
    const left = net.whole - (net.namedLow[ballot] - this.#inLow[ballot]);
    const votes = Math.min(this.#high[ballot], left - net.treasuryLow[ballot]);
    const treasury = Math.min(net.treasuryHigh[ballot], left - votes);
    if (2 * votes + treasury > net.whole) return true;
    return 2 * this.#aloneHigh[ballot] + net.treasuryHigh[ballot] > net.whole;
  }

  /** Counts a ballot as won; true when all of the company's ballots are. */
  #all(company: number, run: number): boolean {
    if (this.#passedAt[company] !== run) {
      this.#passedAt[company] = run;
      this.#passed[company] = 0;
    }
    return ++this.#passed[company] >= this.#net.ballots[company];
  }
}

function holdingNodes({ nodes, holdStart, rightStart }: ControlNetwork): Uint32Array {
  const bits = new Uint32Array((nodes + 31) >>> 5);
  for (let n = 0; n < nodes; n++) {
    if (holdStart[n + 1] > holdStart[n] || rightStart[n + 1] > rightStart[n]) bits[n >>> 5] |= 1 << (n & 31);
  }
  return bits;
}
