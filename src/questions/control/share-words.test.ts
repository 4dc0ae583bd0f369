import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import type { Answer } from "../../ask/answer.ts";
import { answerMarkdown } from "../../cli/draw/markdown.ts";
import type { ControlFinding } from "./finding.ts";
import { control } from "./index.ts";

const read = new Map<string, Answer>();
const DAYS: readonly (readonly [string, string])[] = [
  ["scmp", "2020-07-02"],
  ["scmp", "2021-01-01"],
  ["scmp", "2026-01-01"],
  ["Ant Group", "2023-06-01"],
  ["Alibaba Group", "2021-01-01"],
];

beforeAll(() =>
  inCase("cases/alibaba", async (store) => {
    for (const [entity, day] of DAYS)
      read.set(`${entity} ${day}`, await answer(store, control, { entity }, day));
  }),
);
afterAll(() => read.clear());

const of = (key: string) => read.get(key) as Answer;
const page = (key: string) => answerMarkdown(of(key)).replaceAll("\u00a0", " ");
const possible = (key: string) =>
  (of(key).findings[0] as ControlFinding).controllers
    .filter((c) => c.certainty === "possible")
    .map((c) => c.party);

test("on a day that was observed a later floor makes nobody possible", () => {
  expect(possible("scmp 2020-07-02")).not.toContain("per:jack_ma");
  expect(possible("scmp 2021-01-01")).toContain("per:jack_ma");
});

test("a floor on record is said to be one, and an old figure to be old", () => {
  expect(page("scmp 2021-01-01")).toContain(
    "Jack Ma holds more than half of the shares of Alibaba Group; on record is more than 4.3 %, and no upper figure",
  );
  expect(page("scmp 2026-01-01")).toMatch(
    /Jack Ma holds more than half of the shares of Alibaba Group; what is on record is \d+ days old/,
  );
});

test("a right to nominate is called that in chart, proof and table", () => {
  const text = page("scmp 2021-01-01");
  expect(text).not.toMatch(/right to appoint board members, more than 50/);
  expect(
    text.match(/right to nominate board members \(others elect\), more than 50 %/g)?.length,
  ).toBeGreaterThan(2);
});

test("so it is among the holders on record", () => {
  expect(page("Alibaba Group 2021-01-01")).toMatch(
    /\| Alibaba Partnership \| right to nominate board members \(others elect\) \| more than 50 %/,
  );
});

test("an economic share nobody states is not on record, with its bound", () => {
  expect(page("scmp 2021-01-01")).toMatch(/Alibaba Partnership.*not on record \(at most [\d.]+ %\)/);
  expect(page("scmp 2021-01-01")).toMatch(/New Horizon Capital.*not on record \(at most [\d.]+ %\)/);
});

test("a history starts with the first day of which anything is said of the holders", () => {
  const [first] = (of("Ant Group 2023-06-01").findings[0] as ControlFinding).history;
  expect(first?.from).toBe("2019-01-01");
});
