import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf, sharesByElimination } from "./integrated.oracle.ts";
import { IntegratedSearch, type PointNetwork } from "./integrated-search.ts";
import { toNumber } from "./rational.ts";

const NODES = 8;
const node = fc.integer({ min: 0, max: NODES - 1 });
const world = fc
  .uniqueArray(fc.tuple(node, node, fc.integer({ min: 1, max: 60 })), {
    minLength: 1,
    maxLength: 20,
    selector: ([a, b]) => `${a} ${b}`,
  })
  .map((edges) => {
    const left = new Map<number, number>();
    return edges.map(([holder, company, wanted]) => {
      const low = Math.min(wanted, left.get(company) ?? 100);
      left.set(company, (left.get(company) ?? 100) - low);
      return { holder, company, low, high: low };
    });
  });

const pointNetwork = (holdings: Parameters<typeof networkOf>[1], nodes = NODES): PointNetwork => {
  const { start, holder, low } = networkOf(nodes, holdings);
  return { nodes, whole: 100, start, holder, units: low };
};

describe("integrated ownership in doubles", () => {
  it("is what elimination in fractions gives, to 1e-12 of a whole company, from every source in turn", () => {
    fc.assert(
      fc.property(world, (holdings) => {
        const search = new IntegratedSearch(pointNetwork(holdings));
        const share = Array.from({ length: NODES }, () => new Array<number>(NODES).fill(0));
        for (const h of holdings) (share[h.company] as number[])[h.holder] = h.low;
        for (let source = 0; source < NODES; source++) {
          const expected = sharesByElimination(share, source);
          const { companies, share: found } = search.from(source);
          const reached = new Set(companies);
          for (let j = 0; j < NODES; j++) {
            if (j === source) continue;
            const exact = toNumber(expected[j] ?? { n: 0n, d: 1n });
            const near = reached.has(j) ? (found[j] ?? 0) : 0;
            expect(Math.abs(near - exact)).toBeLessThanOrEqual(1e-12);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("has the diagonal of the inverse, infinite in a ring that owns all of itself", () => {
    const half = [
      { holder: 0, company: 1, low: 50, high: 50 },
      { holder: 1, company: 0, low: 50, high: 50 },
      { holder: 2, company: 2, low: 20, high: 20 },
      { holder: 3, company: 4, low: 100, high: 100 },
      { holder: 4, company: 3, low: 100, high: 100 },
    ];
    const diagonal = new IntegratedSearch(pointNetwork(half, 5)).diagonal();
    expect([...diagonal]).toEqual([4 / 3, 4 / 3, 1.25, Infinity, Infinity]);
  });

  it("refuses a company held above the whole", () => {
    const holdings = [
      { holder: 0, company: 1, low: 60, high: 60 },
      { holder: 2, company: 1, low: 60, high: 60 },
    ];
    expect(() => new IntegratedSearch(pointNetwork(holdings, 3))).toThrow("held to 120 of 100");
  });
});
