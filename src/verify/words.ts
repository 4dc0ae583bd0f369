import type { Lang } from "../ask/answer.ts";
import type { Became } from "./against.ts";

/** What a check says. */
export interface VerifyWords {
  readonly holds: string;
  readonly fails: string;
  readonly elsewhere: string;
  readonly carries: (statements: number, entities: number, sources: number) => string;
  readonly unsealed: string;
  readonly kinds: Readonly<Record<"statements" | "entities" | "sources", string>>;
  readonly changed: (kind: string, id: string) => string;
  readonly missing: (kind: string, id: string) => string;
  readonly added: (kind: string, id: string) => string;
  readonly figures: (holding: number, checked: number) => string;
  readonly wrong: (question: string, where: string, says: string, gives: string) => string;
  readonly same: (question: string) => string;
  readonly other: (question: string, why: string) => string;
  readonly unasked: (question: string, why: string) => string;
  readonly printed: (same: boolean) => string;
  readonly digested: (same: boolean, version: string) => string;
  readonly unprinted: (version: string) => string;
  readonly page: (says: string, gives: string) => string;
  readonly noBytes: string;
  readonly bytes: (same: number, open: number) => string;
  readonly bytesChanged: (source: string, file: string) => string;
  readonly since: (statements: number) => string;
  readonly became: (id: string, what: Became["what"], on: string, why: string) => string;
  readonly fingerprint: (sha256: string) => string;
  readonly caseHolds: string;
  readonly caseFails: string;
  readonly chain: (lines: number) => string;
  readonly chainBroken: (line: number, why: "missing" | "changed") => string;
  readonly behind: string;
  readonly tooMany: string;
  readonly derived: (checked: number, wrong: number) => string;
  readonly underived: (id: string) => string;
  readonly data: (digest: string) => string;
}

const EN: VerifyWords = {
  holds: "This dossier holds: every figure follows from the statements it carries.",
  fails: "THIS DOSSIER DOES NOT HOLD. What is wrong with it stands below.",
  elsewhere:
    "THIS DOSSIER CANNOT BE CHECKED WHOLE HERE: it says that it follows rules that are not those of this program. Nothing else is wrong with it; where this program gives something else, that stands below.",
  carries: (s, e, o) => `It carries ${s} statements, ${e} entities and ${o} sources.`,
  unsealed: "What it carries was changed after it was sealed.",
  kinds: { statements: "statement", entities: "entity", sources: "source" },
  changed: (kind, id) => `${kind} ${id}: its content was changed`,
  missing: (kind, id) => `${kind} ${id}: it was taken out`,
  added: (kind, id) => `${kind} ${id}: it was put in`,
  figures: (holding, checked) =>
    `Of the ${checked} figures its answers state, ${holding} follow from the statements it carries.`,
  wrong: (question, where, says, gives) =>
    `${question}, ${where}: the dossier says ${says}, its statements give ${gives}`,
  same: (question) => `Answer to "${question}": the same when asked again.`,
  other: (question, why) =>
    `Answer to "${question}": not the same when asked again${why ? ` (${why})` : ""}.`,
  unasked: (question, why) => `Answer to "${question}": cannot be asked for again (${why}).`,
  printed: (same) =>
    same
      ? "The file, printed again, is the same byte for byte."
      : "The file, printed again, is not the same.",
  digested: (same, version) =>
    same
      ? `The page is as version ${version} sealed it; only that version, with the rules it had, can print it again.`
      : `The page could not be printed again, and is not as version ${version} sealed it.`,
  unprinted: (version) =>
    `Its pages could not be held against its answers: only version ${version}, with the rules it had, can print them again.`,
  page: (says, gives) => `the page says “${says}”, its statements give “${gives}”`,
  noBytes: "No source in it names the digest of its bytes.",
  bytes: (same, open) =>
    `Bytes of sources: ${same} are those named; ${open} were not given (--sources FOLDER).`,
  bytesChanged: (source, file) => `source ${source}: the bytes of ${file} are not those it was taken from`,
  since: (n) =>
    n === 0
      ? "In the case, all it carries stands as it did."
      : `In the case, ${n} of its statements no longer stand as they did.`,
  became: (id, what, on, why) =>
    `statement ${id}: ${what}${on === "" ? "" : ` ${on}`}${why === "" ? "" : `: ${why}`}`,
  fingerprint: (sha256) =>
    `Its fingerprint, to be compared with the one its makers publish: sha256:${sha256}. Whoever can forge statements, figures and page together can forge everything but this.`,
  caseHolds: "This case holds.",
  caseFails: "THIS CASE DOES NOT HOLD. What is wrong with it stands below.",
  chain: (lines) =>
    lines === 0 ? "Its log has no line yet." : `Its log of ${lines} lines is one whole chain.`,
  chainBroken: (line, why) =>
    `Its log is broken at line ${line}: ${why === "missing" ? "a line is missing" : "it was changed"}.`,
  behind: "Its data are not those of the last line of its log: they were changed by another hand.",
  tooMany: "It has too many statements to be read in once more; only the log and the digest were checked.",
  derived: (checked, wrong) =>
    `Statements read in once more: ${checked - wrong} of ${checked} are as their texts say.`,
  underived: (id) => `statement ${id}: its columns do not follow from its text`,
  data: (digest) => `Its data: ${digest}.`,
};

