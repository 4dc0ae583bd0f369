import { expect, test } from "vitest";
import { QUESTIONS } from "../questions/index.ts";
import { fieldsOf } from "./fields.ts";
import { readInput } from "./input.ts";

const everyone = {
  ordinal: async () => 0,
  resolve: async (id: string) => ({ id }) as never,
  texts: async () => ["", "?", "x"].map((id) => ({ id, title: id })) as never,
};
const needed = (question: (typeof QUESTIONS)[number]) =>
  Object.fromEntries(
    fieldsOf(question)
      .filter((field) => field.required)
      .map((field) => [field.name, "x"]),
  );
const fields = QUESTIONS.flatMap((question) =>
  fieldsOf(question).map((field) => ({ question, field, name: `${question.id} ${field.option}` })),
);
const refusal = async (question: (typeof QUESTIONS)[number], option: string, value: unknown) =>
  readInput(question, { ...needed(question), [option]: value }, everyone).catch((error) => error);

const numbers = fields.filter(({ field }) => field.type === "integer" || field.type === "number");
test("questions take numbers, each within bounds", () => {
  expect(numbers.map(({ name }) => name)).toContain("ties paths");
  expect(numbers.filter(({ field }) => field.bounds === null)).toEqual([]);
});

test.each(numbers)(
  "$name: a number out of bounds is refused with what is allowed",
  async ({ question, field }) => {
    const [least, most] = field.bounds ?? [0, 0];
    for (const value of [least - 1, most + 1, least + 0.5, "abc", "1e"])
      expect(await refusal(question, field.option, value)).toMatchObject({
        code: "bad-input",
        message: `${field.option} ${JSON.stringify(value)} is not allowed`,
        hint: `Give a whole number from ${least} to ${most}.`,
      });
  },
);

test.each(fields)("$name: what is not allowed is said in words of ours", async ({ question, field }) => {
  for (const value of ["", 5.5, "?"]) {
    const error = await refusal(question, field.option, value);
    if (!(error instanceof Error)) continue;
    expect(error).toMatchObject({ code: "bad-input", hint: expect.stringMatching(/^(It can be|Give) /) });
    expect(error.message).toContain(field.option);
  }
});
