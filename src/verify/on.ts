import type { Answer } from "../ask/answer.ts";
import { type Asking, ask } from "../ask/ask.ts";
import { type Field, fieldsOf } from "../ask/fields.ts";
import type { Question } from "../ask/question.ts";
import { resolveText } from "../ask/texts.ts";
import { Problem } from "../errors.ts";
import type { Reader } from "../store/port.ts";

/** What a dossier is about. */
export interface Subject {
  readonly id: string;
  readonly is: "entity" | "text";
}

/** The text of that id, else the entity, else the text of that title. Throws what `resolve` throws. */
export async function subjectOf(store: Reader, name: string): Promise<Subject> {
  const texts = await store.texts();
  if (texts.some(({ id }) => id === name.trim())) return { id: name.trim(), is: "text" };
  try {
    return { id: (await store.resolve(name)).id, is: "entity" };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "unknown-entity") throw error;
    const text = await resolveText(store, name).catch(() => null);
    if (text === null) throw error;
    return { id: text, is: "text" };
  }
}

interface Request extends Omit<Asking, "input"> {
  readonly options: Readonly<Record<string, unknown>>;
}

/** Every question that is asked of one such subject; of an entity also what texts that were looked into say of it. */
export async function answersOn(
  store: Reader,
  questions: readonly Question[],
  subject: string,
  is: Subject["is"],
  request: Request,
): Promise<Answer[]> {
  const asked = questions.flatMap((question) => {
    const known = fieldsOf(question);
    const [field, ...others] = known.filter((one) => one.required);
    const about = is === "entity" ? field?.entity || field?.text : field?.text;
    return field && others.length === 0 && about ? [{ question, known, field }] : [];
  });
  const unknown = Object.keys(request.options).find(
    (key) => !asked.some(({ known }) => known.some((one) => one.option === key)),
  );
  if (unknown !== undefined)
    throw new Problem("bad-input", `no question of this dossier takes "${unknown}"`, "Leave it out.");
  const answers: Answer[] = [];
  for (const { question, known, field } of asked) {
    const options = Object.fromEntries(
      Object.entries(request.options).filter(([key]) => known.some((one) => one.option === key)),
    );
    for (const input of await inputsOn(store, field, known, subject, is)) {
      const answer = await ask(question, store, { ...request, input: { ...options, ...input } });
      if (is === "text" || field.entity || answer.findings.length > 0) answers.push(answer);
    }
  }
  return answers;
}

async function inputsOn(
  store: Reader,
  field: Field,
  known: readonly Field[],
  subject: string,
  is: Subject["is"],
): Promise<Record<string, string>[]> {
  if (is === "entity" ? field.entity : field.text) return [{ [field.name]: subject }];
  const about = known.find((one) => one.named && one.name === "about");
  if (is === "text" || !field.text || !about) return [];
  const looked = (await store.texts()).filter(({ attached }) => attached > 0);
  return looked.map(({ id }) => ({ [field.name]: id, [about.name]: subject }));
}
