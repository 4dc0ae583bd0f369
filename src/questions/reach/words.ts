import type { Lang } from "../../ask/answer.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";

/** The sentences of `reach`. */
export interface ReachWords {
  readonly headline: (
    party: string,
    day: string,
    certain: number,
    possible: number,
    jointly: number,
    stake: number,
    exposure: number,
  ) => string;
  /** What it controls, or may, only together with others, each with them. */
  readonly jointly: (certainty: "certain" | "possible", list: string) => string;
  readonly withOthers: (entity: string, others: string) => string;
  readonly withOthersTitle: string;
  readonly outlets: (
    certain: number,
    possible: number,
    jointly: number,
    stake: number,
    exposure: number,
  ) => string;
  readonly nothing: (party: string, day: string) => string;
  readonly controlled: string;
  readonly possibly: string;
  readonly held: string;
  readonly exposed: string;
  readonly exposedCaption: string;
  readonly unnamed: string;
  readonly notes: Readonly<Record<"certain" | "possible" | "jointly" | "stake" | "exposure", string>>;
  readonly entity: string;
  readonly kind: string;
  readonly votes: string;
  readonly votesHow: string;
  readonly stake: string;
  readonly stakeHow: string;
  readonly economic: string;
  readonly economicHow: string;
  readonly through: string;
  readonly directly: string;
  readonly counts: string;
  readonly of: string;
  /** The same of one. */
  readonly ofOne: string;
  readonly countHow: string;
  readonly chart: (party: string) => string;
  readonly caption: (day: string) => string;
  readonly half: string;
  readonly unknown: string;
  readonly gap: Readonly<Record<string, (names: string) => string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly method: string;
  readonly methodText: string;
}

export const reachWords = (lang: Lang): ReachWords => (lang === "zh" ? ZH : EN);
