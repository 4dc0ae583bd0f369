import type { Lang } from "../../ask/answer.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";

/** What is reached, by how: for certain or possibly, only with others, a stake without control, or through others' stakes. */
export type Shown = "certain" | "possible" | "jointly" | "stake" | "exposure";
export type Counts = Readonly<Record<Shown, number>>;

/** The sentences of `reach`. */
export interface ReachWords {
  readonly headline: (party: string, day: string, counts: Counts) => string;
  /** What it controls, or may, only together with others, each with them. */
  readonly jointly: (certainty: "certain" | "possible", list: string) => string;
  readonly withOthers: (entity: string, others: string) => string;
  /** Who controls one of those others in turn: each alone, or only together. */
  readonly controlsOther: (who: string, other: string, count: number) => string;
  readonly togetherControlOther: (who: string, other: string) => string;
  readonly withOthersTitle: string;
  readonly outlets: (counts: Counts) => string;
  readonly nothing: (party: string, day: string) => string;
  readonly controlled: string;
  readonly possibly: string;
  readonly held: string;
  readonly exposed: string;
  readonly exposedCaption: string;
  readonly unnamed: string;
  readonly notes: Readonly<Record<Shown, string>>;
  readonly entity: string;
  readonly kind: string;
  readonly votes: string;
  readonly votesHow: string;
  /** In place of votes it has only together with others. */
  readonly noneAlone: string;
  readonly stake: string;
  readonly stakeHow: string;
  readonly heldWith: (others: string) => string;
  /** What else there is to say of a stake, after the way. */
  readonly more: (all: readonly string[]) => string;
  /** Other rights, after what was said of a stake. */
  readonly also: (rights: readonly string[]) => string;
  /** After the name of what is reached without votes: through whom (or nobody), and by which rights (or none). */
  readonly withoutVotes: (way: string, rights: string) => string;
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
  readonly method: string;
  readonly methodText: string;
}

export const reachWords = (lang: Lang): ReachWords => (lang === "zh" ? ZH : EN);
