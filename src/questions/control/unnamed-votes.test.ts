import { expect, test } from "vitest";
import { asked, row } from "../../../test/asked-of-holdings.ts";

const joint = (party: string, share: string) => row("x", party, share, { joint: "j" });

async function rest(...rows: Parameters<typeof asked>[0]) {
  const { answer, finding, said } = await asked(rows);
  const gap = answer.gaps.find(({ code }) => code.startsWith("unnamed-"));
  const sentence = said.find((s) => s.startsWith("Who has the rest"));
  return {
    verdict: finding.verdict,
    votes: finding.unnamedVotes,
    code: gap?.code,
    about: gap?.about,
    sentence,
  };
}

test("where a joint block and the others leave nothing, those who hold it are not said to be unnamed", async () => {
  const found = await rest(joint("p", "30"), joint("q", "30"), row("x", "p", "25"), row("x", "r", "45"));
  expect(found).toEqual({
    verdict: "no controller on record",
    votes: { low: "0", high: "30" },
    code: "unnamed-if-any",
    about: ["x", "p", "q"],
    sentence:
      "Who has the rest of the votes in X (up to 30 %), if there is any: no source says whether the block of P and Q is apart from the other holdings stated.",
  });
});

test("where less is left if the block is apart from the others, both are said", async () => {
  const found = await rest(joint("p", "30"), joint("q", "30"), row("x", "p", "25"), row("x", "r", "20"));
  expect(found).toEqual({
    verdict: "not known",
    votes: { low: "25", high: "55" },
    code: "unnamed-or-same",
    about: ["x", "p", "q"],
    sentence:
      "Who has the rest of the votes in X (25–55 %): no source names these holders, nor says whether the block of P and Q is apart from the other holdings stated.",
  });
});

test("a holding of unknown directness may be the same votes, too; a block alone is nobody else's", async () => {
  const unknown = await rest(row("x", "p", "40", { direct: "unknown" }), row("x", "r", "30"));
  expect([unknown.code, unknown.about, unknown.votes]).toEqual([
    "unnamed-or-same",
    ["x", "p"],
    { low: "30", high: "60" },
  ]);
  const alone = await rest(joint("p", "40"), joint("q", "40"));
  expect([alone.code, alone.votes]).toEqual(["unnamed-holders", "60"]);
  expect(alone.sentence).toContain("no source names these holders.");
});

test("an end of the rest is open where an end of what is named is, own shares among it", async () => {
  const cases: [string, ...Parameters<typeof asked>[0]][] = [
    ["60 to less than 70", row("x", "p", ">30-40")],
    ["more than 60 to 70", row("x", "p", "30-<40")],
    ["50 to less than 55", row("x", "x", ">5-10"), row("x", "p", "40")],
    ["more than 50 to 55", row("x", "x", "5-<10"), row("x", "p", "40")],
    ["more than 0 to 30", row("x", "p", "70-<100")],
    // Both together may be more than all: nothing may be left.
    ["0 to 40", row("x", "p", "30-<70"), row("x", "q", "30-<70")],
    ["30 to less than 60", joint("p", ">40-70"), joint("q", ">40-70"), row("x", "x", "0")],
    // Of the same block, an end that one of its holders reaches.
    ["30 to 60", joint("p", ">40-<70"), joint("q", "40-70")],
    ["30 to 60", joint("p", "40-70"), joint("q", ">40-<70")],
  ];
  for (const [expected, ...rows] of cases) {
    const { votes } = await rest(...rows);
    if (votes === null || typeof votes === "string") throw new Error("no range");
    const [low, high] = [votes.lowOpen ? "more than " : "", votes.highOpen ? "less than " : ""];
    expect(`${low}${votes.low} to ${high}${votes.high}`).toBe(expected);
  }
});
