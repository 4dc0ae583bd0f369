import type { Lang } from "../ask/answer.ts";

/** What the commands say that show what a case holds and what came in. */
export interface LookWords {
  readonly foundHeads: readonly string[];
  readonly statementHeads: readonly string[];
  readonly sourceHeads: readonly string[];
  readonly importHeads: readonly string[];
  readonly rejectHeads: readonly string[];
  readonly suggestionHeads: readonly string[];
  readonly fieldHeads: readonly string[];
  readonly fields: Readonly<Record<Field, string>>;
  /** `near`: what is called much the same. */
  readonly nothingCalled: (text: string, near: readonly string[]) => string;
  readonly nothingNames: (entity: string) => string;
  readonly nothingRests: (source: string) => string;
  readonly noSource: string;
  readonly noImport: string;
  readonly noReject: (n: number) => string;
  readonly noSuggestion: string;
  readonly archived: (url: string) => string;
  readonly repeats: (source: string) => string;
  readonly withdrawn: (on: string, statements: number, why: string) => string;
  /** How a statement stands, with the day and the reason where it is withdrawn. */
  readonly status: Readonly<Record<"active" | "superseded" | "withdrawn" | "redacted", string>>;
}

/** What is told of one statement, besides the columns of its kind. */
export type Field =
  | ("id" | "kind" | "status" | "why" | "says" | "subject" | "object" | "from" | "to" | "basis" | "stated")
  | ("quote" | "dispute" | "note" | "denied" | "denies" | "source" | "place" | "address" | "archived")
  | ("repeats" | "interested");

const EN: LookWords = {
  foundHeads: ["id", "name", "kind", "jurisdiction", "other names"],
  statementHeads: ["id", "what is said", "when", "source", "status"],
  sourceHeads: ["id", "title", "publisher", "published", "statements", "withdrawn"],
  importHeads: [
    ...["n", "name", "at", "format", "entities", "sources", "statements", "set aside", "undone", "sha256"],
  ],
  rejectHeads: ["file", "row", "code", "why"],
  suggestionHeads: ["statement", "what is said", "suggested for"],
  fieldHeads: ["field", "value"],
  fields: {
    id: "id",
    kind: "kind of statement",
    status: "status",
    why: "withdrawn",
    says: "what is said",
    subject: "subject",
    object: "object",
    from: "from",
    to: "to",
    basis: "basis",
    stated: "stated on",
    quote: "quote",
    dispute: "dispute",
    note: "note",
    denied: "denied",
    denies: "denies",
    source: "source",
    place: "place in it",
    address: "address",
    archived: "archived at",
    repeats: "repeats",
    interested: "speaks for",
  },
  nothingCalled: (text, near) =>
    `nothing is called "${text}" in this case${near.length === 0 ? "" : `; did you mean ${near.join(", or ")}?`}`,
  nothingNames: (entity) => `no statement names ${entity}`,
  nothingRests: (source) => `no statement rests on ${source}`,
  noSource: "there is no source in this case",
  noImport: "nothing came in yet: armslength import PATH",
  noReject: (n) => `import ${n} set no row aside`,
  noSuggestion: "nothing in the case names what it names or shares its words",
  archived: (url) => `archived at ${url}`,
  repeats: (source) => `repeats ${source}`,
  withdrawn: (on, statements, why) => `withdrawn ${on} (${statements}): ${why}`,
  status: { active: "active", superseded: "superseded", withdrawn: "withdrawn", redacted: "redacted" },
};

const ZH: LookWords = {
  foundHeads: ["编号", "名称", "类别", "辖区", "其他名称"],
  statementHeads: ["编号", "内容", "时间", "来源", "状态"],
  sourceHeads: ["编号", "标题", "出版者", "发布日期", "陈述数", "已撤回"],
  importHeads: ["编号", "名称", "时间", "格式", "实体", "来源", "陈述", "搁置", "撤销", "sha256"],
  rejectHeads: ["文件", "行", "代码", "原因"],
  suggestionHeads: ["陈述", "内容", "建议理由"],
  fieldHeads: ["项目", "内容"],
  fields: {
    id: "编号",
    kind: "陈述种类",
    status: "状态",
    why: "撤回",
    says: "内容",
    subject: "主体",
    object: "对方",
    from: "起",
    to: "止",
    basis: "时效",
    stated: "陈述日期",
    quote: "原文",
    dispute: "争议",
    note: "附注",
    denied: "否认",
    denies: "所否认的陈述",
    source: "来源",
    place: "出处",
    address: "网址",
    archived: "存档",
    repeats: "转述自",
    interested: "立场所属",
  },
  nothingCalled: (text, near) =>
    `本案卷中没有名为“${text}”的对象${near.length === 0 ? "" : `；您是否要找：${near.join("；")}`}`,
  nothingNames: (entity) => `没有陈述提到${entity}`,
  nothingRests: (source) => `没有陈述以${source}为据`,
  noSource: "本案卷中没有来源",
  noImport: "尚未导入任何内容：armslength import 路径",
  noReject: (n) => `第 ${n} 次导入没有搁置任何行`,
  noSuggestion: "本案卷中没有提到同一对象或用词相同的陈述",
  archived: (url) => `存档于 ${url}`,
  repeats: (source) => `转述自 ${source}`,
  withdrawn: (on, statements, why) => `${on} 撤回（${statements} 条）：${why}`,
  status: { active: "有效", superseded: "已被取代", withdrawn: "已撤回", redacted: "已删除内容" },
};

export const lookWords = (lang: Lang): LookWords => (lang === "zh" ? ZH : EN);
