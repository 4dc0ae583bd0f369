import { common, type FractionRange } from "../../../graph/implied.ts";
import type { ShareRange } from "../../../graph/integrated.ts";
import { ALL, compare, NOTHING, plus, type Rational, rational } from "../../../graph/rational.ts";
import { endsOf, type Percent, parseShare, type Share, WHOLE } from "../../../model/share.ts";
import { economicPercent } from "../../../networks/economic-shares.ts";

type Ends = Pick<Share, "low" | "high" | "lowOpen" | "highOpen">;

export const fraction = (units: number): Rational => rational(BigInt(units), BigInt(WHOLE));

export const rangeOfUnits = (share: Ends): FractionRange => ({
  ...share,
  low: fraction(share.low),
  high: fraction(share.high),
});

export const closed = ({ low, high }: ShareRange): FractionRange => ({
  low,
  high,
  lowOpen: false,
  highOpen: false,
});

export const sameEnds = (r: FractionRange): boolean => compare(r.low, r.high) === 0;

/** Whether two ranges share a value. */
export const meet = (a: FractionRange, b: FractionRange): boolean => common(a, b) !== null;

/** The narrowest range that contains both. */
export function hull(a: FractionRange, b: FractionRange): FractionRange {
  const lower = compare(a.low, b.low);
  const upper = compare(a.high, b.high);
  return {
    low: lower <= 0 ? a.low : b.low,
    high: upper >= 0 ? a.high : b.high,
    lowOpen: (lower < 0 || a.lowOpen) && (lower > 0 || b.lowOpen),
    highOpen: (upper > 0 || a.highOpen) && (upper < 0 || b.highOpen),
  };
}

/** Both together, at most the whole. */
export const together = (a: FractionRange, b: FractionRange): FractionRange => ({
  low: capped(plus(a.low, b.low)),
  high: capped(plus(a.high, b.high)),
  lowOpen: a.lowOpen || b.lowOpen,
  highOpen: a.highOpen || b.highOpen,
});

export const capped = (value: Rational) => (compare(value, ALL) > 0 ? ALL : value);

/** Whether nothing in a range is as little as this. */
export const above = (range: FractionRange, most: Rational): boolean => {
  const order = compare(range.low, most);
  return order > 0 || (order === 0 && range.lowOpen);
};

/** What a figure may have been before it was rounded: 4 stands for 3.5 up to 4.5, 6.2 for 6.15 up to 6.25. */
export function beforeRounding(share: Ends): FractionRange {
  if (share.low !== share.high) return rangeOfUnits(share);
  let unit = 1;
  while (unit < WHOLE / 100 && share.low % (unit * 10) === 0) unit *= 10;
  const half = unit / 2;
  return {
    low: share.low > half ? rational(BigInt(2 * share.low - unit), BigInt(2 * WHOLE)) : NOTHING,
    high: capped(rational(BigInt(2 * share.low + unit), BigInt(2 * WHOLE))),
    lowOpen: false,
    highOpen: false,
  };
}

/** A range as it stands in an answer. */
export function percentOf(range: FractionRange): Percent {
  const percent = economicPercent(range);
  if (typeof percent === "string") return percent;
  return {
    ...percent,
    ...(range.lowOpen ? { lowOpen: true as const } : {}),
    ...(range.highOpen ? { highOpen: true as const } : {}),
  };
}

/** An upper end as a decimal percentage: exact, or rounded up where it has no end. */
export const upTo = (value: Rational): string => endsOf(economicPercent({ low: value, high: value })).high;

/** Whether a share reaches a threshold of a law. */
export function reaches(
  value: Rational,
  open: boolean,
  threshold: { moreThan: string } | { atLeast: string },
) {
  const strict = "moreThan" in threshold;
  const order = compare(value, fraction(parseShare(strict ? threshold.moreThan : threshold.atLeast).low));
  return order > 0 || (order === 0 && (!strict || open));
}
