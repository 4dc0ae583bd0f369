import type { EndSearch } from "../../graph/end-search.ts";
import { controllerOf, isCertain, isLater, nodeOf, type Pairs, setVotes } from "./recorded.ts";
import type { GroupVotes } from "./votes.ts";

/**
 * Counts the votes of pairs in companies that are no plain ones, controller by controller; `votes` counts for what
 * `searches` last reached.
 */
export function countLater(pairs: Pairs, votes: GroupVotes, searches: readonly EndSearch[]): void {
  const later: number[] = [];
  for (let at = 0; at < pairs.length; at++) if (isLater(pairs, at)) later.push(at);
  later.sort((a, b) => controllerOf(pairs, a) - controllerOf(pairs, b));
  let before = -1;
  for (const at of later) {
    const x = controllerOf(pairs, at);
    if (x !== before) for (const one of searches) one.search(x);
    before = x;
    setVotes(pairs, at, isCertain(pairs, at), votes.take(nodeOf(pairs, at)) ? votes : null);
  }
}
