import type { PointNetwork } from "./integrated-search.ts";
import { portfolios } from "./portfolio.ts";
import { cut, dense, MOST_FACTORED } from "./portfolio-core.ts";
import { StableFactors } from "./stable-factors.ts";

/** Integrated shares of all parties above one company, by place in `owners`. */
export interface SharesAbove {
  readonly owners: Int32Array;
  /** Ends of V̂ij; the same but in cores of more than 700. NaN in a ring of companies that own all of each other. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** No end is off by more than this part of itself. */
  readonly bound: number;
}

/**
 * A column of integrated ownership: what everybody has of one company, V̂ij = Vij / (1 + Vii). Everything above the company
 * is cut out, the company alone given a worth, and `portfolios` solved on what was cut, which is V · e_j; Vii of cores is
 * worked out once and kept. Cost: linear in the holdings above, beside cores; no index is needed but that by company.
 */
export class OwnersSearch {
  readonly #net: PointNetwork;
  readonly #place: Int32Array;
  /** Node of a core → the range of 1 + Vii. */
  readonly #loops = new Map<number, { readonly low: number; readonly high: number }>();

  constructor(net: PointNetwork) {
    this.#net = net;
    this.#place = new Int32Array(net.nodes).fill(-1);
  }

  of(company: number): SharesAbove {
    const { start, holder, units, whole } = this.#net;
    const place = this.#place;
    const above = [company];
    place[company] = 0;
    const localStart = [0];
    const localHolder: number[] = [];
    const localUnits: number[] = [];
    for (let head = 0; head < above.length; head++) {
      for (let e = start[above[head]]; e < start[above[head] + 1]; e++) {
        if (units[e] === 0) continue;
        if (place[holder[e]] < 0) place[holder[e]] = above.push(holder[e]) - 1;
        localHolder.push(place[holder[e]]);
        localUnits.push(units[e]);
      }
      localStart.push(localHolder.length);
    }
    for (const node of above) place[node] = -1;
    const net = {
      nodes: above.length,
      whole,
      start: Int32Array.from(localStart),
      holder: Int32Array.from(localHolder),
      units: Float64Array.from(localUnits),
    };
    const worth = new Float64Array(above.length);
    worth[0] = 1;
    const found = portfolios(net, { worth });
    const high = found.value.slice();
    const low = found.value;
    for (const core of found.cores) {
      if (!this.#loops.has(above[core[0]])) this.#loop(net, core, above);
      for (const i of core) {
        const { low: least, high: most } = this.#loops.get(above[i]) as { low: number; high: number };
        low[i] = Number.isFinite(low[i]) ? low[i] / most : Number.NaN;
        high[i] = Number.isFinite(high[i]) ? high[i] / least : Number.NaN;
      }
    }
    const inCore = new Set(found.cores.flatMap((core) => [...core]));
    for (let i = 1; i < above.length; i++) {
      if (inCore.has(i)) continue;
      const own = ownPart(net, i);
      low[i] = own < whole ? (low[i] * (whole - own)) / whole : Number.NaN;
      high[i] = low[i];
    }
    const owners = Int32Array.from(above.slice(1));
    return { owners, low: low.subarray(1), high: high.subarray(1), bound: 2 * found.bound + 2 ** -50 };
  }

  /** 1 + Vii of every member: the diagonal of the inverse, or for large cores from 1 to one over what is held outside. */
  #loop(net: PointNetwork, members: Int32Array, above: readonly number[]): void {
    const size = members.length;
    const core = cut(net, members);
    if (core.inside.every((units) => units >= net.whole)) {
      for (const i of members) this.#loops.set(above[i], { low: 1, high: 1 });
      return;
    }
    const factors = size <= MOST_FACTORED ? new StableFactors(size, net.whole, dense(core, size)) : null;
    members.forEach((i, k) => {
      if (factors) {
        const one = new Float64Array(size);
        one[k] = 1;
        const loop = factors.solve(one)[k];
        this.#loops.set(above[i], { low: loop, high: loop });
      } else this.#loops.set(above[i], { low: 1, high: net.whole / (net.whole - core.inside[k]) });
    });
  }
}

function ownPart(net: PointNetwork, i: number): number {
  let own = 0;
  for (let e = net.start[i]; e < net.start[i + 1]; e++) if (net.holder[e] === i) own += net.units[e];
  return own;
}
