import type { z } from "zod";
import { Problem } from "../errors.ts";
import type { Reader } from "../store/port.ts";
import { type Field, fieldsOf } from "./fields.ts";
import type { Question, Words } from "./question.ts";
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
      throw new Problem("bad-input", `the question "${question.id}" has no "${key}"`, takes, names, [
        `问题“${question.id}”没有“${key}”这一项。`,
        names.length === 0 ? "它不需要填写任何项。" : `可填的有：${names.join("、")}。`,
      ]);
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
  if (!field) {
    const what = issue?.message ?? "wrong input";
    return new Problem(
      "bad-input",
      `${id}: ${what}`,
      "See --help.",
      [],
      [`问题“${id}”的输入有误：${what}`, "参见 --help。"],
    );
  }
  const called = `“${field.label.zh}”（${field.option}）`;
  const value = raw[name];
  if (field.required && (value === undefined || value === "")) {
    return new Problem(
      "bad-input",
      `the question "${id}" needs "${field.option}": ${field.about.en}`,
      howToName(field).en,
      field.choices,
      [`问题“${id}”需要${called}：${field.about.zh}。`, howToName(field).zh],
    );
  }
  const empty = value === "" || (Array.isArray(value) && value.every((each) => each === ""));
  const allowed = allowedIn(field);
  return new Problem(
    "bad-input",
    empty ? `${field.option} is empty` : `${field.option} ${JSON.stringify(value)} is not allowed`,
    empty ? `${allowed.en} Or leave it out.` : allowed.en,
    field.choices,
    empty
      ? [`${called}是空的。`, `${allowed.zh}也可以不填。`]
      : [`${called}不能是 ${JSON.stringify(value)}。`, allowed.zh],
  );
}

function howToName({ entity, text }: Field): Words {
  if (entity)
    return {
      en: "Give an id or a name; `armslength find TEXT` searches.",
      zh: "请给出编号或名称；用 `armslength find 名称` 可以查找。",
    };
  return text
    ? {
        en: "Give its id or its title; `armslength sources` lists them.",
        zh: "请给出编号或标题；用 `armslength sources` 可以列出。",
      }
    : { en: "Give a value.", zh: "请填写。" };
}

/** What a field takes, in one sentence. */
function allowedIn({ choices, type, bounds, day }: Field): Words {
  if (choices.length > 0)
    return { en: `It can be ${choices.join(", ")}.`, zh: `可以是：${choices.join("、")}。` };
  if (day) return { en: "Give a full day, as 2021-03-31.", zh: "请写完整的日期，如 2021-03-31。" };
  if (type === "boolean") return { en: "It can be true or false.", zh: "可以是 true 或 false。" };
  if (type === "array")
    return { en: "Give ids or names, separated by commas.", zh: "请给出编号或名称，以逗号隔开。" };
  if (type === "string") return { en: "Give a text.", zh: "请填写文字。" };
  const number = type === "integer" ? { en: "a whole number", zh: "整数" } : { en: "a number", zh: "数字" };
  return bounds === null
    ? { en: `Give ${number.en}.`, zh: `请填写${number.zh}。` }
    : {
        en: `Give ${number.en} from ${bounds[0]} to ${bounds[1]}.`,
        zh: `请填写 ${bounds[0]} 至 ${bounds[1]} 的${number.zh}。`,
      };
}
