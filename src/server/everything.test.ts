import { expect, test } from "vitest";
import { servedCase } from "../../test/serving.ts";
import { linesIn } from "../../test/text-of.ts";
import { QUESTIONS } from "../questions/index.ts";

const here = servedCase();
const get = (path: string) =>
  fetch(`http://127.0.0.1:${here().serving.port}${path}`, {
    headers: { authorization: `Bearer ${here().serving.bearer}` },
  });

test.each(["control", "reach"])("everyone at once comes as CSV with its columns: %s", async (id) => {
  const everything = QUESTIONS.find((question) => question.id === id)?.everything;
  const context = { store: here().store, asOf: 18_727, known: null, carry: 400, progress: () => undefined };
  const all = everything?.(context, { pairs: false, law: "majority" });
  const rows = await linesIn(all?.csv);
  const response = await get(`/api/everything/${id}?as-of=2021-04-10`);
  expect(response.headers.get("content-type")).toMatch(/^text\/csv/);
  const [columns, ...served] = (await response.text()).trim().split("\n");
  expect(columns?.split(",")).toEqual(all?.columns);
  expect(served.length).toBeGreaterThan(30);
  expect(served).toEqual(rows);
});

test("what the rows of everyone have no column for comes in a header, in ASCII", async () => {
  const of = async (law: string) => {
    const response = await get(`/api/everything/control?as-of=2021-04-10&law=${law}`);
    await response.text();
    return JSON.parse(response.headers.get("armslength-notes") ?? "[]");
  };
  expect(await of("eu-amlr")).toEqual([
    "eu-amlr applies from 2027-07-10; for 2021-04-10 its rows are hypothetical.",
  ]);
  expect(await of("majority")).toEqual([]);
});
