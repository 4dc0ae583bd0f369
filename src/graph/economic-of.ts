import { ALONE, HIGH_OPEN, LOW_OPEN } from "./control.ts";
import type { EconomicNetwork } from "./economic.ts";
import { type Holdings, SHARED } from "./holdings.ts";

/** What an open end is moved in by, in parts of a unit, so that every sum stays below 2^53. */
const FINE = 1024;

/**
 * The same holdings for sums of products along chains. What several hold jointly, and only together, becomes a node of its
 * own above the company, and so does each of several classes of shares: all of it is theirs, and how much of a block is
 * whose, or of a company which class's, is not said. Such nodes come after all others.
 * `within`: every open end lies a thousandth of a unit within its range, so that a sum that changes is one that no
 * completion comes to.
 */
export function economicOf(net: Holdings, within = false): EconomicNetwork {
  const fine = within ? FINE : 1;
  const inward = (e: number, flag: number) => (within && (net.flags[e] & flag) !== 0 ? 1 : 0);
  const leastOf = (e: number) => net.low[e] * fine + inward(e, LOW_OPEN);
  const mostOf = (e: number) => Math.max(leastOf(e), net.high[e] * fine - inward(e, HIGH_OPEN));
  const into: Claim[][] = Array.from({ length: net.nodes }, () => []);
  const full: number[] = [];
  const made = new Map<string, number>();
  const node = (key: string): number => {
    const known = made.get(key) ?? into.push([]) - 1;
    made.set(key, known);
    return known;
  };
  const anything = { low: 0, high: net.whole * fine, alone: false };
  for (let n = 0; n < net.nodes; n++) {
    for (let e = net.start[n]; e < net.start[n + 1]; e++) {
      const ofClass = net.ofClass[e] === 0 ? n : node(`class ${n} ${net.ofClass[e]}`);
      if (ofClass !== n && !into[n].some((c) => c.holder === ofClass))
        into[n].push({ holder: ofClass, ...anything });
      const claim = { low: leastOf(e), high: mostOf(e), alone: (net.flags[e] & ALONE) !== 0 };
      if (!claim.alone || net.each || (net.flags[e] & SHARED) === 0) {
        into[ofClass].push({ holder: net.holder[e], ...claim });
        continue;
      }
      const block = node(`block ${n} ${net.block[e]}`);
      if (into[block].length === 0) full.push(block);
      into[block].push({ holder: net.holder[e], ...anything });
      const known = into[ofClass].find((c) => c.holder === block);
      if (known === undefined) into[ofClass].push({ holder: block, ...claim });
      else {
        known.low = Math.min(known.low, claim.low);
        known.high = Math.max(known.high, claim.high);
      }
    }
    if (into[n].some((c) => c.holder >= net.nodes && net.ofClass[net.start[n]] > 0)) full.push(n);
  }
  return networkOf(into, full, net.whole * fine);
}

interface Claim {
  readonly holder: number;
  low: number;
  high: number;
  readonly alone: boolean;
}

function networkOf(
  into: readonly (readonly Claim[])[],
  full: readonly number[],
  whole: number,
): EconomicNetwork {
  const claims = into.flat();
  const start = new Int32Array(into.length + 1);
  into.forEach((some, n) => {
    start[n + 1] = start[n] + some.length;
  });
  const whollyHeld = new Uint8Array(into.length);
  for (const n of full) whollyHeld[n] = 1;
  return {
    nodes: into.length,
    whole: BigInt(whole),
    start,
    holder: Int32Array.from(claims, (c) => c.holder),
    low: Float64Array.from(claims, (c) => c.low),
    high: Float64Array.from(claims, (c) => c.high),
    alone: Uint8Array.from(claims, (c) => (c.alone ? 1 : 0)),
    full: whollyHeld,
  };
}

/** Whether any end of a network is open. */
export const hasOpenEnds = ({ flags }: Holdings): boolean =>
  flags.some((f) => (f & (LOW_OPEN | HIGH_OPEN)) !== 0);
