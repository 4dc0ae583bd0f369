import { expect, test } from "vitest";
import { COUNTRIES } from "./countries.ts";
import { isJurisdiction, jurisdictionCalled, liesIn } from "./jurisdictions.ts";

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

test("a jurisdiction is called by the name of its country in both languages", () => {
  const called = (code: string) => [jurisdictionCalled(code, "en"), jurisdictionCalled(code, "zh")];
  expect(called("NL")).toEqual(["the Netherlands", "荷兰"]);
  expect(called("LU")).toEqual(["Luxembourg", "卢森堡"]);
  expect(called("GB-SCT")).toEqual(["the United Kingdom (GB-SCT)", "英国（GB-SCT）"]);
  expect(called("ZZ")).toEqual(["ZZ", "ZZ"]);
  for (const [code, { en, zh }] of COUNTRIES) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(en, code).toMatch(/^(the )?[A-ZÀ-ÿ]/);
    expect(zh, code).toMatch(/^[\p{Script=Han}（）·]+$/u);
  }
  expect(COUNTRIES.size).toBe(250);
});
