import type { Answer, Lang } from "../ask/answer.ts";
import type { Question } from "../ask/question.ts";
import { nameOf } from "../ask/say/name.ts";

/** The heading of each answer of a dossier: its question, with the name of the subject as the answers call it. */
export function titlesFor(
  questions: readonly Question[],
  answers: readonly Answer[],
  subject: string,
): string[] {
  return answers.map(({ question, input, lang, entities, sources }) => {
    const name = nameOf(entities[subject], lang, subject);
    const { text } = input;
    if (typeof text === "string" && text !== subject) return SAID[lang](sources[text]?.title || text, name);
    const asked = questions.find(({ id }) => id === question);
    return asked ? about((asked.askAlone ?? asked.ask)[lang], name) : question;
  });
}

const SAID: Readonly<Record<Lang, (title: string, name: string) => string>> = {
  en: (title, name) => `What “${title}” says of ${name}, and what of it stands`,
  zh: (title, name) => `《${title}》对${name}的说法，哪些站得住`,
};

/** The sentence of a question with the name in place of its X (某公司, 某方). */
const about = (sentence: string, name: string): string => sentence.replace(/\bX\b|某(?:公司|方)/, () => name);
