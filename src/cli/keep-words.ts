import type { Lang } from "../ask/answer.ts";
import type { Event } from "../store/log.ts";

/** What is done to statements that rest on nothing any more, or rest again. */
export type Turn = "withdrawn" | "restored" | "redacted";

/** What the commands say that keep, take back and destroy. */
export interface KeepWords {
  readonly noteHeads: readonly string[];
  readonly noNote: string;
  readonly added: (n: number, id: string) => string;
  readonly deleted: (n: number) => string;
  readonly logHeads: readonly string[];
  readonly events: Readonly<Record<Event, string>>;
  readonly nothingDone: string;
  readonly withdrawalHeads: readonly string[];
  readonly nothingWithdrawn: string;
  readonly turned: (turn: Turn, id: string) => string;
  readonly wouldBe: (turn: Turn, id: string) => string;
  readonly same: (finding: string) => string;
  readonly before: (finding: string) => string;
  readonly now: (finding: string) => string;
  readonly noAnswer: string;
  readonly tooMany: string;
  readonly change: (answers: number, day: string) => string;
  readonly rest: (answers: number, day: string) => string;
  readonly dossiers: (n: number) => string;
  readonly dossier: (on: string, subject: string, asOf: string, file: string, sha256: string) => string;
  readonly unchanged: string;
}

const s = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const EN: KeepWords = {
  noteHeads: ["n", "on", "about", "text"],
  noNote: "there is no note yet: armslength note ABOUT TEXT",
  added: (n, id) => `note ${n} on ${id}`,
  deleted: (n) => `note ${n} is deleted`,
  logHeads: ["n", "at", "what", "about", "data", "digest"],
  events: {
    imported: "imported",
    undone: "undone",
    withdrawn: "withdrawn",
    restored: "restored",
    redacted: "redacted",
    dossier: "dossier",
    "reply sought": "reply sought",
    "reply received": "reply received",
    "reply undone": "reply undone",
  },
  nothingDone: "nothing was done to this case yet",
  withdrawalHeads: ["at", "why", "statements", "sources", "taken back"],
  nothingWithdrawn: "nothing was withdrawn",
  turned: (turn, id) => `${turn}: ${id}`,
  wouldBe: (turn, id) => `would be ${turn}: ${id}`,
  same: (finding) => `the same finding on other evidence: ${finding}`,
  before: (finding) => `before: ${finding}`,
  now: (finding) => `now:    ${finding}`,
  noAnswer: "no claim of it is on record to ask about",
  tooMany: "Too many answers may rest on it to list those that change.",
  change: (n, day) =>
    n === 0 ? `No answer as of ${day} changes.` : `${s(n, "answer changes", "answers change")} as of ${day}:`,
  rest: (n, day) =>
    n === 0
      ? `No answer as of ${day} rests on it.`
      : `${s(n, "answer rests", "answers rest")} on it as of ${day}:`,
  dossiers: (n) => `${s(n, "dossier rests", "dossiers rest")} on it:`,
  dossier: (on, subject, asOf, file, sha256) =>
    `${on} ${subject} as of ${asOf}${file === "" ? "" : ` (${file})`}, sha256:${sha256}`,
  unchanged: "Nothing was changed.",
};

const TURN_ZH: Readonly<Record<Turn, string>> = { withdrawn: "撤回", restored: "恢复", redacted: "删除内容" };
const ZH: KeepWords = {
  noteHeads: ["编号", "日期", "对象", "内容"],
  noNote: "尚无笔记：armslength note 对象 内容",
  added: (n, id) => `已记下第 ${n} 条笔记（${id}）`,
  deleted: (n) => `第 ${n} 条笔记已删除`,
  logHeads: ["编号", "时间", "事项", "对象", "数据", "摘要"],
  events: {
    imported: "导入",
    undone: "撤销导入",
    withdrawn: "撤回",
    restored: "恢复",
    redacted: "删除内容",
    dossier: "卷宗",
    "reply sought": "征询答复",
    "reply received": "收到答复",
    "reply undone": "撤销答复记录",
  },
  nothingDone: "本案卷尚无任何操作",
  withdrawalHeads: ["时间", "理由", "陈述", "来源", "恢复"],
  nothingWithdrawn: "没有撤回任何内容",
  turned: (turn, id) => `已${TURN_ZH[turn]}：${id}`,
  wouldBe: (turn, id) => `将${TURN_ZH[turn]}：${id}`,
  same: (finding) => `结论相同，依据不同：${finding}`,
  before: (finding) => `原：${finding}`,
  now: (finding) => `今：${finding}`,
  noAnswer: "没有记录在案的说法可问",
  tooMany: "可能受影响的答复过多，不逐一列出。",
  change: (n, day) => (n === 0 ? `截至 ${day} 没有答复改变。` : `截至 ${day} 有 ${n} 项答复改变：`),
  rest: (n, day) => (n === 0 ? `截至 ${day} 没有答复以此为据。` : `截至 ${day} 有 ${n} 项答复以此为据：`),
  dossiers: (n) => `有 ${n} 份卷宗以此为据：`,
  dossier: (on, subject, asOf, file, sha256) =>
    `${on} ${subject}，截至 ${asOf}${file === "" ? "" : `（${file}）`}，sha256:${sha256}`,
  unchanged: "未作任何改动。",
};

export const keepWords = (lang: Lang): KeepWords => (lang === "zh" ? ZH : EN);
