import type { Lang } from "../../../ask/answer.ts";

/** The sentences of laws side by side. Names and figures come in as text already. */
export interface LawWords {
  readonly sideBySide: (subject: string) => string;
  readonly caption: string;
  readonly party: string;
  readonly verdict: string;
  /** `parties`: what each kind is called, with those who are. */
  readonly met: (law: string, parties: readonly [string, string][], subject: string, day: string) => string;
  /** The subject is on the list the law is about. */
  readonly listed: (law: string, subject: string, day: string) => string;
  readonly together: (others: string) => string;
  readonly nobody: (law: string, called: string, subject: string, day: string) => string;
  readonly notKnown: (law: string, called: string, subject: string, day: string) => string;
  readonly possible: (parties: string) => string;
  readonly hypothetical: string;
  /** The first and the last day the law applies; empty where it has none. */
  readonly hypotheticalNote: (from: string, to: string) => string;
  readonly verdicts: Readonly<Record<"controlled" | "no controller on record" | "not known", string>>;
  /** The same in a word. */
  readonly answers: Readonly<Record<"controlled" | "no controller on record" | "not known", string>>;
  readonly certain: string;
  readonly possibly: string;
  readonly not: string;
  readonly itself: string;
  /** Controls the subject and is controlled itself, so that an answer names another. */
  readonly between: string;
  readonly betweenReason: Readonly<Record<"certain" | "possible", string>>;
  readonly stands: string;
  readonly behind: (through: string) => string;
  readonly behindTitle: string;
  readonly behindSentence: (party: string, through: string) => string;
  readonly has: (share: string) => string;
  /** With what the proof can do without. */
  readonly hasInAll: (share: string) => string;
  readonly own: (company: string, share: string, right: string) => string;
  readonly band: (band: string) => string;
  readonly why: (law: string, party: string) => string;
  readonly soIs: (party: string, basis: string) => string;
  readonly soMayBe: (party: string, basis: string) => string;
  readonly parties: (law: string) => string;
  readonly history: (law: string, subject: string) => string;
  /** The day from which on the law applies, and the history is told. */
  readonly historyFrom: (day: string) => string;
  readonly basis: string;
  readonly counted: string;
  readonly countedHow: string;
  readonly statute: (statute: string, version: string) => string;
  readonly list: (parties: string, date: string) => string;
  readonly advice: string;
  /** Between things of one kind, and between those that have commas in them. */
  readonly comma: string;
  readonly semicolon: string;
  readonly method: (notes: string, law: string) => string;
}

const EN: LawWords = {
  sideBySide: (s) => `The same facts under each law: ${s}`,
  caption:
    "One column a law. Filled: it follows from the record. Broken line: the record does not rule it out. Hypothetical: the law does not apply on this day.",
  party: "Party",
  verdict: "Answer",
  met: (law, parties, subject, day) =>
    `Under ${law}, as of ${day}, ${parties.map(([called, who]) => `${called} of ${subject}: ${who}`).join("; ")}. It follows from the record.`,
  listed: (law, subject, day) => `Under ${law}, as of ${day}, ${subject} is itself on the list.`,
  together: (others) => `together with ${others}`,
  nobody: (law, called, subject, day) =>
    `Under ${law}, as of ${day}, no one on record counts as ${called} of ${subject}, and no unnamed holder alone could.`,
  notKnown: (law, called, subject, day) =>
    `Under ${law}, as of ${day}, who counts as ${called} of ${subject} is not known from the record.`,
  possible: (parties) => ` Possible, as the record does not rule it out: ${parties}.`,
  hypothetical: "hypothetical",
  hypotheticalNote: (from, to) =>
    `The law applies ${[from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(" ")}; for this day the answer is hypothetical.`,
  verdicts: {
    controlled: "somebody, for certain",
    "no controller on record": "no one",
    "not known": "not known",
  },
  answers: { controlled: "somebody", "no controller on record": "none on record", "not known": "not known" },
  certain: "certain",
  possibly: "possible",
  not: "–",
  itself: "is itself on the list",
  between: "between",
  betweenReason: {
    certain: "controls it, with another controller above",
    possible: "may control it, with another controller above",
  },
  stands: "behind",
  behind: (through) => `behind ${through}`,
  behindTitle: "Behind the entities at which the law stops",
  behindSentence: (party, through) =>
    `${party} stands behind ${through}: named in its place is whoever keeps a register of its own.`,
  has: (share) => `has ${share}`,
  hasInAll: (share) => `has ${share} in all`,
  own: (c, share, right) => `${c} holds ${share} of its own ${right}, which count for nobody.`,
  band: (band) => `band: ${band}`,
  why: (law, party) => `Why, under ${law}: ${party}`,
  soIs: (party, basis) => `So ${party} counts as ${basis}.`,
  soMayBe: (party, basis) => `So the record does not rule out that ${party} counts as ${basis}.`,
  parties: (law) => `Who comes under ${law}`,
  history: (law, s) => `Under ${law}, over time: ${s}`,
  historyFrom: (day) => ` From ${day} on, when the law began to apply.`,
  basis: "On what basis",
  counted: "What the law counts",
  countedHow: "as the rule counts it: multiplied, added or neither",
  statute: (statute, version) => `${statute}. Version: ${version}.`,
  list: (parties, date) =>
    `The list given${date === "" ? ", without a date" : `, as of ${date}`}: ${parties}.`,
  advice: "Not legal advice.",
  comma: ", ",
  semicolon: "; ",
  method: (notes, law) => `${notes}, under ${law}`,
};

