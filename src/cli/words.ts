import type { Lang } from "../ask/answer.ts";

/** The words a terminal needs besides what an answer says. */
export interface CliWords {
  readonly sources: string;
  readonly below: string;
  readonly elsewhere: string;
  readonly again: string;
  readonly nothing: string;
  readonly since: (day: string) => string;
  readonly proof: string;
  /** Between a name and what is said of it. */
  readonly colon: string;
}

const EN: CliWords = {
  sources: "Sources",
  below: "And what it holds:",
  elsewhere: "Also on record:",
  again: "(see above)",
  nothing: "Nothing is known.",
  since: (day) => `since ${day}`,
  proof: "carries the proof",
  colon: ": ",
};

const ZH: CliWords = {
  sources: "来源",
  below: "以及它所持有的：",
  elsewhere: "记录在案的还有：",
  again: "（见上）",
  nothing: "不详。",
  since: (day) => `${day}起`,
  proof: "论证所经之路",
  colon: "：",
};

export const cliWords = (lang: Lang): CliWords => (lang === "zh" ? ZH : EN);
