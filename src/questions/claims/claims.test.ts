import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answer, answerIn, inCase } from "../../../test/answer-in.ts";
import { lacking } from "../../../test/question-folder.ts";
import type { ClaimFinding } from "./finding.ts";
import { claims } from "./index.ts";

const FOLDER = import.meta.dirname;
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, "cases", file), "utf8"));
const rules = read("rules.json");

const told = (findings: readonly unknown[]) =>
  new Map(
    (findings as readonly ClaimFinding[]).map((one) => [
      one.claim,
      [one.standing, one.rule, one.origins.for, one.origins.against],
    ]),
  );

test("claims has its method page, cases and tests", () => {
  expect(lacking(FOLDER, "claims")).toEqual([]);
});

test("each rule decides as worked out by hand", async () => {
  await inCase(rules.case, async (store) => {
    for (const { asOf, expect: expected } of rules.inputs) {
      const found = told((await answer(store, claims, { text: "The text" }, asOf)).findings);
      for (const [claim, standing] of Object.entries(expected))
        expect([claim, ...(found.get(claim) ?? [])]).toEqual([claim, ...(standing as unknown[])]);
    }
  });
});

test("the 35 claims of the built-in text stand as written down, and differ from the reader only where method.md says", async () => {
  const { case: folder, asOf, input, claims: rows, differ } = read("alibaba.json");
  const { findings } = await inCase(folder, (store) => answer(store, claims, input, asOf));
  const found = told(findings);
  expect(rows.map((row: unknown[]) => row.slice(0, 5))).toEqual(
    [...found].map(([id, rest]) => [id, ...rest]),
  );
  const others = rows.filter((row: unknown[]) => row[1] !== row[5]).map((row: unknown[]) => row[0]);
  expect(others).toEqual(differ);
  const method = readFileSync(join(FOLDER, "method.md"), "utf8");
  for (const id of differ) expect(method).toMatch(new RegExp(`^\\| ${id} \\|`, "m"));
  const all = findings as ClaimFinding[];
  expect(all.every((one) => one.because.includes(one.claim))).toBe(true);
  expect(all.filter((one) => one.for.length + one.against.length > 0).length).toBeGreaterThan(25);
});

test("ten relays of one report, some of them relays of relays, change nothing", async () => {
  const relays = Array.from({ length: 10 }, (_, n) => n + 1);
  const tables = {
    ...rules.case,
    "sources.csv": `${rules.case["sources.csv"]}${relays.map((n) => `r${n},Relay ${n},R${n},2020-01-0${1 + (n % 9)},${n === 1 ? "a" : `r${n - 1}`},\n`).join("")}`,
    "claims.csv": `${rules.case["claims.csv"]}${relays.map((n) => `Fr${n},r${n},Relay ${n}: X was fined.,fact,,,,2019,observation,r${n}\n`).join("")}`,
    "evidence.csv": `${rules.case["evidence.csv"]}${relays.map((n) => `r${n},C1,Fr${n},yes,,a\nq${n},C7,Fr${n},yes,,a\n`).join("")}`,
  };
  const [before, after] = await Promise.all(
    [rules.case, tables].map(async (each) =>
      told((await answerIn(each, claims, { text: "text" }, "2020-06-01")).findings),
    ),
  );
  expect(after).toEqual(before);
});

test("an interested party's denial is shown, with who denies it, and changes nothing", async () => {
  const tables = {
    ...rules.case,
    "denials.csv":
      "id,of,by,text,source\nd1,C1,org:x,X denies it.,company\nd2,Fa,org:x,X calls A wrong.,company\n",
  };
  const { findings } = await answerIn(tables, claims, { text: "text" }, "2020-06-01");
  const [first] = findings as ClaimFinding[];
  expect([first?.standing, first?.denials.map((one) => [one.of, one.by, one.because])]).toEqual([
    "supported",
    [
      ["C1", "org:x", ["d1"]],
      ["Fa", "org:x", ["d2"]],
    ],
  ]);
  expect(first?.against.map((one) => [one.statement, one.not, one.speaker])).toEqual([
    ["Fx", "denial", "org:x"],
  ]);
});

