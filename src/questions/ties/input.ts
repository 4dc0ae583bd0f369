import type { Clocks } from "../../ask/question.ts";
import { NEAR } from "../../networks/ties/near.ts";
import type { Counting } from "../../networks/ties/strength.ts";

export interface TiesInput {
  readonly entity: string;
  readonly to?: string | undefined;
  readonly paths: number;
  readonly longest?: number | undefined;
  readonly when: "ever" | "day";
  readonly family: boolean;
}

/** Links a path between two has at most, unless told. */
const LONGEST = 6;

export const longestOf = ({ to, longest }: TiesInput): number =>
  longest ?? (to === undefined ? NEAR : LONGEST);

/** Which ties an answer counts. */
export const countingOf = ({ asOf, carry }: Clocks, { when, family }: TiesInput): Counting => ({
  day: asOf,
  carry,
  when,
  family,
});
