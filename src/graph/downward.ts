import { csr } from "./csr.ts";

/** Who holds what: `holder[e]` something of the company whose holdings lie at `start[company] … start[company + 1] − 1`. */
interface Held {
  readonly nodes: number;
  readonly start: Int32Array;
  readonly holder: Int32Array;
}

/** Goes down from holders to what they hold. Cost: of the making O(nodes + holdings), of a search what it reaches. */
export class Downward {
  readonly #nodes: number;
  readonly #start: Int32Array;
  readonly #company: Int32Array;

  constructor({ nodes, start, holder }: Held) {
    const company = new Int32Array(holder.length);
    for (let n = 0; n < nodes; n++) company.fill(n, start[n], start[n + 1]);
    const byHolder = csr(nodes, holder);
    this.#nodes = nodes;
    this.#start = byHolder.start;
    this.#company = byHolder.order.map((e) => company[e]);
  }

  /** Everything `source` holds any of, however indirectly, itself first. */
  from(source: number): Int32Array {
    const seen = new Uint8Array(this.#nodes);
    const found = new Int32Array(this.#nodes);
    let tail = 0;
    const add = (node: number) => {
      if (seen[node] === 1) return;
      seen[node] = 1;
      found[tail++] = node;
    };
    add(source);
    for (let head = 0; head < tail; head++) {
      const node = found[head];
      for (let i = this.#start[node]; i < this.#start[node + 1]; i++) add(this.#company[i]);
    }
    return found.subarray(0, tail);
  }
}
