import type { Lang } from "../../../ask/answer.ts";
import type { Moved } from "../change-moved.ts";

/** What changed under several laws, in a line. */
interface SummaryWords {
  readonly head: (subject: string, from: string, to: string) => string;
  /** Laws under which the same is so, and what that is. */
  readonly under: (laws: string, what: string) => string;
  readonly moves: Readonly<Record<keyof Moved, (parties: string) => string>>;
  readonly between: string;
  readonly same: string;
  readonly sameUnknown: string;
  readonly verdict: (now: string) => string;
  /** Over the sentence of one law. */
  readonly title: (law: string) => string;
}

const EN: SummaryWords = {
  head: (s, from, to) => `What changed for ${s} between ${from} and ${to}.`,
  under: (laws, what) => ` ${laws} – ${what}.`,
  moves: {
    gained: (p) => `new: ${p}`,
    lost: (p) => `no longer: ${p}`,
    surer: (p) => `certain now: ${p}`,
    lessSure: (p) => `only possible now: ${p}`,
    gainedMaybe: (p) => `possible now: ${p}`,
    lostMaybe: (p) => `no longer possible: ${p}`,
    onTop: (p) => `on top now: ${p}`,
    below: (p) => `below another now: ${p}`,
  },
  between: "; ",
  same: "no one new or gone",
  sameUnknown: "not known then or now",
  verdict: (now) => `the answer is now “${now}”`,
  title: (law) => `What changed: ${law}`,
};

const ZH: SummaryWords = {
  head: (s, from, to) => `${s}自${from}至${to}的变化。`,
  under: (laws, what) => `${laws}——${what}。`,
  moves: {
    gained: (p) => `新增${p}`,
    lost: (p) => `不再有${p}`,
    surer: (p) => `${p}现可确定`,
    lessSure: (p) => `${p}现仅为可能`,
    gainedMaybe: (p) => `${p}现有可能`,
    lostMaybe: (p) => `${p}已不可能`,
    onTop: (p) => `${p}之上现在没有他方`,
    below: (p) => `${p}之上现在另有他方`,
  },
  between: "，",
  same: "无人新增或退出",
  sameUnknown: "前后均不详",
  verdict: (now) => `结论现为“${now}”`,
  title: (law) => `有何变化：${law}`,
};

export const summaryWords = (lang: Lang): SummaryWords => (lang === "zh" ? ZH : EN);
