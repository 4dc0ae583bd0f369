import type { Answer } from "../ask/answer.ts";
import { ask } from "../ask/ask.ts";
import { readClocks } from "../ask/clocks.ts";
import { questionOf } from "../ask/fields.ts";
import type { Question } from "../ask/question.ts";
import type { Payload } from "../dossier/payload.ts";
import { Problem } from "../errors.ts";
import { bringBack } from "../formats/carried/bring.ts";
import { openCase } from "../store/duckdb.ts";

export type Carrying = Pick<Payload, "answers" | "asOf" | "known" | "carry" | "made" | "lang" | "carried">;

/** Asks what a dossier asked once more (`attempted`). Throws what importing and asking throw. */
export async function recomputed(questions: readonly Question[], dossier: Carrying): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const one of await attempted(questions, dossier)) {
    if (one instanceof Problem) throw one;
    answers.push(one);
  }
  return answers;
}

/**
 * Asks what a dossier asked, of nothing but the statements it carries, in a case in memory. Each answer has the run of
 * the one it repeats, as it is about other data: a part of that case. One that cannot be had is why. Throws what importing
 * throws.
 */
export async function attempted(
  questions: readonly Question[],
  dossier: Carrying,
): Promise<(Answer | Problem)[]> {
  const { asOf, known, carry, made, lang } = dossier;
  const clocks = readClocks({ "as-of": asOf, known: known ?? "", carry: String(carry) }, made);
  const store = await openCase(":memory:");
  try {
    await bringBack(store, dossier.carried);
    const answers: (Answer | Problem)[] = [];
    for (const { question, input, run } of dossier.answers) {
      const asking = { input, clocks, lang, at: made, version: run.version };
      try {
        const answer = await ask(questionOf(questions, question), store, asking);
        answers.push({ ...answer, run: { ...run, at: made } });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        answers.push(error);
      }
    }
    return answers;
  } finally {
    await store.close();
  }
}
