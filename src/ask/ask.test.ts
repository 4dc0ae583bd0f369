import { expect, test } from "vitest";
import { z } from "zod";
import { openBuiltIn } from "../../test/open-built-in.ts";
import { statementsAbout } from "../store/about.ts";
import { type Asking, ask } from "./ask.ts";
import { readClocks } from "./clocks.ts";
import { printAnswer } from "./print.ts";
import { fields, type Question } from "./question.ts";

const store = openBuiltIn();

const Input = z.object({
  entity: z
    .string()
    .min(1)
    .register(fields, {
      label: { en: "Entity", zh: "对象" },
      about: { en: "Whom it is about", zh: "所问对象" },
      entity: true,
    }),
  others: z
    .array(z.string())
    .default([])
    .register(fields, {
      label: { en: "Others", zh: "其他" },
      about: { en: "Compared with", zh: "比较对象" },
      entity: true,
    }),
  how: z.enum(["well", "badly"]).default("well"),
  most: z.number().int().default(3),
});

/** A question made for these tests: it says what it is told to. */
function made(findings: readonly unknown[], gaps: readonly { because: string[] }[] = []): Question {
  return {
    id: "made",
    ask: { en: "What is X made of?", zh: "某方由什么组成？" },
    revision: 7,
    needs: ["interest"],
    input: Input,
    finding: z.unknown(),
    example: { input: {}, asOf: "2020-01-01" },
    run: async () => ({
      findings,
      gaps: gaps.map((gap) => ({ code: "none", what: "what", why: "why", about: [], ...gap })),
    }),
    show: () => [],
  };
}

const asking = (input: Record<string, unknown>): Asking => ({
  input,
  clocks: readClocks({ "as-of": "2017-07-18" }, "2026-01-01T00:00:00Z"),
  lang: "en",
  at: "2026-01-01T00:00:00Z",
  version: "0",
});

test("an answer carries what it cites: statements, their sources with what those repeat, entities", async () => {
  const cited = (await statementsAbout(store(), "org:scmp", 1000))[0] ?? "";
  const question = made([{ party: "org:alibaba_group", because: [cited] }]);
  const answer = await ask(question, store(), asking({ entity: "南华早报", most: "5" }));
  expect(answer.input).toEqual({ entity: "org:scmp", others: [], how: "well", most: 5 });
  expect([answer.revision, answer.asOf, answer.knownAsOf]).toEqual([7, "2017-07-18", null]);
  expect(Object.keys(answer.statements)).toEqual([cited]);
  const source = answer.statements[cited]?.source ?? "";
  expect(Object.keys(answer.sources)).toContain(source);
  expect(Object.keys(answer.entities)).toEqual(expect.arrayContaining(["org:alibaba_group", "org:scmp"]));
  expect(printAnswer(answer).endsWith("}\n")).toBe(true);
});

test("lists of entities are resolved one by one", async () => {
  const question = made([]);
  const answer = await ask(question, store(), asking({ entity: "SCMP", others: "Huxiu,36Kr" }));
  expect(answer.input.others).toEqual(["org:huxiu", "org:36kr"]);
});

test("a finding without a source is a fault of the program, unless it says what is not known", async () => {
  const bare = ask(made([{ because: [] }]), store(), asking({ entity: "SCMP" }));
  await expect(bare).rejects.toMatchObject({ code: "internal" });
  const known = await ask(made([{ because: [] }], [{ because: [] }]), store(), asking({ entity: "SCMP" }));
  expect(known.gaps).toHaveLength(1);
});

test("a figure without a source is a fault of the program", async () => {
  const question: Question = {
    ...made([]),
    show: () => [
      { kind: "figures", items: [{ label: "a", figure: { value: "12", unit: "%", because: [], how: "" } }] },
    ],
  };
  const answer = ask(question, store(), asking({ entity: "SCMP" }));
  await expect(answer).rejects.toMatchObject({ code: "internal", message: expect.stringContaining('"12"') });
});

test("a statement that is cited and not there is a fault of the program", async () => {
  const answer = ask(made([{ because: ["nowhere"] }]), store(), asking({ entity: "SCMP" }));
  await expect(answer).rejects.toMatchObject({
    code: "internal",
    message: expect.stringContaining("nowhere"),
  });
});

test.each([
  [{}, "bad-input", /needs "entity": Whom it is about/],
  [{ entity: "SCMP", how: "ill" }, "bad-input", /how "ill" is not allowed/],
  [{ entity: "SCMP", most: "many" }, "bad-input", /most "many" is not allowed/],
  [{ entity: "SCMP", colour: "red" }, "bad-input", /has no "colour"/],
  [{ entity: "Nobody at all" }, "unknown-entity", /Nobody at all/],
] as const)("input %j is refused as %s", async (input, code, message) => {
  const answer = ask(made([]), store(), asking(input));
  await expect(answer).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test("what a field allows is offered where the value is wrong", async () => {
  const answer = ask(made([]), store(), asking({ entity: "SCMP", how: "ill" }));
  await expect(answer).rejects.toMatchObject({ choices: ["well", "badly"] });
});

test("work that nobody waits for any more stops", async () => {
  const stop = new AbortController();
  stop.abort();
  const question: Question = {
    ...made([]),
    run: async (context) => {
      context.progress(0, 1, "working");
      return { findings: [], gaps: [] };
    },
  };
  const answer = ask(question, store(), { ...asking({ entity: "SCMP" }), signal: stop.signal });
  await expect(answer).rejects.toMatchObject({ code: "cancelled" });
});

test.each([
  [{ "as-of": "2021" }, "bad-input", /as-of/],
  [{ "as-of": "yesterday" }, "bad-input", /as-of.*yesterday/],
  [{ known: "2021-02-30" }, "bad-input", /known/],
  [{ carry: "-1" }, "bad-input", /carry "-1"/],
  [{ carry: "1e3" }, "bad-input", /carry "1e3"/],
])("clocks %j are refused as %s", (options, code, message) => {
  expect(() => readClocks(options, "2026-01-01T00:00:00Z")).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});

test("left alone, the clocks show today, everything known, and 400 days", () => {
  expect(readClocks({}, "1970-01-11T23:59:59Z")).toEqual({ asOf: 10, known: null, carry: 400 });
});
