import { expect, test } from "vitest";
import { parseQuantity } from "./quantity.ts";

test.each([
  ["18.2 billion CNY", 182n, 8, "CNY"],
  ["18228000000 CNY", 18228000000n, 0, "CNY"],
  ["4 percent", 4n, 0, "percent"],
  ["3.9 %", 39n, -1, "percent"],
  ["11 companies", 11n, 0, "companies"],
  ["788 million", 788n, 6, ""],
  ["1,250.50 HKD", 125050n, -2, "HKD"],
  ["-3 days", -3n, 0, "days"],
])("%s", (text, digits, power, unit) => {
  expect(parseQuantity(text)).toEqual({ digits, power, unit });
});

test("what does not begin with a number is refused", () => {
  expect(() => parseQuantity("about 30")).toThrow(/"about 30" does not begin with a number/);
});
