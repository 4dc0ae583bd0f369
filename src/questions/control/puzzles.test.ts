import { expect, test } from "vitest";
import { answerIn } from "../../../test/answer-in.ts";
import type { ControlFinding } from "./finding.ts";
import { control } from "./index.ts";

const people = ["p", "q", "r"].map((id) => `${id},${id.toUpperCase()},person`);
const companies = ["x", "y", "b"].map((id) => `${id},${id.toUpperCase()},company`);

/** A case of a few holdings `subject,party,right,share,joint,with,from,to`, each its own statement. */
const caseOf = (...rows: readonly string[]) => ({
  "sources.csv": "id,title,published\ns,A register,2024-01-02\n",
  "entities.csv": ["id,name,kind", ...people, ...companies, ""].join("\n"),
  "interests.csv": [
    "id,subject,party,right,share,joint,with,from,to,source",
    ...rows.map((row, i) => `i${i},${row},s`),
    "",
  ].join("\n"),
});
const held = (subject: string, party: string, share: string, more = ",,2020-01-01,") =>
  `${subject},${party},shareholding,${share},${more}`;

async function asked(rows: readonly string[], input: object = {}, day = "2024-06-01") {
  const { findings, blocks } = await answerIn(caseOf(...rows), control, { entity: "x", ...input }, day);
  const text = JSON.stringify(blocks).replaceAll("\u00a0", " ");
  return { finding: findings[0] as ControlFinding, blocks, text };
}

test("an open end of a band is never taken for a figure: no document could show more than the whole", async () => {
  const { finding } = await asked([held("x", "p", ">50-<75"), held("x", "q", ">25-50")]);
  expect(finding.verdict).toBe("controlled");
  expect(finding.turns?.nextDocuments).toEqual([]);
  const alone = await asked([held("x", "p", ">50")]);
  expect(alone.finding.turns?.nextDocuments).toEqual([]);
  const open = await asked([held("x", "p", ">25-50"), held("x", "q", ">25-75")]);
  const [asks] = open.finding.turns?.nextDocuments.filter((d) => d.high !== null) ?? [];
  expect(JSON.stringify(asks?.high)).toContain("certain");
});

test("where rounds get stuck, who decides is as likely as it is to come to that, whatever ids are", async () => {
  const ring = (a: string, b: string) => [
    ...[held("x", "y", "40"), held("y", "x", "40")],
    ...[held("x", a, "11"), held("y", a, "11"), held("x", b, "49"), held("y", b, "49")],
  ];
  for (const [a, b] of [
    ["p", "q"],
    ["q", "p"],
  ] as const) {
    const { finding } = await asked(ring(a, b));
    const holders = finding.working?.network?.holders ?? [];
    expect(holders.map(({ party }) => party).sort()).toEqual(["p", "q"]);
    for (const { chance, error } of holders) {
      expect(Number(chance)).toBeGreaterThan(20);
      expect(Number(chance)).toBeLessThan(80);
      expect(Number(error)).toBeGreaterThan(2);
    }
  }
});

test("several who control only together are the subject of the proof, once; the agreement is what it turns on", async () => {
  const concert = "x,p,actingInConcert,,,q,2020-01-01,";
  const { finding, text } = await asked([
    ...[held("x", "p", "30"), held("x", "q", "25"), held("x", "r", "45")],
    concert,
  ]);
  expect(finding.controllers.map(({ party, joint }) => [party, ...joint])).toEqual([
    ["p", "q"],
    ["q", "p"],
  ]);
  expect(finding.controllers[0]?.proof.map(({ together }) => together)).toEqual([
    ["p", "q"],
    ["p", "q"],
  ]);
  expect(text).toContain("P together with Q votes the 30 % of the shares of X that P holds");
  expect(text.split("So P together with Q controls X.").length).toBe(2);
  expect(text).toContain("Without it, control by P together with Q would be ruled out");
  expect(text).not.toContain("the answer is the same with or without it");
});

