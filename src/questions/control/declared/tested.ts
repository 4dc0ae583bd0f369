import type { FractionRange } from "../../../graph/implied.ts";
import type { Rational } from "../../../graph/rational.ts";
import type { Implied, ImpliedSum } from "../../../networks/implied-links.ts";
import type { Declared } from "./entry.ts";
import type { Why } from "./ground.ts";

/** What came of testing a claim, in local numbers and rows. */
export interface Tested {
  readonly measure: Declared["measure"];
  readonly range: FractionRange | null;
  readonly most: Rational | null;
  readonly rows: readonly number[];
  readonly outcome: Declared["outcome"];
  readonly why: readonly Why[];
  readonly implied: readonly (Implied & { readonly reading: "whole" | "part" })[];
  readonly sum: ImpliedSum | null;
  readonly total: FractionRange | null;
  readonly missing: readonly number[];
}

export const UNTESTED: Tested = {
  measure: null,
  range: null,
  most: null,
  rows: [],
  outcome: "cannot be tested",
  why: [],
  implied: [],
  sum: null,
  total: null,
  missing: [],
};
