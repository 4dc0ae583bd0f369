import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Holding, networkOf } from "./integrated.oracle.ts";
import { integratedShares } from "./integrated.ts";
import { portfolioEnds } from "./portfolio-ends.ts";
import { toNumber } from "./rational.ts";

const NODES = 6;

const worldOf = (within: (holder: number, company: number) => boolean, alone: boolean) =>
  fc
    .uniqueArray(
      fc
        .record({
          holder: fc.integer({ min: 0, max: NODES - 1 }),
          company: fc.integer({ min: 0, max: NODES - 1 }),
          a: fc.integer({ min: 0, max: 10 }),
          b: fc.integer({ min: 0, max: 10 }),
          alone: fc.boolean(),
        })
        .filter((h) => within(h.holder, h.company))
        .map(
          (h): Holding => ({
            holder: h.holder,
            company: h.company,
            low: Math.min(h.a, h.b) * 10,
            high: Math.max(h.a, h.b) * 10,
            alone: alone && h.alone,
          }),
        ),
      { minLength: 1, maxLength: 12, selector: (h) => `${h.holder} ${h.company}` },
    )
    .map((holdings) => {
      const left = new Map<number, number>();
      return holdings.map((h) => {
        if (h.alone) return h;
        const low = Math.min(h.low, left.get(h.company) ?? 100);
        left.set(h.company, (left.get(h.company) ?? 100) - low);
        return { ...h, low };
      });
    });

/** Sums of the exact ends from every source by itself; null in rings. */
function oneByOne(holdings: readonly Holding[]) {
  const net = networkOf(NODES, holdings);
  return Array.from({ length: NODES }, (_, source) => {
    const shares = [...integratedShares(net, source).values()];
    if (shares.some((range) => range === null)) return null;
    const sum = (end: "low" | "high") =>
      shares.reduce((all, range) => all + (range ? toNumber(range[end]) : 0), 0);
    return { low: sum("low"), high: sum("high") };
  });
}

const BITS = 1e-8;

describe("both ends of everybody's portfolio", () => {
  it("hold the exact ends of every party, cycles and unsummed holdings included", () => {
    fc.assert(
      fc.property(
        worldOf(() => true, true),
        (holdings) => {
          const { low, high, bound } = portfolioEnds(networkOf(NODES, holdings));
          oneByOne(holdings).forEach((exact, i) => {
            if (exact === null) return;
            expect(low[i]).toBeLessThanOrEqual(exact.low * (1 + bound) + BITS);
            expect(high[i]).toBeGreaterThanOrEqual(exact.high * (1 - bound) - BITS);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it("are the exact lower ends where all holdings are summed", () => {
    fc.assert(
      fc.property(
        worldOf(() => true, false),
        (holdings) => {
          const { low, ringed } = portfolioEnds(networkOf(NODES, holdings));
          oneByOne(holdings).forEach((exact, i) => {
            if (exact !== null && ringed[i] === 0)
              expect(Math.abs((low[i] as number) - exact.low)).toBeLessThan(BITS);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  it("are exact at both ends in a forest, where everyone comes to a company in one way only", () => {
    fc.assert(
      fc.property(
        worldOf((holder, company) => holder > company, false),
        (holdings) => {
          const seen = new Set<number>();
          const forest = holdings.filter((h) => !seen.has(h.holder) && seen.add(h.holder));
          const { low, high } = portfolioEnds(networkOf(NODES, forest));
          oneByOne(forest).forEach((exact, i) => {
            expect(Math.abs((low[i] as number) - (exact?.low ?? 0))).toBeLessThan(BITS);
            expect(Math.abs((high[i] as number) - (exact?.high ?? 0))).toBeLessThan(BITS);
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("count the companies below where upper ends alone could go round for ever", () => {
    const free = (holder: number, company: number) => ({ holder, company, low: 0, high: 100 });
    const { low, high } = portfolioEnds(networkOf(4, [free(0, 1), free(1, 0), free(2, 0), free(3, 2)]));
    expect([...low]).toEqual([0, 0, 0, 0]);
    expect([...high]).toEqual([1, 1, 2, 3]);
  });
});
