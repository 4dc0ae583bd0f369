import type { Lang } from "../ask/answer.ts";

/** The words of a dossier besides what its answers say. */
export interface DossierWords {
  readonly kicker: string;
  readonly asOf: string;
  readonly knownAsOf: (day: string) => string;
  readonly fromCase: string;
  readonly summary: string;
  readonly named: string;
  readonly name: string;
  readonly otherNames: string;
  readonly kind: string;
  readonly id: string;
  readonly sources: string;
  readonly sourcesLead: string;
  readonly repeats: string;
  readonly archived: string;
  readonly interested: string;
  readonly bytes: string;
  readonly licence: string;
  readonly statements: string;
  readonly statementsLead: string;
  readonly says: string;
  readonly when: string;
  readonly source: string;
  readonly place: string;
  readonly method: string;
  readonly methodText: readonly string[];
  readonly question: string;
  readonly revision: string;
  readonly program: string;
  readonly engine: string;
  readonly data: string;
  readonly page: string;
  readonly status: Readonly<Record<string, string>>;
}

const EN: DossierWords = {
  kicker: "Dossier",
  asOf: "As of",
  knownAsOf: (day) => `known as of ${day}`,
  fromCase: "Case",
  summary: "In short",
  named: "Who and what is named",
  name: "Name",
  otherNames: "Other names",
  kind: "What it is",
  id: "Id in the case",
  sources: "Sources",
  sourcesLead: "The numbers in square brackets lead here.",
  repeats: "repeats source",
  archived: "archived at",
  interested: "speaks for",
  bytes: "SHA-256 of the bytes read",
  licence: "licence",
  statements: "Statements",
  statementsLead:
    "What the sources say, one statement a row, as the case holds it. A statement is not a fact.",
  says: "What is said",
  when: "When",
  source: "Source",
  place: "Place in it",
  method: "How this was worked out",
  methodText: [
    "Everything here is computed from the statements listed above and from nothing else. Ranges stay ranges; where sources disagree, the range covers all of them. What is not known is said to be not known; it is never counted as nothing.",
    "“Follows from the record” means: true for every reading of the statements. “Possible” means: the record does not rule it out. The answers are also in this file as data (JSON), with every statement they rest on.",
    "This is no legal advice.",
  ],
  question: "Question",
  revision: "revision",
  program: "Program",
  engine: "Engine",
  data: "Digest of the data",
  page: "Page",
  status: { superseded: "superseded", withdrawn: "withdrawn", redacted: "redacted" },
};

const ZH: DossierWords = {
  kicker: "卷宗",
  asOf: "截至",
  knownAsOf: (day) => `以${day}已知的记录为限`,
  fromCase: "案卷",
  summary: "要点",
  named: "涉及的个人与机构",
  name: "名称",
  otherNames: "其他名称",
  kind: "类别",
  id: "案卷编号",
  sources: "来源",
  sourcesLead: "方括号中的数字指向此处。",
  repeats: "转述自来源",
  archived: "存档于",
  interested: "立场所属",
  bytes: "所读文件的 SHA-256",
  licence: "许可",
  statements: "陈述",
  statementsLead: "各来源所述，一行一条，与案卷所存一致。陈述不等于事实。",
  says: "内容",
  when: "时间",
  source: "来源",
  place: "出处",
  method: "如何得出",
  methodText: [
    "本卷宗的一切结论只由上列陈述计算得出，别无依据。区间始终保持为区间；来源不一致时，区间涵盖所有说法。不知道的就写明不知道，绝不当作零。",
    "“据现有记录可以确定”是指：无论怎样解读这些陈述都成立。“有可能”是指：现有记录不能排除。各项答案连同其依据的全部陈述，也以数据（JSON）形式存于本文件之中。",
    "本文件不构成法律意见。",
  ],
  question: "问题",
  revision: "修订版",
  program: "程序",
  engine: "引擎",
  data: "数据摘要",
  page: "页",
  status: { superseded: "已被取代", withdrawn: "已撤回", redacted: "已遮蔽" },
};

export const dossierWords = (lang: Lang): DossierWords => (lang === "zh" ? ZH : EN);
