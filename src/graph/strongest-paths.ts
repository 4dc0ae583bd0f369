import { type Budget, type Links, type StrongPath, strengthsIn } from "./links.ts";
import { nearBetween } from "./near-between.ts";
import { simplePaths } from "./simple-paths.ts";

export interface StrongestPaths {
  readonly paths: readonly StrongPath[];
  /** The most links of paths that were all looked at: less than asked where there are too many links near either end. */
  readonly longest: number;
  /** False where the budget ended before so many paths were found: those found are still the first. */
  readonly complete: boolean;
}

/**
 * The `count` strongest simple paths of at most `longest` (below 128) links between two different nodes. A path is as
 * strong as its weakest link (the maximum capacity of Pollack 1960); of paths equally strong the one of fewer links comes
 * first, then by the order of their nodes. Level by level of strength, greatest first, among the links that strong or
 * stronger: paths that were all of stronger links have been found by then, and are fewer than `count`, so that each
 * level passes over few. Cost: see `nearBetween` and `simplePaths`, for each strength that occurs.
 */
export function strongestPaths(
  graph: Links,
  from: number,
  to: number,
  { count, longest, budget }: { count: number; longest: number; budget: Budget },
): StrongestPaths {
  const paths: StrongPath[] = [];
  const found = new Set<string>();
  let reached = longest;
  for (const strength of strengthsIn(graph)) {
    const part = nearBetween(graph, strength, from, to, longest, budget);
    reached = Math.min(reached, part.longest);
    for (const nodes of simplePaths(part, budget)) {
      const key = nodes.join(" ");
      if (found.has(key)) continue;
      found.add(key);
      paths.push({ nodes, strength });
      if (paths.length === count) return { paths, longest: reached, complete: true };
    }
    if (budget.left <= 0) return { paths, longest: reached, complete: false };
  }
  return { paths, longest: reached, complete: true };
}
