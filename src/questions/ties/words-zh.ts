import type { TiesWords } from "./words.ts";

export const ZH: TiesWords = {
  between: (x, y, day, n, more, longest) =>
    more
      ? `截至${day}，记录中从${x}到${y}、不超过 ${longest} 个环节的路径至少有 ${n} 条；以下为最强的 ${n} 条。`
      : `截至${day}，记录中从${x}到${y}、不超过 ${longest} 个环节的路径有 ${n} 条。`,
  near: (x, day, n, longest) =>
    `截至${day}，记录中有从${x}通向个人、国家或国家机关、不超过 ${longest} 个环节的路径；以下为通向其中 ${n} 个的最强路径。`,
  strongest: (way, n, evidence, only) =>
    n === 1
      ? `${only ? "它" : "最强的一条"}是直接关系：${way}，其依据是${evidence}。`
      : `${only ? "它" : "最强的一条"}有 ${n} 个环节：${way}。其最弱的环节的依据是${evidence}。`,
  nearest: (ends) => `终点为${ends}。`,
  others: (n) => `另外 ${n} 方`,
  deniedOn: (n, of) => (of === 1 ? "其中有环节遭到否认。" : `其中 ${n} 条有环节遭到否认。`),
  none: (x, y, day, longest) => `截至${day}，记录中没有从${x}到${y}、不超过 ${longest} 个环节的路径。`,
  noneNear: (x, day, longest) =>
    `截至${day}，记录中没有从${x}通向任何个人、国家或国家机关、不超过 ${longest} 个环节的路径。`,
  evidence: {
    none: "无",
    unnamed: "未具名的来源",
    interested: "仅有利益相关的来源",
    one: "一个具名来源",
    several: "多个独立来源",
    official: "官方记录",
  },
  contested: "，并遭到否认",
  path: (n, way, length, evidence) =>
    `路径 ${n}：${way}（${length} 个环节；${length === 1 ? "" : "最弱者"}依据${evidence}）`,
  asBefore: (link, n) => `${link}：同路径 ${n}。`,
  through: (name) => `${name}在记录中与 50 多方有关系：经过它的路径很多。`,
  as: {
    office: (role) => (role === "" ? "任职于" : `${role}，任职于`),
    membership: (role) => (role === "" ? "成员，属于" : `${role}，属于`),
    association: (role) => (role === "" ? "有往来，对方为" : `${role}，对方为`),
    family: (role) => (role === "" ? "亲属，对方为" : `${role}，对方为`),
  },
  of: "，对象为",
  over: (what, company, instead) => `就${company}${what}，${instead ? "代表" : "对方为"}`,
  conditional: "附条件",
  indirect: "间接持有",
  oneOrigin: "这条路径的全部环节出自同一来源。",
  when: ({ observed, from, to }) => {
    const said = [from && (observed ? `${from}的记录` : `自${from}起`), to && `至${to}止`];
    const dates = said.filter((each) => each !== "").join("，");
    return dates === "" ? "未注明日期" : dates;
  },
  more: (n) => `另有 ${n} 条陈述`,
  reported: (names, evidence, origins) =>
    `报道方：${names}。依据：${evidence}${origins > 1 ? `；相互独立的来源至多 ${origins} 个` : ""}。`,
  andMore: (n) => `另外 ${n} 个来源`,
  repeats: (name) => `（转述${name}）`,
  side: (name) => `（利益相关：${name}）`,
  denied: (by, text) => `${by}予以否认：${text}`,
  chart: (x, y) => (y === null ? `从${x}出发、记录在案的路径` : `从${x}到${y}、记录在案的路径`),
  chartCaption: (day, more) =>
    `截至${day}；过去的关系注明日期。一条线表示有人报道的关系，不表示有人据此行事。${more ? "线旁“+1”表示两者之间还有一项关系。" : ""}`,
  lines: {
    certain: "官方记录或具名来源",
    declared: "仅有利益相关或未具名的来源",
    possible: "有报道，但遭否认",
  },
  table: "逐个环节",
  tableCaption: "每个环节一行：所在路径、依据、报道方与否认方。",
  columns: {
    paths: "路径",
    link: "双方",
    tie: "关系",
    evidence: "依据",
    reportedBy: "报道方",
    deniedBy: "否认方",
  },
  kinds: {
    interest: "所有权或权利",
    office: "职务",
    membership: "成员身份",
    association: "往来",
    family: "亲属",
  },
  nobody: "记录中无人",
  furtherPaths: (n) => `另有 ${n} 条路径，逐个环节见下表。`,
  unknown: "我们不知道的",
  gap: {
    "no-tie": (names) => `${names}的任何关系：没有陈述把它与任何一方联系起来。`,
    "no-path": (names, n) => `${names}之间不超过 ${n} 个环节的路径：记录中没有。这不证明不存在。`,
    "cut-near": (names, n) => `超过 ${n} 个环节的路径：${names}附近的关系太多，无法全部查看。`,
    "cut-off": (names) => `${names}的其他路径：可能的走法太多，无法全部查看。所列为最强的。`,
    undated: (names) => `关系存在的时间：来源没有给出日期（${names}）。`,
  },
  method: "方法",
  methodText: (day, past, family) =>
    `路径的强度取决于其最弱环节的证据；强度相同时，较短的在前。${past ? `计入截至${day}的关系，包括已结束的。` : `只计入${day}存在或可能存在的关系。`}${family ? "计入有公开记录的亲属关系。" : "不计亲属关系。"}关系只是有人如此报道；路径不表示有人据此行事。`,
};
