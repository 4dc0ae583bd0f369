import { ALONE, HIGH_OPEN, LOW_OPEN } from "./control.ts";
import type { EconomicNetwork } from "./economic.ts";
import { type Holdings, SHARED } from "./holdings.ts";

/** What an open end is moved in by, in parts of a unit, so that every sum stays below 2^53. */
const FINE = 1024;

/**
 * The same holdings for sums of products along chains. What several hold jointly, and only together, becomes a node of its
 * own above the company: all of it is theirs, and how much whose is not said. Such nodes come after all others.
 * `within`: every open end lies a thousandth of a unit within its range, so that a sum that changes is one that no
 * completion comes to.
 */
export function economicOf(net: Holdings, within = false): EconomicNetwork {
  const fine = within ? FINE : 1;
  const inward = (e: number, flag: number) => (within && (net.flags[e] & flag) !== 0 ? 1 : 0);
  const leastOf = (e: number) => net.low[e] * fine + inward(e, LOW_OPEN);
  const mostOf = (e: number) => Math.max(leastOf(e), net.high[e] * fine - inward(e, HIGH_OPEN));
  const blocks = net.each ? [] : blocksOf(net);
  const joint = new Set(blocks.flatMap((b) => b.edges));
  const nodes = net.nodes + blocks.length;
  const start = new Int32Array(nodes + 1);
  const [holder, low, high, alone]: [number[], number[], number[], number[]] = [[], [], [], []];
  const add = (from: number, least: number, most: number, single: boolean) => {
    holder.push(from);
    low.push(least);
    high.push(most);
    alone.push(single ? 1 : 0);
  };
  for (let n = 0, next = 0; n < net.nodes; n++) {
    for (let e = net.start[n]; e < net.start[n + 1]; e++)
      if (!joint.has(e)) add(net.holder[e], leastOf(e), mostOf(e), (net.flags[e] & ALONE) !== 0);
    for (; blocks[next]?.company === n; next++) {
      const { edges } = blocks[next];
      add(net.nodes + next, Math.min(...edges.map(leastOf)), Math.max(...edges.map(mostOf)), true);
    }
    start[n + 1] = holder.length;
  }
  blocks.forEach(({ edges }, i) => {
    for (const e of edges) add(net.holder[e], 0, net.whole * fine, false);
    start[net.nodes + i + 1] = holder.length;
  });
  return {
    nodes,
    whole: BigInt(net.whole * fine),
    start,
    holder: Int32Array.from(holder),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    alone: Uint8Array.from(alone),
    full: Uint8Array.from({ length: nodes }, (_, n) => (n < net.nodes ? 0 : 1)),
  };
}

/** Whether any end of a network is open. */
export const hasOpenEnds = ({ flags }: Holdings): boolean =>
  flags.some((f) => (f & (LOW_OPEN | HIGH_OPEN)) !== 0);

interface JointBlock {
  readonly company: number;
  readonly edges: number[];
}

/** Joint blocks by the entries of their holders, in the order of the companies. */
function blocksOf(net: Holdings): JointBlock[] {
  const found: JointBlock[] = [];
  for (let company = 0; company < net.nodes; company++) {
    const here = new Map<number, JointBlock>();
    for (let e = net.start[company]; e < net.start[company + 1]; e++) {
      if ((net.flags[e] & ALONE) === 0 || (net.flags[e] & SHARED) === 0) continue;
      const block = here.get(net.block[e]) ?? { company, edges: [] };
      here.set(net.block[e], block);
      block.edges.push(e);
    }
    found.push(...here.values());
  }
  return found;
}
