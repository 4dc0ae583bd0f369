import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestByAll } from "./smallest-sets.oracle.ts";
import { smallestSets } from "./smallest-sets.ts";

/** Any property of sets of up to six numbers, true of the whole: a bit for each of the 2ⁿ sets. */
const property = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.infiniteStream(fc.integer({ min: 0, max: 5 })))
  .map(([n, bits]) => {
    const table = Array.from({ length: 2 ** n }, (_, k) => k === 2 ** n - 1 || bits.next().value === 0);
    return {
      n,
      holds: (set: Iterable<number>) => table[[...set].reduce((m, i) => m | (1 << i), 0)] === true,
    };
  });

test("the smallest sets are those found by looking at every set", () => {
  fc.assert(
    fc.property(property, ({ n, holds }) => {
      const { sets, exact } = smallestSets(n, holds, 100);
      expect(exact).toBe(true);
      expect(sets.map((set) => [...set])).toEqual(smallestByAll(n, holds));
    }),
    { numRuns: 300 },
  );
});

test("with too few tries it is one set from which nothing can be left out", () => {
  fc.assert(
    fc.property(property, ({ n, holds }) => {
      const { sets, exact } = smallestSets(n, holds, 0);
      expect([exact, sets.length]).toEqual([false, 1]);
      const [set = new Int32Array()] = sets;
      expect(holds(set)).toBe(true);
      for (const each of set) expect(holds(set.filter((other) => other !== each))).toBe(false);
    }),
    { numRuns: 300 },
  );
});
