import type { Lang } from "../../../ask/answer.ts";
import type { Declared, ExplanationCode, Outcome } from "./entry.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";

/** What an explanation is about, as text already. */
export interface Told {
  /** Everyone it is about, as a list; the first of them, and the others. */
  readonly all: string;
  readonly first: string;
  readonly others: string;
  /** Pairs of holder and company. */
  readonly pairs: readonly (readonly [holder: string, company: string])[];
  readonly range: string;
  readonly law: string;
  readonly declaredOn: string;
  readonly directOn: string;
}

/** The sentences of declared against computed. Names and figures come in as text already. */
export interface DeclaredWords {
  readonly title: string;
  readonly caption: string;
  readonly declared: string;
  readonly computed: string;
  readonly stands: string;
  /** `widerPart`: of the part through others only. */
  readonly outcomes: Readonly<Record<Outcome | "widerPart", string>>;
  /** Before the reasons, where there are some, and alone. */
  readonly leads: Readonly<
    Record<Outcome | "widerPart", { readonly because: string; readonly alone: string }>
  >;
  readonly interest: (party: string, share: string, right: string, company: string) => string;
  readonly band: (party: string, share: string, right: string, company: string) => string;
  readonly noFigure: (party: string, right: string, company: string) => string;
  readonly owner: (party: string, company: string) => string;
  readonly nobody: (company: string) => string;
  readonly undisclosed: (company: string, reason: string) => string;
  readonly short: Readonly<
    Record<"owner" | "controls" | "maybe" | "not" | "open" | "none" | "reached" | "noChain", string>
  >;
  readonly shortUltimately: (controllers: string) => string;
  readonly shortControlled: (controllers: string) => string;
  readonly anything: string;
  readonly economic: (range: string) => string;
  readonly votes: (range: string) => string;
  readonly noChain: (party: string, company: string) => string;
  readonly controls: (party: string, company: string) => string;
  readonly ultimately: (party: string, company: string, controllers: string) => string;
  readonly maybe: (party: string, company: string) => string;
  readonly notControl: (party: string, company: string) => string;
  readonly controlled: (controllers: string, company: string) => string;
  readonly open: (company: string) => string;
  readonly none: (company: string) => string;
  /** Who has as much as a law asks of an owner, and nobody a majority; `several` of them. */
  readonly reached: (who: string, several: boolean, law: string, company: string) => string;
  readonly has: (holder: string, range: string, company: string) => string;
  /** What follows, if the declaration is right; by what it speaks of where that is not clear. */
  readonly implied: Readonly<Record<"right" | "whole" | "part", (links: string) => string>>;
  readonly sum: (holder: string, companies: string, total: string) => string;
  readonly weighed: (parts: readonly string[], total: string) => string;
  readonly weighedPart: (weight: string, holder: string, company: string) => string;
  readonly total: (party: string, range: string, company: string) => string;
  readonly why: Readonly<Record<ExplanationCode, (told: Told) => string>>;
  readonly reasonsBy: string;
  readonly stop: string;
  readonly space: string;
  /** Whether all that is drawn can be true together. */
  readonly shares: (fits: boolean) => string;
  readonly votesTitle: (fits: boolean) => string;
  readonly barsCaption: string;
  readonly half: string;
  /** `company` is empty where it is the one asked about. */
  readonly row: (party: string, right: string, company: string) => string;
  readonly series: Readonly<Record<"declared" | "computed" | "total" | "most", string>>;
  readonly seriesHow: Readonly<
    Record<"declared" | "economic" | "votes" | "total" | "most" | "implied", string>
  >;
  readonly impliedTitle: string;
  readonly impliedCaption: string;
  readonly impliedRow: (holder: string, company: string) => string;
  readonly readings: Readonly<Record<Declared["implied"][number]["reading"], string>>;
  readonly whyTitle: string;
  readonly leftOut: (subject: string) => string;
}

export const declaredWords = (lang: Lang): DeclaredWords => (lang === "zh" ? ZH : EN);

/** What is not known about declarations, by code of the gap. */
export const DECLARED_GAPS = {
  en: { "declarations-left-out": EN.leftOut },
  zh: { "declarations-left-out": ZH.leftOut },
};
