import type { Lang } from "../../../ask/answer.ts";
import type { FlipText, HangsWords } from "./words.ts";

type Told = Pick<
  HangsWords,
  "title" | "loses" | "gains" | "shown" | "verdict" | "somebodyNew" | "turnsHow" | "barsCaption"
>;

/** What a verdict hangs on, told of a law. */
export function lawHangsWords(law: string, lang: Lang): Told {
  return lang === "zh" ? zh(law) : en(law);
}

const en = (law: string): Told => {
  const less = (f: FlipText) =>
    f.nothing && f.reached ? "nothing" : f.reached ? `${f.at} or less` : `less than ${f.at}`;
  const more = (f: FlipText) => (f.reached ? `${f.at} or more` : `more than ${f.at}`);
  const is = "certainly come under it";
  return {
    title: `What the answer hangs on, under ${law}`,
    loses: (f) =>
      `If ${f.holder} held ${less(f)} of ${f.held}${f.by === "" ? "" : ` (${f.reached ? "" : "more than "}${f.by} less)`}, ${f.party} would no longer ${is}.`,
    gains: (f) =>
      `If ${f.holder} held ${more(f)} of ${f.held}${f.by === "" ? "" : ` (${f.reached ? "" : "more than "}${f.by} more)`}, ${f.party} would ${is}.`,
    shown: (f, says) =>
      `If it turned out that ${f.holder} holds ${more(f)} of ${f.held} (${says === "" ? "no figure is on record" : `the record says ${says}`}), ${f.party} would ${is}.`,
    verdict: {
      controlled: "somebody would certainly come under it",
      "no controller on record": "no one could come under it",
      "not known": "who comes under it would not be known",
    },
    somebodyNew: "a party not on record would come under it",
    turnsHow: "found by working the law out again at this figure and one unit of 10⁻¹⁰ points beside it",
    barsCaption: "What is held on this day and where the answer turns.",
  };
};

const zh = (law: string): Told => {
  const less = (f: FlipText) =>
    f.nothing && f.reached ? "0%" : f.reached ? `${f.at} 或更少` : `不到 ${f.at}`;
  const more = (f: FlipText) => (f.reached ? `${f.at} 或更多` : `超过 ${f.at}`);
  const is = "确定为该规则所及";
  return {
    title: `结论取决于什么（${law}）`,
    loses: (f) =>
      `如果${f.holder}只持有${f.held}的 ${less(f)}${f.by === "" ? "" : `（少${f.reached ? "" : "于此 "}${f.by}）`}，${f.party}就不再${is}。`,
    gains: (f) =>
      `如果${f.holder}持有${f.held}的 ${more(f)}${f.by === "" ? "" : `（多${f.reached ? "" : "于此 "}${f.by}）`}，${f.party}就会${is}。`,
    shown: (f, says) =>
      `如果查明${f.holder}持有${f.held}的 ${more(f)}（${says === "" ? "记录中没有数字" : `记录为 ${says}`}），${f.party}就会${is}。`,
    verdict: {
      controlled: "确定有人为其所及",
      "no controller on record": "不可能有人为其所及",
      "not known": "谁为其所及将不得而知",
    },
    somebodyNew: "会有记录之外的一方为其所及",
    turnsHow: "在此数字及其旁一个单位（10⁻¹⁰ 个百分点）处重新适用该规则得出",
    barsCaption: "当日的持有，以及结论在何处转变。",
  };
};
