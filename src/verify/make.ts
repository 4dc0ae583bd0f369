import type { Answer } from "../ask/answer.ts";
import { type Asking, ask } from "../ask/ask.ts";
import { fieldsOf } from "../ask/fields.ts";
import type { Question } from "../ask/question.ts";
import { nameOf } from "../ask/say/name.ts";
import { dossier } from "../dossier/dossier.ts";
import { type Asked, still } from "../dossier/payload.ts";
import { Problem } from "../errors.ts";
import { takeOut } from "../formats/carried/take.ts";
import { formatDay } from "../model/date.ts";
import type { Reader, Writer } from "../store/port.ts";
import { fonts } from "./fonts.ts";
import { recomputed } from "./recompute.ts";
import { sliceOf } from "./slice.ts";

export interface DossierRequest extends Omit<Asking, "input"> {
  readonly caseName: string;
  /** Input common to the questions, such as the law; each takes what it has a field for. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A dossier before it is printed: its answers, and the part of the case from which they can be computed again. */
export interface Made {
  readonly answers: readonly Answer[];
  readonly asked: Asked;
}

type Case = Reader & Pick<Writer, "imports" | "withdrawals">;

/**
 * The dossier of an entity: every question that is asked of one entity. Before it is handed out its answers are computed
 * once more from the part of the case it carries; throws `internal` where they are not the same.
 */
export async function madeOf(
  store: Case,
  questions: readonly Question[],
  name: string,
  request: DossierRequest,
): Promise<Made> {
  const entity = await store.resolve(name);
  const answers = await answersAbout(store, questions, entity.id, request);
  const { lang, caseName, clocks, at } = request;
  const subject = entity.id;
  const carried = await takeOut(store, await sliceOf(store, questions, answers));
  const [asOf, today] = [formatDay(clocks.asOf), at.slice(0, 10)];
  const asked: Asked = {
    ...{ lang, subject, caseName, titles: titlesFor(questions, answers, { subject, lang }), asOf, carried },
    known: clocks.known === null ? null : formatDay(clocks.known),
    carry: clocks.carry,
    made: today < asOf ? today : asOf,
  };
  const again = await recomputed(questions, { ...asked, answers: answers.map(still) });
  const n = answers.findIndex((answer, k) => printed(answer) !== printed(again[k]));
  if (n >= 0) {
    const which = answers[n]?.question;
    throw new Problem(
      "internal",
      `"${which}" cannot be computed from what the dossier carries`,
      "Report this.",
    );
  }
  return { answers, asked };
}

const printed = (answer: Answer | undefined) => answer && JSON.stringify(still(answer));

/** The dossier as one HTML file. */
export const htmlOf = ({ answers, asked }: Made): string => dossier(answers, { ...asked, fonts: fonts() });

async function answersAbout(
  store: Case,
  questions: readonly Question[],
  id: string,
  request: DossierRequest,
) {
  const answers: Answer[] = [];
  for (const question of questions) {
    const known = fieldsOf(question);
    const needed = known.filter((field) => field.required);
    const [field] = needed;
    if (needed.length !== 1 || !field?.entity) continue;
    const options = Object.entries(request.options).filter(([key]) =>
      known.some((one) => one.option === key),
    );
    const input = { ...Object.fromEntries(options), [field.name]: id };
    answers.push(await ask(question, store, { ...request, input }));
  }
  return answers;
}

/** The heading of each answer: its question with the name of the subject, as the answers call it. */
export function titlesFor(
  questions: readonly Question[],
  answers: readonly Answer[],
  { subject, lang }: Pick<Asked, "subject" | "lang">,
): Record<string, string> {
  const name = nameOf(answers[0]?.entities[subject], lang, subject);
  return Object.fromEntries(
    questions.map((question) => [question.id, about((question.askAlone ?? question.ask)[lang], name)]),
  );
}

/** The sentence of a question with the name in place of its X (某公司, 某方). */
const about = (sentence: string, name: string): string => sentence.replace(/\bX\b|某(?:公司|方)/, () => name);
