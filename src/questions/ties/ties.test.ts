import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerIn } from "../../../test/answer-in.ts";
import { lacking } from "../../../test/question-folder.ts";
import { ties } from "./index.ts";

test("ties has its method page, cases and tests", () => {
  expect(lacking(import.meta.dirname, "ties")).toEqual([]);
});

test("ties says what it asks", () => {
  expect(ties.ask.en).not.toMatch(/^To write/);
});

const cases = readdirSync(join(import.meta.dirname, "cases"));

test.each(cases)("case %s has the findings worked out by hand", async (file) => {
  const written = JSON.parse(readFileSync(join(import.meta.dirname, "cases", file), "utf8"));
  for (const input of written.inputs) {
    const answer = await answerIn(written.case, ties, input, written.asOf);
    expect(answer.findings.length).toBeGreaterThan(0);
    expect(answer.findings).toEqual(written.findings);
  }
});
