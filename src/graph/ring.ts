import type { EconomicNetwork } from "./economic.ts";

/**
 * The companies that, `source` among them, own all of each other: everyone above it is wholly held, for certain, by
 * others above it, and it is above all of them. Null where it is in no such ring. Nobody outside has any of it, and
 * integrated ownership has no value there: (I − A) has no inverse.
 */
export function closedRing(net: EconomicNetwork, source: number): ReadonlySet<number> | null {
  const above = new Set([source]);
  for (const node of above) {
    if (!whollyHeld(net, node)) return null;
    for (let e = net.start[node]; e < net.start[node + 1]; e++) if (net.low[e] > 0) above.add(net.holder[e]);
  }
  const held = new Map<number, number[]>();
  for (const node of above)
    for (let e = net.start[node]; e < net.start[node + 1]; e++)
      if (net.low[e] > 0) held.set(net.holder[e], [...(held.get(net.holder[e]) ?? []), node]);
  const below = new Set([source]);
  for (const node of below) for (const next of held.get(node) ?? []) below.add(next);
  return below.size === above.size ? above : null;
}

function whollyHeld(net: EconomicNetwork, node: number): boolean {
  const whole = Number(net.whole);
  let several = 0;
  for (let e = net.start[node]; e < net.start[node + 1]; e++) {
    if (net.alone[e] === 0) several += net.low[e];
    else if (net.low[e] === whole) return true;
  }
  return several === whole;
}

/** What lies in and below a closed ring of the source. */
export function ringed(net: EconomicNetwork, source: number): Iterable<number> {
  const ring = closedRing(net, source);
  return ring ? belowRing(net, ring, source) : [];
}

/** Everything below some companies of a ring on a way that does not pass the source, they themselves included. */
function belowRing(net: EconomicNetwork, ring: ReadonlySet<number>, source: number): Set<number> {
  const held = new Map<number, number[]>();
  for (let node = 0; node < net.nodes; node++)
    for (let e = net.start[node]; e < net.start[node + 1]; e++)
      if (net.high[e] > 0 && node !== source) {
        const list = held.get(net.holder[e]);
        if (list) list.push(node);
        else held.set(net.holder[e], [node]);
      }
  const below = new Set([...ring].filter((node) => node !== source));
  for (const node of below) for (const next of held.get(node) ?? []) below.add(next);
  return below;
}
