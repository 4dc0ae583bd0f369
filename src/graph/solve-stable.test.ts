import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { densely, type LinearSystem } from "./arithmetic.ts";
import { solveStably } from "./solve-stable.ts";
import { StableFactors } from "./stable-factors.ts";

/** The elimination written out for one system: what is handed down goes along with the weights. */
function eliminated(system: LinearSystem<number>): number[] {
  const { size, whole, given } = system;
  const weight = densely(system);
  const w = Array.from({ length: size }, (_, j) =>
    Array.from({ length: size }, (_, i) => (weight[j * size + i] as number) / whole),
  );
  const at = (j: number) => w[j] as number[];
  const right = [...given];
  const out = w.map((_, j) => {
    const inside = weight.subarray(j * size, (j + 1) * size).reduce((sum, units) => sum + units, 0);
    return (whole - inside) / whole;
  });
  const left = out.map((_, k) => {
    let sum = out[k] as number;
    for (let i = k + 1; i < size; i++) sum += at(k)[i] as number;
    for (let j = k + 1; j < size; j++) {
      const factor = (at(j)[k] as number) / sum;
      for (let i = k + 1; i < size; i++) at(j)[i] = (at(j)[i] as number) + factor * (at(k)[i] as number);
      out[j] = (out[j] as number) + factor * (out[k] as number);
      right[j] = (right[j] as number) + factor * (right[k] as number);
    }
    return sum;
  });
  const x = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let sum = right[k] as number;
    for (let i = k + 1; i < size; i++) sum += (at(k)[i] as number) * (x[i] as number);
    x[k] = sum / (left[k] as number);
  }
  return x;
}

/** Companies held by a few others each: to at most `most` of `whole`, or to all of it but one unit. */
const systemOf = (size: number, whole: number, most: number | null) =>
  fc.nat().map((seed): LinearSystem<number> => {
    let state = seed;
    const next = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const from = Array.from({ length: 4 * size }, () => next(size));
    const part = most === null ? () => (whole - 4) / 4 : () => next(most / 4);
    return {
      ...{ size, whole, start: Int32Array.from({ length: size + 1 }, (_, j) => 4 * j) },
      from: Int32Array.from(from),
      units: Float64Array.from(from, part),
      given: Array.from({ length: size }, (_, j) => (j === 0 || next(3) === 0 ? next(1000) / 1000 : 0)),
    };
  });

it("gives bit for bit what elimination gives of a small system", () => {
  const small = fc.integer({ min: 1, max: 49 }).chain((size) => systemOf(size, 1000, 980));
  fc.assert(
    fc.property(small, (system) => {
      expect(solveStably(system)).toEqual(eliminated(system));
    }),
    { numRuns: 100 },
  );
});

it("gives every share of a big system to 5e-13 of itself, hardly ever by factoring it", () => {
  const big = fc.integer({ min: 50, max: 90 }).chain((size) => systemOf(size, 1000, 980));
  const factored = vi.spyOn(StableFactors.prototype, "up");
  fc.assert(
    fc.property(big, (system) => {
      const expected = eliminated(system);
      solveStably(system).forEach((share, j) => {
        expect(Math.abs(share - (expected[j] as number))).toBeLessThanOrEqual(
          (expected[j] as number) * 5e-13,
        );
      });
    }),
    { numRuns: 100 },
  );
  expect(factored.mock.calls.length).toBeLessThan(5);
  factored.mockRestore();
});

it("gives bit for bit what elimination gives of a big system that owns nearly all of itself", () => {
  fc.assert(
    fc.property(systemOf(60, 1_000_000, null), (system) => {
      expect(solveStably(system)).toEqual(eliminated(system));
    }),
    { numRuns: 30 },
  );
});
