import { describe, expect, it } from "vitest";
import { Problem } from "../errors.ts";
import { formatMoney, parseMoney } from "./money.ts";

describe("money", () => {
  it("is kept in minor units of its own currency, exactly", () => {
    expect(parseMoney("18228000000", "CNY").minor).toBe(1_822_800_000_000n);
    expect(parseMoney("1234.5", "USD").minor).toBe(123_450n);
    expect(parseMoney("500", "JPY").minor).toBe(500n);
  });

  it("comes back as it was written", () => {
    for (const [amount, currency] of [
      ["18228000000", "CNY"],
      ["0.05", "USD"],
      ["2060000000", "HKD"],
      ["-12.3", "EUR"],
    ] as const) {
      expect(formatMoney(parseMoney(amount, currency))).toBe(amount);
    }
  });

  it("refuses what is finer than the currency, and currencies that do not exist", () => {
    expect(() => parseMoney("1.5", "JPY")).toThrow(Problem);
    expect(() => parseMoney("1", "XYZ")).toThrow("XYZ");
    expect(() => parseMoney("1,000", "USD")).toThrow("1,000");
  });
});
