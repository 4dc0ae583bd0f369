import type { EconomicNetwork } from "../graph/economic.ts";
import { WHOLE } from "../model/share.ts";

interface Link {
  readonly company: number;
  readonly holder: number;
  readonly low: number;
  readonly high: number;
  readonly alone: number;
}

const linksOf = (net: EconomicNetwork): Link[] =>
  Array.from({ length: net.nodes }, (_, company) =>
    Array.from({ length: (net.start[company + 1] as number) - (net.start[company] as number) }, (_, i) => {
      const e = (net.start[company] as number) + i;
      return {
        company,
        holder: net.holder[e] as number,
        low: net.low[e] as number,
        high: net.high[e] as number,
        alone: net.alone[e] as number,
      };
    }),
  ).flat();

function networkOf(nodes: number, links: readonly Link[]): EconomicNetwork {
  const sorted = [...links].sort((a, b) => a.company - b.company);
  const start = new Int32Array(nodes + 1);
  for (const { company } of sorted) start[company + 1] = (start[company + 1] as number) + 1;
  for (let n = 0; n < nodes; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  return {
    nodes,
    whole: BigInt(WHOLE),
    start,
    holder: Int32Array.from(sorted, (l) => l.holder),
    low: Float64Array.from(sorted, (l) => l.low),
    high: Float64Array.from(sorted, (l) => l.high),
    alone: Uint8Array.from(sorted, (l) => l.alone),
  };
}

/** The same holdings, where every rest nobody is named for may be the party's, through somebody nobody names. */
export function withRoomFor(
  net: EconomicNetwork,
  party: number,
  ownable: (n: number) => boolean,
): EconomicNetwork {
  const links = linksOf(net);
  for (let n = 0; n < net.nodes; n++) {
    if (n !== party && ownable(n)) links.push({ company: n, holder: party, low: 0, high: WHOLE, alone: 0 });
  }
  return networkOf(net.nodes, links);
}

/** The same holdings, the party's own direct ones in a company counted for nobody: what it has through others remains. */
export function withoutOwn(net: EconomicNetwork, party: number, company: number): EconomicNetwork {
  const nobody = net.nodes;
  const links = linksOf(net).map((l) =>
    l.holder === party && l.company === company ? { ...l, holder: nobody } : l,
  );
  return networkOf(net.nodes + 1, links);
}

/** Only the holdings in and by some entities. */
export function among(net: EconomicNetwork, entities: ReadonlySet<number>): EconomicNetwork {
  return networkOf(
    net.nodes,
    linksOf(net).filter((l) => entities.has(l.holder) && entities.has(l.company)),
  );
}
