import { expect, test } from "vitest";
import { asked, row } from "../../../test/asked-of-holdings.ts";

const open = async (...rows: Parameters<typeof asked>[0]) => {
  const { answer, finding } = await asked(rows);
  const gap = answer.gaps.find(({ code }) => code === "unnamed-above");
  const documents = finding.turns?.nextDocuments.map((d) => [d.about, d.low?.verdict ?? null]);
  return { verdict: finding.verdict, about: gap?.about, because: gap?.because, documents };
};

test("where only one party behind several holders could control it, who holds them is not known, and what to ask for", async () => {
  const found = await open(row("x", "b", "50"), row("x", "c", "50"));
  expect(found).toEqual({
    verdict: "not known",
    about: ["b", "c"],
    because: ["i0", "i1"],
    documents: [
      ["b", "no controller on record"],
      ["c", "no controller on record"],
    ],
  });
});

test("the nearest whose holders are not all named are told, and none where the rest of the company itself would do", async () => {
  const split = await open(
    row("x", "b", "50"),
    row("x", "c", "50"),
    row("b", "p", "40"),
    row("c", "q", "100"),
  );
  expect([split.verdict, split.about]).toEqual(["no controller on record", undefined]);
  const rest = await open(row("x", "b", "50"), row("x", "c", "50"), row("b", "p", "40"));
  expect([rest.verdict, rest.about]).toEqual(["not known", ["b", "c"]]);
  expect((await open(row("x", "b", "20"), row("x", "c", "20"))).about).toBeUndefined();
});

test("the rest of its own votes is told with them, as it takes both", async () => {
  const both = await open(row("x", "b", "40"), row("x", "p", "40"));
  expect([both.verdict, both.about]).toEqual(["not known", ["x", "b"]]);
  // Either alone is less than half: of the rest, and of what B holds.
  expect((await open(row("x", "b", "40"), row("x", "p", "40"), row("b", "q", "100"))).about).toBeUndefined();
});

test("where nobody named and nobody unnamed could, who could with both is told, and naming one is what was said", async () => {
  const behind = async (...rows: Parameters<typeof asked>[0]) => {
    const { answer, finding } = await asked(rows);
    const gaps = answer.gaps.filter(({ code }) => code === "named-behind");
    return [finding.verdict, ...gaps.map(({ about }) => about.join(" ")).sort()];
  };
  const joint = [row("x", "b", "50"), row("x", "p", "50")];
  expect(await behind(...joint)).toEqual(["no controller on record", "p b"]);
  expect(await behind(...joint, row("b", "p", "51"))).toEqual(["controlled"]);
  expect(await behind(...joint, row("b", "q", "100"))).toEqual(["no controller on record"]);
  expect(await behind(row("x", "p", "20"), row("x", "q", "40"))).toEqual([
    "no controller on record",
    "p x",
    "q x",
  ]);
  // P controls B already: the rest of X is enough, and that of B is not told.
  expect(await behind(row("b", "p", "60"), row("x", "b", "40"), row("x", "q", "40"))).toEqual([
    "no controller on record",
    "p x",
    "q x",
  ]);
  // What one named party would have to hold to fill the rest was foretold as a change of the verdict.
  const rest = await asked([row("x", "b", "50")]);
  const document = rest.finding.turns?.nextDocuments.find((each) => each.about === "x");
  expect(document?.high?.verdict).toBe("no controller on record");
});
