import { expect, test } from "vitest";
import { answer, answerIn, inCase } from "../../../../test/answer-in.ts";
import { claims } from "../index.ts";
import type { ClaimsOverall, ExplanationSet } from "./overall.ts";

const RATINGS = [
  // item, hypothesis, rating, rater, credibility, relevance
  ["e1", "h1", "I", "ann", "high", "high"],
  ["e1", "h2", "C", "ann", "high", "high"],
  ["e2", "h1", "C", "ann", "", ""],
  ["e2", "h2", "II", "ann", "low", ""],
  ["e3", "h1", "N", "ann", "", ""],
  ["e3", "h2", "I", "ann", "", ""],
] as const;

function tables(
  options: {
    exclusive?: string;
    more?: readonly (readonly string[])[];
    items?: string;
    sources?: string;
  } = {},
) {
  const ratings = [...RATINGS, ...(options.more ?? [])]
    .map((row, n) => `r${n},${row.join(",")},a\n`)
    .join("");
  return {
    "sources.csv": `id,title,derived_from\ntext,The text,\na,A,\nb,B,\nc,C,\n${options.sources ?? ""}`,
    "claims.csv":
      "id,text,statement,source\nC1,text,A claim.,text\nF1,a,One.,a\nF2,b,Two.,b\nF3,c,Three.,c\n",
    "evidence.csv": `id,claim,statement,for,source\nl,C1,F1,yes,a\ne1,why,F1,,a\ne2,why,F2,,b\ne3,why,F3,,c\n${options.items ?? ""}`,
    "hypotheses.csv": `id,set,text,exclusive,source\nh1,why,First.,${options.exclusive ?? "yes"},a\nh2,why,Second.,${options.exclusive ?? "yes"},a\n`,
    "ratings.csv": `id,evidence,hypothesis,rating,rater,credibility,relevance,source\n${ratings}`,
  };
}
const setOf = async (...given: Parameters<typeof tables>): Promise<ExplanationSet> => {
  const { overall } = await answerIn(tables(...given), claims, { text: "text" }, "2024-01-01");
  return (overall as ClaimsOverall).sets[0] as ExplanationSet;
};
const against = (set: ExplanationSet) =>
  set.explanations.map((one) => [one.hypothesis, one.inconsistency, one.unweighted]);

test("inconsistency by hand: I at 3 × 3 against h1; II at 1 × 2 and I at 2 × 2 against h2", async () => {
  const set = await setOf();
  expect(against(set)).toEqual([
    ["h1", "9", "1"],
    ["h2", "8", "3"],
  ]);
  expect(set.explanations.map((one) => [one.least, one.leastUnweighted, one.rated, one.telling])).toEqual([
    [false, true, 3, 2],
    [true, false, 3, 3],
  ]);
  expect(set.origins.map((one) => [one.items, one.diagnosticity, one.without])).toEqual([
    [["e1"], "18", true],
    [["e2"], "8", false],
    [["e3"], "4", false],
  ]);
  expect([set.ranking, set.notRanked]).toEqual([[["h2"], ["h1"]], ""]);
});

test("no ranking unless the explanations exclude each other and are rated about equally often", async () => {
  expect((await setOf({ exclusive: "no" })).notRanked).toBe("not-exclusive");
  const one = tables();
  const { overall } = await answerIn(
    {
      ...one,
      "ratings.csv": one["ratings.csv"].replace(/^r5.*\n/m, "").replace(/^r3.*\n/m, "r3,e2,h2,NA,ann,,,a\n"),
    },
    claims,
    { text: "text" },
    "2024-01-01",
  );
  expect((overall as ClaimsOverall).sets[0]?.notRanked).toBe("unfalsifiable");
  const few = tables({ more: [["e1", "h2", "I", "bob", "", ""]] });
  const less = await answerIn(
    { ...few, "ratings.csv": few["ratings.csv"].replace(/^r5.*\n/m, "").replace(/^r3.*\n/m, "") },
    claims,
    { text: "text" },
    "2024-01-01",
  );
  expect((less.overall as ClaimsOverall).sets[0]?.notRanked).toBe("coverage");
});

