import type { Analysis } from "./analyse.ts";

/** Above it, one party that holds all that nobody is named for is too far-fetched to be told company by company. */
const MOST_OPEN = 12;

/**
 * Entities that nobody is named for, wholly or in part, where one party that held all of it might control the subject: the
 * subject itself where its own votes have a rest, then those above it, the nearest first. None where that rest alone would
 * do, or where they are too many.
 */
export function openAbove({ view, controllers }: Analysis): number[] {
  const { own } = view;
  if (controllers.verdict !== "not known" || !controllers.phantom || fallsByItsRest(view)) return [];
  const open = unnamedAbove(view);
  view.upper.possible(own.phantom);
  const { upper } = view;
  const found = [...view.ancestorsOf(0)].filter(
    (n) => n < own.entities && own.kinds.ownable(n) && open.has(n) && upper.reached(n),
  );
  if (found.length === 0 || found.length > MOST_OPEN) return [];
  return open.has(0) ? [0, ...found] : found;
}

/** Whether whoever held the rest of its own votes, or all of it, would control the subject. */
function fallsByItsRest(view: Analysis["view"]): boolean {
  const { own } = view;
  const { network, holds, rights } = own.upper;
  const ballots = new Set(view.ballotsOf(0));
  const enough = (e: number, ballot: number) =>
    2 * (holds.high[e] as number) + (network.treasuryLow[ballot] as number) > network.whole;
  return (
    rights.head.some((n, e) => n === 0 && rights.tail[e] === own.phantom) ||
    holds.head.some((b, e) => ballots.has(b) && holds.tail[e] === own.phantom && enough(e, b))
  );
}

/** Entities that nobody is named for, wholly or in part. */
export function unnamedAbove({ own }: Analysis["view"]): Set<number> {
  const { network, holds, rights } = own.upper;
  const found = new Set<number>();
  holds.tail.forEach((from, e) => {
    if (from === own.phantom) found.add(network.company[holds.head[e] as number] as number);
  });
  rights.tail.forEach((from, e) => {
    if (from === own.phantom) found.add(rights.head[e] as number);
  });
  return found;
}
