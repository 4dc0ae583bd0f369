import type { CaseTies } from "./case-ties.ts";

/** Links from one to those near it, where nobody says how many. */
export const NEAR = 3;

/** Everyone within so many links of some, they included, whatever the day. */
export function within({ graph }: CaseTies, nodes: Iterable<number>, links: number): ReadonlySet<number> {
  const seen = new Set(nodes);
  let level = [...seen];
  for (let n = 0; n < links && level.length > 0; n++) {
    const next: number[] = [];
    for (const v of level)
      for (let e = graph.start[v] as number; e < (graph.start[v + 1] as number); e++) {
        const w = graph.to[e] as number;
        if (seen.has(w)) continue;
        seen.add(w);
        next.push(w);
      }
    level = next;
  }
  return seen;
}
