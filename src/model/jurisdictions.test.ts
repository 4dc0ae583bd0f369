import { expect, test } from "vitest";
import { isJurisdiction, liesIn } from "./jurisdictions.ts";

test.each(["GB", "GB-SCT", "CN", "HK", "US-DE", "XK"])("%s is a jurisdiction", (code) => {
  expect(isJurisdiction(code)).toBe(true);
});

test.each(["", "UK", "EU", "gb", "GBX", "GB-", "GB-SCOT", "European Union"])("%s is none", (code) => {
  expect(isJurisdiction(code)).toBe(false);
});

test("a part of a country lies in it, and nothing else that begins alike", () => {
  expect(["GB", "GB-SCT", "GBX", "G", ""].map((one) => liesIn(one, ["FR", "GB"]))).toEqual([
    ...[true, true, false, false, false],
  ]);
  expect(liesIn("GB", ["GB-SCT"])).toBe(false);
});
