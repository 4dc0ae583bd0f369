import type { Day } from "../../model/date.ts";
import { NO_DAY } from "../interests.ts";
import type { Mentions } from "./mentions.ts";

/** How a statement stands to a day. */
export const NOT_BEGUN = 0;
/** It ended before, for every reading of its dates. */
export const PAST = 1;
/** It holds for some reading of its dates, or was observed longer ago than observations are carried. */
export const MAY_HOLD = 2;
export const HOLDS = 3;

/** What a statement by itself says of a day; `row` of the mentions. */
export function presenceOn(mentions: Mentions, row: number, day: Day, carry: number): number {
  const observed = mentions.observed[row] === 1;
  const toHi = mentions.to_hi[row] as number;
  const dated = mentions.from_lo[row] !== NO_DAY || mentions.from_hi[row] !== NO_DAY;
  const earliest = (dated || !observed ? mentions.from_lo[row] : mentions.stated[row]) as number;
  const latest = (dated ? mentions.from_hi[row] : mentions.stated[row]) as number;
  if (earliest > day) return NOT_BEGUN;
  if (toHi !== NO_DAY && toHi <= day) return PAST;
  const mayHaveEnded = toHi !== NO_DAY && (mentions.to_lo[row] as number) <= day;
  const aged = observed && day - earliest > carry;
  return latest === NO_DAY || latest > day || mayHaveEnded || aged ? MAY_HOLD : HOLDS;
}
