import type { Lang } from "../../ask/answer.ts";

/** The sentences of `reach`. */
export interface ReachWords {
  readonly headline: (party: string, day: string, certain: number, possible: number, none: number) => string;
  readonly outlets: (certain: number, possible: number, none: number) => string;
  readonly nothing: (party: string, day: string) => string;
  readonly controlled: string;
  readonly possibly: string;
  readonly held: string;
  readonly notes: Readonly<Record<"certain" | "possible" | "none", string>>;
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

const entities = (n: number) => `${n} ${n === 1 ? "entity" : "entities"}`;

const EN: ReachWords = {
  headline: (p, d, c, m, n) =>
    `As of ${d}, ${p} controls ${c === 0 ? "nothing for certain" : `${entities(c)}: it follows from the record`}. ${m === 0 ? "" : `It may control ${m} more, which the record does not rule out. `}${n === 0 ? "" : `In another ${n} it holds a stake that is not control.`}`,
  outlets: (c, m, n) => ` Of these, outlets: ${c} controlled, ${m} possibly, ${n} only held.`,
  nothing: (p, d) => `As of ${d}, no holding of ${p} is on record.`,
  controlled: "Controls: it follows from the record",
  possibly: "May control: the record does not rule it out",
  held: "Holds a stake in, without control",
  notes: { certain: "controlled", possible: "possibly controlled", none: "stake only" },
  entity: "Entity",
  kind: "Kind",
  votes: "Votes",
  votesHow: "direct votes of the party and of everything it controls",
  stake: "Stake as stated",
  stakeHow: "as stated by the source",
  economic: "Economic share",
  economicHow:
    "sum over all chains of the products of direct stakes along them, cross-holdings and own shares included",
  through: "Through",
  directly: "directly",
  counts: "How many, under each reading",
  of: "entities",
  countHow: "entities counted once each",
  chart: (p) => `How far the arms of ${p} reach: votes`,
  caption: (d) => `As of ${d}. Bars run from the least to the most the record allows; the line marks half.`,
  half: "half of the votes",
  unknown: "What we do not know",
  gap: {
    "no-record": (n) => `What ${n} holds: no statement names it as a holder on this day.`,
    "unknown-share": (n) => `How much is held: a source names the holding but no figure (${n}).`,
    "economic-cycle": (n) =>
      `The economic share in ${n}: companies own all of each other in a ring, so that nobody outside has any of it.`,
    "old-observation": (n) =>
      `Whether it is still held: the last observation is too old to count as certain (${n}).`,
  },
  kinds: {
    person: "person",
    company: "company",
    partnership: "partnership",
    fund: "fund",
    trust: "trust",
    state: "state",
    "state-body": "state body",
    outlet: "outlet",
    product: "product",
    arrangement: "arrangement",
    group: "group",
    unknown: "unknown",
  },
  method: "Method",
  methodText:
    "Control by majority rule; a stake is any holding of shares or rights on record that is not control. Not legal advice.",
};

const ZH: ReachWords = {
  headline: (p, d, c, m, n) =>
    `${d}，据现有记录可以确定${p}控制 ${c} 个实体，可能控制另外 ${m} 个，还在 ${n} 个实体中持有不构成控制的权益。`,
  outlets: (c, m, n) => `其中媒体：控制 ${c} 家，可能控制 ${m} 家，仅持有权益 ${n} 家。`,
  nothing: (p, d) => `${d}，没有关于${p}持有任何权益的记录。`,
  controlled: "控制：据现有记录可以确定",
  possibly: "可能控制：现有记录不能排除",
  held: "仅持有权益，不构成控制",
  notes: { certain: "控制", possible: "可能控制", none: "仅持有权益" },
  entity: "实体",
  kind: "类型",
  votes: "表决权",
  votesHow: "该方及其所控制各方的直接表决权",
  stake: "所述比例",
  stakeHow: "来源所述",
  economic: "经济份额",
  economicHow: "各条持股链上直接比例之积的总和，交叉持股和自持股份计算在内",
  through: "经由",
  directly: "直接",
  counts: "按不同口径计数",
  of: "个",
  countHow: "每个实体计一次",
  chart: (p) => `${p}的触角有多长：表决权`,
  caption: (d) => `截至${d}。横条从记录所允许的最少到最多；竖线为一半。`,
  half: "表决权的一半",
  unknown: "我们不知道的",
  gap: {
    "no-record": (n) => `${n}持有什么：这一天没有陈述提到它持有任何权益。`,
    "unknown-share": (n) => `持有多少：来源提到持有，但没有数字（${n}）。`,
    "economic-cycle": (n) => `在${n}中的经济份额：有公司环环相持、彼此全部持有，环外无人拥有其任何部分。`,
    "old-observation": (n) => `是否仍然持有：最近一次记录太旧，不能作为确定依据（${n}）。`,
  },
  kinds: {
    person: "个人",
    company: "公司",
    partnership: "合伙企业",
    fund: "基金",
    trust: "信托",
    state: "国家",
    "state-body": "国家机关",
    outlet: "媒体",
    product: "产品",
    arrangement: "安排",
    group: "集团",
    unknown: "不详",
  },
  method: "方法",
  methodText: "按多数控制规则判断控制；权益指记录在案但不构成控制的持股或其他权利。不构成法律意见。",
};

export const reachWords = (lang: Lang): ReachWords => (lang === "zh" ? ZH : EN);
