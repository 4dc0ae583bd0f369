import type { Context } from "../../ask/question.ts";
import type { Links, StrongPath } from "../../graph/links.ts";
import type { StrongestPaths } from "../../graph/strongest-paths.ts";
import type { CaseTies } from "./case-ties.ts";
import { lookedInto } from "./look-into.ts";
import { type Counting, strengthsOn } from "./strength.ts";

/** A path with its links by number, in its order. */
export interface TiePath extends StrongPath {
  readonly links: readonly number[];
}

export interface FoundTies extends Omit<StrongestPaths, "paths"> {
  readonly paths: readonly TiePath[];
  /** Of each link on the paths: the rows of the mentions that count. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly strength: Uint8Array;
}

/**
 * The strongest paths by what their links are really worth. What a link is worth at most is known for all; what it is
 * worth is looked up only for links on the paths that `search` finds, and it searches again where one turns out weaker,
 * until none does: no path left out can then be stronger than one that is given (lazy evaluation of edges: Dellin &
 * Srinivasa 2016).
 */
export async function findTies(
  context: Context,
  ties: CaseTies,
  counting: Counting,
  search: (links: Links) => StrongestPaths,
): Promise<FoundTies> {
  const strength = strengthsOn(ties, counting).slice();
  const rows = new Map<number, readonly number[]>();
  for (let round = 1; ; round++) {
    context.progress(round, round + 1, "looking for paths");
    const found = search({ ...ties.graph, strength });
    const paths = found.paths.map((path) => ({ ...path, links: linksOn(ties, path.nodes) }));
    const fresh = [...new Set(paths.flatMap((path) => path.links))].filter((link) => !rows.has(link));
    const weaker = new Set<number>();
    for (const [link, looked] of await lookedInto(context, ties, counting, fresh)) {
      rows.set(link, looked.rows);
      if (looked.strength !== strength[link]) weaker.add(link);
      strength[link] = looked.strength;
    }
    const wrong = paths.findIndex((path) => path.links.some((link) => weaker.has(link)));
    if (wrong < 0 || !found.complete)
      return { ...found, paths: wrong < 0 ? paths : paths.slice(0, wrong), rows, strength };
  }
}

/** The links between each two nodes of a path that follow one another. */
export const linksOn = ({ graph }: CaseTies, nodes: Int32Array): number[] =>
  Array.from(nodes.subarray(1), (to, i) => linkBetween(graph, nodes[i] as number, to));

function linkBetween({ start, to, link }: CaseTies["graph"], from: number, head: number): number {
  let [low, high] = [start[from] as number, start[from + 1] as number];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((to[middle] as number) < head) low = middle + 1;
    else high = middle;
  }
  return link[low] as number;
}
