import { type Day, formatDay } from "../model/date.ts";
import type { Lang } from "./answer.ts";
import type { Block } from "./block.ts";
import { formatDate } from "./say/date.ts";

const WORDS: Readonly<Record<Lang, { title: string; text: (day: string, made: string) => string }>> = {
  en: {
    title: "A day that has not come",
    text: (day, made) =>
      `${day} lies ahead of the day this answer was made, ${made}. It says what holds if everything on record until now goes on; it predicts nothing.`,
  },
  zh: {
    title: "尚未到来的日期",
    text: (day, made) =>
      `${day}晚于作出此答复的日期（${made}）。此处所述以目前记录在案的一切持续不变为前提，并非预测。`,
  },
};

/** The note of an answer about a day later than the one it is made on. */
export function aheadNote(asOf: Day, at: string, lang: Lang): Block[] {
  const made = at.slice(0, 10);
  if (formatDay(asOf) <= made) return [];
  const { title, text } = WORDS[lang];
  const sentence = text(formatDate(formatDay(asOf), lang), formatDate(made, lang));
  return [{ kind: "prose", role: "note", title, list: false, sentences: [[sentence]] }];
}
