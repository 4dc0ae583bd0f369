import type { ControlNetwork, ControlSearch } from "./control.ts";

/**
 * Node → 1 where somebody else certainly controls it and it does not control them: it is nobody's ultimate controller.
 * Parties in mutual control are marked together or not at all. `search` is over `net`, the lower end. Control is
 * transitive, so a node found below one that nobody has a holding in need not be searched itself: most are not.
 * Cost: what those on top reach; where a ring is on top, what each of its members reaches.
 */
export function dominated(net: ControlNetwork, search: ControlSearch): Uint8Array {
  const below = new Uint8Array(net.nodes);
  const held = heldNodes(net);
  for (let x = 0; x < net.nodes; x++) {
    if (held[x] === 1 || !holds(net, x)) continue;
    for (const y of search.certain(x)) below[y] = 1;
  }
  const tops: number[] = [];
  for (let x = 0; x < net.nodes; x++) {
    if (held[x] === 0 || below[x] === 1 || !holds(net, x)) continue;
    tops.push(x);
    for (const y of search.certain(x)) below[y] = 1;
  }
  for (const x of tops) {
    if (below[x] === 1) continue;
    for (const y of search.certain(x).slice()) {
      if (held[y] === 0 || !holds(net, y)) continue;
      search.certain(y);
      if (search.reached(x)) below[y] = 0;
    }
  }
  return below;
}

const holds = (net: ControlNetwork, x: number) =>
  net.holdStart[x + 1] > net.holdStart[x] || net.rightStart[x + 1] > net.rightStart[x];

/** Nodes in which somebody has a right or a holding. */
function heldNodes(net: ControlNetwork): Uint8Array {
  const held = new Uint8Array(net.nodes);
  for (const to of net.rightTo) held[to] = 1;
  for (const ballot of net.holdBallot) held[net.company[ballot]] = 1;
  return held;
}
