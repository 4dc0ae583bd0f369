import { csr } from "./csr.ts";

/** Who holds what: `holder[e]` something of the company whose holdings lie at `start[company] … start[company + 1] − 1`. */
interface Held {
  readonly nodes: number;
  readonly start: Int32Array;
  readonly holder: Int32Array;
}

/** Goes down from holders to what they hold. Cost: of the making O(nodes + holdings), of a search what it reaches. */
export class Downward {
  readonly #start: Int32Array;
  readonly #company: Int32Array;

  constructor({ nodes, start, holder }: Held) {
    const company = new Int32Array(holder.length);
    for (let n = 0; n < nodes; n++) company.fill(n, start[n], start[n + 1]);
    const byHolder = csr(nodes, holder);
    this.#start = byHolder.start;
    this.#company = byHolder.order.map((e) => company[e]);
  }

  /** Everything `source` holds any of, however indirectly, itself first; of those `within`, if that is given. */
  from(source: number, within?: ReadonlySet<number>): Set<number> {
    const found = new Set([source]);
    for (const node of found)
      for (let i = this.#start[node]; i < this.#start[node + 1]; i++) {
        const company = this.#company[i];
        if (within === undefined || within.has(company)) found.add(company);
      }
    return found;
  }
}

const made = new WeakMap<Held, Downward>();

/** That of a network which is asked about many holders: made once. */
export function downwardIn(net: Held): Downward {
  const known = made.get(net) ?? new Downward(net);
  made.set(net, known);
  return known;
}
