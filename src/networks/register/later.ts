import type { EndSearch } from "../../graph/end-search.ts";
import { bitsOf, isCertain, isLater, type Pairs } from "./recorded.ts";
import type { GroupVotes } from "./votes.ts";

/**
 * Counts the votes of pairs in companies that are no plain ones, controller by controller; `node` has the node of each
 * pair, `votes` counts for what `searches` last reached.
 */
export function countLater(
  pairs: Pairs,
  node: Int32Array,
  votes: GroupVotes,
  searches: readonly EndSearch[],
): void {
  const { controller, low, high, bits } = pairs;
  const later: number[] = [];
  for (let at = 0; at < node.length; at++) if (isLater(pairs, at)) later.push(at);
  later.sort((a, b) => (controller[a] as number) - (controller[b] as number));
  let before = -1;
  for (const at of later) {
    const x = controller[at] as number;
    if (x !== before) for (const one of searches) one.search(x);
    before = x;
    const any = votes.take(node[at] as number);
    low[at] = any ? votes.lowValue : 0;
    high[at] = any ? votes.highValue : 0;
    bits[at] = bitsOf(isCertain(pairs, at), any, votes);
  }
}
