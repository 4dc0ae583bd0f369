import { companiesByHolder, type Holdings, type Limit, reaches, together } from "./holdings.ts";

/**
 * Everything that falls to a group: the least set that contains `listed` and every company of which the set holds as
 * much as `limit` asks, together; nothing is multiplied. `certain` takes lower ends, else upper ends.
 * Result: a mark per node, those of `listed` included. The rule of OFAC FAQ 401. Cost: O(holdings · fallen holders).
 */
export function cascade(net: Holdings, listed: Iterable<number>, limit: Limit, certain: boolean): Uint8Array {
  const fallen = new Uint8Array(net.nodes);
  const queue = [...listed];
  for (const node of queue) fallen[node] = 1;
  const below = companiesByHolder(net);
  const inSet = (node: number) => fallen[node] === 1;
  for (const node of queue) {
    for (let e = below.start[node]; e < below.start[node + 1]; e++) {
      const company = below.company[e];
      if (fallen[company] === 1) continue;
      if (!reaches(net, together(net, company, inSet), limit, certain)) continue;
      fallen[company] = 1;
      queue.push(company);
    }
  }
  return fallen;
}
