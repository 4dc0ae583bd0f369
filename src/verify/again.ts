import type { Answer } from "../ask/answer.ts";
import type { Question } from "../ask/question.ts";
import { type Payload, still } from "../dossier/payload.ts";
import { Problem } from "../errors.ts";
import { attempted } from "./recompute.ts";

/** What came of asking for an answer again. */
export interface Again {
  readonly question: string;
  /** Whether it could be asked for. */
  readonly asked: boolean;
  readonly same: boolean;
  /** It follows rules that are not those of this program: then it need not be the same. */
  readonly elsewhere: boolean;
  /** Why it is not the same, where that is not a figure. */
  readonly why: string;
}

export const statedIn = (payload: Payload): readonly Answer[] =>
  payload.answers as unknown as readonly Answer[];

/** Each answer computed again, or why it cannot be. */
export async function askedAgain(
  questions: readonly Question[],
  payload: Payload,
): Promise<readonly (Answer | string)[]> {
  try {
    const all = await attempted(questions, payload);
    return all.map((one) => (one instanceof Problem ? told(one) : one));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return statedIn(payload).map(() => told(error));
  }
}

const told = ({ code, message }: Problem) =>
  code === "internal" ? `it cannot be computed: ${message}` : message;

/** The answers a dossier states beside those computed again. */
export function againOf(
  questions: readonly Question[],
  payload: Payload,
  again: readonly (Answer | string)[],
): Again[] {
  return statedIn(payload).map((answer, n) => {
    const { question, revision } = answer;
    const other = again[n] as Answer | string;
    const asked = typeof other !== "string";
    const same = asked && JSON.stringify(answer) === JSON.stringify(still(other));
    if (same) return { question, asked, same, elsewhere: false, why: "" };
    const rules = otherRules(answer, questions);
    const elsewhere = rules !== "";
    if (elsewhere) return { question, asked, same, elsewhere, why: rules };
    if (!asked) return { question, asked, same, elsewhere, why: other };
    const older = other.revision !== revision;
    const why = older ? `asked under revision ${revision}; this program has ${other.revision}` : "";
    return { question, asked, same, elsewhere, why };
  });
}

/** Rules an answer follows and those of this program, where they are not the same, in words; nothing where it names none. */
function otherRules({ question, input, run: { rules } }: Answer, questions: readonly Question[]): string {
  const ours = questions.find(({ id }) => id === question)?.rules?.(input) ?? {};
  if (rules === undefined) return "";
  const ids = [...new Set([...Object.keys(rules), ...Object.keys(ours)])].sort();
  const which = (some: (id: string) => boolean) =>
    ids
      .filter(some)
      .map((id) => JSON.stringify(id))
      .join(", ");
  const absent = which((id) => !(id in ours));
  const more = which((id) => !(id in rules));
  const different = which((id) => id in ours && id in rules && ours[id] !== rules[id]);
  return [
    absent && `it follows rules this program does not have: ${absent}`,
    different && `it follows another text than this program of ${different}`,
    more && `this program has rules it does not know: ${more}`,
  ]
    .filter(Boolean)
    .join("; ");
}
