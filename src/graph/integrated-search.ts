import { components } from "./components.ts";
import { csr } from "./csr.ts";

/** Holdings without ranges as CSR by company: `holder[e]` has `units[e]` of `whole` in it; units are whole numbers. */
export interface PointNetwork {
  readonly nodes: number;
  readonly whole: number;
  readonly start: Int32Array;
  readonly holder: Int32Array;
  readonly units: Float64Array;
}

const CLOSE = 1e-14;
const MOST_SWEEPS = 100_000;

/**
 * Integrated ownership of one source after another in a network of millions, in doubles, with scratch memory reused.
 *
 * `from(source)` is V̂ of everything below the source: companies in the order of their components, each once; only
 * cycles are swept, from below (Gauss–Seidel), until the change left by the rate seen is under 1e-14 of every share.
 * Cost: linear in the holdings reached, times sweeps inside cycles. The constructor throws RangeError where a company
 * is held above the whole. Rings that own all of themselves are not swept: nothing from outside reaches them, and their
 * diagonal is infinite.
 */
export class IntegratedSearch {
  readonly #net: PointNetwork;
  readonly #belowStart: Int32Array;
  readonly #below: Int32Array;
  readonly #component: Int32Array;
  readonly #memberStart: Int32Array;
  readonly #order: Int32Array;
  readonly #place: Int32Array;
  readonly #share: Float64Array;
  readonly #stamp: Int32Array;
  readonly #queue: Int32Array;
  #run = 0;

  constructor(net: PointNetwork) {
    this.#net = net;
    for (let v = 0; v < net.nodes; v++) {
      let sum = 0;
      for (let e = net.start[v]; e < net.start[v + 1]; e++) sum += net.units[e];
      if (sum > net.whole)
        throw new RangeError(
          `company ${v} is held to ${sum} of ${net.whole}. Leave out what is in conflict.`,
        );
    }
    const found = components(net.start, net.holder);
    this.#component = found.of;
    this.#memberStart = found.start;
    this.#order = found.order;
    this.#place = new Int32Array(net.nodes);
    found.order.forEach((v, i) => {
      this.#place[v] = i;
    });
    const company = new Int32Array(net.holder.length);
    for (let v = 0; v < net.nodes; v++) company.fill(v, net.start[v], net.start[v + 1]);
    const { start, order } = csr(net.nodes, net.holder);
    this.#belowStart = start;
    this.#below = order.map((e) => company[e]);
    this.#share = new Float64Array(net.nodes);
    this.#stamp = new Int32Array(net.nodes);
    this.#queue = new Int32Array(net.nodes);
  }

  /**
   * Everything below `source`, owners before owned, and what the source has of each, by node: a part of 1. Both are views
   * valid until the next call. `loop` is what it has of itself through them; V itself is share / (1 − loop).
   */
  from(source: number): {
    readonly companies: Int32Array;
    readonly share: Float64Array;
    readonly loop: number;
  } {
    const companies = this.#reach(source);
    const share = this.#share;
    share[source] = 1;
    for (let i = 0; i < companies.length; ) {
      const component = this.#component[companies[i]];
      let end = i + 1;
      while (end < companies.length && this.#component[companies[end]] === component) end++;
      if (end === i + 1) share[companies[i]] = this.#held(companies[i]);
      else this.#sweep(companies.subarray(i, end));
      i = end;
    }
    return { companies, share, loop: this.#loop(source) };
  }

  /** 1 + Vii for every company: 1 outside cycles, infinite in a ring that owns all of itself. */
  diagonal(): Float64Array {
    const result = new Float64Array(this.#net.nodes).fill(1);
    for (let v = 0; v < this.#net.nodes; v++) {
      const component = this.#component[v];
      const size = this.#memberStart[component + 1] - this.#memberStart[component];
      if (size === 1) result[v] = 1 / (1 - this.#self(v));
      else result[v] = this.#closed(component) ? Number.POSITIVE_INFINITY : 1 / (1 - this.from(v).loop);
    }
    return result;
  }

  #reach(source: number): Int32Array {
    const run = ++this.#run;
    const queue = this.#queue;
    this.#stamp[source] = run;
    queue[0] = source;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const holder = queue[head];
      for (let e = this.#belowStart[holder]; e < this.#belowStart[holder + 1]; e++) {
        const company = this.#below[e];
        if (this.#stamp[company] === run) continue;
        this.#stamp[company] = run;
        this.#share[company] = 0;
        queue[tail++] = company;
      }
    }
    const companies = queue.subarray(1, tail);
    for (let i = 0; i < companies.length; i++) companies[i] = this.#place[companies[i]];
    companies.sort();
    for (let i = 0; i < companies.length; i++) companies[i] = this.#order[companies[i]];
    return companies;
  }

  /** What the source has of itself, its own shares included. */
  #loop(source: number): number {
    const net = this.#net;
    let sum = 0;
    for (let e = net.start[source]; e < net.start[source + 1]; e++)
      if (this.#stamp[net.holder[e]] === this.#run) sum += net.units[e] * this.#share[net.holder[e]];
    return sum / net.whole;
  }

  /** What the source has of a company through its holders; the company's own shares belong to the rest of its holders. */
  #held(company: number): number {
    const net = this.#net;
    let sum = 0;
    let left = net.whole;
    for (let e = net.start[company]; e < net.start[company + 1]; e++) {
      const holder = net.holder[e];
      if (holder === company) left -= net.units[e];
      else if (this.#stamp[holder] === this.#run) sum += net.units[e] * this.#share[holder];
    }
    return left === 0 ? 0 : sum / left;
  }

  #sweep(members: Int32Array): void {
    const share = this.#share;
    let before = 1;
    for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps++) {
      let change = 0;
      for (let i = 0; i < members.length; i++) {
        const v = members[i];
        const value = this.#held(v);
        if (value > 0) change = Math.max(change, (value - share[v]) / value);
        share[v] = value;
      }
      const rate = Math.min(change / before, 1);
      if (change === 0 || (sweeps > 1 && change * rate <= CLOSE * (1 - rate))) return;
      before = change;
    }
  }

  #self(company: number): number {
    const net = this.#net;
    let self = 0;
    for (let e = net.start[company]; e < net.start[company + 1]; e++)
      if (net.holder[e] === company) self += net.units[e];
    return self / net.whole;
  }

  #closed(component: number): boolean {
    const net = this.#net;
    for (let i = this.#memberStart[component]; i < this.#memberStart[component + 1]; i++) {
      const v = this.#order[i];
      let inside = 0;
      for (let e = net.start[v]; e < net.start[v + 1]; e++)
        if (this.#component[net.holder[e]] === component) inside += net.units[e];
      if (inside < net.whole) return false;
    }
    return true;
  }
}
