import type { Lang } from "../../ask/answer.ts";

/** The sentences of `control`. Names and figures come in as text already. */
export interface ControlWords {
  readonly controls: (controllers: string, subject: string, day: string) => string;
  readonly controlJointly: (controllers: string, subject: string, day: string) => string;
  readonly notKnown: (subject: string, day: string) => string;
  readonly nobody: (subject: string, day: string) => string;
  readonly aboveNotKnown: (controller: string) => string;
  readonly possible: (parties: string) => string;
  readonly declaresNobody: (subject: string) => string;
  readonly chart: (subject: string) => string;
  readonly chartCaption: (day: string) => string;
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
  readonly restOfVotes: string;
  readonly restHow: string;
  readonly why: string;
  readonly whyPossible: (party: string) => string;
  readonly holds: (holder: string, share: string, right: string, held: string) => string;
  readonly holdsUnknown: (holder: string, right: string, held: string) => string;
  readonly casts: (holder: string, share: string, right: string, held: string, registered: string) => string;
  readonly together: (parts: string, sum: string, held: string) => string;
  readonly hasRight: (holder: string, right: string, held: string) => string;
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
  readonly turnsTitle: string;
  readonly turnsOn: (party: string, rights: string, company: string) => string;
  readonly declared: string;
  readonly declaredCaption: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly history: (subject: string) => string;
  readonly historyCaption: string;
  readonly changes: string;
  readonly unknown: string;
  /** `n` names everyone the gap is about; `more` is a figure; `holder` the second of two. */
  readonly gap: Readonly<
    Record<string, (n: string, more: string, company: string, holder: string) => string>
  >;
  readonly notes: string;
  readonly assumption: string;
  readonly carried: (days: number) => string;
  readonly origins: (n: number) => string;
  readonly advice: string;
  readonly jointlyNote: string;
}

