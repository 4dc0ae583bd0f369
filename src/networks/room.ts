import type { EconomicNetwork } from "../graph/economic.ts";
import { WHOLE } from "../model/share.ts";

/** The same holdings, where every rest nobody is named for may be the party's, through somebody nobody names. */
export function withRoomFor(
  net: EconomicNetwork,
  party: number,
  ownable: (n: number) => boolean,
): EconomicNetwork {
  const open = (n: number) => n !== party && ownable(n);
  return changed(
    net,
    net.nodes,
    (e) => net.holder[e] as number,
    (company) => (open(company) ? party : -1),
  );
}

/** The same holdings, the party's own direct ones in a company counted for nobody: what it has through others remains. */
export function withoutOwn(net: EconomicNetwork, party: number, company: number): EconomicNetwork {
  const nobody = net.nodes;
  const holder = (e: number, held: number) =>
    held === company && net.holder[e] === party ? nobody : (net.holder[e] as number);
  return changed(net, net.nodes + 1, holder);
}

/** The same holdings, where a company's own shares count as somebody's; null where it has none. */
export function withOwnShares(net: EconomicNetwork, company: number): EconomicNetwork | null {
  const own = net.holder.subarray(net.start[company], net.start[company + 1]).includes(company);
  return own ? withoutOwn(net, company, company) : null;
}

/** Only the holdings in some entities, those of others in them counted for nobody. */
export function among(net: EconomicNetwork, entities: ReadonlySet<number>): EconomicNetwork {
  const nobody = net.nodes;
  const holder = (e: number, company: number) => {
    const one = net.holder[e] as number;
    return !entities.has(company) ? -1 : entities.has(one) ? one : nobody;
  };
  return changed(net, net.nodes + 1, holder);
}

/**
 * The holdings of a network with other holders, those of −1 left out; and in every company `more`, if not −1, with anything
 * from nothing to the whole.
 */
function changed(
  net: EconomicNetwork,
  nodes: number,
  holderOf: (e: number, company: number) => number,
  more: (company: number) => number = () => -1,
): EconomicNetwork {
  const room = net.holder.length + net.nodes;
  const start = new Int32Array(nodes + 1);
  const holder = new Int32Array(room);
  const low = new Float64Array(room);
  const high = new Float64Array(room);
  const alone = new Uint8Array(room);
  let at = 0;
  for (let company = 0; company < net.nodes; company++) {
    for (let e = net.start[company] as number; e < (net.start[company + 1] as number); e++) {
      const one = holderOf(e, company);
      if (one < 0) continue;
      holder[at] = one;
      low[at] = net.low[e] as number;
      high[at] = net.high[e] as number;
      alone[at] = net.alone[e] as number;
      at++;
    }
    const one = more(company);
    if (one >= 0) {
      holder[at] = one;
      high[at] = WHOLE;
      at++;
    }
    start[company + 1] = at;
  }
  start.fill(at, net.nodes + 1);
  return {
    ...{ nodes, whole: BigInt(WHOLE), start },
    holder: holder.subarray(0, at),
    low: low.subarray(0, at),
    high: high.subarray(0, at),
    alone: alone.subarray(0, at),
  };
}
