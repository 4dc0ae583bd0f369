import type { Gap, Lang } from "../../../ask/answer.ts";
import type { Sentence } from "../../../ask/block.ts";
import { listOf } from "../../../ask/say/name.ts";
import { Problem } from "../../../errors.ts";
import { LAWS } from "../../../laws/index.ts";
import type { Law } from "../../../laws/law.ts";
import { jurisdictionCalled, liesIn } from "../../../model/jurisdictions.ts";
import type { ControlInput } from "../run.ts";
import type { ControlView } from "../speech.ts";

/** Where a subject is registered, as a law sees it: within its reach, elsewhere, or not on record. */
export function reachOf(law: Law, jurisdiction: string): "within" | "elsewhere" | "not on record" {
  if (law.subjects === null) return "within";
  if (jurisdiction === "") return "not on record";
  return liesIn(jurisdiction, law.subjects.jurisdictions) ? "within" : "elsewhere";
}

/** The gap of laws that are not about entities of the subject's jurisdiction; none where all of them are. */
export function elsewhereGaps(laws: readonly Law[], jurisdiction: string, subject: string): Gap[] {
  const others = laws.filter((law) => reachOf(law, jurisdiction) === "elsewhere");
  if (others.length === 0) return [];
  return [
    {
      code: "law-elsewhere",
      what: `whether ${others.map((law) => law.id).join(" and ")} ${others.length > 1 ? "apply" : "applies"} at all`,
      why: `${others.map((law) => `${law.id} is about ${law.subjects?.are.en}`).join("; ")}; the record has the subject in ${jurisdiction}`,
      about: [subject],
      because: [],
    },
  ];
}

/** The laws answered that are not about entities of a subject's jurisdiction, by name. */
export function lawsElsewhere({ findings, entities, lang }: ControlView, subject: string): string {
  const jurisdiction = entities[subject]?.jurisdiction ?? "";
  const elsewhere = LAWS.filter(
    (law) => findings.some((one) => one.law === law.id) && reachOf(law, jurisdiction) === "elsewhere",
  );
  return listOf(
    elsewhere.map((law) => law.name[lang]),
    lang,
  );
}

/** A list no law asked for would use is an error, not passed over. */
export function checkList(input: ControlInput, laws: readonly Law[]): void {
  const given = input.list !== undefined ? "list" : input.listDate !== undefined ? "listDate" : null;
  if (given === null) return;
  const users = LAWS.filter((law) => law.list).map((law) => law.id);
  if (!laws.some((law) => law.list)) {
    throw new Problem(
      "bad-input",
      `a ${given === "list" ? "list" : "date of a list"} is given, and law "${input.law}" is about no list`,
      `Ask under ${users.join(", ")} or all, or leave it out.`,
      [],
      [
        `给出了${given === "list" ? "名单" : "名单日期"}，但规则“${input.law}”不涉及名单。`,
        `请按 ${users.join("、")} 或 all 提问，或去掉这一项。`,
      ],
    );
  }
  if (given === "listDate")
    throw new Problem(
      "bad-input",
      "the date of a list is given, and no list",
      "Give the list with --list.",
      [],
      ["给出了名单日期，却没有名单。", "请在“名单”一项（--list）中给出。"],
    );
}

interface ScopeWords {
  readonly elsewhere: (law: string, are: string, subject: string, jurisdiction: string) => string;
  readonly unrecorded: (law: string, are: string, subject: string) => string;
  readonly noList: string;
}

const WORDS: Readonly<Record<Lang, ScopeWords>> = {
  en: {
    elsewhere: (law, are, subject, jurisdiction) =>
      `${law} is about ${are}; ${subject} is on record in ${jurisdiction}. The answer says how the law would read, not that it applies.`,
    unrecorded: (law, are, subject) =>
      `${law} is about ${are}; where ${subject} is registered is not on record.`,
    noList:
      "The list of persons it is about was not given: name them under List, with its date (on the command line --list and --list-date).",
  },
  zh: {
    elsewhere: (law, are, subject, jurisdiction) =>
      `“${law}”针对${are}；据记录，${subject}的法域是${jurisdiction}。此结论只说明若适用该规则会如何，并不表示它适用。`,
    unrecorded: (law, are, subject) => `“${law}”针对${are}；${subject}在何处注册，没有记录。`,
    noList:
      "该规则所针对的人员名单没有给出：请在“名单”一栏列出，并注明日期（命令行为 --list 与 --list-date）。",
  },
};

/** What stands against reading a law's answer as the law of the subject: one sentence, or none. */
export function scopeSentence(law: Law, jurisdiction: string, subject: string, lang: Lang): string | null {
  const reach = reachOf(law, jurisdiction);
  if (law.subjects === null || reach === "within") return null;
  const [name, are] = [law.name[lang], law.subjects.are[lang]];
  return reach === "elsewhere"
    ? WORDS[lang].elsewhere(name, are, subject, jurisdictionCalled(jurisdiction, lang))
    : WORDS[lang].unrecorded(name, are, subject);
}

/** The same for the notes of an answer. */
export const scopeNotes = (...given: Parameters<typeof scopeSentence>): Sentence[] => {
  const text = scopeSentence(...given);
  return text === null ? [] : [[text]];
};

export const noListSentence = (lang: Lang): string => WORDS[lang].noList;