test("an item told again by a relay, rated alike, changes nothing but the list of items", async () => {
  const before = await setOf();
  const after = await setOf({
    sources: "r,Relay of A,a\n",
    items: "e9,why,F1r,,r\n",
    more: [
      ["e9", "h1", "I", "ann", "high", "high"],
      ["e9", "h2", "C", "ann", "high", "high"],
    ],
  });
  // The relay's own statement is not in the case, so that the item is left out: nothing is counted that is not there.
  expect(against(after)).toEqual(against(before));
  const both = tables({
    sources: "r,Relay of A,a\n",
    items: "e9,why,F1r,,r\n",
    more: [
      ["e9", "h1", "I", "ann", "high", "high"],
      ["e9", "h2", "C", "ann", "high", "high"],
    ],
  });
  const { overall } = await answerIn(
    { ...both, "claims.csv": `${both["claims.csv"]}F1r,r,One again.,r\n` },
    claims,
    { text: "text" },
    "2024-01-01",
  );
  const set = (overall as ClaimsOverall).sets[0] as ExplanationSet;
  expect(set.items.length).toBe(4);
  expect(set.origins[0]?.items).toEqual(["e1", "e9"]);
  const figures = (one: ExplanationSet) => [
    against(one),
    one.origins.map(({ diagnosticity, without, reorders, reversed }) => [
      diagnosticity,
      without,
      reorders,
      reversed,
    ]),
    one.explanations.map(({ rated, of, telling, ahead }) => [rated, of, telling, ahead]),
  ];
  expect(figures(set)).toEqual(figures(before));
});

test("two raters: the mean of what they say, how far they agree, and each alone", async () => {
  const more = [
    ["e1", "h1", "II", "bob", "high", "high"],
    ["e2", "h1", "C", "bob", "", ""],
    ["e3", "h2", "C", "bob", "", ""],
  ];
  const set = await setOf({ more });
  expect(set.raters).toEqual(["ann", "bob"]);
  expect(against(set)[0]).toEqual(["h1", "13.5", "1.5"]);
  expect(set.agreement).toMatchObject({ cells: 3, why: "" });
  expect(Number(set.agreement.alpha)).toBeLessThan(1);
  await inCase(tables({ more }), async (store) => {
    const alone = await answer(store, claims, { text: "text", rater: "bob" }, "2024-01-01");
    const [bob] = (alone.overall as ClaimsOverall).sets;
    expect([bob?.raters, bob?.agreement.why, bob?.explanations[0]?.inconsistency]).toEqual([
      ["bob"],
      "one-rater",
      "18",
    ]);
  });
});

test("the built-in matrix: 28 items by 7 explanations; nothing counts against H7, which is no win and not compared", async () => {
  const { overall, blocks } = await answerIn("cases/alibaba", claims, { text: "oped" }, "2026-01-01");
  const [set] = (overall as ClaimsOverall).sets;
  expect([set?.set, set?.items.length, set?.explanations.length, set?.origins.length]).toEqual([
    "why-alibaba",
    28,
    7,
    25,
  ]);
  expect(set?.items.every((item) => item.cells.every((cell) => cell.ratings.length === 1))).toBe(true);
  const wide = set?.explanations.filter((one) => one.unfalsifiable).map((one) => one.hypothesis);
  expect(wide).toEqual(["H7"]);
  expect(set?.explanations.find((one) => one.hypothesis === "H7")?.least).toBe(false);
  expect([set?.ranking, set?.notRanked, set?.agreement]).toEqual([
    null,
    "not-exclusive",
    { alpha: null, nominal: null, cells: 0, why: "one-rater" },
  ]);
  const matrix = blocks.find((block) => block.kind === "matrix");
  expect([matrix?.rows.length, matrix?.columns.length]).toEqual([28, 7]);
  const reading = JSON.stringify(blocks.filter((block) => block.kind === "prose"));
  expect(reading).toContain("No probability follows from any of this.");
  expect(reading).not.toMatch(/most likely|probably|proves/i);
});
