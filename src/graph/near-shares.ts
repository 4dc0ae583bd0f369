import { DOUBLE } from "./arithmetic.ts";
import { type Components, components } from "./components.ts";
import { type Ends, solveDoubly } from "./core.ts";
import { downwardIn } from "./downward.ts";
import type { EconomicNetwork } from "./economic.ts";
import { NearCore } from "./near-core.ts";
import { condensed, solveParts, stakesIn } from "./parts.ts";
import { ringed } from "./ring.ts";
import { leastValue, mostValue } from "./stakes.ts";

const NOBODY: ReadonlyMap<number, number> = new Map();

/** How far an end of a share in doubles may be from the exact one, as a part of the whole. */
export const NEAR = 1e-9;

/** A share as a part of 1, each end to `NEAR`: what is clear from that need not be worked out exactly. */
export interface NearRange {
  readonly low: number;
  readonly high: number;
}

/** Shares of one party as they are worked out, and which of the companies lie in a cycle or below one. */
interface Found {
  readonly share: Map<number, Ends<number>>;
  readonly cyclic: Set<number>;
}

/**
 * `integratedShares` in doubles, of one party after another. What is the same for all of them is worked out once: the order
 * of the components, and how cores are laid out. Cost: of the making O(nodes + holdings); of a party the holdings below it,
 * those in cores times some tens of sweeps.
 */
export class NearShares {
  readonly #net: EconomicNetwork;
  readonly #components: Components;
  readonly #cores = new Map<number, NearCore>();

  constructor(net: EconomicNetwork) {
    this.#net = net;
    this.#components = componentsOf(net);
  }

  /** The shares of a party in everything below it; null in a ring of companies that own all of each other and of it, and below. */
  of(source: number): ReadonlyMap<number, NearRange | null> {
    const below = downwardIn(this.#net).from(source);
    const found: Found = { share: new Map([[source, { low: 1, high: 1 }]]), cyclic: new Set() };
    const own = this.#components.of[source];
    const reached = new Set(Array.from(below, (node) => this.#components.of[node]));
    for (const component of Int32Array.from(reached).sort()) {
      if (component === own) this.#beside(source, component, found);
      else this.#below(component, found);
    }
    found.share.delete(source);
    const result = new Map<number, NearRange | null>(found.share);
    for (const node of ringed(this.#net, source)) result.set(node, null);
    return result;
  }

  /** Those that hold each other with the source, what is held of itself left out. */
  #beside(source: number, component: number, found: Found): void {
    const members = this.#members(component);
    if (members.length === 1) return;
    const parts = condensed(
      this.#net,
      Array.from(members).filter((node) => node !== source),
    );
    const whollyHeld = this.#net.full !== undefined && members.some((node) => this.#net.full?.[node] === 1);
    if (!whollyHeld && this.#swept(component, members.indexOf(source), found))
      for (const part of parts) this.#mark(part, found);
    else for (const part of parts) this.#solve(part, found);
  }

  #below(component: number, found: Found): void {
    const members = this.#members(component);
    if (members.length > 1 && this.#swept(component, -1, found)) this.#mark(members, found);
    else this.#solve(members, found);
  }

  /** Whether the shares in a core could be found by sweeps. */
  #swept(component: number, own: number, found: Found): boolean {
    const ends = this.#core(component).solve(found.share, own);
    if (ends === null) return false;
    this.#members(component).forEach((node, i) => {
      if (i !== own) found.share.set(node, { low: ends.low[i], high: ends.high[i] });
    });
    return true;
  }

  #solve(part: ArrayLike<number>, found: Found): void {
    this.#mark(part, found);
    const node = part[0];
    if (this.#net.full?.[node] === 1 && !found.cyclic.has(node)) this.#full(node, found.share);
    else if (part.length > 1 || !this.#plain(node, found.share))
      solveParts(this.#net, DOUBLE, [Array.from(part)], found.share, solveDoubly);
  }

  /** Whether the share in a company could be added up: it holds nothing of itself, and all that may be more is the party's at once. */
  #plain(node: number, share: Found["share"]): boolean {
    const { start, holder, low, high, alone } = this.#net;
    const whole = Number(this.#net.whole);
    let [left, open, single, sum, most] = [whole, 0, 0, 0, 0];
    for (let e = start[node]; e < start[node + 1]; e++) {
      if (holder[e] === node) return false;
      const summed = alone[e] === 1 ? 0 : low[e];
      left -= summed;
      const has = share.get(holder[e]);
      if (has === undefined || has.high === 0) continue;
      open += high[e] - summed;
      if (summed < low[e]) single = Math.max(single, low[e] * has.low);
      sum += summed * has.low;
      most += high[e] * has.high;
    }
    if (open > left) return false;
    const least = Math.max(single, sum) / whole;
    share.set(node, { low: least, high: Math.max(least, most / whole) });
    return true;
  }

  /** All of it is held by its holders, and how much by whom is not known: what is left may be the one's of whom the source has least. */
  #full(node: number, share: Found["share"]): void {
    const { start, holder, whole } = this.#net;
    const stakes = stakesIn(this.#net, DOUBLE, node, NOBODY, share);
    const lows = Array.from(holder.subarray(start[node], start[node + 1]), (n) => share.get(n)?.low ?? 0);
    const alone = leastValue(
      DOUBLE,
      stakes.filter((stake) => stake.alone),
      [],
      Number(whole),
    );
    const low = Math.max(alone, Math.min(...lows));
    share.set(node, { low, high: mostValue(DOUBLE, stakes, [], Number(whole), low) });
  }

  /** Marks a component that is a cycle, or lies below one. */
  #mark(part: ArrayLike<number>, { share, cyclic }: Found): void {
    const { start, holder, high } = this.#net;
    const first = part[0];
    let round = part.length > 1;
    for (let e = start[first]; e < start[first + 1] && !round; e++)
      round = high[e] > 0 && (holder[e] === first || (cyclic.has(holder[e]) && share.has(holder[e])));
    if (round) for (let i = 0; i < part.length; i++) cyclic.add(part[i]);
  }

  #members(component: number): Int32Array {
    const { start, order } = this.#components;
    return order.subarray(start[component], start[component + 1]);
  }

  #core(component: number): NearCore {
    const core = this.#cores.get(component) ?? new NearCore(this.#net, this.#members(component));
    this.#cores.set(component, core);
    return core;
  }
}

/** The components of companies over those who hold more than nothing of them: each after those above it. */
function componentsOf({ nodes, start, holder, high }: EconomicNetwork): Components {
  const first = new Int32Array(nodes + 1);
  const to = holder.filter((_, e) => high[e] > 0);
  for (let n = 0, kept = 0; n < nodes; n++) {
    for (let e = start[n]; e < start[n + 1]; e++) if (high[e] > 0) kept++;
    first[n + 1] = kept;
  }
  return components(first, to);
}
