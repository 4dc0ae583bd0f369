import { csr } from "../../graph/csr.ts";
import type { PairsByNode } from "./recorded.ts";

/** Pairs as they are found, in flat columns that grow. */
export class FoundPairs {
  #length = 0;
  #node = new Int32Array(1 << 16);
  #controller = new Int32Array(1 << 16);
  #low = new Float64Array(1 << 16);
  #high = new Float64Array(1 << 16);
  #bits = new Uint8Array(1 << 16);

  add(node: number, controller: number, low: number, high: number, bits: number): void {
    const at = this.#length++;
    if (at === this.#node.length) this.#grow(at + Math.max(1 << 16, at >> 1));
    this.#node[at] = node;
    this.#controller[at] = controller;
    this.#low[at] = low;
    this.#high[at] = high;
    this.#bits[at] = bits;
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
