import type { z } from "zod";
import { Problem } from "../errors.ts";
import type { Reader } from "../store/port.ts";
import { type Field, fieldsOf } from "./fields.ts";
import type { Question } from "./question.ts";
import { resolveText } from "./texts.ts";

/** What was asked with, as it came: texts from a command line or an address, or values from JSON. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * Checks an input against a question's schema and turns names of entities and titles of texts into ids. Throws
 * `bad-input` naming the field, the value and what is allowed; `unknown-entity` or `ambiguous-entity` where a name is not
 * one entity's; `unknown-source` where a title is no text's.
 */
export async function readInput(
  question: Question,
  given: Given,
  store: Pick<Reader, "ordinal" | "resolve" | "texts">,
): Promise<Readonly<Record<string, unknown>>> {
  const known = fieldsOf(question);
  const names = known.map((field) => field.option);
  const raw: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const field = known.find((one) => one.name === key || one.option === key);
    if (!field) {
      const takes = names.length === 0 ? "It takes none." : `It takes ${names.join(", ")}.`;
      throw new Problem("bad-input", `the question "${question.id}" has no "${key}"`, takes, names);
    }
    raw[field.name] = typed(field, value);
  }
  const parsed = question.input.safeParse(raw);
  if (!parsed.success) throw refused(question.id, known, raw, parsed.error);
  const input: Record<string, unknown> = { ...(parsed.data as object) };
  for (const field of known)
    if ((field.entity || field.named) && input[field.name] !== undefined)
      input[field.name] = await resolved(store, input[field.name]);
  for (const { name, text } of known)
    if (text && typeof input[name] === "string") input[name] = await resolveText(store, input[name]);
  return input;
}

async function resolved(store: Pick<Reader, "ordinal" | "resolve">, value: unknown): Promise<unknown> {
  if (typeof value === "string") {
    const id = value.trim();
    return (await store.ordinal(id)) >= 0 ? id : (await store.resolve(value)).id;
  }
  if (!Array.isArray(value)) return value;
  return Promise.all(value.map((each) => resolved(store, each)));
}

/** The ids of entities named in a text with commas between them; throws as `resolve` does. */
export async function idsNamed(text: string, store: Pick<Reader, "resolve">): Promise<string[]> {
  const names = text.split(",").map((name) => name.trim());
  return Promise.all(names.filter((name) => name !== "").map(async (name) => (await store.resolve(name)).id));
}

/** A text as the value its field wants; what does not fit stays as it is and is refused by the schema. */
function typed(field: Field, value: unknown): unknown {
  if (field.type === "array" && typeof value === "string") return value.split(",").map((each) => each.trim());
  if (typeof value !== "string") return value;
  if ((field.type === "number" || field.type === "integer") && value.trim() !== "") {
    return Number.isNaN(Number(value)) ? value : Number(value);
  }
  if (field.type === "boolean") return value === "true" ? true : value === "false" ? false : value;
  return value;
}

function refused(id: string, known: readonly Field[], raw: Given, error: z.ZodError): Problem {
  const [issue] = error.issues;
  const name = String(issue?.path[0] ?? "");
  const field = known.find((one) => one.name === name);
  if (!field) return new Problem("bad-input", `${id}: ${issue?.message ?? "wrong input"}`, "See --help.");
  const value = raw[name];
  if (field.required && (value === undefined || value === "")) {
    return new Problem(
      "bad-input",
      `the question "${id}" needs "${field.option}": ${field.about.en}`,
      howToName(field),
      field.choices,
    );
  }
  const empty = value === "" || (Array.isArray(value) && value.every((each) => each === ""));
  return new Problem(
    "bad-input",
    empty ? `${field.option} is empty` : `${field.option} ${JSON.stringify(value)} is not allowed`,
    empty ? `${allowedIn(field)} Or leave it out.` : allowedIn(field),
    field.choices,
  );
}

function howToName({ entity, text }: Field): string {
  if (entity) return "Give an id or a name; `armslength find TEXT` searches.";
  return text ? "Give its id or its title; `armslength sources` lists them." : "Give a value.";
}

/** What a field takes, in one sentence. */
function allowedIn({ choices, type, bounds, day }: Field): string {
  if (choices.length > 0) return `It can be ${choices.join(", ")}.`;
  if (day) return "Give a full day, as 2021-03-31.";
  if (type === "boolean") return "It can be true or false.";
  if (type === "array") return "Give ids or names, separated by commas.";
  if (type === "string") return "Give a text.";
  const number = type === "integer" ? "a whole number" : "a number";
  return bounds === null ? `Give ${number}.` : `Give ${number} from ${bounds[0]} to ${bounds[1]}.`;
}
