import type { Answer } from "../ask/answer.ts";
import { fieldsOf } from "../ask/fields.ts";
import type { Question } from "../ask/question.ts";
import type { Wanted } from "../formats/carried/take.ts";
import { type Day, parseDay } from "../model/date.ts";
import { caseNetwork } from "../networks/case-network.ts";
import { ordinalOf, statementIds } from "../networks/cited.ts";
import { about, everAbove } from "../networks/closure.ts";
import { nearBelow } from "../networks/near-below.ts";
import { publishersOf } from "../networks/publishers.ts";
import { caseTies } from "../networks/ties/case-ties.ts";
import { NEAR, statementsFor, within } from "../networks/ties/near.ts";
import type { Reader } from "../store/port.ts";

/** Entities below a party beyond which its network is not carried whole; as many as an answer about it looks at. */
const MOST_BELOW = 20_000;
/** Entities near a party beyond which only the ties of those on the paths are carried. */
const MOST_TIED = 2_000;

/**
 * What answers were computed from: all they cite, with what is said of everyone above and below those they are about,
 * and of those above the publishers of their sources, which decides how many origins are independent; and the ties of
 * those on a path.
 */
export async function sliceOf(
  store: Reader,
  questions: readonly Question[],
  answers: readonly Answer[],
): Promise<Wanted> {
  const statements = new Set(answers.flatMap((answer) => Object.keys(answer.statements)));
  const entities = new Set(answers.flatMap((answer) => Object.keys(answer.entities)));
  const sources = new Set(answers.flatMap((answer) => Object.keys(answer.sources)));
  for (const known of statesOf(answers)) {
    const index = (await caseNetwork(store, known)).index();
    const subjects = new Set<number>();
    const take = (some: Iterable<number>) => {
      for (const n of some) subjects.add(n);
    };
    for (const id of namedIn(questions, answers)) {
      const n = await ordinalOf(store, id);
      if (n < 0) continue;
      take(everAbove(index, n));
      take(nearBelow(index, n, MOST_BELOW).subjects);
    }
    for (const n of await publishersOf(store, await store.sources([...sources]))) take(everAbove(index, n));
    const rows = new Set(about(index, subjects).interests.n);
    for (const n of await tiesBehind(store, questions, answers, known)) rows.add(n);
    for (const id of (await statementIds(store, rows)).values()) statements.add(id);
  }
  return { statements, entities, sources };
}

/**
 * Of answers about ties: those of everyone near enough to be on a path, whatever the day, as far as they are counted;
 * where that is more than are carried, of those the answers name.
 */
async function tiesBehind(
  store: Reader,
  questions: readonly Question[],
  answers: readonly Answer[],
  known: Day | null,
): Promise<ReadonlySet<number>> {
  const readsTies = (id: string) => questions.find((one) => one.id === id)?.needs.includes("office");
  const about = answers.filter(({ question }) => readsTies(question));
  if (about.length === 0) return new Set();
  const ties = await caseTies(store, known);
  const ordinals = async (ids: Iterable<string>) =>
    (await Promise.all([...new Set(ids)].map((id) => ordinalOf(store, id)))).filter((n) => n >= 0);
  const near = within(ties, await ordinals(namedIn(questions, about)), NEAR - 1);
  if (near.size <= MOST_TIED) return statementsFor(ties, near);
  return statementsFor(ties, await ordinals(about.flatMap(({ entities }) => Object.keys(entities))));
}

/** The states of knowledge answers are about: today's, and every day one names. */
function statesOf(answers: readonly Answer[]): (Day | null)[] {
  const days = answers.flatMap(({ knownAsOf, input }) => [knownAsOf, input.knownSince]);
  return [...new Set([null, ...days.flatMap((day) => (typeof day === "string" ? [parseDay(day)] : []))])];
}

/** Ids of the entities that answers were asked about. */
function namedIn(questions: readonly Question[], answers: readonly Answer[]): Set<string> {
  const ids = new Set<string>();
  for (const { question, input } of answers) {
    const asked = questions.find((one) => one.id === question);
    for (const field of asked ? fieldsOf(asked) : []) {
      if (!field.entity && !field.named) continue;
      const value = input[field.name];
      for (const id of Array.isArray(value) ? value : [value]) if (typeof id === "string") ids.add(id);
    }
  }
  return ids;
}
