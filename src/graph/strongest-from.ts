import { type Budget, type Links, type StrongPath, strengthsIn } from "./links.ts";
import type { StrongestPaths } from "./strongest-paths.ts";

/**
 * The strongest path from one node to each of the `count` targets that are reached best, by at most `longest` links;
 * paths and targets in the order of `strongestPaths`. Breadth first for each strength, greatest first, among the links
 * that strong or stronger; neighbours in their order, so that nodes are found in the order of their first paths. Cost:
 * the links looked at until there are enough targets, for each strength that occurs, and four bytes a node.
 */
export function strongestFrom(
  graph: Links,
  from: number,
  target: (node: number) => boolean,
  { count, longest, budget }: { count: number; longest: number; budget: Budget },
): StrongestPaths {
  const paths: StrongPath[] = [];
  const reached = new Set<number>([from]);
  for (const strength of strengthsIn(graph)) {
    const whole = searchLevel(graph, from, strength, longest, budget, (node, pathTo) => {
      if (!target(node) || reached.has(node)) return true;
      reached.add(node);
      paths.push({ nodes: pathTo(), strength });
      return paths.length < count;
    });
    if (paths.length === count) break;
    if (!whole) return { paths, longest, complete: false };
  }
  return { paths, longest, complete: true };
}

/** Calls `on` for each node in the order of its first path, until it says no; false where the budget ended before. */
function searchLevel(
  { start, to, link, strength }: Links,
  from: number,
  least: number,
  longest: number,
  budget: Budget,
  on: (node: number, pathTo: () => Int32Array) => boolean,
): boolean {
  const parent = new Int32Array(start.length - 1).fill(-1);
  parent[from] = from;
  const pathTo = (node: number) => () => {
    const back = [node];
    for (let v = node; v !== from; v = parent[v]) back.push(parent[v]);
    return Int32Array.from(back.reverse());
  };
  let level = [from];
  for (let links = 1; links <= longest && level.length > 0; links++) {
    const next: number[] = [];
    for (const v of level) {
      budget.left -= start[v + 1] - start[v];
      if (budget.left < 0) return false;
      for (let e = start[v]; e < start[v + 1]; e++) {
        const w = to[e];
        if (parent[w] >= 0 || strength[link[e]] < least) continue;
        parent[w] = v;
        next.push(w);
        if (!on(w, pathTo(w))) return true;
      }
    }
    level = next;
  }
  return true;
}
