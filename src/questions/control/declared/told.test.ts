import { expect, test } from "vitest";
import { asked, row } from "../../../../test/asked-of-holdings.ts";

test("what is more than the part through others, and less than everything, is not called more than all there is", async () => {
  const found = await asked([row("x", "p", "40"), row("x", "p", "10", { direct: "indirect" })]);
  const [declared] = found.finding.declared;
  expect([declared?.outcome, declared?.computed?.range]).toEqual(["wider", "40"]);
  const sentence = found.said.find((each) => each.includes("is declared to hold"));
  expect(sentence).toContain("Read as the part through others it declares more than they show");
  const table = found.answer.blocks.find(
    (block) => block.kind === "table" && block.title === "Declared against computed",
  );
  expect(JSON.stringify(table)).toContain("declares more through others");
});

test("a holding counted whole is counted or not: a figure between the two fits neither", async () => {
  const of = async (share: string) => {
    const rows = [row("b", "p", "50-90"), row("x", "b", "30"), row("x", "p", share, { direct: "indirect" })];
    const [declared] = (await asked(rows)).finding.declared;
    return [declared?.outcome, declared?.explanations.some(({ code }) => code === "not-multiplied")];
  };
  expect(await of("10")).toEqual(["contradicts", false]);
  expect(await of("30")).toEqual(["agrees", true]);
});
