import type { Lang } from "../ask/answer.ts";

/** Words of the pages about what the user keeps and gives away: notes, dossiers before they leave, dossiers checked. */
export interface KeepWords {
  readonly notes: string;
  readonly notesLead: string;
  readonly note: string;
  readonly add: string;
  readonly remove: (text: string) => string;
  readonly nav: string;
  readonly verify: string;
  readonly verifyLead: string;
  readonly choose: string;
  readonly checking: string;
  readonly leaving: (name: string) => string;
  readonly leavingLead: string;
  readonly open: string;
  readonly openPdf: string;
  readonly statements: (all: number, unshown: number) => string;
  readonly unshown: string;
  readonly persons: (n: number, all: number) => string;
  readonly nobody: string;
  readonly sources: (n: number) => string;
  readonly not: string;
  readonly made: string;
  readonly sheet: Readonly<
    Record<
      | "link"
      | "answer"
      | "record"
      | "what"
      | "sought"
      | "received"
      | "party"
      | "on"
      | "until"
      | "how"
      | "text"
      | "keep",
      string
    >
  > & { readonly title: (text: string) => string };
}

const EN: KeepWords = {
  notes: "Your notes",
  notesLead: "Only for you: no evidence, in no answer, no export and no dossier.",
  note: "A note",
  add: "Keep the note",
  remove: (text) => `Delete the note “${text}”`,
  nav: "Verify",
  verify: "Verify a dossier",
  verifyLead:
    "A dossier carries the statements its figures rest on. Here every figure is computed again from them, and the page printed again. Nothing of this case is used, and the file does not leave this machine.",
  choose: "Choose a dossier",
  checking: "Computing every figure again …",
  leaving: (name) => `A dossier on ${name}`,
  leavingLead: "Before you hand it on: all of this leaves the machine with it.",
  open: "Open the dossier",
  openPdf: "As PDF",
  statements: (all, unshown) =>
    `${all} statements${unshown === 0 ? "" : `, ${unshown} of them not shown: they only bear on the answers`}`,
  unshown: "not shown",
  persons: (n, all) => `${n} ${n === 1 ? "person" : "persons"} by name, among ${all} entities`,
  nobody: "No person is named.",
  sources: (n) => `${n} sources`,
  not: "Not in it: your notes, the log, names and paths of files, and every other statement of the case.",
  made: "Preparing the dossier …",
  sheet: {
    title: (text) => `Before “${text}” is printed`,
    link: "What is alleged of whom, and what is open before it is printed",
    answer: "How each claim stands",
    record: "Record a step towards a reply",
    what: "What happened",
    sought: "A reply was sought",
    received: "A reply came",
    party: "Whose reply",
    on: "On which day",
    until: "Asked for by",
    how: "How it was sought",
    text: "The reply, in the words to be printed",
    keep: "Record it",
  },
};

const ZH: KeepWords = {
  notes: "您的笔记",
  notesLead: "仅供您自己使用：不是证据，不进入任何答复、导出或卷宗。",
  note: "笔记",
  add: "保存笔记",
  remove: (text) => `删除笔记“${text}”`,
  nav: "验证",
  verify: "验证卷宗",
  verifyLead:
    "卷宗附有其数字所依据的陈述。此处由这些陈述重新计算每个数字，并重新输出页面。不使用本案卷的任何内容，文件也不会离开本机。",
  choose: "选择卷宗文件",
  checking: "正在重新计算每个数字……",
  leaving: (name) => `关于${name}的卷宗`,
  leavingLead: "交出之前请看：以下内容将随之离开本机。",
  open: "打开卷宗",
  openPdf: "PDF 版",
  statements: (all, unshown) =>
    `陈述 ${all} 条${unshown === 0 ? "" : `，其中 ${unshown} 条不显示，仅用于计算`}`,
  unshown: "不显示",
  persons: (n, all) => `具名个人 ${n} 名（实体共 ${all} 个）`,
  nobody: "没有具名个人。",
  sources: (n) => `来源 ${n} 个`,
  not: "不含：您的笔记、日志、文件名与路径，以及案卷的其他陈述。",
  made: "正在准备卷宗……",
  sheet: {
    title: (text) => `《${text}》刊发之前`,
    link: "对谁作出何种指称，刊发前还有哪些待处理",
    answer: "各项说法是否站得住",
    record: "记录征询答复的进展",
    what: "事项",
    sought: "已征询答复",
    received: "已收到答复",
    party: "哪一方",
    on: "日期",
    until: "请于何日前答复",
    how: "征询方式",
    text: "答复（按将刊出的原文）",
    keep: "记录",
  },
};

export const keepWords = (lang: Lang): KeepWords => (lang === "zh" ? ZH : EN);
