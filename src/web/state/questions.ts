import type { FieldSchema, QuestionCard } from "../api.ts";

/** Settings every question shares; the page has its own controls for them. */
const COMMON = new Set(["as-of", "asOf", "known", "carry", "lang"]);

/** The fields of a question's form, in the order of its schema. */
export const fieldsOf = (card: QuestionCard): readonly (readonly [string, FieldSchema])[] =>
  Object.entries(card.input.properties ?? {}).filter(([name]) => !COMMON.has(name));

export const required = (card: QuestionCard, name: string): boolean =>
  (card.input.required ?? []).includes(name) && card.input.properties?.[name]?.default === undefined;

/** The first field that takes an entity. */
const entityField = (card: QuestionCard): string | undefined =>
  fieldsOf(card).find(([, field]) => field.entity)?.[0];

/** The built question of that id that can be asked about one entity alone. */
export function about(
  cards: readonly QuestionCard[],
  id: string,
): { card: QuestionCard; field: string } | null {
  const card = cards.find((each) => each.id === id && each.built);
  const field = card && entityField(card);
  if (!card || !field) return null;
  const alone = fieldsOf(card).every(([name]) => name === field || !required(card, name));
  return alone ? { card, field } : null;
}

/** The address of a question's example. */
export function exampleQuery(card: QuestionCard): Record<string, string> {
  const query: Record<string, string> = { "as-of": card.example.asOf };
  for (const [name, value] of Object.entries(card.example.input)) {
    if (value !== null && value !== undefined)
      query[name] = Array.isArray(value) ? value.join(",") : String(value);
  }
  return query;
}

/** The example as a person reads it: the names in it. */
export const exampleText = (card: QuestionCard): string =>
  fieldsOf(card)
    .filter(([, field]) => field.entity || field.text)
    .map(([name]) => card.example.input[name])
    .filter((value) => typeof value === "string")
    .join(" – ");
