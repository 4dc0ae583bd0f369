import type { Lang } from "../ask/answer.ts";
import type { ReplyState, ReplyStep } from "./replies.ts";
import type { Open, Unanswered } from "./sheet.ts";

/** What the sheet and the letter are said with. */
export interface PressWords {
  readonly headline: (allegations: number, open: number) => string;
  readonly table: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly standing: (standing: string, pro: number, con: number) => string;
  /** Heads of the list of replies; what a step is. */
  readonly heads: readonly string[];
  readonly steps: Readonly<Record<ReplyStep["what"], string>>;
  readonly noReply: string;
  /** Between names, and between things that are open. */
  readonly comma: string;
  readonly semicolon: string;
  readonly nobody: string;
  readonly ready: string;
  readonly open: Readonly<Record<Exclude<Open["what"], Unanswered>, string>>;
  /** What is open between the sheet and some parties, before and after their names; the same of all the claim is about. */
  readonly asked: Readonly<Record<Unanswered, readonly [before: string, after: string, ofAll: string]>>;
  readonly replies: string;
  readonly repliesCaption: string;
  readonly replyColumns: readonly string[];
  readonly state: Readonly<Record<ReplyState, string>>;
  readonly sought: (on: string, how: string, until: string) => string;
  readonly received: (on: string, text: string) => string;
  readonly noteTitle: string;
  readonly note: string;
  readonly letter: {
    readonly greeting: (name: string) => string;
    readonly opening: (title: string) => string;
    readonly ask: (until: string) => string;
    readonly item: (n: number, place: string, text: string) => string;
    readonly denied: (on: string, text: string) => string;
    readonly end: string;
  };
}

const EN: PressWords = {
  headline: (n, open) =>
    n === 0
      ? "The text alleges nothing of anybody the case names."
      : `The text says ${n} things of named parties; on ${open} of them something is still open before they are printed.`,
  table: "What is said of whom",
  caption:
    "Every claim but an opinion that is about a party of the case, with what carries it, who denies it, and what is open.",
  columns: ["Claim", "What is said", "Of whom", "How it stands", "Denied by", "Open"],
  standing: (standing, pro, con) => `${standing}; independent origins at most: ${pro} for, ${con} against`,
  heads: ["n", "party", "text", "state", "step", "on", "until", "how", "words"],
  steps: { sought: "sought", received: "received" },
  noReply: "no reply was sought yet",
  comma: ", ",
  semicolon: "; ",
  nobody: "no denial on record",
  ready: "nothing",
  open: {
    unsupported: "nothing stands for it",
    contradicted: "the record contradicts it",
    "one-origin": "a single origin",
    anonymous: "unnamed sources alone",
    interested: "only sources with an interest",
  },
  asked: {
    "not sought": ["no reply sought from ", "", "no reply sought from any of them"],
    awaited: ["reply awaited from ", "", "reply awaited from all of them"],
    overdue: ["no reply in time from ", "", "no reply in time from any of them"],
  },
  replies: "Replies",
  repliesCaption: "As recorded in this case; a reply is recorded with the words to be printed.",
  replyColumns: ["Party", "State", "Sought", "Received"],
  state: {
    "not sought": "not sought",
    awaited: "awaited",
    overdue: "not received in time",
    received: "received",
  },
  sought: (on, how, until) =>
    [on, how, until === "" ? "" : `answer asked for by ${until}`].filter(Boolean).join(", "),
  received: (on, text) => `${on}: ${text}`,
  noteTitle: "What this sheet is",
  note: "A list to work through, not legal advice. Supported means that the record of this case carries a claim, not that it may be printed.",
  letter: {
    greeting: (name) => `To ${name}`,
    opening: (title) =>
      `We are preparing a publication that deals with “${title}”. You are named in it. Before we publish, we ask for your reply to the following.`,
    ask: (until) =>
      until === ""
        ? "Please tell us whether these statements are correct, what is missing, and what you wish to be quoted with."
        : `Please tell us by ${until} whether these statements are correct, what is missing, and what you wish to be quoted with.`,
    item: (n, place, text) => `${n}. ${text}${place === "" ? "" : ` (${place})`}`,
    denied: (on, text) => `   On record from you${on === "" ? "" : `, ${on}`}: ${text}`,
    end: "We will report your reply faithfully. You may answer any of the points, or all of them together.",
  },
};

const ZH: PressWords = {
  headline: (n, open) =>
    n === 0
      ? "该文本未对案卷中任何一方作出指称。"
      : `该文本对具名各方作出 ${n} 项指称，其中 ${open} 项在刊发前仍有待处理。`,
  table: "对谁说了什么",
  caption: "凡涉及案卷中某一方、且非意见的说法，均列出其依据、否认者及待处理事项。",
  columns: ["说法", "内容", "涉及", "是否站得住", "否认者", "待处理"],
  standing: (standing, pro, con) => `${standing}；独立出处至多：支持 ${pro}，反对 ${con}`,
  heads: ["编号", "一方", "文本", "状态", "步骤", "日期", "期限", "方式", "原文"],
  steps: { sought: "征询", received: "收到" },
  noReply: "尚未征询任何答复",
  comma: "、",
  semicolon: "；",
  nobody: "无否认记录",
  ready: "无",
  open: {
    unsupported: "无任何依据",
    contradicted: "与记录相悖",
    "one-origin": "仅有一个出处",
    anonymous: "仅有匿名来源",
    interested: "仅有利害关系方来源",
  },
  asked: {
    "not sought": ["尚未征询", "的答复", "尚未征询其中任何一方的答复"],
    awaited: ["正在等待", "答复", "正在等待各方答复"],
    overdue: ["", "逾期未复", "各方均逾期未复"],
  },
  replies: "答复",
  repliesCaption: "以本案卷记录为准；答复按将刊出的原文记录。",
  replyColumns: ["一方", "状态", "征询", "收到"],
  state: { "not sought": "未征询", awaited: "等待中", overdue: "逾期未复", received: "已收到" },
  sought: (on, how, until) => [on, how, until === "" ? "" : `请于${until}前答复`].filter(Boolean).join("，"),
  received: (on, text) => `${on}：${text}`,
  noteTitle: "关于本清单",
  note: "供逐项核对之用，并非法律意见。“站得住”指本案卷的记录支持该说法，不等于可以刊发。",
  letter: {
    greeting: (name) => `致${name}：`,
    opening: (title) =>
      `我们正在准备一篇涉及《${title}》的报道，其中提到贵方。刊发之前，请贵方就以下各点作出答复。`,
    ask: (until) =>
      `请${until === "" ? "" : `于${until}前`}告知：上述说法是否属实，有何遗漏，以及希望如何引述。`,
    item: (n, place, text) => `${n}. ${text}${place === "" ? "" : `（${place}）`}`,
    denied: (on, text) => `   贵方此前的表态${on === "" ? "" : `（${on}）`}：${text}`,
    end: "我们将如实报道贵方的答复。可逐点答复，也可一并答复。",
  },
};

export const pressWords = (lang: Lang): PressWords => (lang === "zh" ? ZH : EN);
