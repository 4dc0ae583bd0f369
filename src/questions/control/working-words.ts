import type { Lang } from "../../ask/answer.ts";

interface WorkingWords {
  readonly title: (subject: string) => string;
  readonly caption: (leftOut: number) => string;
  readonly power: string;
  readonly how: string;
  readonly networkTitle: (subject: string) => string;
  readonly networkCaption: (rounds: number, seed: number) => string;
  readonly networkHow: string;
  readonly error: (percent: string) => string;
}

const EN: WorkingWords = {
  title: (s) => `Power by votes in ${s}: an indication, not control`,
  caption: (n) =>
    `How often each direct holder's votes would make the majority if all arrived in random order (Shapley–Shubik). The votes nobody is named for count as very many small, independent holders.${n === 0 ? "" : ` The ${n} smallest named holders count among them.`}`,
  power: "part of the power",
  how: "Shapley–Shubik index, unnamed votes as an ocean of small holders; from ranges, bounds over every completion",
  networkTitle: (s) => `Who would decide in ${s} through the companies above: an indication, not control`,
  networkCaption: (r, s) =>
    `Network Power Index, by sampling: ${r.toLocaleString("en")} rounds in 40 runs, seed ${s}; ± is one standard error.`,
  networkHow:
    "part of the sampled rounds in which the party's votes, with those it decides over, make the majority",
  error: (p) => ` (±${Number(p).toFixed(2)})`,
};

const ZH: WorkingWords = {
  title: (s) => `表决权在${s}中的影响力：仅为指标，不是控制`,
  caption: (n) =>
    `假设各方按随机次序到场，各直接持有人的票恰好促成多数的频率（沙普利–舒比克指数）。没有具名持有人的表决权视为众多各自独立的小股东所有。${n === 0 ? "" : `最小的 ${n} 个具名持有人也计入其中。`}`,
  power: "影响力占比",
  how: "沙普利–舒比克指数，未具名的票视为大量小股东；比例为区间时，所列范围涵盖一切可能取值",
  networkTitle: (s) => `经由上层公司，谁会在${s}中起决定作用：仅为指标，不是控制`,
  networkCaption: (r, s) =>
    `网络权力指数，抽样估计：分 40 次共 ${r.toLocaleString("en")} 轮，种子 ${s}；± 为一个标准误。`,
  networkHow: "抽样各轮中，该方的票连同其所决定各方的票促成多数的比例",
  error: (p) => `（±${Number(p).toFixed(2)}）`,
};

export const workingWords = (lang: Lang): WorkingWords => (lang === "zh" ? ZH : EN);
