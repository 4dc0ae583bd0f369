import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Answer } from "../ask/answer.ts";
import { type Asking, ask } from "../ask/ask.ts";
import { fieldsOf } from "../ask/fields.ts";
import type { Question } from "../ask/question.ts";
import { nameOf } from "../ask/say/name.ts";
import { dossier } from "../dossier/dossier.ts";
import type { FontFace } from "../dossier/style.ts";
import type { Reader } from "../store/port.ts";

const FACES = [
  ["Source Serif 4", "source-serif-4", 400, "normal"],
  ["Source Serif 4", "source-serif-4", 600, "normal"],
  ["Inter", "inter", 400, "normal"],
  ["Inter", "inter", 600, "normal"],
] as const;

/** The fonts of a dossier: the Latin part of each, as base64. */
function fonts(): readonly FontFace[] {
  const require = createRequire(import.meta.url);
  return FACES.map(([family, name, weight, style]) => {
    const file = require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-${style}.woff2`);
    return { family, weight, style, woff2: readFileSync(file).toString("base64") };
  });
}

export interface DossierRequest extends Omit<Asking, "input"> {
  readonly caseName: string;
  /** Input common to the questions, such as the law; each takes what it has a field for. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The dossier of an entity: every question that is asked of one entity, answered and put into one HTML file. */
export async function dossierOf(
  store: Reader,
  questions: readonly Question[],
  name: string,
  request: DossierRequest,
): Promise<string> {
  const entity = await store.resolve(name);
  const { id } = entity;
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
  const { lang, caseName } = request;
  const called = nameOf(entity, lang);
  const titles = Object.fromEntries(
    questions.map((question) => [question.id, about(question.ask[lang], called)]),
  );
  return dossier(answers, { lang, subject: id, caseName, titles, fonts: fonts() });
}

/** The sentence of a question with the name in place of its X (某公司, 某方). */
const about = (sentence: string, name: string): string => sentence.replace(/\bX\b|某(?:公司|方)/, () => name);
