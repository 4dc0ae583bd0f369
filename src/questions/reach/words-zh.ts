import type { ReachWords } from "./words.ts";

function outletsOf(all: readonly (readonly [number, string])[]): string {
  const some = all.flatMap(([n, how]) => (n === 0 ? [] : [`${how} ${n} 家`]));
  return some.length === 0 ? "其中没有媒体。" : `其中媒体：${some.join("，")}。`;
}

export const ZH: ReachWords = {
  headline: (p, d, { certain: c, possible: m, jointly: j, stake: n, exposure: x }) =>
    `${[
      c === 0
        ? `${d}，据现有记录，不能确定${p}${j === 0 ? "" : "单独"}控制任何实体`
        : `${d}，据现有记录可以确定${p}${j === 0 ? "" : "单独"}控制 ${c} 个实体`,
      m > 0 && `${c === 0 ? "" : "另"}有 ${m} 个实体可能由其控制，记录不能排除`,
      n > 0 && `在 ${n} 个实体中持有不构成控制的权益`,
      x > 0 && `还有 ${x} 个实体，是${p}并不控制的公司持有其权益`,
    ]
      .filter(Boolean)
      .join("；")}。`,
  jointly: (c, list) =>
    c === "certain"
      ? `它与他方共同控制${list}，其中任何一方都不能单独控制。`
      : `它有可能与他方共同控制${list}，其中任何一方都不能单独控制。`,
  withOthers: (e, others) => `${e}（与${others}）`,
  controlsOther: (who, o) => `${o}又由${who}控制。`,
  togetherControlOther: (who, o) => `${o}又由${who}共同控制。`,
  withOthersTitle: "仅与他方共同控制，或有可能共同控制",
  outlets: ({ certain: c, possible: m, jointly: j, stake: n, exposure: x }) =>
    outletsOf([
      [c, "控制"],
      [m, "可能控制"],
      [j, "与他方共同控制"],
      [n, "仅持有权益"],
      [x, "由其不控制的公司持有"],
    ]),
  nothing: (p, d) => `${d}，记录中${p}不持有任何权益。`,
  controlled: "控制：据现有记录可以确定",
  possibly: "可能控制：现有记录不能排除",
  held: "仅持有权益，不构成控制",
  exposed: "由其不控制的公司持有",
  exposedCaption: "并非其自身的权益：中间的持有方是其拥有部分权益、但不能确定控制的公司。其所得为经济份额。",
  unnamed: "未具名者",
  notes: {
    certain: "控制",
    possible: "可能控制",
    jointly: "仅与他方共同",
    stake: "仅持有权益",
    exposure: "仅经由他方",
  },
  entity: "实体",
  kind: "类型",
  votes: "表决权",
  noneAlone: "单独没有",
  votesHow: "该方及其所控制各方的直接表决权",
  stake: "所述比例",
  stakeHow: "来源所述",
  heldWith: (others) => `与${others}共同持有`,
  more: (all) => `：${all.join("，")}`,
  also: (rights) => `；另有${rights.join("、")}`,
  withoutVotes: (way, rights) => (way === "" ? "" : `，经由${way}`) + (rights === "" ? "" : `：${rights}`),
  economic: "经济份额",
  economicHow: "各条持股链上直接比例之积的总和，交叉持股和自持股份计算在内",
  through: "经由",
  directly: "直接",
  counts: "按不同口径计数",
  of: "个",
  ofOne: "个",
  countHow: "每个实体计一次",
  chart: (p) => `${p}的触角有多长：表决权`,
  caption: (d) =>
    `截至${d}。条形画到记录所述的下限，细线部分再画到所允许的上限；确定控制的为实心，其余为空心。竖线为一半。`,
  half: "表决权的一半",
  unknown: "我们不知道的",
  gap: {
    "no-record": (n) => `${n}持有什么：这一天没有陈述提到它为自己持有任何权益。`,
    "cut-below": (n) =>
      `${n}下方更深层的实体：现有或曾有超过20,000个，一份答案容纳不下。这里只列出它直接持有的；\`ask control --all --pairs\` 会列出所有控制关系。`,
    "cut-held": (n) =>
      `${n}另外直接持有的，以及下方更深层的实体：现有或曾有超过20,000个，一份答案容纳不下。\`ask control --all --pairs\` 会列出所有控制关系。`,
    "cut-change": (n) => `${n}的触角有何变化：下方现有或曾有超过20,000个实体，无法逐一比较。`,
    "cut-partners": (n) => `共同控制的他方由谁控制：他方或其上方的实体太多（${n}）。`,
    "unknown-share": (n) => `持有多少：来源提到持有，但没有数字（${n}）。`,
    disputed: (n) => `持有多少：各来源说法不一，区间涵盖所有说法（${n}）。`,
    "series-left-out": (n) => `${n}的触角随时间的变化：陈述太多，无法逐日推算。`,
    "days-left-out": (n) => `${n}的触角发生变化的每一天：天数太多，无法逐一查看。`,
    "economic-cycle": (n) => `在${n}中的经济份额：有公司环环相持、彼此全部持有，环外无人拥有其任何部分。`,
    "old-observation": (n) => `是否仍然持有：最近一次记录太旧，不能作为确定依据（${n}）。`,
  },
  method: "方法",
  methodText: "按多数控制规则判断控制；权益指记录在案但不构成控制的持股或其他权利。不构成法律意见。",
};
