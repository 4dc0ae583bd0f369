import type { EndSearch } from "../../graph/end-search.ts";
import { controllerOf, isCertain, isLater, nodeOf, type Recorded, setVotes } from "./recorded.ts";
import type { GroupVotes } from "./votes.ts";

/**
 * Counts the votes of pairs in companies that are no plain ones, controller by controller; `votes` counts for what
 * `searches` last reached.
 */
export function countLater(
  { all: pairs, places }: Recorded,
  votes: GroupVotes,
  searches: readonly EndSearch[],
): void {
  const later: number[] = [];
  for (const at of places) if (isLater(pairs, at)) later.push(at);
  later.sort((a, b) => controllerOf(pairs, a) - controllerOf(pairs, b));
  let before = -1;
  for (const at of later) {
    const x = controllerOf(pairs, at);
    if (x !== before) for (const one of searches) one.search(x);
    before = x;
    setVotes(pairs, at, isCertain(pairs, at), votes.take(nodeOf(pairs, at)) ? votes : null);
  }
}
