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

/** Ties of one entity that are counted; somebody tied with more is on many paths that say little. */
const MOST_COUNTED = 50;

/** With how many an entity is tied on record, whatever the day; null where they are more than are counted. */
export function tiesOf({ graph }: CaseTies, node: number): number | null {
  const count = (graph.start[node + 1] as number) - (graph.start[node] as number);
  return count > MOST_COUNTED ? null : count;
}

/** Statements from which the ties of some entities can be counted again, by ordinal. */
export function statementsFor(
  { graph, first, mentions }: CaseTies,
  nodes: Iterable<number>,
): ReadonlySet<number> {
  const statements = new Set<number>();
  for (const node of nodes) {
    const start = graph.start[node] as number;
    const end = Math.min(graph.start[node + 1] as number, start + MOST_COUNTED + 1);
    for (let e = start; e < end; e++) {
      const link = graph.link[e] as number;
      for (let row = first[link] as number; row < (first[link + 1] as number); row++)
        statements.add(mentions.n[row] as number);
    }
  }
  return statements;
}
