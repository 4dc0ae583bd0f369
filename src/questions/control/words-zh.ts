import { DECLARED_GAPS } from "./declared/words.ts";
import { LAW_GAPS } from "./laws/words.ts";
import type { ControlWords } from "./words.ts";

/** Between a name in Latin letters and the figure after it. */
const gap = (name: string) => (/[\w.)]$/.test(name) ? " " : "");

const UNSAID = "（没有来源说明比例）";

export const ZH: ControlWords = {
  controls: (c, s, d, n) => `${d}，${c}${n === 1 ? "" : "各自"}控制${s}：据现有记录可以确定。`,
  controlJointly: (c, s, d) => `${d}，${c}共同控制${s}，其中任何一方都不能单独控制：据现有记录可以确定。`,
  notKnown: (s, d) => `${d}，谁控制${s}，现有记录不足以说明。`,
  nobody: (s, d) => `${d}，记录在案的各方无人控制${s}，未具名的持有人单独也不可能控制。`,
  unlessUnnamed: (p) => `但若${p || "记录在案的某一方"}也在未具名的持有人之中，即可控制：见“我们不知道的”。`,
  notHeld: {
    person: (s) => `${s}是自然人，没有谁对自然人拥有表决权，因此无从查其控制人。`,
    state: (s) => `${s}是国家，没有谁对国家拥有表决权，因此无从查其控制人。`,
  },
  askReach: (s) => ["可改问：“", `${s}控制什么、持有什么？`, "”（问题 reach）。"],
  aboveNotKnown: (c) => `至于谁控制${c}，现有记录不足以说明。`,
  possible: (p) => `记录不能排除、因而有可能的是：${p}。`,
  declaresNobody: (s) => `${s}自己声明无人控制它，有记录可查。`,
  chart: (s) => `${s}之上的持有关系`,
  chartCaption: (d) => `截至${d}。百分比为来源所述的直接持有。`,
  inBrackets: (text, more) => `${text}（${more}）`,
  others: (n) => `另外 ${n} 方`,
  inAgreement: (right, others) => `与${others}${right}`,
  rightOf: (h, r) => `${h}：${r}`,
  jointHolding: "共同",
  votesFor: (s, o) => `行使${o}的${s}`,
  ownShares: (c, s, r) => `${c}另持有自己${s}的${r}，这部分无人行使表决权。`,
  notFollowed: (names, n, s) =>
    `${names ?? `其中 ${n} 个持有人`}由谁持有，虽有记录但未画出：按现有数字，其中无人可能控制${s}。`,
  partlyDrawn: (names, n) => `${names ?? `其中 ${n} 个持有人`}的持有人中，只画出结论所依据的。`,
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
  somebody: "来源未具名的一方",
  restOfVotes: "没有具名持有人的表决权",
  restHow: "100% 减去具名持有人的持有",
  why: "理由",
  whyPossible: (p) => `若要${p}控制，须有以下情形`,
  holds: (h, s, r, c) => `${h}持有${c}${s === null ? `的${r}${UNSAID}` : `${gap(c)}${s}的${r}`}`,
  casts: (h, s, r, c, o) =>
    `${h}代${o}行使其所持${c}${s === null ? `的${r}${UNSAID}` : `${gap(c)}${s}的${r}`}`,
  together: (p, s, n, c) => `${p}：合计${s}，超过${c}表决权的${n}`,
  hasRight: (code, h, r, c) => {
    if (code === "generalPartner") return `${h}是${c}的普通合伙人。`;
    if (code === "rightsGrantedByContract") return `${h}通过合同控制${c}。`;
    if (code === "statedControl") return `${h}控制${c}，来源未说明以何种方式。`;
    if (code === "nominator") return `${h}指示${c}的名义持有人。`;
    return `${h}对${c}享有权利：${r}。`;
  },
  asOne: (first, others) => `${first}与${others}共同`,
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
  turnsOn: (p, r, c) => `${p}是否控制，取决于对${c}的下列权利：${r}。`,
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
  history: (s) => `谁在何时最终控制${s}`,
  historyCaption: "实线：据记录可以确定。虚线：有可能。空白：可以排除，或不详。",
  changes: "结论在此改变",
  unknown: "我们不知道的",
  gap: {
    ...LAW_GAPS.zh,
    ...DECLARED_GAPS.zh,
    "no-record": (n) => `这一天没有任何关于${n}持有人的记录。`,
    "unnamed-holders": (n, m) =>
      `${n}其余表决权${m === "" ? "" : `（${m}）`}属于谁：没有来源指出这些持有人。`,
    "unnamed-if-any": (_n, m, c, h) =>
      `${c}其余表决权（${m}，如果有的话）属于谁：没有来源说明${h}所持与其他所述持股是否各自分开。`,
    "unnamed-or-same": (_n, m, c, h) =>
      `${c}其余表决权（${m}）属于谁：没有来源指出这些持有人，也没有来源说明${h}所持与其他所述持股是否各自分开。`,
    "unnamed-above": (n) => `${n}（或其余部分）由谁持有：没有来源说明；若全在一方手中，即可控制所问的公司。`,
    "named-behind": (_n, m, c) =>
      `持有${m}（或其余部分）而未具名的人中是否有${c}：没有来源说明；若全部属于${c}，${c}即可控制所问的公司。`,
    "unknown-share": (_n, _m, c, h) => `${h}持有${c}多少：来源提到持有，但没有数字。`,
    "old-observation": (_n, _m, c, h) => `${h}是否仍持有${c}的权益：最近一次记录太旧，不能作为确定依据。`,
    "dates-open": (_n, _m, c, h) => `${h}当日是否持有${c}的权益：其日期未能说明。`,
    "right-dates-open": (_n, m, c, h) =>
      m === ""
        ? `${h}对${c}的权利或协议当日是否有效：其日期未能说明。`
        : `${h}对${c}的这项权利或协议当日是否有效：${m}。其日期未能说明。`,
    "condition-open": (_n, m, c, h) =>
      m === ""
        ? `${h}对${c}的权利所附条件是否成就：没有来源说明。`
        : `${h}对${c}的这项权利所附条件是否成就：${m}。没有来源说明。`,
    "share-classes": (n, m) =>
      `${n}的表决权在各类股份（${m}）之间如何分配：没有来源说明，因此须在每一类中均占多数，才算确定控制。`,
    "above-unknown": (n) => `谁控制${n}：现有记录中没有可以确定的一方。`,
    "unnamed-controller": (n) => `${n}的一个控制人的名称：来源没有给出。`,
    conflict: (n) => `${n}由谁持有多少：记录在案的持有合计超过 100%。未作平均。`,
    "economic-cycle": (n) => `${n}之间的经济份额：这些公司环环相持、彼此全部持有，环外无人拥有其任何部分。`,
    "history-left-out": () => "历来由谁控制：变化过多，未能画出。",
  },
  disputed: (h, r, c) => [`${h}持有${c}多少${r}：各来源分别称`, "。未作平均，区间涵盖所有说法。"],
  disputedRight: (h, r, c) => [
    `${h}对${c}的权利（${r}）有多大：各来源分别称`,
    "。未作平均，区间涵盖所有说法。",
  ],
  or: ["、", "或"],
  notes: "方法",
  assumption: "来源未说明表决权时，按一股一票计算。",
  carried: (d) => `此结论所依据的记录中，最早的一条比所问日期早 ${d} 天。`,
  origins: (n) => `各来源至多出自 ${n} 个独立源头。`,
  advice:
    "按多数规则判断：连同其所控制各方的表决权一并计算，超过半数，或拥有本身即构成控制的权利，即为控制。不构成法律意见。",
  jointlyNote: "由多方共同控制：任何一方都不能单独控制。",
};
