import { expect, test } from "vitest";
import { asked, row } from "../../../../test/asked-of-holdings.ts";

test("who leads a concert has its members' votes, and each member its shares", async () => {
  const { finding } = await asked(
    [
      row("x", "p", "30"),
      row("x", "q", "25"),
      row("x", "p", "", { right: "actingInConcert", with: "q", leader: "r" }),
    ],
    { law: "uk-psc" },
    "GB",
  );
  expect(finding.controllers.map((c) => [c.party, c.grounds.map((g) => [g.rule, g.share])])).toEqual([
    ["p", [["shares", "30"]]],
    ["r", [["votes", "55"]]],
  ]);
});

test("who controls by contract alone has no share as the rule about control counts", async () => {
  const { finding, said } = await asked(
    [row("x", "q", "100"), row("x", "p", "", { right: "rightsGrantedByContract" })],
    { law: "eu-amlr" },
  );
  const p = finding.controllers.find((c) => c.party === "p");
  expect(p?.grounds.map((g) => [g.rule, g.share])).toEqual([["art-53", null]]);
  expect(said.join(" ")).not.toContain("has 0 %");
});
