import { claimKinds } from "../../ask/say/claim-kinds.ts";
import type { ClaimsWords } from "./words.ts";

const origins = (count: number) => (count === 1 ? "一个来源" : `至多${count}个独立来源`);

const STANDING: ClaimsWords["standing"] = {
  supported: "有据",
  contested: "有争议",
  contradicted: "与记录相反",
  unsupported: "无据",
  "not checkable": "无法核查",
};

/** Chinese. */
export const zh: ClaimsWords = {
  standing: STANDING,
  kind: claimKinds.zh,
  rule: {
    opinion: () => "这是意见：没有什么能证明或推翻它。所附陈述照列，但不作判断依据。",
    "motive-unstated": () => "这是动机，所附陈述都没有说明动机为何。",
    "still-open": () => "这是预测，到所问日期为止，所附陈述都还没有应验：尚无定论。",
    shown: (pro) => `由${origins(pro)}证明；没有算数的反面陈述。`,
    "view-reported": (pro) =>
      `作为对看法的转述，有据：${origins(pro)}表明确有此看法。看法是否正确是另一个问题。`,
    "borne-out": (pro) => `已由后来的事应验，依据${origins(pro)}；没有算数的反面陈述。`,
    "both-sides": (pro, con) => `两方面都有算数的陈述：支持的有${origins(pro)}，反对的有${origins(con)}。`,
    "figure-differs": () => "按所附陈述重算，其数字不同。",
    "only-against": (_, con) => `只有反面陈述算数：${origins(con)}。`,
    "part-only": (pro) => `其中一部分由${origins(pro)}证明；没有所附陈述能证明全部。没有算数的反面陈述。`,
    "part-denied": (_, con) => `没有算数的支持陈述，其中一部分被${origins(con)}否认。`,
    "anonymous-only": () => "只有未具名者这样说。关于个人的不当行为或动机，这不足以算作有据。",
    "one-origin": () => "只有一个来源得出此推断：那是它的看法，还不算有据。",
    "indirect-only": () => "所附陈述与之相符，但不能证明它。",
    "denied-only": () => "没有支持它的陈述。仅有利害关系方的否认，并不使它与记录相反。",
    nothing: () => "没有所附陈述支持它。这不等于它是假的。",
  },
  headline: (count, title, parts) => `《${title}》的${count}个说法中，${parts.join("，")}。`,
  part: (count, standing) => `${count}个${STANDING[standing]}`,
  one: (claim, standing) => `说法${claim}：${STANDING[standing]}。`,
  noClaims: (title) => `《${title}》在这一天没有有效的说法。`,
  board: "逐条核查",
  boardCaption: "状态由所附陈述算出；来源数为上限，同一报道的转载只算一次。",
  place: (place, kind) => [place, kind].filter((each) => each !== "").join(" · "),
  nobody: "所附陈述都不算数。",
  nothing: "没有附上任何陈述。",
  briefFor: (count) => `支持（${count === 1 ? "1个来源" : `至多${count}个来源`}）`,
  briefAgainst: (count) => `反对（${count === 1 ? "1个来源" : `至多${count}个来源`}）`,
  briefDenied: "否认者",
  briefOther: "所附支持陈述的否认者",
  colon: "：",
  stop: "。",
  comma: "、",
  more: (count) => `等另外${count}家`,
  sides: { for: "支持", against: "反对", context: "既不支持也不反对", denied: "否认" },
  not: {
    indirect: "没有证明该说法本身",
    denial: "当事方自己的否认",
    later: "晚于所问日期",
    earlier: "早于该文本",
    "same-text": "就是该文本，或重复它",
  },
  doesNot: (reason) => `不算数：${reason}`,
  partOf: "只及该说法的一部分",
  relays: (origin) => `转自${origin}`,
  also: (others) => `另见${others}`,
  unnamed: "引述未具名者",
  interested: (name) => `有利害关系：属${name}一方`,
  words: (name) => `${name}的话`,
  bracket: (inside) => `（${inside.join("；")}）`,
  denies: (text, of) =>
    `${text === "" ? "否认" : `：${text.replace(/[.。]$/, "")}`}${of === "" ? "。" : `（针对${of}）。`}`,
  record: (kind, subject, object) =>
    [`记录（${kind}）`, [object, subject].filter((each) => each !== "").join(" → ")]
      .filter((each) => each !== "")
      .join("："),
  guarded: "它指称个人有不当行为：仅凭未具名者不足以算作有据。",
  onlyInterested: "所有算数的支持都来自有利害关系的来源或当事方自己。",
  onlyAnonymous: "所有算数的支持都来自未具名者。",
  didNot: (count, reason) => `有${count}条所附陈述不算数：${reason}。`,
  note: (text) => `本案附注：${text}`,
  recomputed: (published, of) => `${published}（${of}），重算`,
  how: (expression, exact, stands) =>
    `${expression} = ${exact}（精确值）；公布的数字${stands ? "按其取整成立" : "与此不同"}`,
  differs: (value, published) => `重算为${value}，与公布的${published}不同。`,
  unknown: "尚不清楚的",
  gone: (what) => `${what}：已附上但不算数，因为已撤回、当日尚未说出，或不在本案中。`,
  notRecomputed: (what, why) => `${what}：无法重算（${why}）。`,
  method: "如何得出",
  methodText:
    "按固定规则，根据所附陈述判定每个说法：有据、有争议、与记录相反、无据或无法核查。同一报道的转载，以及同一控制者之下的出版者，算一个来源。利害关系方的否认必定列出，但单凭它不改变判定。仅凭未具名者，绝不足以使关于在世者不当行为的说法成为有据。无据不等于虚假。",
};
