import edtf from "edtf";
import { describe, expect, it } from "vitest";
import { Problem } from "../errors.ts";
import { formatDay, parseDate, parseDay } from "./date.ts";

const days = (text: string) => {
  const { lo, hi } = parseDate(text);
  return [Number.isFinite(lo) ? formatDay(lo) : "open", Number.isFinite(hi) ? formatDay(hi) : "open"];
};

describe("parseDate", () => {
  it.each([
    ["2018", "2018-01-01", "2018-12-31"],
    ["2016-02", "2016-02-01", "2016-02-29"],
    ["2018-06-30", "2018-06-30", "2018-06-30"],
    ["[2023-01-07..2023-12-30]", "2023-01-07", "2023-12-30"],
    ["..2015-12", "open", "2015-12-31"],
    ["[2018..]", "2018-01-01", "open"],
  ])("reads %s as one day from %s to %s", (text, from, to) => expect(days(text)).toEqual([from, to]));

  it.each([
    "2018-02-30",
    "2018-13",
    "2018-21",
    "2018~",
    "18",
    "yesterday",
    "",
    "..",
    "[2020..2019]",
    "2018-06-30T10:00:00Z",
  ])("refuses %j", (text) => expect(() => parseDate(text)).toThrow(Problem));

  it("reads full days as the library does, around every end of a month, and refuses the same ones", () => {
    const two = (n: number) => String(n).padStart(2, "0");
    const tried = (work: () => unknown) => {
      try {
        return work();
      } catch {
        return "refused";
      }
    };
    const byLibrary = (text: string) => {
      const { min, max } = edtf(text) as { min: number; max: number };
      return { lo: Math.floor(min / 86_400_000), hi: Math.floor(max / 86_400_000) };
    };
    for (const year of [
      "0000",
      "0999",
      "1000",
      "1582",
      "1900",
      "1969",
      "1970",
      "2000",
      "2023",
      "2024",
      "9999",
    ])
      for (let month = 1; month <= 12; month++)
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const text = `${year}-${two(month)}-${two(day)}`;
          expect([text, tried(() => parseDate(text))]).toEqual([text, tried(() => byLibrary(text))]);
        }
  });
});

describe("parseDay", () => {
  it("takes a full day only", () => {
    expect(formatDay(parseDay("2021-03-31"))).toBe("2021-03-31");
    expect(() => parseDay("2021-03")).toThrow("is not one day");
  });
});
