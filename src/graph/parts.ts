import type { Arithmetic } from "./arithmetic.ts";
import { components } from "./components.ts";
import type { Core, Ends } from "./core.ts";
import type { EconomicNetwork } from "./economic.ts";
import { leastOf, mostOf, type Stake } from "./stakes.ts";

/** The components among some companies, each after those above it. */
export function condensed(net: EconomicNetwork, nodes: readonly number[]): number[][] {
  const place = new Map(nodes.map((node, i) => [node, i]));
  const start = new Int32Array(nodes.length + 1);
  const to: number[] = [];
  nodes.forEach((node, i) => {
    for (let e = net.start[node]; e < net.start[node + 1]; e++) {
      const holder = place.get(net.holder[e]);
      if (holder !== undefined && net.high[e] > 0) to.push(holder);
    }
    start[i + 1] = to.length;
  });
  const found = components(start, Int32Array.from(to));
  return Array.from({ length: found.count }, (_, c) =>
    Array.from(found.order.subarray(found.start[c], found.start[c + 1]), (i) => nodes[i]),
  );
}

/** Solves one component after the other, adding each company's share to what is known. */
export function solveParts<T>(
  net: EconomicNetwork,
  a: Arithmetic<T>,
  parts: readonly (readonly number[])[],
  known: Map<number, Ends<T>>,
  solve: (core: Core<T>, whole: number) => Ends<T>[],
): void {
  const whole = Number(net.whole);
  for (const part of parts) {
    const place = new Map(part.map((node, i) => [node, i]));
    const core = part.map((node) => stakesIn(net, a, node, place, known));
    const [only] = core;
    if (part.length === 1 && only.every((s) => s.at < 0)) {
      const low = leastOf(a, only, [], whole).value;
      known.set(part[0], { low, high: mostOf(a, only, [], whole, low).value });
      continue;
    }
    solve(core, whole).forEach((ends, i) => {
      known.set(part[i], ends);
    });
  }
}

/** The holdings in a company: those of its component by place, any other with what is known of its holder. */
export function stakesIn<T>(
  net: EconomicNetwork,
  a: Arithmetic<T>,
  node: number,
  place: ReadonlyMap<number, number>,
  known: ReadonlyMap<number, Ends<T>>,
): Stake<T>[] {
  const stakes: Stake<T>[] = [];
  for (let e = net.start[node]; e < net.start[node + 1]; e++) {
    const holder = net.holder[e];
    const outside = known.get(holder);
    stakes.push({
      at: place.get(holder) ?? -1,
      low: outside?.low ?? a.zero,
      high: outside?.high ?? a.zero,
      least: net.low[e],
      most: net.high[e],
      alone: net.alone[e] === 1,
    });
  }
  return stakes;
}
