import type { Answer } from "../ask/answer.ts";
import type { Question } from "../ask/question.ts";
import type { Payload } from "../dossier/payload.ts";
import { Problem } from "../errors.ts";
import { type Differing, digestsAgainst, figuresAgainst, foundIn, type Wrong } from "./compare.ts";
import { mixed } from "./mixed.ts";
import { recomputed } from "./recompute.ts";
import { standingIn } from "./standing.ts";

/** What differs between two dossiers of one subject, and because of what. */
export interface Between {
  readonly subject: string;
  /** What was asked otherwise: the day, the state of knowledge, the carry; before and now. */
  readonly asked: readonly {
    readonly what: "asOf" | "known" | "carry";
    readonly before: string;
    readonly now: string;
  }[];
  /** Statements added, taken out, or saying something else. */
  readonly statements: Differing;
  readonly answers: readonly AnswerBetween[];
}

export interface AnswerBetween {
  readonly question: string;
  readonly before: string;
  readonly now: string;
  /** Figures that are not the same: what they were and are. */
  readonly figures: readonly Wrong[];
  /** Another revision of the question answered. */
  readonly revised: boolean;
  /** Statements each of which alone, as it is now among what was carried before, changes what is found; null: not tried. */
  readonly because: readonly string[] | null;
}

/** Statements that differ beyond which they are not tried one by one. */
const MOST_TRIED = 60;

/** Holds two dossiers of one subject against each other. Throws `bad-input` where they are about different ones. */
export async function between(
  questions: readonly Question[],
  before: Payload,
  now: Payload,
  progress: (done: number, total: number, what: string) => void,
): Promise<Between> {
  if (before.subject !== now.subject)
    throw new Problem(
      "bad-input",
      `one dossier is about ${before.subject}, the other about ${now.subject}`,
      "Compare two dossiers of one subject.",
    );
  const statements = digestsAgainst(standingIn(before.carried), standingIn(now.carried));
  const asked = (["asOf", "known", "carry"] as const).flatMap((what) =>
    before[what] === now[what]
      ? []
      : [{ what, before: String(before[what] ?? ""), now: String(now[what] ?? "") }],
  );
  const differ = statedIn(now).flatMap((answer): Omit<AnswerBetween, "because">[] => {
    const was = statedIn(before).find(({ question }) => question === answer.question);
    if (was && foundIn(was) === foundIn(answer)) return [];
    return [
      {
        question: answer.question,
        before: was ? headlineOf(was) : "",
        now: headlineOf(answer),
        figures: was ? figuresAgainst(was, answer).wrong.filter(isOther) : [],
        revised: was !== undefined && was.revision !== answer.revision,
      },
    ];
  });
  const causes = await causesOf(questions, before, now, [...Object.values(statements).flat()], progress);
  return {
    ...{ subject: now.subject, asked, statements },
    answers: differ.map((one) => ({ ...one, because: causes?.get(one.question) ?? (causes ? [] : null) })),
  };
}

const isOther = ({ says, gives }: Wrong) => JSON.stringify(says) !== JSON.stringify(gives);

const statedIn = (payload: Payload) => payload.answers as unknown as readonly Answer[];

function headlineOf({ blocks }: Answer): string {
  const headline = blocks.find((block) => block.kind === "headline");
  const text = headline && Array.isArray(headline.text) ? headline.text : [];
  return text.map((span) => (typeof span === "string" ? span : String(span?.text))).join("");
}

/** By question, the statements each of which alone changes what was found; null where there are too many to try. */
async function causesOf(
  questions: readonly Question[],
  before: Payload,
  now: Payload,
  ids: readonly string[],
  progress: (done: number, total: number, what: string) => void,
): Promise<Map<string, string[]> | null> {
  if (ids.length > MOST_TRIED) return null;
  const asked = (carried: Payload["carried"]) => recomputed(questions, { ...before, carried });
  const base = ids.length === 0 ? [] : await asked(before.carried);
  const by = new Map<string, string[]>();
  for (const [n, id] of ids.entries()) {
    progress(n, ids.length, "trying each statement alone");
    const answers = await asked(mixed(before.carried, now.carried, new Set([id])));
    for (const [k, answer] of answers.entries())
      if (foundIn(answer) !== foundIn(base[k] as Answer))
        by.set(answer.question, [...(by.get(answer.question) ?? []), id]);
  }
  return by;
}