test("in the built-in case allegations show who makes them and who denies them", async () => {
  await inCase("cases/alibaba", async (store) => {
    const { findings, blocks } = await answer(store, claims, { text: "oped", claim: "C23" }, "2026-01-01");
    const [one] = findings as ClaimFinding[];
    expect(one?.guarded).toBe(true);
    expect(new Set(one?.denials.map((denial) => denial.by))).toEqual(
      new Set(["org:alibaba_group", "org:ant_group"]),
    );
    expect(one?.for.find((each) => each.statement === "F047")).toMatchObject({
      speaker: "anonymous",
      origins: ["wsj-20210216"],
    });
    const board = JSON.stringify(blocks.find((block) => block.kind === "claims"));
    for (const shown of ["Denied by", "citing people it does not name", "a party's own denial"])
      expect(board).toContain(shown);
  });
});

test("the fine is recomputed: 18.228 of 455.712 is 3.9999 %, and the published 4 % stands, as rounded", async () => {
  const { findings } = await answerIn("cases/alibaba", claims, { text: "oped", claim: "c1" }, "2026-01-01");
  const [one] = findings as ClaimFinding[];
  const found = one?.recomputed.map((each) => [
    each.of,
    each.published,
    each.expression,
    each.value,
    each.stands,
  ]);
  expect(found).toEqual([
    ["C1", "18.2 billion CNY", "F001", "18228000000", true],
    ["C1", "18.2 billion CNY", "F002 * F003", "18228480000", true],
    ["F002", "4 percent", "F001 / F003", "3.99989467", true],
    ["F004", "18.22848 billion CNY", "F002 * F003", "18228480000", true],
  ]);
});

test("a figure that does not follow takes the support away; what cannot be recomputed is a gap", async () => {
  const tables = (quantity: string, computed: string) => ({
    "sources.csv": "id,title\ntext,The text\na,A\nb,B\n",
    "claims.csv": `id,text,statement,quantity,computed,source\nC1,text,X paid 10 percent.,${quantity},${computed},text\nFa,a,X paid 9.,9 EUR,,a\nFb,b,X earned 100.,100 EUR,,b\n`,
    "evidence.csv": "id,claim,statement,for,source\n1,C1,Fa,yes,a\n2,C1,Fb,yes,a\n",
  });
  const ask = (quantity: string, computed: string) =>
    answerIn(tables(quantity, computed), claims, { text: "text" }, "2024-01-01");
  const standing = async (quantity: string, computed: string) =>
    told((await ask(quantity, computed)).findings)
      .get("C1")
      ?.slice(0, 2);
  expect(await standing("9 percent", "Fa / Fb")).toEqual(["supported", "shown"]);
  expect(await standing("10 percent", "Fa / Fb")).toEqual(["contested", "figure-differs"]);
  const { findings, gaps } = await ask("9 percent", "Fa / Fnone");
  expect(told(findings).get("C1")?.slice(0, 2)).toEqual(["supported", "shown"]);
  expect(gaps.map((gap) => [gap.code, gap.why])).toEqual([["not-recomputed", "Fnone"]]);
});

test("a text, a claim, a set and a rater that are not there are refused, with those that are", async () => {
  await inCase("cases/alibaba", async (store) => {
    const wrong = (input: Record<string, string>) => answer(store, claims, input, "2026-01-01");
    await expect(wrong({ text: "some other text" })).rejects.toMatchObject({
      code: "unknown-source",
      choices: expect.arrayContaining(["oped (The truth behind Alibaba's fine)"]),
    });
    await expect(wrong({ text: "oped", claim: "C99" })).rejects.toMatchObject({ code: "unknown-statement" });
    await expect(wrong({ text: "oped", set: "none" })).rejects.toMatchObject({ choices: ["why-alibaba"] });
    await expect(wrong({ text: "oped", rater: "nobody" })).rejects.toMatchObject({
      choices: ["draft reader"],
    });
  });
});

test("a text without explanations has the board alone; a withdrawn statement no longer counts and is a gap", async () => {
  await inCase(rules.case, async (store) => {
    const before = await answer(store, claims, { text: "text" }, "2020-06-01");
    expect(before.overall).toEqual({ title: "The text", sets: [] });
    expect(before.blocks.map((block) => block.kind)).toEqual(["headline", "claims", "prose"]);
    await store.withdraw(["Fa"], "wrong", "2024-01-01T00:00:00Z");
    const after = await answer(store, claims, { text: "text" }, "2020-06-01");
    expect(told(after.findings).get("C10")).toEqual(["unsupported", "nothing", 0, 0]);
    expect(after.gaps.map((gap) => gap.code)).toContain("statement-gone");
  });
});
