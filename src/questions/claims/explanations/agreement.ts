import { type Rated, UNRATED } from "../../../graph/hypotheses.ts";
import { krippendorff } from "../../../graph/krippendorff.ts";
import type { Rational } from "../../../graph/rational.ts";
import { decimalOf } from "../recompute/compute.ts";
import type { ExplanationSet } from "./overall.ts";

const PLACES = 3;
const CATEGORIES = 5;

/** How far raters agree over all cells two of them rated: from very inconsistent to very consistent, as an order. */
export function agreementOf({ score, raters }: Rated): ExplanationSet["agreement"] {
  const value = score.map((each) => (each === UNRATED ? -1 : each + 2));
  let cells = 0;
  for (let unit = 0; raters > 0 && unit < value.length; unit += raters)
    if (value.subarray(unit, unit + raters).filter((each) => each >= 0).length > 1) cells++;
  const [alpha, nominal] = (["ordinal", "nominal"] as const).map((level) =>
    text(krippendorff(value, raters, CATEGORIES, level)),
  );
  const why = raters < 2 ? "one-rater" : cells === 0 ? "no-cell-twice" : alpha === null ? "one-rating" : "";
  return { alpha: alpha ?? null, nominal: nominal ?? null, cells, why };
}

const text = (value: Rational | null): string | null => (value === null ? null : decimalOf(value, PLACES));
