import type { PointNetwork } from "../graph/integrated-search.ts";
import { WHOLE } from "../model/share.ts";
import type { ControlView } from "./controllers.ts";
import { Edges } from "./edges.ts";

/**
 * The direct votes of every company as single figures, own shares included; null where any of them is a range, where a
 * company has several classes or a conflict, or where a right other than votes decides: sampling needs figures.
 */
export function pointVotes({ own }: ControlView): PointNetwork | null {
  const { holds, network, rights } = own.upper;
  if (own.virtual.size > 0) return null;
  // In a conflict every holder has a right at the upper end.
  if (rights.tail.some((from) => from !== own.phantom)) return null;
  if (network.ballots.some((count) => count > 1)) return null;
  const edges = new Edges();
  for (let b = 0; b < network.company.length; b++) {
    const [low, high] = [network.treasuryLow[b] as number, network.treasuryHigh[b] as number];
    if (low !== high) return null;
    const company = network.company[b] as number;
    if (low > 0) edges.add(company, company, -1, low, low);
  }
  let sure = 0;
  for (let e = 0; e < holds.head.length; e++) {
    const holder = holds.tail[e] as number;
    if (holder === own.phantom) continue;
    if (holds.low[e] !== holds.high[e] || holds.flags[e] !== 0) return null;
    if ((holds.low[e] as number) > 0) sure++;
    edges.add(
      network.company[holds.head[e] as number] as number,
      holder,
      -1,
      holds.low[e] as number,
      holds.high[e] as number,
    );
  }
  if (sure !== own.lower.holds.head.length) return null;
  const sorted = edges.sorted(own.nodes);
  return { nodes: own.nodes, whole: WHOLE, start: sorted.start, holder: sorted.head, units: sorted.low };
}
