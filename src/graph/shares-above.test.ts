import fc from "fast-check";
import { expect, it } from "vitest";
import { type Holding, networkOf, sharesByElimination } from "./integrated.oracle.ts";
import { ringed } from "./portfolio.oracle.ts";
import { toNumber } from "./rational.ts";
import { OwnersSearch } from "./shares-above.ts";

const NODES = 7;
const world = fc
  .uniqueArray(
    fc.record({
      holder: fc.integer({ min: 0, max: NODES - 1 }),
      company: fc.integer({ min: 0, max: NODES - 1 }),
      low: fc.constantFrom(1, 10, 25, 50, 75, 100),
    }),
    { minLength: 1, maxLength: 16, selector: (h) => `${h.holder} ${h.company}` },
  )
  .map((holdings) => {
    const left = new Map<number, number>();
    return holdings.map((h): Holding => {
      const low = Math.min(h.low, left.get(h.company) ?? 100);
      left.set(h.company, (left.get(h.company) ?? 100) - low);
      return { ...h, low, high: low };
    });
  });

it("everybody's share in one company is what elimination in fractions gives, company after company", () => {
  fc.assert(
    fc.property(world, (holdings) => {
      const { start, holder, low } = networkOf(NODES, holdings);
      const search = new OwnersSearch({ nodes: NODES, whole: 100, start, holder, units: low });
      const share = Array.from({ length: NODES }, () => new Array<number>(NODES).fill(0));
      for (const h of holdings) (share[h.company] as number[])[h.holder] = h.low;
      const ring = ringed(
        NODES,
        holdings.map((h) => ({ ...h, percent: h.low })),
      );
      for (let company = 0; company < NODES; company++) {
        const found = search.of(company);
        found.owners.forEach((i, k) => {
          if (ring.has(i)) {
            expect(found.low[k]).toBeNaN();
            return;
          }
          const exact = toNumber(sharesByElimination(share, i)[company] ?? { n: 0n, d: 1n });
          expect(Math.abs((found.low[k] as number) - exact)).toBeLessThanOrEqual(1e-12 * exact);
          expect(found.high[k]).toBe(found.low[k]);
        });
      }
    }),
    { numRuns: 1000 },
  );
});
