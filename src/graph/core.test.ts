import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { bracket } from "./bracket.ts";
import { type Core, solveDoubly, solveExactly } from "./core.ts";
import { ALL, NOTHING, type Rational, toNumber } from "./rational.ts";
import { StableFactors } from "./stable-factors.ts";
import type { Stake } from "./stakes.ts";

const WHOLE = 1_000_000;
const SIZE = 8;

/** Companies held by each other and, for `outside` units at most, by somebody whose share is known. */
const coreOf = (size: number, outside: number, widest: number): fc.Arbitrary<Core<Rational>> =>
  fc
    .array(
      fc.record({
        held: fc.array(fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 4,
        }),
        outside: fc.integer({ min: 1, max: outside }),
        width: fc.integer({ min: 0, max: widest }),
      }),
      { minLength: size, maxLength: size },
    )
    .map((companies) =>
      companies.map(({ held, outside: given, width }) => {
        const weights = held.reduce((sum, [, w]) => sum + w, 0);
        const stakes = held.map(([at, w]): Stake<Rational> => {
          const most = Math.floor(((WHOLE - 2 * outside) * w) / weights);
          const least = Math.max(0, most - width);
          return { at, low: NOTHING, high: NOTHING, least, most, alone: false };
        });
        const last = { at: -1, low: ALL, high: ALL, least: given - 1, most: given, alone: false };
        return [...stakes, last];
      }),
    );

/** Nearly all held among themselves, so that (I − A) is nearly without inverse. */
const tight = coreOf(SIZE, 5, 3);
/** So many, a good part held outside, that they are swept, with ranges in which who is favoured makes a difference. */
const loose = coreOf(55, WHOLE / 8, WHOLE / 8);

const near = (core: Core<Rational>): Core<number> =>
  core.map((stakes) => stakes.map((s) => ({ ...s, low: toNumber(s.low), high: toNumber(s.high) })));

it.each([
  { held: "nearly all by itself", cores: tight, numRuns: 300, swept: false },
  { held: "in good part by others, so that it is swept", cores: loose, numRuns: 4, swept: true },
])("a core in doubles is the exact one to 1e-12 of each share: held $held", ({ cores, numRuns, swept }) => {
  const factored = vi.spyOn(StableFactors.prototype, "up");
  fc.assert(
    fc.property(cores, (core) => {
      const exact = solveExactly(core, WHOLE);
      solveDoubly(near(core), WHOLE).forEach((ends, j) => {
        for (const end of ["low", "high"] as const) {
          const expected = toNumber(exact[j]?.[end] ?? NOTHING);
          expect(Math.abs(ends[end] - expected)).toBeLessThanOrEqual(expected * 1e-12);
        }
      });
    }),
    { numRuns },
  );
  expect(factored.mock.calls.length === 0).toBe(swept);
  factored.mockRestore();
});

it("sweeps from both sides keep the exact core between them whenever they stop", () => {
  fc.assert(
    fc.property(tight, (core) => {
      const exact = solveExactly(core, WHOLE);
      const { low, high } = bracket(near(core), WHOLE);
      exact.forEach((ends, j) => {
        expect(low[j]).toBeLessThanOrEqual(toNumber(ends.low) * (1 + 1e-12));
        expect(high[j]).toBeGreaterThanOrEqual(toNumber(ends.high) * (1 - 1e-12));
      });
    }),
    { numRuns: 20 },
  );
});
