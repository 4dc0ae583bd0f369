import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapleyShubik } from "./shapley.ts";
import { shapleyRange } from "./shapley-range.ts";

const body = (ranges: readonly (readonly [number, number])[], total = 100) => ({
  low: Float64Array.from(ranges, ([low]) => low),
  high: Float64Array.from(ranges, ([, high]) => high),
  total,
});

/** Every completion in whole units. */
function completions(ranges: readonly (readonly [number, number])[], total: number): number[][] {
  let all: number[][] = [[]];
  for (const [low, high] of ranges)
    all = all.flatMap((w) => Array.from({ length: high - low + 1 }, (_, k) => [...w, low + k]));
  return all.filter((w) => w.reduce((a, b) => a + b, 0) <= total);
}

describe("the Shapley–Shubik index of ranges", () => {
  it("is a point where the votes are", () => {
    const { low, high } = shapleyRange(
      body([
        [34, 34],
        [22, 22],
        [22, 22],
        [22, 22],
      ]),
    );
    expect([...low]).toEqual([...high]);
    expect(low[0]).toBeCloseTo(1 / 2, 12);
  });

  it("of one range among an ocean runs from its lower to its upper end", () => {
    const { low, high } = shapleyRange(body([[20, 40]]));
    expect([low[0], high[0]]).toEqual([0.25, expect.closeTo(2 / 3, 12)]);
  });

  it("holds what trying every completion in whole units finds, and is hardly wider", () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 5 }))
      .map(([low, width]): [number, number] => [low, low + width]);
    fc.assert(
      fc.property(fc.array(range, { minLength: 2, maxLength: 4 }), (ranges) => {
        const total = 20;
        if (ranges.reduce((sum, [low]) => sum + low, 0) > total) return;
        const found = shapleyRange(body(ranges, total));
        const all = completions(ranges, total).map((w) => shapleyShubik(w, total));
        ranges.forEach((_, i) => {
          const least = Math.min(...all.map((v) => v[i] ?? 0));
          const most = Math.max(...all.map((v) => v[i] ?? 0));
          expect(found.low[i]).toBeLessThanOrEqual(least + 1e-12);
          expect(found.high[i]).toBeGreaterThanOrEqual(most - 1e-12);
          expect(least - (found.low[i] ?? 0)).toBeLessThan(0.03);
          expect((found.high[i] ?? 0) - most).toBeLessThan(0.03);
        });
      }),
      { numRuns: 300 },
    );
  });
});