const EN: ControlWords = {
  controls: (c, s, d) => `As of ${d}, ${c} controls ${s}: it follows from the record.`,
  controlJointly: (c, s, d) =>
    `As of ${d}, ${c} control ${s} together, none of them alone: it follows from the record.`,
  notKnown: (s, d) => `Who controls ${s} as of ${d} is not known from the record.`,
  nobody: (s, d) => `As of ${d}, no one on record controls ${s}, and no unnamed holder could.`,
  aboveNotKnown: (c) => ` Who controls ${c} in turn is not known from the record.`,
  possible: (p) => ` Possible, as the record does not rule it out: ${p}.`,
  declaresNobody: (s) => ` ${s} itself is on record as declaring that no one controls it.`,
  chart: (s) => `Who holds what above ${s}`,
  chartCaption: (d) => `As of ${d}. Percentages are direct holdings as stated; thick lines carry the proof.`,
  controllers: "Who controls it",
  controller: "Controller",
  howSure: "How sure",
  certain: "follows from the record",
  possibly: "possible: the record does not rule it out",
  jointly: (o) => `together with ${o}`,
  votes: "Votes",
  votesHow: "direct votes in the company of the controller and of everything it controls",
  economic: "Economic share",
  economicHow:
    "sum over all chains of the products of direct stakes along them, cross-holdings and own shares included",
  holders: (s) => `Holders of ${s} on record`,
  holder: "Holder",
  right: "Right",
  share: "Share",
  shareHow: "as stated by the source",
  unnamed: "not named by the source",
  restOfVotes: "Votes no named holder is known to have",
  restHow: "100 % less the holdings of named holders",
  why: "Why",
  whyPossible: (p) => `What would have to be true for ${p}`,
  holds: (h, s, r, c) => `${h} holds ${s} of the ${r} of ${c}`,
  holdsUnknown: (h, r, c) =>
    `${h} holds more than half of the ${r} of ${c}; how much it holds is not on record`,
  casts: (h, s, r, c, o) => `${h} votes the ${s} of the ${r} of ${c} that ${o} holds`,
  together: (p, s, c) => `${p}: together ${s}, more than half of the votes in ${c}`,
  hasRight: (h, r, c) => `${h} has, over ${c}: ${r}`,
  soControls: (p, s) => `So ${p} controls ${s}.`,
  rights: "Rights other than plain votes, one by one",
  rightsCaption: "The last column says what the answer would be without the right, or if it counted in full.",
  over: "Over",
  counts: "How it counts",
  turns: "Does the verdict turn on it?",
  countsAs: { certain: "in full", possible: "at the upper end only", none: "not as control" },
  conditional: "conditional",
  ifWithout: (p, b) => `Without it, control by ${p} would be ${b}.`,
  ifInFull: (p, b) => `In full, control by ${p} would be ${b}.`,
  notTurning: "No: the answer is the same with or without it.",
  becomes: { certain: "certain", possible: "possible", none: "ruled out" },
  withMembers: (m) => `with ${m}`,
  countsFor: (p) => ` (for ${p})`,
  binds: (v) => `binds ${v} of the votes`,
  ledBy: (l) => `${l} decides`,
  turnsTitle: "What the verdict turns on",
  turnsOn: (p, r, c) => `Whether ${p} controls it turns on these rights over ${c}: ${r}.`,
  declared: "Declared, not computed",
  declaredCaption: "What the company or a register declares stands beside the verdict, never in its place.",
  reasons: {
    "": "declared",
    noBeneficialOwners: "declares that no one controls it",
    subjectUnableToConfirmOrIdentifyBeneficialOwner: "cannot confirm or identify who controls it",
    interestedPartyHasNotProvidedInformation: "the party has not given the information",
    subjectExemptFromDisclosure: "the company need not disclose",
    interestedPartyExemptFromDisclosure: "the party need not disclose",
    unknown: "not known to the source",
    informationUnknownToPublisher: "not known to the publisher",
  },
  history: (s) => `Who controlled ${s}, and when`,
  historyCaption: "Solid: follows from the record. Dashed: possible. Nothing: not known.",
  changes: "the answer changes",
  unknown: "What we do not know",
  gap: {
    "no-record": (n) => `No holder of ${n} is on record on this day.`,
    "unnamed-holders": (n, m) =>
      `Who has the rest of the votes in ${n}${m === "" ? "" : ` (${m})`}: no source names these holders.`,
    "unknown-share": (_n, _m, c, h) =>
      `How much ${h} holds of ${c}: the source names the holding but no figure.`,
    "old-observation": (n) =>
      `Whether it is still held: the last observation is too old to count as certain (${n}).`,
    "above-unknown": (n) => `Who controls ${n}: no one certainly does on this record.`,
    "unnamed-controller": (n) => `The name of a controller of ${n}: the source does not give it.`,
    conflict: (n) =>
      `Who holds what in ${n}: the holdings on record add up to more than 100 %. Nothing was averaged.`,
    "economic-cycle": (n) =>
      `The economic share between ${n}: companies own all of each other in a ring, so that nobody outside has any of it.`,
    "history-left-out": () => "Who controlled it over time: too many changes to draw.",
  },
  notes: "Method",
  assumption: "Where no votes are stated, one share is taken as one vote.",
  carried: (d) => `The oldest observation behind this answer was carried for ${d} days.`,
  origins: (n) => `The sources come from at most ${n} independent ${n === 1 ? "origin" : "origins"}.`,
  advice: "Majority rule as the least fixpoint of voting control. Not legal advice.",
  jointlyNote: "Control by several together: none of them has it alone.",
};

