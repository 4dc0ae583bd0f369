import type { Day } from "../../model/date.ts";
import { type Interests, NO_DAY } from "../../networks/interests.ts";

/**
 * The first day of which anything is said about who holds entity 0: the earliest dated start, and of a statement whose
 * start is open the last day on which it may have started. Before it nothing is known, so that a history starts here.
 */
export function firstKnown(all: Interests): Day {
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < all.length; i++) {
    if (all.subject[i] !== 0) continue;
    const dated = [all.fromLo[i], all.fromHi[i], all.stated[i]].find((day) => day !== NO_DAY);
    first = Math.min(first, dated ?? first);
  }
  return first;
}
