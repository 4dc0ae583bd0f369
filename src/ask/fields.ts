import { z } from "zod";
import { Problem } from "../errors.ts";
import { fields, type Question, type Words } from "./question.ts";

/** One field of a question's input, as forms, the command line and the API offer it. */
export interface Field {
  readonly name: string;
  /** The name in kebab case, as the command line and the address of a page write it. */
  readonly option: string;
  readonly type: "string" | "number" | "integer" | "boolean" | "array";
  /** What is allowed, where that is a list. */
  readonly choices: readonly string[];
  /** The least and the most a number may be. */
  readonly bounds: readonly [number, number] | null;
  /** A full day, as 2021-03-31. */
  readonly day: boolean;
  readonly fallback: unknown;
  readonly required: boolean;
  readonly entity: boolean;
  /** Names of entities are resolved, as for `entity`, but it is an option. */
  readonly named: boolean;
  /** A text that makes claims: its title is resolved to the id of its source; positional like an entity. */
  readonly text: boolean;
  readonly label: Words;
  readonly about: Words;
}

type Property = Partial<Pick<Field, "type" | "label" | "about" | "entity" | "named" | "text">> & {
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
};
interface InputSchema {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}

const TYPES: readonly Field["type"][] = ["string", "number", "integer", "boolean", "array"];

/** The input of a question as JSON Schema (2020-12), each field with its `label`, `about` and `entity`. */
export const inputSchema = (question: Pick<Question, "input">): object =>
  z.toJSONSchema(question.input, { io: "input", metadata: fields });

/** Every answer asks for the fields of its question, and a schema does not change. */
const kept = new WeakMap<Question["input"], readonly Field[]>();

/** The fields of a question's input, in the order of its schema. */
export function fieldsOf(question: Pick<Question, "input">): readonly Field[] {
  const fields = kept.get(question.input) ?? fieldsIn(inputSchema(question));
  kept.set(question.input, fields);
  return fields;
}

function fieldsIn({ properties = {}, required = [] }: InputSchema): readonly Field[] {
  return Object.entries(properties).map(([name, property]) => ({
    name,
    option: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    type: TYPES.find((type) => type === property.type) ?? "string",
    choices: property.enum ?? [],
    bounds:
      property.minimum === undefined || property.maximum === undefined
        ? null
        : [property.minimum, property.maximum],
    day: property.format === "date",
    fallback: property.default,
    required: required.includes(name),
    entity: property.entity ?? false,
    named: property.named ?? false,
    text: property.text ?? false,
    label: property.label ?? { en: name, zh: name },
    about: property.about ?? { en: "", zh: "" },
  }));
}

/** Those of the eleven questions that no version answers yet. */
const LATER = ["enforcement", "concentration", "remedy", "chokepoints", "voice", "silence", "visibility"];

/** The question of an id; throws `unknown-question` with the list, `not-in-this-version` for one that is still to come. */
export function questionOf<Q extends { readonly id: string }>(questions: readonly Q[], id: string): Q {
  const found = questions.find((question) => question.id === id);
  if (found) return found;
  const known = questions.map((question) => question.id);
  if (LATER.includes(id))
    throw new Problem(
      "not-in-this-version",
      `the question "${id}" is not in this version`,
      "`armslength ask` lists those that are.",
      known,
      [`本版本还不能回答问题“${id}”。`, "用 `armslength ask` 可以列出能回答的问题。"],
    );
  throw new Problem(
    "unknown-question",
    `there is no question "${id}"`,
    "`armslength ask` lists them.",
    known,
    [`没有问题“${id}”。`, "用 `armslength ask` 可以列出所有问题。"],
  );
}
