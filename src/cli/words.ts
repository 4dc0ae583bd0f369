import type { Lang } from "../ask/answer.ts";

/** The words a terminal needs besides what an answer says. */
export interface CliWords {
  readonly sources: string;
  readonly below: string;
  readonly elsewhere: string;
  readonly again: string;
  readonly nothing: string;
  readonly asOf: string;
  readonly knownAsOf: string;
}

const EN: CliWords = {
  sources: "Sources",
  below: "And what it holds:",
  elsewhere: "Also on record:",
  again: "(see above)",
  nothing: "Nothing is known.",
  asOf: "as of",
  knownAsOf: "known as of",
};

const ZH: CliWords = {
  sources: "来源",
  below: "以及它所持有的：",
  elsewhere: "记录在案的还有：",
  again: "（见上）",
  nothing: "不详。",
  asOf: "截至",
  knownAsOf: "以此日已知为限",
};

export const cliWords = (lang: Lang): CliWords => (lang === "zh" ? ZH : EN);
