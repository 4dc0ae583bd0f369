import type { Lang } from "../../ask/answer.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";

/** The sentences of `control`. Names and figures come in as text already. */
export interface ControlWords {
  readonly controls: (controllers: string, subject: string, day: string, count: number) => string;
  readonly controlJointly: (controllers: string, subject: string, day: string) => string;
  readonly notKnown: (subject: string, day: string) => string;
  readonly nobody: (subject: string, day: string) => string;
  /** Of these each would control it, if among those not named, too; of nobody in particular where they are many. */
  readonly unlessUnnamed: (parties: string) => string;
  /** Of what nobody has votes in, and which question is about what it controls. */
  readonly notHeld: Readonly<Record<"person" | "state", (subject: string) => string>>;
  /** What to ask instead: the question, and what stands before and after it. */
  readonly askReach: (subject: string) => readonly [before: string, question: string, after: string];
  readonly aboveNotKnown: (controller: string) => string;
  readonly possible: (parties: string) => string;
  readonly declaresNobody: (subject: string) => string;
  readonly chart: (subject: string) => string;
  readonly chartCaption: (day: string) => string;
  readonly inBrackets: (text: string, more: string) => string;
  readonly others: (count: number) => string;
  readonly inAgreement: (right: string, others: string) => string;
  readonly rightOf: (holder: string, right: string) => string;
  /** Of a holding several report as a whole. */
  readonly jointHolding: string;
  readonly votesFor: (share: string, registered: string) => string;
  readonly ownShares: (held: string, share: string, right: string) => string;
  /** `names` null where they are too many to name. */
  readonly notFollowed: (names: string | null, count: number, subject: string) => string;
  readonly partlyDrawn: (names: string | null, count: number) => string;
  readonly controllers: string;
  readonly controller: string;
  readonly howSure: string;
  readonly certain: string;
  readonly possibly: string;
  readonly jointly: (others: string) => string;
  readonly votes: string;
  readonly votesHow: string;
  readonly economic: string;
  readonly economicHow: string;
  readonly holders: (subject: string) => string;
  readonly holder: string;
  readonly right: string;
  readonly share: string;
  readonly shareHow: string;
  readonly unnamed: string;
  /** One of several. */
  readonly somebody: string;
  readonly restOfVotes: string;
  readonly restHow: string;
  readonly why: string;
  readonly whyPossible: (party: string) => string;
  /** `share` is null where no source says how much. */
  readonly holds: (holder: string, share: string | null, right: string, held: string) => string;
  readonly casts: (
    holder: string,
    share: string | null,
    right: string,
    held: string,
    registered: string,
  ) => string;
  readonly together: (parts: string, sum: string, majority: string, held: string) => string;
  /** A right of its own, in the words that go with it; `right` is its name where it has none. */
  readonly hasRight: (code: string, holder: string, right: string, held: string) => string;
  /** Several as the subject of a sentence about one. */
  readonly asOne: (first: string, others: string) => string;
  readonly soControls: (party: string, subject: string) => string;
  readonly rights: string;
  readonly rightsCaption: string;
  readonly over: string;
  readonly counts: string;
  readonly turns: string;
  readonly countsAs: Readonly<Record<"certain" | "possible" | "none", string>>;
  readonly conditional: string;
  readonly ifWithout: (party: string, becomes: string) => string;
  readonly ifInFull: (party: string, becomes: string) => string;
  readonly notTurning: string;
  readonly becomes: Readonly<Record<"certain" | "possible" | "none", string>>;
  readonly withMembers: (members: string) => string;
  readonly countsFor: (parties: string) => string;
  readonly binds: (votes: string) => string;
  readonly ledBy: (leader: string) => string;
  readonly turnsOn: (party: string, rights: string, company: string) => string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly history: (subject: string) => string;
  readonly historyCaption: string;
  readonly changes: string;
  readonly unknown: string;
  /** `n` names everyone the gap is about; `more` is a figure; `holder` the second of two, or those besides the company. */
  readonly gap: Readonly<
    Record<string, (n: string, more: string, company: string, holder: string) => string>
  >;
  /** What stands before and after the figures of sources that disagree. */
  readonly disputed: (holder: string, right: string, held: string) => readonly [string, string];
  readonly disputedRight: (holder: string, right: string, held: string) => readonly [string, string];
  /** Between figures, and before the last. */
  readonly or: readonly [string, string];
  readonly notes: string;
  readonly assumption: string;
  readonly carried: (days: number) => string;
  readonly origins: (n: number) => string;
  readonly advice: string;
  readonly jointlyNote: string;
}

export const controlWords = (lang: Lang): ControlWords => (lang === "zh" ? ZH : EN);
