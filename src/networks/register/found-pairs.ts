import { csr } from "../../graph/csr.ts";
import type { EndSearch } from "../../graph/end-search.ts";
import { bitsOf, type PairList, type PairsByNode } from "./recorded.ts";
import type { Register } from "./register.ts";
import { GroupVotes } from "./votes.ts";

const ROOM = 1 << 12;

/** Pairs found by two searches, with their votes, in flat columns that grow. */
export class FoundPairs {
  readonly #lower: EndSearch;
  readonly #upper: EndSearch;
  readonly #votes: GroupVotes;
  #length = 0;
  #node = new Int32Array(ROOM);
  #controller = new Int32Array(ROOM);
  #low = new Float64Array(ROOM);
  #high = new Float64Array(ROOM);
  #bits = new Uint8Array(ROOM);

  constructor(register: Register, lower: EndSearch, upper: EndSearch) {
    this.#lower = lower;
    this.#upper = upper;
    this.#votes = new GroupVotes(register, lower, upper);
  }

  /** Adds whom a source controls, from which the lower search has just been made. */
  add(x: number): void {
    const [upper, votes] = [this.#upper, this.#votes];
    const count = upper.search(x);
    if (this.#length + count > this.#node.length) this.#grow(2 * (this.#length + count));
    for (let i = 0; i < count; i++) {
      const y = upper.found[i] as number;
      const any = votes.take(y);
      const at = this.#length++;
      this.#node[at] = y;
      this.#controller[at] = x;
      this.#low[at] = any ? votes.lowValue : 0;
      this.#high[at] = any ? votes.highValue : 0;
      this.#bits[at] = bitsOf(this.#lower.reached(y), any, votes);
    }
  }

  byNode(nodes: number): PairsByNode {
    const { start, order } = csr(nodes, this.#node.subarray(0, this.#length));
    return {
      start,
      controller: Int32Array.from(order, (i) => this.#controller[i] as number),
      low: Float64Array.from(order, (i) => this.#low[i] as number),
      high: Float64Array.from(order, (i) => this.#high[i] as number),
      bits: Uint8Array.from(order, (i) => this.#bits[i] as number),
    };
  }

  /** What was added since the last time, as it was found. */
  take(): PairList {
    const length = this.#length;
    this.#length = 0;
    return {
      node: this.#node.slice(0, length),
      controller: this.#controller.slice(0, length),
      low: this.#low.slice(0, length),
      high: this.#high.slice(0, length),
      bits: this.#bits.slice(0, length),
    };
  }

  #grow(size: number): void {
    const wide = <T extends Int32Array | Float64Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old as never);
      return fresh;
    };
    this.#node = wide(this.#node, new Int32Array(size));
    this.#controller = wide(this.#controller, new Int32Array(size));
    this.#low = wide(this.#low, new Float64Array(size));
    this.#high = wide(this.#high, new Float64Array(size));
    this.#bits = wide(this.#bits, new Uint8Array(size));
  }
}
