import type { Lang } from "../ask/answer.ts";

/** What is said of two dossiers held against each other. */
export interface BetweenWords {
  readonly same: string;
  readonly asked: Readonly<Record<"asOf" | "known" | "carry", string>>;
  readonly none: string;
  readonly turned: (what: string, before: string, now: string) => string;
  readonly statements: (added: number, missing: number, changed: number) => string;
  readonly added: (id: string) => string;
  readonly missing: (id: string) => string;
  readonly changed: (id: string) => string;
  readonly answer: (question: string) => string;
  readonly before: (text: string) => string;
  readonly now: (text: string) => string;
  readonly fresh: string;
  readonly figure: (where: string, before: string, now: string) => string;
  readonly revised: string;
  readonly because: (ids: readonly string[]) => string;
  readonly together: string;
  readonly untried: string;
}

const EN: BetweenWords = {
  same: "The two dossiers find the same.",
  asked: { asOf: "the day", known: "known as of", carry: "days carried" },
  none: "not set",
  turned: (what, before, now) => `Asked otherwise: ${what} was ${before}, is ${now}.`,
  statements: (a, m, c) =>
    `Statements carried: ${a} added, ${m} no longer there, ${c} saying something else.`,
  added: (id) => `  + ${id}`,
  missing: (id) => `  - ${id}`,
  changed: (id) => `  ~ ${id}`,
  answer: (question) => `${question} finds something else:`,
  before: (text) => `  before: ${text}`,
  now: (text) => `  now:    ${text}`,
  fresh: "  it was not asked before",
  figure: (where, before, now) => `  ${where}: ${before} → ${now}`,
  revised: "  the question itself was revised in between",
  because: (ids) => `  each of these alone changes it: ${ids.join(", ")}`,
  together: "  no single statement alone changes it: several together do, or what was asked",
  untried: "  too many statements differ to try each alone",
};

const ZH: BetweenWords = {
  same: "两份卷宗结论相同。",
  asked: { asOf: "日期", known: "所知截至", carry: "沿用天数" },
  none: "未设",
  turned: (what, before, now) => `提问不同：${what}原为 ${before}，现为 ${now}。`,
  statements: (a, m, c) => `所附陈述：新增 ${a} 条，不再有 ${m} 条，内容改变 ${c} 条。`,
  added: (id) => `  + ${id}`,
  missing: (id) => `  - ${id}`,
  changed: (id) => `  ~ ${id}`,
  answer: (question) => `${question} 的结论不同：`,
  before: (text) => `  原：${text}`,
  now: (text) => `  今：${text}`,
  fresh: "  原先未问",
  figure: (where, before, now) => `  ${where}：${before} → ${now}`,
  revised: "  其间该问题的方法有修订",
  because: (ids) => `  以下每一条单独即可使之改变：${ids.join("、")}`,
  together: "  没有任何一条单独使之改变：须几条合起来，或因提问不同",
  untried: "  不同的陈述过多，未逐条试算",
};

export const betweenWords = (lang: Lang): BetweenWords => (lang === "zh" ? ZH : EN);
