import type { Answer } from "../ask/answer.ts";
import { ask } from "../ask/ask.ts";
import { fieldsOf } from "../ask/fields.ts";
import { printJson } from "../ask/print.ts";
import type { Clocks, Question } from "../ask/question.ts";
import { plain } from "../draw/sentence.ts";
import { Problem } from "../errors.ts";
import type { Statement } from "../model/statement.ts";
import { caseNetwork } from "../networks/case-network.ts";
import { entityIds, ordinalOf } from "../networks/cited.ts";
import { everAbove, everBelow } from "../networks/closure.ts";
import { caseTies } from "../networks/ties/case-ties.ts";
import { TIE_KINDS } from "../networks/ties/mentions.ts";
import { NEAR, within } from "../networks/ties/near.ts";
import type { Reader } from "../store/port.ts";
import type { Call } from "./call.ts";
import { version } from "./version.ts";

/**
 * A finding that changes: its sentence before and after; they are the same where only the evidence of the answer is
 * another. An answer has one under each law. Null where there is nothing to ask about: a text without claims.
 */
export interface Change {
  readonly question: string;
  readonly entity: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The answers that could rest on some statements: about one entity, or one text, under every law. */
export interface Affected {
  readonly question: Question;
  readonly field: string;
  /** The id of the entity, or of the text. */
  readonly entity: string;
}

/**
 * Everyone whose answer may read some statements, withdrawn or not: whoever is below or above anyone they name, or for
 * questions about ties within a few links of them, whatever the day; and every text whose claims have evidence. A
 * superset of the answers that rest on them.
 */
export async function mayRestOn(
  store: Reader,
  questions: readonly Question[],
  ids: readonly string[],
): Promise<Affected[]> {
  const statements = await store.statements(ids);
  const tied = await tiedNear(store, statements);
  const index = (await caseNetwork(store, null)).index();
  const near = new Set<number>();
  const named = new Set<string>();
  for (const { kind, subject, object, properties } of statements) {
    if (kind !== "interest") continue;
    const others = [properties.leader, ...(properties.with ?? "").split("|")];
    for (const id of [subject, object, ...others]) if (id) named.add(id);
  }
  for (const id of named) {
    const ordinal = await ordinalOf(store, id);
    for (const n of everAbove(index, ordinal)) near.add(n);
    for (const n of everBelow(index, ordinal)) near.add(n);
  }
  const entities = [...(await entityIds(store, near)).values()].sort();
  const texts = (await store.texts()).filter((text) => text.attached > 0).map((text) => text.id);
  return questions.flatMap((question) => {
    const needed = fieldsOf(question).filter((field) => field.required);
    const [field] = needed;
    if (field === undefined || needed.length > 1) return [];
    if (field.text) return texts.map((entity) => ({ question, field: field.name, entity }));
    if (!field.entity || !question.needs.includes("interest")) return [];
    const asked = question.needs.includes("office") ? tied : entities;
    return asked.map((entity) => ({ question, field: field.name, entity }));
  });
}

/** Ids of everyone from whom a path of a few links may lead over some ties, which these state, or deny. */
async function tiedNear(store: Reader, statements: readonly Statement[]): Promise<readonly string[]> {
  const denied = statements.flatMap(({ kind, properties }) =>
    kind === "denial" && properties.of ? [properties.of] : [],
  );
  const named = new Set<string>();
  for (const { kind, subject, object, properties } of [...statements, ...(await store.statements(denied))]) {
    if (!TIE_KINDS.some((each) => each === kind)) continue;
    for (const id of [subject, object, properties.leader, ...(properties.with ?? "").split("|")])
      if (id) named.add(id);
  }
  if (named.size === 0) return [];
  const ordinals = await Promise.all([...named].map((id) => ordinalOf(store, id)));
  const near = within(await caseTies(store, null), ordinals, NEAR - 1);
  return [...(await entityIds(store, near)).values()].sort();
}

/** Answers as they are now; null where what is asked about is no text any more, or not yet. */
export async function answersNow(
  call: Call,
  store: Reader,
  clocks: Clocks,
  affected: readonly Affected[],
): Promise<(Answer | null)[]> {
  const answers: (Answer | null)[] = [];
  for (const { question, field, entity } of affected) {
    call.progress(answers.length, affected.length, "answering again");
    const input = { ...question.widest, [field]: entity };
    const asking = { input, clocks, lang: call.lang, at: call.io.now(), version, signal: call.io.signal };
    answers.push(await ask(question, store, asking).catch(nullIfGone));
  }
  return answers;
}

function nullIfGone(error: unknown): null {
  if (error instanceof Problem && error.code === "unknown-source") return null;
  throw error;
}

/** What differs of answers that are not the same byte for byte, two lists of the same answers given. */
export function changesIn(
  affected: readonly Affected[],
  before: readonly (Answer | null)[],
  after: readonly (Answer | null)[],
) {
  return affected.flatMap(({ question, entity }, n): Change[] => {
    const [was, is] = [before[n] ?? null, after[n] ?? null];
    if (was === is || (was && is && bytes(was) === bytes(is))) return [];
    const about = { question: question.id, entity };
    if (!was || !is) return [{ ...about, before: was && sentence(was), after: is && sentence(is) }];
    const told = differing(sentences(was), sentences(is));
    const same = { before: sentence(was), after: sentence(is) };
    return (told.length > 0 ? told : [same]).map((each) => ({ ...about, ...each }));
  });
}

/** Sentences at the same place in two lists that are not the same. */
function differing(before: readonly string[], after: readonly string[]) {
  const longer = before.length > after.length ? before : after;
  return longer.flatMap((_, n) => {
    const [was, is] = [before[n] ?? "", after[n] ?? ""];
    return was === is ? [] : [{ before: was, after: is }];
  });
}

/** An answer that rests on a statement, and its first sentence. */
export interface Resting {
  readonly question: string;
  readonly entity: string;
  readonly says: string;
}

/** The answers that cite any of some statements. */
export function restingOn(
  affected: readonly Affected[],
  answers: readonly (Answer | null)[],
  ids: readonly string[],
): Resting[] {
  return affected.flatMap(({ question, entity }, n): Resting[] => {
    const answer = answers[n];
    if (!answer || !ids.some((id) => id in answer.statements)) return [];
    return [{ question: question.id, entity, says: sentence(answer) }];
  });
}

const bytes = ({ run: _, ...answer }: Answer) => printJson(answer);

const sentences = ({ blocks }: Answer): string[] =>
  blocks.flatMap((block) => (block.kind === "headline" ? [plain(block.text)] : []));

const sentence = (answer: Answer): string => sentences(answer)[0] ?? "";
