import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInCase } from "../../test/built-in-case.ts";
import { readClocks } from "../ask/clocks.ts";
import { type Payload, payloadOf } from "../dossier/payload.ts";
import { QUESTIONS } from "../questions/index.ts";
import { type OpenCase, openCase } from "../store/duckdb.ts";
import { between } from "./between.ts";
import { betweenSays } from "./between-says.ts";
import { madeOf } from "./make.ts";

const AT = "2026-01-02T03:04:05Z";
const STAKE = "i-alibaba-scmp-20160405";
let store: OpenCase;
let remove: () => void;
let before: Payload;
beforeAll(async () => {
  const built = await builtInCase();
  remove = built.remove;
  store = await openCase(built.path);
  before = await payload("SCMP");
});
afterAll(async () => {
  await store.close();
  remove();
});

async function payload(name: string, day = "2017-07-18"): Promise<Payload> {
  const clocks = readClocks({ "as-of": day }, AT);
  const asking = { clocks, lang: "en" as const, at: AT, version: "0", caseName: "case", options: {} };
  const { answers, asked } = await madeOf(store, QUESTIONS, name, asking);
  return payloadOf(answers, asked, null);
}
const held = (was: Payload, is: Payload) => between(QUESTIONS, was, is, () => undefined);

test("two dossiers of one case and day find the same", async () => {
  const found = await held(before, await payload("SCMP"));
  const nothing = { changed: [], missing: [], added: [] };
  expect(found).toEqual({ subject: "org:scmp", asked: [], statements: nothing, answers: [] });
  expect(betweenSays(found, "zh")[0]).toBe("两份卷宗结论相同。");
});

test("a withdrawn statement is named as what changes the answer, and taking that back changes nothing", async () => {
  await store.withdraw([STAKE], "a test", AT);
  const after = await payload("SCMP");
  const found = await held(before, after);
  expect(found.statements.missing).toEqual([STAKE]);
  const [control] = found.answers;
  expect([control?.question, control?.because]).toEqual(["control", [STAKE]]);
  expect(control?.before).toMatch(/Alibaba Group controls/);
  expect(control?.now).toMatch(/is not known/);
  expect(control?.figures).toContainEqual(
    expect.objectContaining({
      where: "Who controls it · Alibaba Group · Votes",
      says: "100",
      gives: { low: "0", high: "100" },
    }),
  );
  expect((await held(after, before)).answers[0]?.because).toEqual([STAKE]);
  await store.restore([STAKE], "the end of it", AT);
  expect((await held(before, await payload("SCMP"))).statements.changed).toEqual([]);
});

test("another day is a cause of its own; another subject is refused", async () => {
  const found = await held(before, await payload("SCMP", "2015-07-18"));
  expect(found.asked).toEqual([{ what: "asOf", before: "2017-07-18", now: "2015-07-18" }]);
  expect(found.answers.map(({ because }) => because)).toEqual(found.answers.map(() => []));
  await expect(held(before, await payload("Ant Group"))).rejects.toMatchObject({ code: "bad-input" });
});
