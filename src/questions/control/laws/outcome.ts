import type { Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import type { Step } from "../../../networks/proof.ts";

export type Certainty = "certain" | "possible";

/** Why a party comes under a law: the rule it meets, how surely, and what it has as that rule counts. */
export interface Ground {
  readonly rule: Rule;
  readonly certainty: Certainty;
  readonly share: Percent | null;
  readonly band: string | null;
  /** Those without whom it would not. */
  readonly joint: readonly number[];
  readonly steps: readonly Step[];
}

/** A party that would come under a law but for an entity at which its chain stops. */
export interface Behind {
  readonly party: number;
  readonly through: readonly number[];
  readonly certainty: Certainty;
}

/** What cannot be worked out: there is no list, companies hold each other in a ring, or what an entity is is not known. */
export interface Missing {
  readonly code: "no-list" | "law-ring" | "law-kind";
  readonly about: readonly number[];
}

/** What one rule finds. `open`: a party nobody names might meet it. */
export interface Outcome {
  readonly grounds: ReadonlyMap<number, Ground>;
  readonly open: boolean;
  readonly missing: readonly Missing[];
  readonly behind: readonly Behind[];
}