const ZH: ControlWords = {
  controls: (c, s, d) => `${d}，${c}控制${s}：据现有记录可以确定。`,
  controlJointly: (c, s, d) => `${d}，${c}共同控制${s}，其中任何一方都不能单独控制：据现有记录可以确定。`,
  notKnown: (s, d) => `${d}，谁控制${s}，现有记录不足以说明。`,
  nobody: (s, d) => `${d}，记录在案的各方无人控制${s}，未具名的持有人也不可能控制。`,
  aboveNotKnown: (c) => `至于谁控制${c}，现有记录不足以说明。`,
  possible: (p) => `记录不能排除、因而有可能的是：${p}。`,
  declaresNobody: (s) => `${s}自己声明无人控制它，有记录可查。`,
  chart: (s) => `${s}之上的持有关系`,
  chartCaption: (d) => `截至${d}。百分比为来源所述的直接持有；粗线为论证所经之路。`,
  controllers: "控制人",
  controller: "控制人",
  howSure: "确定程度",
  certain: "据现有记录可以确定",
  possibly: "有可能：现有记录不能排除",
  jointly: (o) => `与${o}共同`,
  votes: "表决权",
  votesHow: "控制人及其所控制各方在该公司的直接表决权",
  economic: "经济份额",
  economicHow: "各条持股链上直接比例之积的总和，交叉持股和自持股份计算在内",
  holders: (s) => `记录在案的${s}持有人`,
  holder: "持有人",
  right: "权利",
  share: "比例",
  shareHow: "来源所述",
  unnamed: "来源未具名",
  restOfVotes: "没有具名持有人的表决权",
  restHow: "100% 减去具名持有人的持有",
  why: "理由",
  whyPossible: (p) => `若要${p}控制，须有以下情形`,
  holds: (h, s, r, c) => `${h}持有${c}${s}的${r}`,
  holdsUnknown: (h, r, c) => `${h}持有${c}半数以上的${r}；其实际持有多少没有记录`,
  casts: (h, s, r, c, o) => `${h}代${o}行使其所持${c}${s}的${r}`,
  together: (p, s, c) => `${p}：合计${s}，超过${c}表决权的一半`,
  hasRight: (h, r, c) => `${h}对${c}享有：${r}`,
  soControls: (p, s) => `因此${p}控制${s}。`,
  rights: "表决权之外的各项权利",
  rightsCaption: "最后一栏说明：若无此项权利，或若其完全计入，结论会怎样。",
  over: "对象",
  counts: "如何计入",
  turns: "结论是否取决于它？",
  countsAs: { certain: "完全计入", possible: "仅计入上限", none: "不作为控制计入" },
  conditional: "附条件",
  ifWithout: (p, b) => `若无此项，${p}的控制${b}。`,
  ifInFull: (p, b) => `若完全计入，${p}的控制${b}。`,
  notTurning: "否：有无此项，结论相同。",
  becomes: { certain: "可以确定", possible: "有可能", none: "可以排除" },
  withMembers: (m) => `与${m}`,
  countsFor: (p) => `（代${p}持有）`,
  binds: (v) => `约束${v}的表决权`,
  ledBy: (l) => `由${l}决定`,
  turnsTitle: "结论取决于什么",
  turnsOn: (p, r, c) => `${p}是否控制，取决于对${c}的下列权利：${r}。`,
  declared: "声明（非计算所得）",
  declaredCaption: "公司或登记机关的声明列在结论之旁，不取代结论。",
  reasons: {
    "": "声明",
    noBeneficialOwners: "声明无人控制",
    subjectUnableToConfirmOrIdentifyBeneficialOwner: "无法确认或识别控制人",
    interestedPartyHasNotProvidedInformation: "该方未提供信息",
    subjectExemptFromDisclosure: "公司免于披露",
    interestedPartyExemptFromDisclosure: "该方免于披露",
    unknown: "来源不知",
    informationUnknownToPublisher: "发布者不知",
  },
  history: (s) => `谁在何时控制${s}`,
  historyCaption: "实线：据记录可以确定。虚线：有可能。空白：不详。",
  changes: "结论在此改变",
  unknown: "我们不知道的",
  gap: {
    "no-record": (n) => `这一天没有任何关于${n}持有人的记录。`,
    "unnamed-holders": (n, m) =>
      `${n}其余表决权${m === "" ? "" : `（${m}）`}属于谁：没有来源指出这些持有人。`,
    "unknown-share": (_n, _m, c, h) => `${h}持有${c}多少：来源提到持有，但没有数字。`,
    "old-observation": (_n, _m, c, h) => `${h}是否仍持有${c}的权益：最近一次记录太旧，不能作为确定依据。`,
    "above-unknown": (n) => `谁控制${n}：现有记录中没有可以确定的一方。`,
    "unnamed-controller": (n) => `${n}的一个控制人的名称：来源没有给出。`,
    conflict: (n) => `${n}由谁持有多少：记录在案的持有合计超过 100%。未作平均。`,
    "economic-cycle": (n) => `${n}之间的经济份额：这些公司环环相持、彼此全部持有，环外无人拥有其任何部分。`,
    "history-left-out": () => "历来由谁控制：变化过多，未能画出。",
  },
  notes: "方法",
  assumption: "来源未说明表决权时，按一股一票计算。",
  carried: (d) => `此结论所依据的最旧记录距今日期 ${d} 天。`,
  origins: (n) => `各来源至多出自 ${n} 个独立源头。`,
  advice: "多数控制规则，取表决控制的最小不动点。不构成法律意见。",
  jointlyNote: "由多方共同控制：任何一方都不能单独控制。",
};

export const controlWords = (lang: Lang): ControlWords => (lang === "zh" ? ZH : EN);
