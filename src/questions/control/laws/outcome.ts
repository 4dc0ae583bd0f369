import type { Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import type { Step } from "../../../networks/proof.ts";

export type Certainty = "certain" | "possible";

/** What is known of a ground at once. */
interface Known {
  readonly rule: Rule;
  readonly certainty: Certainty;
  /** Those without whom it would not. */
  readonly joint?: readonly number[];
}

/** What is worked out of it where it is shown: most of the grounds of a network never are. */
interface Shown {
  readonly share?: () => Percent | null;
  readonly band?: () => string | null;
  readonly steps: () => readonly Step[];
}

/** Why a party comes under a law: the rule it meets, how surely, and what it has as that rule counts. */
export class Ground {
  readonly rule: Rule;
  readonly certainty: Certainty;
  readonly joint: readonly number[];
  readonly #shown: Shown;
  #steps: readonly Step[] | null = null;

  constructor({ rule, certainty, joint = [] }: Known, shown: Shown) {
    this.rule = rule;
    this.certainty = certainty;
    this.joint = joint;
    this.#shown = shown;
  }

  get share(): Percent | null {
    return this.#shown.share?.() ?? null;
  }

  get band(): string | null {
    return this.#shown.band?.() ?? null;
  }

  get steps(): readonly Step[] {
    this.#steps ??= this.#shown.steps();
    return this.#steps;
  }

  /** The same, no more than possibly. */
  possibly(): Ground {
    return new Ground({ ...this, certainty: "possible" }, this.#shown);
  }
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
