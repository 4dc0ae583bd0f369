import type { ControlNetwork } from "./control.ts";
import type { EndSearch } from "./end-search.ts";

/**
 * Visits every node that is an ultimate controller, in no order: nobody certainly controls it without being controlled
 * by it. Parties in mutual control are visited together or not at all. `search` is over `net`, the lower end, and has
 * just searched from the node visited. Control is transitive, so a node found below one that nobody has a holding in
 * need not be searched itself: most are not. Cost: what those on top reach; where a ring is on top, what each of its
 * members reaches.
 */
export function eachRoot(net: ControlNetwork, search: EndSearch, visit: (node: number) => void): void {
  const held = heldNodes(net);
  const below = new Uint8Array(net.nodes);
  for (let x = 0; x < net.nodes; x++) {
    if (held[x] === 1) continue;
    const count = search.search(x);
    for (let i = 0; i < count; i++) below[search.found[i]] = 1;
    visit(x);
  }
  eachRingRoot(net, search, held, below, visit);
}

/** The same for those that somebody has a holding in; `below` marks whoever is below any of the others. */
export function eachRingRoot(
  net: ControlNetwork,
  search: EndSearch,
  held: Uint8Array,
  below: Uint8Array,
  visit: (node: number) => void,
): void {
  for (const x of ringTops(net, search, held, below)) {
    if (below[x] === 1) continue;
    for (const y of search.found.slice(0, search.search(x))) {
      if (held[y] === 0 || !holds(net, y)) continue;
      search.search(y);
      if (search.reached(x)) below[y] = 0;
    }
  }
  for (let x = 0; x < net.nodes; x++) {
    if (held[x] === 0 || below[x] === 1) continue;
    search.search(x);
    visit(x);
  }
}

/** Nodes somebody has a holding in, yet none of those on top controls: one of every ring, at least. */
function ringTops(net: ControlNetwork, search: EndSearch, held: Uint8Array, below: Uint8Array): number[] {
  const tops: number[] = [];
  for (let x = 0; x < net.nodes; x++) {
    if (held[x] === 0 || below[x] === 1 || !holds(net, x)) continue;
    tops.push(x);
    const count = search.search(x);
    for (let i = 0; i < count; i++) below[search.found[i]] = 1;
  }
  return tops;
}

const holds = (net: ControlNetwork, x: number) =>
  net.holdStart[x + 1] > net.holdStart[x] || net.rightStart[x + 1] > net.rightStart[x];

/** Nodes in which somebody has a right or a holding. */
export function heldNodes(net: ControlNetwork): Uint8Array {
  const held = new Uint8Array(net.nodes);
  for (const to of net.rightTo) held[to] = 1;
  for (const ballot of net.holdBallot) held[net.company[ballot]] = 1;
  return held;
}
