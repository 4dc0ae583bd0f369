import type { ExplanationWords } from "./words.ts";

/** Chinese. */
export const zh: ExplanationWords = {
  matrix: (set) => `证据与各种解释的对照（${set}）`,
  matrixCaption:
    "CC、C：若该解释成立，正应如此；I、II：若成立则不应如此；N：两可；NA：与之无关。每格均附理由。",
  same: (item) => `（与${item}同一来源）`,
  cell: (rater, reason, credibility, relevance) =>
    [rater, reason.replace(/[.。]$/, ""), `可信度${credibility}，相关度${relevance}`]
      .filter((each) => each !== "")
      .join("；"),
  level: { low: "低", medium: "中", high: "高" },
  bars: (name) => `在可能被反驳的解释中，不利证据最少的是${name}`,
  barsNone: "对每种解释不利的证据",
  barsCaption: (raters) =>
    `加权不一致度：评为I（1）和II（2）的，乘以可信度与相关度（各1至3），同一来源只算一次。评定人：${raters}。括号内：评定了多少个来源。`,
  rated: (rated, of) => `${rated}/${of}`,
  barAlt: (name, value) => `${name}：${value}`,
  table: "各种解释",
  tableCaption: "对一种解释不利的证据有多少，并不说明它有多大可能成立。",
  columns: ["解释", "不利证据", "权重相同时", "已评定", "读时注意"],
  wide: "已评定的证据无一对它不利：它可能宽泛得无从反驳。这不是它的优点。",
  least: "在所比较者中不利证据最少",
  unrated: "完全没有评定",
  aheadOf: (names) => `无论权重如何，没有一个来源对它比对${names}更不利`,
  origins: "哪些证据能区分各种解释，结论系于何处",
  originsCaption:
    "与所有解释同样相符的来源，无论多么真实，都不能区分它们（0）。若某来源不成立，或某一格评定相反，右栏说明会有何变化。",
  originColumns: ["证据（按来源）", "区分度", "若它有误"],
  without: "去掉它，不利证据最少的就是别的解释",
  reorders: "去掉它，有两种解释互换位置",
  reversed: (names) => `若对${names}的评定相反，不利证据最少的就是别的解释`,
  nothing: "结论不变",
  reading: "这张表说明什么、不说明什么",
  told: (items, origins, explanations, raters) =>
    `${raters}按${explanations}种解释评定了${items}项证据，出自${origins}个来源。同一来源的各项算作一项。`,
  wideOnes: (names) => `没有证据对${names}不利。无从反驳的解释并不因此更强，故不参与比较。`,
  leastAgainst: (names, value, telling, of) =>
    `其余解释中，不利证据最少的是${names}（${value}）。在此少受反驳并不等于为真：${of}个来源中，对它有所说明的只有${telling}个。`,
  coverage: (rated, of, telling) => `${of}个中评定${rated}个，有所说明的${telling}个`,
  alike: (names) => `若权重相同，不利证据最少的是${names}：权重有影响。`,
  alikeSame: "若权重相同，不利证据最少的仍是它。",
  hangs: (names) => `结论系于个别来源：若出自${names}的有误，不利证据最少的就是别的解释。`,
  stable: "去掉任何一个来源，不利证据最少的解释都不变。",
  cells: (count) =>
    count === 0 ? "任何一格评定相反，也都不变。" : `有${count}格若评定相反，不利证据最少的就是别的解释。`,
  tells: (names) => `最能区分各种解释的是${names}。`,
  agreement: (alpha, nominal, cells) =>
    `各评定人的一致程度：Krippendorff α = ${alpha}，共${cells}格（按次序；若只算完全相同的评定，为${nominal}）。1为完全一致，0为偶然水平。`,
  noAgreement: {
    "one-rater": "只有一人评定：他人是否同意，不得而知。",
    "no-cell-twice": "没有一格由两人评定：是否一致，不得而知。",
    "one-rating": "所有评定人自始至终只给出同一评定：无法判断是否超出偶然。",
  },
  ranked: (order) => `各种解释互相排斥，评定数目相近。不利证据由少到多：${order}。`,
  notRanked: {
    "not-exclusive": "不作排名：它们并不互相排斥，可以同时成立。",
    coverage: "不作排名：有的解释评定过的来源远少于其他。",
    unfalsifiable: "不作排名：其中有一种，没有或不可能有不利的评定。",
    "too-few": "不足两种解释，无从比较。",
  },
  end: "由此得不出任何概率。",
  howInconsistency: "各来源最不利的评定乘以权重之和，取各评定人的平均",
  howUnweighted: "同上，权重均为1",
  howDiagnosticity: "它对两种解释有利或不利程度之差的平均",
  nobody: "无人",
  equals: "和",
  next: "，其次",
};
