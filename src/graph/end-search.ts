import { BulkControl } from "./bulk-control.ts";
import { type ControlNetwork, ControlSearch } from "./control.ts";

/** Searches one end of a network from one source after the other. */
export interface EndSearch {
  /** What the last search found, in the order they fell. */
  readonly found: Int32Array;
  /** How many nodes a source controls at this end; they stand at the beginning of `found`. */
  search(source: number): number;
  /** Goes on as if the last source controlled this node too; returns how many there are now. */
  also(node: number): number;
  /** Whether the last source controls this node (or is it). */
  reached(node: number): boolean;
}

/** Below so many nodes a memory of its own costs more than it saves. */
const MANY = 1 << 12;

/** A search of one end from many sources, by the means that suit its size: the answers are the same. */
export function endSearch(net: ControlNetwork, certain: boolean): EndSearch {
  const bulk = net.nodes < MANY ? null : BulkControl.over(net, certain);
  return bulk ?? new OneEnd(net, certain);
}

class OneEnd implements EndSearch {
  readonly #search: ControlSearch;
  readonly #certain: boolean;

  constructor(net: ControlNetwork, certain: boolean) {
    this.#search = new ControlSearch(net);
    this.#certain = certain;
  }

  get found(): Int32Array {
    return this.#search.found;
  }

  search(source: number): number {
    return this.#search.search(source, this.#certain);
  }

  also(node: number): number {
    return this.#search.also(node, this.#certain);
  }

  reached(node: number): boolean {
    return this.#search.reached(node);
  }
}
