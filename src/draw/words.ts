import type { Lang } from "../ask/answer.ts";
import type { LineStyle } from "../ask/block.ts";

/** The words charts and printed blocks need besides what the answer says. */
export interface DrawWords {
  readonly styles: Readonly<Record<LineStyle, string>>;
  readonly shapes: Readonly<
    Record<"outlet" | "person" | "company" | "state" | "arrangement" | "fold", string>
  >;
  readonly disputed: string;
  readonly conflict: string;
  readonly reading: string;
  readonly old: (days: number) => string;
  /** Of several, each as long ago as it is. */
  readonly anyOld: string;
  /** What the signs beside figures are listed under. */
  readonly signs: string;
  readonly age: (days: number) => string;
  readonly asTable: string;
  /** What opens the statements attached to a claim. */
  readonly attached: string;
  readonly whyStands: string;
  readonly between: string;
  readonly and: string;
  readonly tie: string;
  readonly rests: string;
  readonly holder: string;
  readonly held: string;
  readonly share: string;
  readonly certainty: string;
  readonly from: string;
  readonly until: string;
  readonly what: string;
  readonly cells: string;
  readonly cell: (text: string, columns: string, reason: string) => string;
  readonly value: string;
  readonly event: string;
  readonly subject: string;
  readonly controller: string;
  readonly foldHolds: (count: number, names: string) => string;
  /** What a line in colour, its figure in bold, says beside its style. */
  readonly proof: string;
}

const span = (days: number, unit: readonly [string, string, string, string]): string => {
  if (days < 60) return `${days} ${days === 1 ? unit[0] : unit[1]}`;
  const months = Math.round(days / 30.44);
  if (months < 24) return `${months} ${unit[2]}`;
  return `${Math.floor(days / 365.25)} ${unit[3]}`;
};

const EN: DrawWords = {
  styles: {
    certain: "follows from the record",
    possible: "possible: the record does not rule it out",
    contract: "by contract",
    nominal: "registered holder in name only",
    declared: "declared only",
  },
  shapes: {
    outlet: "outlet",
    person: "person",
    company: "company",
    state: "state",
    arrangement: "arrangement",
    fold: "group",
  },
  disputed: "Sources disagree; the range covers all of them.",
  conflict: "The statements contradict each other; nothing was averaged.",
  reading: "Our reading of an approximate figure.",
  old: (days) => `Last observed ${span(days, ["day", "days", "months", "years"])} before this date.`,
  anyOld: "Last observed some time before this date.",
  signs: "Signs beside figures",
  age: (days) => `${span(days, ["day", "days", "months", "years"])} old`,
  asTable: "The same as a table",
  attached: "The statements attached to it",
  whyStands: "Why, and the statements attached",
  between: "Between",
  and: "And",
  tie: "Tie",
  rests: "Rests on",
  holder: "Holder",
  held: "Held",
  share: "Stake",
  certainty: "How sure",
  from: "From",
  until: "Until",
  what: "What",
  cells: "What its cells say",
  cell: (text, columns, reason) => `${text} for ${columns}${reason === "" ? "" : ` (${reason})`}.`,
  value: "Value",
  event: "Change",
  subject: "asked about",
  controller: "controller",
  foldHolds: (count, names) => `${count} more, shown together: ${names}`,
  proof: "carries the proof",
};

const ZH: DrawWords = {
  styles: {
    certain: "据现有记录可以确定",
    possible: "有可能：现有记录不能排除",
    contract: "通过合同",
    nominal: "仅为名义登记持有人",
    declared: "仅为自行申报",
  },
  shapes: {
    outlet: "媒体",
    person: "个人",
    company: "公司",
    state: "国家",
    arrangement: "安排",
    fold: "一组",
  },
  disputed: "各来源说法不一，区间涵盖所有说法。",
  conflict: "各陈述互相矛盾，未作平均。",
  reading: "原文为约数，区间是我们的解读。",
  old: (days) => `最近一次记录比该日期早 ${span(days, ["天", "天", "个月", "年"])}。`,
  anyOld: "最近一次记录早于该日期。",
  signs: "数字旁的符号",
  age: (days) => `${span(days, ["天", "天", "个月", "年"]).replace(" ", "")}前的记录`,
  asTable: "同样内容的表格",
  attached: "所附陈述",
  whyStands: "理由与所附陈述",
  between: "一方",
  and: "另一方",
  tie: "关系",
  rests: "依据",
  holder: "持有方",
  held: "被持有方",
  share: "比例",
  certainty: "确定程度",
  from: "起",
  until: "止",
  what: "内容",
  cells: "各格内容",
  cell: (text, columns, reason) => `${columns}：${text}${reason === "" ? "" : `（${reason}）`}。`,
  value: "数值",
  event: "变化",
  subject: "所问对象",
  controller: "控制人",
  foldHolds: (count, names) => `另有 ${count} 个合并显示：${names}`,
  proof: "论证所经之路",
};

const WORDS: Readonly<Record<Lang, DrawWords>> = { en: EN, zh: ZH };

export const drawWords = (lang: Lang): DrawWords => WORDS[lang];
