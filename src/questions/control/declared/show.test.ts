import { join } from "node:path";
import { expect, test } from "vitest";
import { inCase } from "../../../../test/answer-in.ts";
import { ROOT } from "../../../../test/source-files.ts";
import type { Lang } from "../../../ask/answer.ts";
import { ask } from "../../../ask/ask.ts";
import type { Bars, Block, Prose } from "../../../ask/block.ts";
import { readClocks } from "../../../ask/clocks.ts";
import { plain } from "../../../draw/sentence.ts";
import { control } from "../index.ts";
import { EXPLANATIONS, OUTCOMES } from "./entry.ts";
import { declaredWords } from "./words.ts";

const AT = "2024-01-01T00:00:00Z";
const blocksOf = (file: string, entity: string, lang: Lang) =>
  inCase(join(ROOT, file), async (store) => {
    const clocks = readClocks({ "as-of": "2021-06-01" }, AT);
    return (await ask(control, store, { input: { entity }, clocks, lang, at: AT, version: "test" })).blocks;
  });
const bars = (blocks: readonly Block[]) => blocks.filter((b): b is Bars => b.kind === "bars");
const told = (blocks: readonly Block[], title: string) =>
  blocks.find((b): b is Prose => b.kind === "prose" && b.title === title)?.sentences.map((s) => plain(s));

test("declared and computed are drawn on one scale, with what unknown holdings must be, and why both can be true", async () => {
  const blocks = await blocksOf("fixtures/conformance/several.json", "gazette", "en");
  const [pair, implied] = bars(blocks).filter((b) => /declared|declarations/.test(b.title));
  expect(
    pair?.rows.map((r) => [plain(r.label), r.series.map((s) => [s.label, s.style, s.figure.value])]),
  ).toEqual([
    [
      "Cai Carter: shares",
      [
        ["declared", "declared", "60"],
        ["computed", "certain", { low: "0", high: "80" }],
      ],
    ],
  ]);
  expect(implied?.rows.map((r) => [plain(r.label), r.series[0]?.figure.value]).sort()).toEqual([
    ["Cai Carter in North Vehicle", { low: "50", high: "100" }],
    ["Cai Carter in South Vehicle", { low: "50", high: "100" }],
  ]);
  const [sentence] = told(blocks, "Declared against computed, one by one") ?? [];
  expect(sentence).toContain(
    "is declared to hold, through others, 60\u00a0% of the shares of The Invented Gazette.",
  );
  expect(sentence).toContain("Both can be true: component records describe the chain");
  expect(sentence).toContain("then adds up to 150\u00a0%");
  for (const b of bars(blocks))
    for (const r of b.rows) for (const s of r.series) expect(s.figure.because).not.toEqual([]);
});

test("a declaration beside a direct holding is read both as all and as a part, in Chinese as well", async () => {
  const blocks = await blocksOf("fixtures/conformance/mixed.json", "paper", "zh");
  const pair = bars(blocks).find((b) => b.title === "股份：声明与推算可以同时成立");
  expect(pair?.rows[0]?.series.map((s) => s.label)).toEqual(["声明", "推算", "连同直接持有"]);
  const [sentence] = told(blocks, "逐项对照声明与推算") ?? [];
  expect(sentence).toContain("若声明指全部权益");
  expect(sentence).toContain("若声明只指通过他方的部分");
  expect(sentence).not.toMatch(/[a-z]{3,} [a-z]{3,}/);
});

test.each(["en", "zh"] as const)("every outcome and explanation has its words in %s", (lang) => {
  const w = declaredWords(lang);
  const nothing = {
    all: "A",
    first: "A",
    others: "B",
    pairs: [],
    range: "1",
    law: "",
    declaredOn: "",
    directOn: "",
  };
  for (const code of EXPLANATIONS) expect(w.why[code](nothing).length).toBeGreaterThan(5);
  for (const outcome of OUTCOMES) expect(w.leads[outcome].alone).not.toBe("");
});
