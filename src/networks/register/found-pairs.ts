import type { EndSearch } from "../../graph/end-search.ts";
import { byNode, firstOf, type Pairs, type PairsByNode, roomFor, setPair, setVotes } from "./recorded.ts";
import type { Register } from "./register.ts";
import { GroupVotes } from "./votes.ts";

/** Pairs found by two searches, with their votes, in room that grows. */
export class FoundPairs {
  readonly #lower: EndSearch;
  readonly #upper: EndSearch;
  readonly #votes: GroupVotes;
  #length = 0;
  #pairs = roomFor(1 << 12);

  constructor(register: Register, lower: EndSearch, upper: EndSearch) {
    this.#lower = lower;
    this.#upper = upper;
    this.#votes = new GroupVotes(register, lower, upper);
  }

  /** Adds whom a source controls, from which the lower search has just been made. */
  add(x: number): void {
    const [upper, votes] = [this.#upper, this.#votes];
    const count = upper.search(x);
    if (this.#length + count > this.#pairs.length) this.#grow(2 * (this.#length + count));
    for (let i = 0; i < count; i++) {
      const y = upper.found[i] as number;
      const at = this.#length++;
      setPair(this.#pairs, at, y, x);
      setVotes(this.#pairs, at, this.#lower.reached(y), votes.take(y) ? votes : null);
    }
  }

  byNode(nodes: number): PairsByNode {
    const places = Int32Array.from({ length: this.#length }, (_, at) => at);
    return byNode({ all: this.#pairs, places }, nodes);
  }

  /** What was added since the last time, as it was found. */
  take(): Pairs {
    const taken = firstOf(this.#pairs, this.#length);
    this.#length = 0;
    this.#pairs = roomFor(this.#pairs.length);
    return taken;
  }

  #grow(length: number): void {
    const wide = roomFor(length);
    wide.words.set(this.#pairs.words);
    this.#pairs = wide;
  }
}
