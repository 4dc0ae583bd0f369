import type { Lang } from "../../ask/answer.ts";
import type { Answer, QuestionCard } from "../api.ts";
import { fieldsOf } from "../state/questions.ts";

/** The line that asks the same in a terminal: entities and texts by their ids, in order, everything else as options. */
export function commandOf(card: QuestionCard, answer: Answer, carry: string, lang: Lang): string {
  const given = fieldsOf(card).flatMap(([name, field]) => {
    const value = answer.input[name];
    return value === undefined || value === null ? [] : [{ name, field, value }];
  });
  const placed = given.filter(({ field }) => field.entity || field.text);
  const options = given.filter((one) => !placed.includes(one));
  return [
    ...["armslength", ...(lang === "zh" ? ["--lang zh"] : []), "ask", answer.question],
    ...placed.map(({ value }) => quoted(String(value))),
    `--as-of ${answer.asOf}`,
    ...(answer.knownAsOf === null ? [] : [`--known ${answer.knownAsOf}`]),
    ...(carry === "" ? [] : [`--carry ${quoted(carry)}`]),
    ...options.flatMap(({ name, value }) => optionOf(name, value)),
  ].join(" ");
}

function optionOf(name: string, value: unknown): string[] {
  const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (typeof value === "boolean") return value ? [option] : [];
  return [`${option} ${quoted(Array.isArray(value) ? value.join(",") : String(value))}`];
}

/** A value as a shell takes it whole. */
const quoted = (value: string): string =>
  /^[\p{L}\p{N}_.,:/@%+=-]+$/u.test(value) ? value : `"${value.replace(/["\\$`]/g, "\\$&")}"`;
