import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapleyShubik } from "./shapley.ts";

const close = (found: ArrayLike<number>, expected: readonly number[]) =>
  expected.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 12);
  });

/** Every order of arrival, one by one. */
function byOrders(weights: readonly number[], total: number): number[] {
  const index = weights.map(() => 0);
  let orders = 0;
  const arrive = (left: readonly number[], before: number, decided: number) => {
    if (left.length === 0) {
      orders++;
      index[decided] = (index[decided] ?? 0) + 1;
      return;
    }
    for (const i of left) {
      const after = before + (weights[i] ?? 0);
      const decides = 2 * before <= total && 2 * after > total;
      arrive(
        left.filter((j) => j !== i),
        after,
        decides ? i : decided,
      );
    }
  };
  arrive([...weights.keys()], 0, -1);
  return index.map((n) => n / orders);
}

describe("the Shapley–Shubik index", () => {
  it("takes exactly half for no majority", () => {
    close(shapleyShubik([50, 50], 100), [1 / 2, 1 / 2]);
    close(shapleyShubik([51, 49], 100), [1, 0]);
  });

  it("is the part of all orders in which a voter decides, counted or listed", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 })
          .filter((w) => w.some((v) => v > 0)),
        (weights) => {
          const total = weights.reduce((a, b) => a + b, 0);
          const expected = byOrders(weights, total);
          close(shapleyShubik(weights, total), expected);
          const fine = weights.map((w) => w * 7_000_003);
          close(
            shapleyShubik([...fine.slice(0, -1), (fine.at(-1) ?? 0) + 1], total * 7_000_003 + 1),
            byOrders([...fine.slice(0, -1), (fine.at(-1) ?? 0) + 1], total * 7_000_003 + 1),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of one holder among an ocean is its share over what it leaves, and all of it from half on", () => {
    close(shapleyShubik([20], 100), [20 / 80]);
    close(shapleyShubik([40], 100), [40 / 60]);
    close(shapleyShubik([51], 100), [1]);
  });

  it("of two equal holders among an ocean is what arrival by arrival comes to", () => {
    const [a = 0, b = 0] = shapleyShubik([30, 30], 100);
    expect(a).toBeCloseTo(b, 14);
    const steps = 400_000;
    let sum = 0;
    for (let k = 0; k < steps; k++) {
      const x = (k + 0.5) / steps;
      const decides = (before: number) => (before <= 50 && before + 30 > 50 ? 1 : 0);
      sum += (1 - x) * decides(40 * x) + x * decides(30 + 40 * x);
    }
    expect(a).toBeCloseTo(sum / steps, 5);
  });

  it("goes to what an ocean of ever smaller voters comes to", () => {
    const small = [30, 20, ...new Array<number>(46).fill(50 / 46)].map((w) => Math.round(w * 46));
    const [a = 0, b = 0] = shapleyShubik(small, 4600);
    const [c = 0, d = 0] = shapleyShubik([30, 20], 100);
    expect(Math.abs(a - c)).toBeLessThan(0.01);
    expect(Math.abs(b - d)).toBeLessThan(0.01);
  });

  it("gives the same counted and listed", () => {
    const weights = [31, 17, 13, 7, 5];
    const counted = shapleyShubik(weights, 100);
    const listed = shapleyShubik(
      weights.map((w, i) => w * 1e10 + i),
      100e10,
    );
    counted.forEach((value, i) => {
      expect(listed[i]).toBeCloseTo(value, 8);
    });
  });
});
