import type { Lang } from "../../../ask/answer.ts";
import type { ExplanationSet } from "./overall.ts";
import { en } from "./words-en.ts";
import { zh } from "./words-zh.ts";

/** What a matrix of explanations is said with. */
export interface ExplanationWords {
  readonly matrix: (set: string) => string;
  readonly matrixCaption: string;
  readonly same: (item: string) => string;
  readonly cell: (rater: string, reason: string, credibility: string, relevance: string) => string;
  readonly level: Readonly<Record<"low" | "medium" | "high", string>>;
  readonly bars: (name: string) => string;
  readonly barsNone: string;
  readonly barsCaption: (raters: string) => string;
  readonly rated: (rated: number, of: number) => string;
  readonly barAlt: (name: string, value: string) => string;
  readonly table: string;
  readonly tableCaption: string;
  readonly columns: readonly [string, string, string, string, string];
  readonly wide: string;
  readonly least: string;
  readonly unrated: string;
  readonly aheadOf: (names: string) => string;
  readonly origins: string;
  readonly originsCaption: string;
  readonly originColumns: readonly [string, string, string];
  readonly without: string;
  readonly reorders: string;
  readonly reversed: (names: string) => string;
  readonly nothing: string;
  readonly reading: string;
  readonly told: (items: number, origins: number, explanations: number, raters: string) => string;
  readonly wideOnes: (names: string) => string;
  readonly leastAgainst: (names: string, value: string, telling: string, of: number) => string;
  readonly coverage: (rated: number, of: number, telling: number) => string;
  readonly alike: (names: string) => string;
  readonly alikeSame: string;
  readonly hangs: (names: string) => string;
  readonly stable: string;
  readonly cells: (count: number) => string;
  readonly tells: (names: string) => string;
  readonly agreement: (alpha: string, nominal: string, cells: number) => string;
  readonly noAgreement: Readonly<Record<Exclude<ExplanationSet["agreement"]["why"], "">, string>>;
  readonly ranked: (order: string) => string;
  readonly notRanked: Readonly<Record<Exclude<ExplanationSet["notRanked"], "">, string>>;
  readonly end: string;
  readonly howInconsistency: string;
  readonly howUnweighted: string;
  readonly howDiagnosticity: string;
  readonly nobody: string;
  readonly equals: string;
  readonly next: string;
}

const WORDS: Readonly<Record<Lang, ExplanationWords>> = { en, zh };

export const explanationWords = (lang: Lang): ExplanationWords => WORDS[lang];