const ZH: LawWords = {
  sideBySide: (s) => `${s}：同样的事实，逐一适用各项规则`,
  caption: "每栏一项规则。实底：据记录可以确定；虚线：记录不能排除。“假设适用”：该规则在这一天并不适用。",
  party: "当事方",
  verdict: "结论",
  met: (law, parties, subject, day) =>
    `按“${law}”，${day}，${parties.map(([called, who]) => `${subject}的${called}为：${who}`).join("；")}。据现有记录可以确定。`,
  listed: (law, subject, day) => `按“${law}”，${day}，${subject}本身在名单上。`,
  together: (others) => `与${others}共同`,
  nobody: (law, called, subject, day) =>
    `按“${law}”，${day}，记录在案的各方中无人是${subject}的${called}，未具名的持有人单独也不可能是。`,
  notKnown: (law, called, subject, day) =>
    `按“${law}”，${day}，谁是${subject}的${called}，现有记录不足以说明。`,
  possible: (parties) => `记录不能排除、因而有可能的是：${parties}。`,
  hypothetical: "假设适用",
  hypotheticalNote: (from, to) =>
    `该规则${from && `自${from}起`}适用${to && `至${to}为止`}；就这一天而言，结论仅为假设。`,
  verdicts: { controlled: "有，可以确定", "no controller on record": "无", "not known": "不详" },
  answers: { controlled: "有", "no controller on record": "记录中无", "not known": "不详" },
  certain: "可以确定",
  possibly: "有可能",
  not: "–",
  itself: "自身即在名单上",
  between: "居间",
  betweenReason: { certain: "控制它，其上另有控制方", possible: "可能控制它，其上另有控制方" },
  stands: "在后",
  behind: (through) => `在${through}之后`,
  behindTitle: "规则止步之处的背后",
  behindSentence: (party, through) => `${party}在${through}之后；后者自有登记册，故以其代之。`,
  has: (share) => `持有${share}`,
  hasInAll: (share) => `合计持有${share}`,
  own: (c, share, right) => `${c}持有自身${share}的${right}，不计入任何人名下。`,
  band: (band) => `区间：${band}`,
  why: (law, party) => `${party}：按“${law}”的理由`,
  soIs: (party, basis) => `因此${party}是${basis}。`,
  soMayBe: (party, basis) => `因此，现有记录不能排除${party}是${basis}。`,
  parties: (law) => `按“${law}”所涉各方`,
  history: (law, s) => `${s}：历来按“${law}”的情况`,
  historyFrom: (day) => `自 ${day}（该规则开始适用之日）起。`,
  basis: "依据",
  counted: "规则所计",
  countedHow: "按规则的算法：相乘、相加，或两者皆否",
  statute: (statute, version) => `${statute}。版本：${version}。`,
  list: (parties, date) => `所给名单${date === "" ? "（未注明日期）" : `（截至 ${date}）`}：${parties}。`,
  advice: "不构成法律意见。",
  comma: "，",
  semicolon: "；",
  method: (notes, law) => `${notes}：${law}`,
};

export const lawWords = (lang: Lang): LawWords => (lang === "zh" ? ZH : EN);

type GapWords = Readonly<
  Record<string, (n: string, more: string, company: string, holder: string) => string>
>;

/** What laws leave open, as sentences. */
export const LAW_GAPS: Readonly<Record<Lang, GapWords>> = {
  en: {
    "no-list": (n) =>
      `Whether persons on a list own ${n}: no list was given (List and its date; on the command line --list and --list-date).`,
    "list-undated": () =>
      "Which day the list is as of: its date was not given (on the command line --list-date).",
    "law-elsewhere": (n, laws) =>
      `Whether every law asked applies to ${n} at all: where the record has it is outside the reach of ${laws}.`,
    "law-kind": (n) =>
      `What ${n} is: no source says, and a rule met here is about persons and the like only, not about any company.`,
    "law-unnamed": (n) =>
      `Whether somebody not on record meets one of the rules: what no holder is named for, in ${n} or above it, may be enough.`,
    "law-ring": (_n, _m, party, company) =>
      `The share of ${party} in ${company}, multiplied along chains: companies own all of each other in a ring.`,
  },
  zh: {
    "no-list": (n) =>
      `名单上的人是否拥有${n}：没有给出名单（“名单”及其日期；命令行为 --list 与 --list-date）。`,
    "list-undated": () => "名单截至何日：没有给出日期（命令行为 --list-date）。",
    "law-elsewhere": (n, laws) =>
      `所问的各项规则是否都适用于${n}：据记录，其所在地不在以下规则的适用范围内：${laws}。`,
    "law-kind": (n) => `${n}是什么：没有来源说明，而所涉规则只针对个人等，不针对一般公司。`,
    "law-unnamed": (n) =>
      `是否有未记录在案者适用其中某项规则：${n}或其上层中没有具名持有人的部分可能足以达到。`,
    "law-ring": (_n, _m, party, company) =>
      `${party}沿持股链相乘后在${company}的份额：公司之间循环全资持有。`,
  },
};
