import type { Percent } from "../../model/share.ts";
import { MOST_TRIES } from "../../networks/causes.ts";
import type { HeldTable } from "../../networks/held.ts";
import {
  type Above,
  type Analysis,
  analyseHeld,
  type Counts,
  companiesShown,
  groundsOf,
  votesPercent,
} from "./analyse.ts";
import { standingIn } from "./turns/trial.ts";

/** What one rule says of the subject in one state of the holdings, in local numbers and statement ordinals. */
export interface Ruling {
  readonly verdict: "controlled" | "no controller on record" | "not known";
  /** Those an answer names. */
  readonly parties: readonly {
    readonly party: number;
    readonly certainty: "certain" | "possible";
    readonly joint: readonly number[];
  }[];
  /** How surely a party meets the rule, whether an answer names it or one above it. */
  readonly standing: (party: number) => Counts;
  readonly votes: (party: number) => Percent | null;
  /** What a party has as each rule of a law counts it. */
  readonly counted: (party: number) => readonly Counted[];
  readonly rests: readonly number[];
  /** Companies whose holdings it looks into. */
  readonly companies: readonly number[];
}

export interface Counted {
  readonly rule: string;
  readonly share: Percent | null;
}

/** A rule as it is put to one state of the holdings after another. */
export interface Rule {
  readonly on: (held: HeldTable) => Ruling;
  /** How often at most, to find out what makes a change. */
  readonly tries: number;
}

/** Majority rule. */
export const byMajority = (small: Pick<Above, "entities" | "kinds">): Rule => ({
  on: (held) => rulingOf(analyseHeld(small, held)),
  tries: MOST_TRIES,
});

function rulingOf(analysis: Analysis): Ruling {
  const { controllers, view } = analysis;
  return {
    verdict: controllers.verdict,
    parties: controllers.ultimate,
    standing: (party) => standingIn(controllers, party),
    votes: (party) => {
      const listed = controllers.ultimate.find((c) => c.party === party);
      return votesPercent(listed ? listed.votes : view.votes(party, 0));
    },
    counted: () => [],
    rests: groundsOf(analysis),
    companies: companiesShown(analysis),
  };
}
