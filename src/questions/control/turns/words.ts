import type { Lang } from "../../../ask/answer.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";

type Standing = "certain" | "possible" | "none";

/** A holding moved to where the verdict turns. Names and figures come in as text already. */
export interface FlipText {
  readonly holder: string;
  readonly party: string;
  /** The party is not the holder, but casts its votes or stands behind it. */
  readonly other: boolean;
  readonly held: string;
  readonly subject: string;
  readonly at: string;
  readonly by: string;
  readonly reached: boolean;
  /** The figure is nought. */
  readonly nothing: boolean;
}

/** The sentences about what a verdict hangs on. */
export interface HangsWords {
  readonly title: string;
  readonly points: (by: string) => string;
  readonly loses: (flip: FlipText) => string;
  readonly gains: (flip: FlipText) => string;
  /** The same where the figure lies within what the record allows. */
  readonly shown: (flip: FlipText, says: string) => string;
  readonly noFlip: string;
  readonly inFull: (rights: string, party: string, standing: Standing) => string;
  readonly without: (rights: string, party: string, standing: Standing) => string;
  /** Of one right: it turns the standing only with these others. */
  readonly fullWith: (others: string, party: string, standing: Standing) => string;
  readonly withoutWith: (others: string, party: string, standing: Standing) => string;
  /** A right and the company it is over. */
  readonly rightOver: (right: string, company: string) => string;
  readonly rightOf: (holders: string, right: string) => string;
  readonly oneOrigin: (title: string) => string;
  readonly ask: (record: string, company: string) => string;
  /** The search for a smaller proof was cut off. */
  readonly notSmallest: string;
  readonly cutOff: string;
  readonly bars: string;
  readonly barsCaption: string;
  readonly lineCaption: string;
  readonly half: string;
  /** The same where own shares are not cast. */
  readonly majority: string;
  readonly heldNow: string;
  readonly turnsAt: string;
  readonly side: string;
  readonly inside: (holder: string, held: string) => string;
  readonly heldHow: string;
  readonly turnsHow: string;
  readonly sideHow: string;
  readonly sources: string;
  readonly sourcesCaption: string;
  readonly leftOut: string;
  readonly changes: string;
  readonly andRepeats: (n: number) => string;
  readonly moved: (party: string, now: Standing, after: Standing) => string;
  readonly verdict: Readonly<Record<"controlled" | "no controller on record" | "not known", string>>;
  readonly somebodyNew: string;
  readonly nothing: string;
  readonly documents: string;
  readonly documentsCaption: (day: string) => string;
  readonly missing: string;
  readonly record: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly from: (record: string, register: string) => string;
  readonly noRegister: (jurisdiction: string) => string;
  /** The register is described, and no record in it would settle this. */
  readonly notThere: (register: string) => string;
  readonly kinds: Readonly<Record<string, (company: string, holder: string, figure: string) => string>>;
  readonly between: string;
}

export const hangsWords = (lang: Lang): HangsWords => (lang === "zh" ? ZH : EN);
