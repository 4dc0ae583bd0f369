import type { Answer } from "../ask/answer.ts";
import type { Asking } from "../ask/ask.ts";
import type { Question } from "../ask/question.ts";
import { dossier } from "../dossier/dossier.ts";
import { type Asked, still } from "../dossier/payload.ts";
import { Problem } from "../errors.ts";
import { takeOut } from "../formats/carried/take.ts";
import { formatDay } from "../model/date.ts";
import type { Reader, Writer } from "../store/port.ts";
import { fonts } from "./fonts.ts";
import { answersOn, subjectOf } from "./on.ts";
import { recomputed } from "./recompute.ts";
import { sliceOf } from "./slice.ts";
import { titlesFor } from "./titles.ts";

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
 * The dossier of an entity, or of a text whose claims are in the case. Before it is handed out its answers are computed
 * once more from the part of the case it carries; throws `internal` where they are not the same.
 */
export async function madeOf(
  store: Case,
  questions: readonly Question[],
  name: string,
  request: DossierRequest,
): Promise<Made> {
  const { id: subject, is } = await subjectOf(store, name);
  const answers = await answersOn(store, questions, subject, is, request);
  const { lang, caseName, clocks, at } = request;
  const carried = await takeOut(store, await sliceOf(store, questions, answers));
  const [asOf, today] = [formatDay(clocks.asOf), at.slice(0, 10)];
  const asked: Asked = {
    ...{ lang, subject, caseName, titles: titlesFor(questions, answers, subject), asOf, carried },
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
