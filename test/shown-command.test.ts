import { expect, test } from "vitest";
import { inputSchema } from "../src/ask/fields.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import type { Answer, QuestionCard } from "../src/web/api.ts";
import { commandOf } from "../src/web/parts/command.ts";

const lines = (id: string, input: object, carry = "", lang: "en" | "zh" = "en") => {
  const question = QUESTIONS.find((each) => each.id === id);
  if (question === undefined) throw new Error(id);
  const card = { id, input: inputSchema(question) } as QuestionCard;
  const answer = { question: id, input, asOf: "2021-03-31", knownAsOf: null } as unknown as Answer;
  return commandOf(card, answer, carry, lang);
};

test("the line that asks the same has entities by id in their places, and everything else as the options there are", () => {
  expect(lines("ties", { to: "org:b", entity: "per:a", paths: 20, family: true, longest: 4 })).toBe(
    "armslength ask ties per:a org:b --as-of 2021-03-31 --paths 20 --longest 4 --family",
  );
  expect(lines("reach", { entity: "a", with: "b", knownSince: "2020-01-01" }, "30", "zh")).toBe(
    "armslength --lang zh ask reach a --as-of 2021-03-31 --carry 30 --with b --known-since 2020-01-01",
  );
  expect(
    lines("control", { entity: "a", law: "us-ofac-50", list: ["p", "q r"], listDate: "2020-02-02" }),
  ).toBe(
    'armslength ask control a --as-of 2021-03-31 --law us-ofac-50 --list "p,q r" --list-date 2020-02-02',
  );
  expect(lines("claims", { text: "oped", claim: 'the "first" $1', family: false })).toBe(
    'armslength ask claims oped --as-of 2021-03-31 --claim "the \\"first\\" \\$1"',
  );
});
