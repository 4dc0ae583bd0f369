import type { EconomicNetwork } from "./economic.ts";

/** Some companies and everyone above them, the companies first. Cost: the holdings in all of these. */
export function upwardFrom(
  { start, holder }: Pick<EconomicNetwork, "start" | "holder">,
  companies: Iterable<number>,
): Set<number> {
  const found = new Set(companies);
  for (const node of found) for (let e = start[node]; e < start[node + 1]; e++) found.add(holder[e]);
  return found;
}