const ZH: VerifyWords = {
  holds: "本卷宗成立：每个数字都能由其所附陈述得出。",
  fails: "本卷宗不成立，问题如下。",
  elsewhere:
    "本程序无法完整核对本卷宗：据其所称，其所依规则与本程序的不同。此外未见问题；本程序所得与之不同之处，列于下方。",
  carries: (s, e, o) => `所附：陈述 ${s} 条，实体 ${e} 个，来源 ${o} 个。`,
  unsealed: "所附内容在封存之后被改动。",
  kinds: { statements: "陈述", entities: "实体", sources: "来源" },
  changed: (kind, id) => `${kind} ${id}：内容被改动`,
  missing: (kind, id) => `${kind} ${id}：被移除`,
  added: (kind, id) => `${kind} ${id}：为后加`,
  figures: (holding, checked) => `答复所列数字 ${checked} 个，其中 ${holding} 个可由所附陈述得出。`,
  wrong: (question, where, says, gives) => `${question}，${where}：卷宗写作 ${says}，由陈述得出 ${gives}`,
  same: (question) => `对“${question}”的答复：重新计算结果相同。`,
  other: (question, why) => `对“${question}”的答复：重新计算结果不同${why ? `（${why}）` : ""}。`,
  unasked: (question, why) => `对“${question}”的答复：无法重新计算（${why}）。`,
  printed: (same) => (same ? "重新输出的文件逐字节相同。" : "重新输出的文件与之不同。"),
  digested: (same, version) =>
    same
      ? `页面与版本 ${version} 封存时一致；只有该版本及其当时的规则能重新输出。`
      : `页面无法重新输出，且与版本 ${version} 封存时不一致。`,
  unprinted: (version) => `页面无法与答复核对：只有版本 ${version} 及其当时的规则能重新输出。`,
  page: (says, gives) => `页面写作“${says}”，由陈述得出“${gives}”`,
  noBytes: "所附来源均未注明原始文件的摘要。",
  bytes: (same, open) => `来源的原始文件：${same} 个一致；${open} 个未提供（--sources 文件夹）。`,
  bytesChanged: (source, file) => `来源 ${source}：${file} 的字节与当初取用时不同`,
  since: (n) => (n === 0 ? "在案卷中，所附陈述均未变动。" : `在案卷中，所附陈述有 ${n} 条已有变动。`),
  became: (id, what, on, why) =>
    `陈述 ${id}：${{ withdrawn: "已撤回", superseded: "已被取代", redacted: "已删除内容", changed: "已改动", "not there": "案卷中没有" }[what]}${on === "" ? "" : ` ${on}`}${why === "" ? "" : `：${why}`}`,
  fingerprint: (sha256) =>
    `指纹（请与制作者公布的相对照）：sha256:${sha256}。能同时伪造陈述、数字与页面的人，唯独伪造不了它。`,
  caseHolds: "本案卷成立。",
  caseFails: "本案卷不成立，问题如下。",
  chain: (lines) => (lines === 0 ? "日志尚无记录。" : `日志共 ${lines} 条，链条完整。`),
  chainBroken: (line, why) => `日志在第 ${line} 条处断开：${why === "missing" ? "缺失一条" : "内容被改动"}。`,
  behind: "数据与日志最后一条所记不符：曾被他人改动。",
  tooMany: "陈述过多，未重新读入；仅核对了日志与摘要。",
  derived: (checked, wrong) => `重新读入陈述：${checked} 条中有 ${checked - wrong} 条与其文字一致。`,
  underived: (id) => `陈述 ${id}：各栏与其文字不符`,
  data: (digest) => `数据：${digest}。`,
};

export const verifyWords = (lang: Lang): VerifyWords => (lang === "zh" ? ZH : EN);
