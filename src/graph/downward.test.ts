import fc from "fast-check";
import { expect, test } from "vitest";
import { Downward } from "./downward.ts";
import { networkOf } from "./integrated.oracle.ts";

test("everything below a holder is what adding one holding after the other comes to", () => {
  const node = fc.integer({ min: 0, max: 7 });
  const holding = fc.record({ holder: node, company: node }).map((h) => ({ ...h, low: 1, high: 1 }));
  fc.assert(
    fc.property(fc.array(holding, { maxLength: 20 }), node, (holdings, source) => {
      const below = new Set([source]);
      for (let size = 0; size < below.size; ) {
        size = below.size;
        for (const { holder, company } of holdings) if (below.has(holder)) below.add(company);
      }
      const found = new Downward(networkOf(8, holdings)).from(source);
      expect([...found].sort()).toEqual([...below].sort());
      expect([...found][0]).toBe(source);
    }),
    { numRuns: 1000 },
  );
});
