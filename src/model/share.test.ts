import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../errors.ts";
import { cover, formatShare, formatUnits, PERCENT, parseShare, toPercent, WHOLE } from "./share.ts";

describe("parseShare", () => {
  it.each([
    ["34.4", "34.4"],
    ["25-50", { low: "25", high: "50" }],
    [">25-50", { low: "25", high: "50", lowOpen: true }],
    ["50-<75", { low: "50", high: "75", highOpen: true }],
    [">4.3", { low: "4.3", high: "100", lowOpen: true }],
    ["<0.5", { low: "0", high: "0.5", highOpen: true }],
    ["about 30", { low: "27", high: "33" }],
    ["about 5", { low: "4", high: "6" }],
    ["", { low: "0", high: "100" }],
  ])("reads %j", (text, percent) => expect(toPercent(parseShare(text))).toEqual(percent));

  it("keeps half apart from the least above it", () => {
    expect(parseShare("50.0000000001").low).toBe(50 * PERCENT + 1);
    expect(parseShare("50.00000000001")).toMatchObject({ low: 50 * PERCENT, high: 50 * PERCENT + 1 });
  });

  it.each(["140", "100.0000000001", "-5", "50-25", ">50-50", "half", "1e2", "10-20-30", "1,5", ">"])(
    "refuses %j, naming it",
    (text) => {
      expect(() => parseShare(text)).toThrow(Problem);
      expect(() => parseShare(text)).toThrow(text);
    },
  );

  it("gives back what it reads", () => {
    const units = fc.integer({ min: 0, max: WHOLE });
    fc.assert(
      fc.property(units, units, fc.boolean(), fc.boolean(), (a, b, lowOpen, highOpen) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const share =
          low === high ? { low, high, lowOpen: false, highOpen: false } : { low, high, lowOpen, highOpen };
        expect(parseShare(formatShare(share))).toMatchObject(share);
        expect(parseShare(formatUnits(a)).low).toBe(a);
      }),
    );
  });
});

describe("cover", () => {
  it("contains both, an end closed where either closes it", () => {
    expect(toPercent(cover(parseShare(">25-50"), parseShare("25-60")))).toEqual({ low: "25", high: "60" });
    expect(toPercent(cover(parseShare("30"), parseShare("31.5")))).toEqual({ low: "30", high: "31.5" });
  });
});
