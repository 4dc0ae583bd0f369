import { expect, test } from "vitest";
import { asked, row } from "../../../../test/asked-of-holdings.ts";
import { NEAR } from "../../../graph/near-shares.ts";
import { WHOLE } from "../../../model/share.ts";
import { clearly } from "./facts.ts";

const through = async (share: string, more: readonly ReturnType<typeof row>[] = []) => {
  const rows = [row("b", "p", "50"), row("x", "b", share), ...more];
  const { finding } = await asked(rows, { law: "eu-amlr" });
  const rules = finding.controllers.find(({ party }) => party === "p")?.grounds ?? [];
  return rules.filter(({ rule }) => rule === "art-52").map(({ certainty, share: part }) => [certainty, part]);
};

test("what doubles cannot tell from a threshold is told exactly: ten decimals above, at and below it", async () => {
  expect(await through("50.0000000002")).toEqual([["certain", "25.0000000001"]]);
  expect(await through("50")).toEqual([["certain", "25"]]);
  expect(await through("49.9999999998")).toEqual([]);
  expect(await through("49.9999999998-50")).toEqual([["possible", { low: "24.9999999999", high: "25" }]]);
});

test("so it is round a ring, where only nearly the threshold is reached", async () => {
  // P has half of B and B half of X, which has as much of B as leaves P exactly, or not quite, a quarter of X.
  const ring = (back: string) => [row("b", "x", back), row("x", "c", "10")];
  expect(await through("40", ring("40"))).toEqual([]);
  const [[certainty, part] = []] = await through("41.6666666667", ring("40"));
  expect([certainty, part]).toEqual(["certain", expect.anything()]);
  expect(await through("41.6666666666", ring("40"))).toEqual([]);
});

test("no threshold is so small that what doubles may be off by counts as clear", () => {
  for (const limit of [0.25, 1e-3, 1e-6, 1e-8, NEAR]) {
    const units = limit * WHOLE;
    for (const off of [-NEAR, 0, NEAR]) {
      const end = Math.max(0, limit + off);
      expect([limit, off, clearly({ low: end, high: end }, { units, strict: false })]).toEqual([
        limit,
        off,
        undefined,
      ]);
    }
  }
  expect(clearly({ low: 0.3, high: 0.4 }, { units: WHOLE / 4, strict: false })).toBe("certain");
  expect(clearly({ low: 0.2, high: 0.4 }, { units: WHOLE / 4, strict: false })).toBe("possible");
  expect(clearly({ low: 0.1, high: 0.2 }, { units: WHOLE / 4, strict: false })).toBe(null);
});
