import type { HangsWords } from "./words.ts";

const STANDING = { certain: "确定", possible: "可能", none: "排除" };

export const ZH: HangsWords = {
  title: "结论取决于什么",
  points: (by) => `${by} 个百分点`,
  loses: (f) =>
    `若${f.holder}在${f.held}中的表决权降至 ${f.at}${f.reached ? "或以下" : "以下（不含）"}${f.by === "" ? "" : `（即减少${f.reached ? "" : "超过"} ${f.by}）`}，${f.party}对${f.subject}的控制便不再确定。`,
  gains: (f) =>
    `若${f.holder}在${f.held}中的表决权${f.reached ? `达到 ${f.at}` : `超过 ${f.at}`}${f.by === "" ? "" : `（即增加${f.reached ? "" : "超过"} ${f.by}）`}，${f.other ? "行使这些表决权的" : ""}${f.party}便确定控制${f.subject}。`,
  shown: (f, says) =>
    `若查明${f.holder}在${f.held}中的表决权${f.reached ? `不低于 ${f.at}` : `超过 ${f.at}`}（现有记录为 ${says}），${f.other ? "行使这些表决权的" : ""}${f.party}便确定控制${f.subject}。`,
  noFlip: "在其他持有所留的余地之内，记录中任何一项持有单独增减都不会改变结论。",
  inFull: (r, p, s) => `若下列权利同时完全有效，${p}的控制将变为“${STANDING[s]}”：${r}。`,
  without: (r, p, s) => `若下列权利同时不存在，${p}的控制将变为“${STANDING[s]}”：${r}。`,
  fullWith: (o, p, s) => `单独不影响。若与下列权利同时完全有效，${p}的控制将变为“${STANDING[s]}”：${o}。`,
  withoutWith: (o, p, s) => `单独不影响。若与下列权利同时不存在，${p}的控制将变为“${STANDING[s]}”：${o}。`,
  rightOf: (h, r) => `${h}的${r}`,
  oneOrigin: (t) => `证明只出自一个源头：“${t}”。`,
  ask: (r, c) => `最能定论的文件：${r}（关于${c}）。`,
  notSmallest: "搜索中途截止，不排除有用到更少陈述的证明；但现有证明缺一不可。",
  cutOff: "上层网络较大，并非每种变动都已试算。",
  bars: "离结论改变最近的持有",
  barsCaption: "目前的持有，以及结论在何处改变。竖线为表决权的一半，须由同一方合计越过。",
  half: "表决权的一半",
  today: "目前持有",
  turnsAt: "结论在此改变",
  side: "连同本方其余表决权",
  inside: (h, c) => `${h}在${c}中`,
  heldHow: "按来源所述",
  turnsHow: "扣除库存股后表决权的一半，减去确定属于同一方的其余表决权",
  sideHow: "同一方至少确定拥有的表决权，含本项持有",
  sources: "结论所依赖的来源",
  sourcesCaption:
    "逐一去掉每个来源（或出自同一源头的全部来源）及其支撑的一切内容后重新推算。不改变结果的来源未列出。",
  leftOut: "去掉的来源",
  changes: "会有什么变化",
  andRepeats: (n) => `（出自它的 ${n} 个来源）`,
  moved: (p, now, after) => `${p}：${STANDING[now]} → ${STANDING[after]}`,
  verdict: {
    controlled: "变为有人控制",
    "no controller on record": "变为记录中无控制人",
    "not known": "由谁控制将变为未知",
  },
  somebodyNew: "将由记录之外的某方控制",
  nothing: "没有变化",
  documents: "下一步该查什么文件",
  documentsCaption: (d) =>
    `对每项未知内容，列出能够查清它的文件，以及文件显示最低或最高值时的结论。各登记处披露范围为截至 ${d} 的一般知识，未逐一核对。`,
  missing: "未知内容",
  record: "应查文件",
  atLeast: "若显示为最低值",
  atMost: "若显示为最高值",
  from: (r, g) => `${r}（${g}）`,
  noRegister: (j) => (j === "" ? "记录中没有其所属法域" : `本版本没有介绍 ${j} 的登记处`),
  kinds: {
    "no-record": (c) => `谁持有${c}`,
    "unnamed-holders": (c) => `${c}其余部分由谁持有`,
    "unknown-share": (c, h) => `${h}持有${c}多少`,
    band: (c, h, f) => `${h}持有${c}的确切比例：${f}`,
    disputed: (c, h, f) => `${h}在${c}中的比例以哪个为准：${f}`,
    "old-observation": (c, h) => `${h}是否仍持有${c}的股份`,
    "end-unknown": (c, h) => `${h}在当日是否持有${c}的股份`,
    right: (c, h, f) => `${h}对${c}的权利是否完全有效：${f}`,
  },
  between: "；",
};