test("joint holders who each report the whole leave less to those not named, and neither has the whole of it", async () => {
  const joint = "couple,,2020-01-01,";
  const { finding, text } = await asked([
    ...[held("x", "p", "60", joint), held("x", "q", "60", joint), held("x", "r", "40")],
  ]);
  expect(finding.unnamedVotes).toMatchObject({ low: "0", high: "40" });
  for (const { economic } of finding.controllers) expect(economic).toMatchObject({ low: "0", high: "60" });
  expect(text).toContain("P together with Q holds 60 % of the shares of X.");
  expect(text).toContain("So P together with Q controls X.");
  // Either statement taken away leaves another record: the proof rests on both.
  expect(finding.controllers[0]?.proof.flatMap(({ because }) => because)).toEqual(["i0", "i1"]);
});

test.each([
  // What is not named is at most the whole less what is surely named, open where that end is.
  [["r,5"], "60", { low: "35", high: "40" }],
  [["r,>5"], "60", { low: "0", high: "40" }],
  [["r,>5"], ">60", { low: "0", high: "40", highOpen: true }],
  [["r,>70"], "60", { low: "0", high: "30", highOpen: true }],
  [["r,60"], ">60", { low: "0", high: "40", highOpen: true }],
])("votes not named beside %j and a joint block of %s", async (beside, block, expected) => {
  const joint = "couple,,2020-01-01,";
  const { finding } = await asked([
    ...[held("x", "p", block, joint), held("x", "q", block, joint)],
    ...beside.map((one) => held("x", ...(one.split(",") as [string, string]))),
  ]);
  expect(finding.unnamedVotes).toEqual(expected);
});

test("votes that a contract outranks are nobody's, not unnamed", async () => {
  const { finding } = await asked([
    ...[held("x", "p", "60"), held("x", "r", "40")],
    "x,q,rightsGrantedByContract,,,,2020-01-01,",
  ]);
  expect(finding.verdict).toBe("controlled");
  expect(finding.unnamedVotes).toBeNull();
});

test("who controlled it all along did not gain control when whoever was above let go", async () => {
  const { finding, text } = await asked(
    [
      held("x", "b", "80"),
      held("b", "p", "60", ",,2020-01-01,2022-01-01"),
      held("b", "p", "30", ",,2022-01-01,"),
    ],
    { since: "2021-01-01" },
    "2023-01-01",
  );
  expect(finding.change).toMatchObject({ gained: [], lost: ["p"], onTop: ["b"], below: [] });
  expect(text).not.toContain("gained control");
  expect(text).toContain("Above B there was another controller then and is none now.");
});

test("rival grounds and rings are told of each, and what was not tried is not said to turn nothing", async () => {
  const ring = await asked([held("x", "y", "100"), held("y", "b", "51"), held("b", "y", "51")]);
  expect(ring.text).toMatch(/(?:B and Y|Y and B) each control X/);
  const over = await asked([held("x", "p", "60"), held("x", "q", "55")]);
  expect(over.text).not.toContain("No single holding on record turns it");
  const even = await asked([held("x", "p", "50"), held("x", "q", "50")]);
  expect(even.text).toContain("No single holding on record turns it by being more or less than it is");
});

test("what is only possible is not concluded under a law", async () => {
  const { text } = await asked(
    [held("x", "b", "50-75"), held("b", "p", "25"), held("b", "q", "25"), held("x", "r", "25")],
    { law: "eu-amlr" },
  );
  expect(text).toContain("So the record does not rule out that P counts as beneficial owner");
  expect(text).toContain("So R counts as beneficial owner");
});

test("what a law's proof goes through is in the chart", async () => {
  const { finding, blocks } = await asked(
    [
      held("x", "b", "40"),
      held("x", "q", "20"),
      held("x", "r", "40"),
      held("b", "p", "50"),
      held("b", "q", "50"),
    ],
    { law: "us-ofac-50", list: ["p", "q"] },
  );
  expect(finding.controllers.map(({ party }) => party)).toEqual(["p", "q"]);
  const chart = blocks.find((block) => block.kind === "network");
  const proven = chart?.edges.filter(({ emphasis }) => emphasis).map(({ from, to }) => `${from} ${to}`);
  expect(proven?.sort()).toEqual(["b x", "p b", "q b", "q x"]);
});
