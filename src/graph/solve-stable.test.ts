import fc from "fast-check";
import { expect, it } from "vitest";
import type { LinearSystem } from "./arithmetic.ts";
import { solveStably } from "./solve-stable.ts";

const WHOLE = 1000;

/** The elimination written out for one system: what is handed down goes along with the weights. */
function solvedAlone({ size, whole, weight, given }: LinearSystem<number>): number[] {
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

/** Companies held by a few others, each to less than all of it. */
const systems = fc.tuple(fc.integer({ min: 1, max: 64 }), fc.nat()).map(([size, seed]) => {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const weight = new Float64Array(size * size);
  for (let j = 0; j < size; j++) for (let k = 0; k < 4; k++) weight[j * size + next(size)] = next(245);
  const given = () => Array.from({ length: size }, () => (next(3) === 0 ? next(1000) / 1000 : 0));
  return { size, weight, givens: [given(), given(), given()] };
});

it("gives bit for bit what elimination of the system alone gives, whatever was asked before", () => {
  fc.assert(
    fc.property(systems, systems, (one, other) => {
      for (const round of [0, 1, 2]) {
        for (const { size, weight, givens } of round === 1 ? [one, other, one] : [one, one]) {
          const system = { size, whole: WHOLE, weight, given: givens[round] as number[] };
          expect(solveStably(system)).toEqual(solvedAlone(system));
        }
      }
    }),
    { numRuns: 60 },
  );
});
