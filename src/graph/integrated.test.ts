import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extremes, type Holding, networkOf, type Shares, sharesByElimination } from "./integrated.oracle.ts";
import { integratedShares, mostIntegrated } from "./integrated.ts";
import { NearShares } from "./near-shares.ts";
import { compare, NOTHING, type Rational, rational, toNumber } from "./rational.ts";

const worldOf = (nodes: number, most: number, exact: boolean) =>
  fc
    .uniqueArray(
      fc
        .record({
          holder: fc.integer({ min: 0, max: nodes - 1 }),
          company: fc.integer({ min: 0, max: nodes - 1 }),
          a: fc.integer({ min: 0, max: 10 }),
          b: fc.integer({ min: 0, max: 10 }),
        })
        .map(
          ({ holder, company, a, b }): Holding => ({
            holder,
            company,
            low: Math.min(a, b) * 10,
            high: (exact ? Math.min(a, b) : Math.max(a, b)) * 10,
          }),
        ),
      { minLength: 2, maxLength: most, selector: (h) => `${h.holder} ${h.company}` },
    )
    .filter((holdings) => {
      const sums = new Map<number, number>();
      for (const h of holdings) sums.set(h.company, (sums.get(h.company) ?? 0) + h.low);
      return [...sums.values()].every((sum) => sum <= 100);
    });

const matrix = (
  nodes: number,
  holdings: readonly Holding[],
  value: (h: Holding, i: number) => number,
): Shares => {
  const share = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0));
  holdings.forEach((h, i) => {
    (share[h.company] as number[])[h.holder] = value(h, i);
  });
  return share;
};

const found = (nodes: number, holdings: readonly Holding[]) => {
  const shares = integratedShares(networkOf(nodes, holdings), 0);
  return (j: number) => {
    const range = shares.get(j);
    return range === undefined ? { low: NOTHING, high: NOTHING } : range;
  };
};

describe("integrated ownership", () => {
  it("is what elimination in fractions gives, cycles and own shares included", () => {
    fc.assert(
      fc.property(worldOf(7, 16, true), (holdings) => {
        const expected = sharesByElimination(
          matrix(7, holdings, (h) => h.low),
          0,
        );
        const of = found(7, holdings);
        for (let j = 1; j < 7; j++) {
          const range = of(j);
          if (range === null) continue;
          expect([range.low, range.high]).toEqual([expected[j], expected[j]]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is Vij / (1 + Vii) of the whole inverse", () => {
    const holdings = [
      { holder: 0, company: 1, low: 60, high: 60 },
      { holder: 1, company: 2, low: 50, high: 50 },
      { holder: 2, company: 0, low: 20, high: 20 },
      { holder: 2, company: 1, low: 30, high: 30 },
    ];
    const a = [0, 1, 2].map((j) =>
      [0, 1, 2].map((i) => (holdings.find((h) => h.holder === i && h.company === j)?.low ?? 0) / 100),
    );
    let walks = [1, 0, 0];
    const v = [0, 0, 0];
    for (let n = 0; n < 200; n++) {
      walks = a.map((row) => row.reduce((sum, w, i) => sum + w * (walks[i] ?? 0), 0));
      walks.forEach((w, j) => {
        v[j] = (v[j] ?? 0) + w;
      });
    }
    const share = toNumber(found(3, holdings)(2)?.low as Rational);
    expect(share).toBeCloseTo((v[2] ?? 0) / (1 + (v[0] ?? 0)), 14);
  });

  it("runs from the least to the greatest share of all extreme completions, both of which occur", () => {
    fc.assert(
      fc.property(worldOf(4, 7, false), (holdings) => {
        const of = found(4, holdings);
        const perCompany = [0, 1, 2, 3].map((j) => holdings.filter((h) => h.company === j));
        let worlds: number[][][] = [[]];
        for (const own of perCompany) worlds = worlds.flatMap((w) => extremes(own).map((p) => [...w, p]));
        if (worlds.length > 3000) return;
        for (let j = 1; j < 4; j++) {
          const range = of(j);
          if (range === null) continue;
          const all = worlds.map((w) => {
            const at = (h: Holding) => w[h.company]?.[perCompany[h.company]?.indexOf(h) ?? 0] ?? 0;
            return sharesByElimination(matrix(4, holdings, at), 0)[j] as Rational;
          });
          const least = all.reduce((a, b) => (compare(b, a) < 0 ? b : a));
          const most = all.reduce((a, b) => (compare(b, a) > 0 ? b : a));
          expect([range.low, range.high]).toEqual([least, most]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("holds every random completion within 100 %", () => {
    const parts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(worldOf(6, 14, false), parts, (holdings, part) => {
        const left = new Map<number, number>();
        for (const h of holdings) left.set(h.company, (left.get(h.company) ?? 100) - h.low);
        const filled = holdings.map((h, i) => {
          const room = Math.min(h.high - h.low, left.get(h.company) ?? 0);
          const more = Math.floor((room * (part[i] ?? 0)) / 100);
          left.set(h.company, (left.get(h.company) ?? 0) - more);
          return h.low + more;
        });
        const expected = sharesByElimination(
          matrix(6, holdings, (_, i) => filled[i] ?? 0),
          0,
        );
        const of = found(6, holdings);
        for (let j = 1; j < 6; j++) {
          const range = of(j);
          if (range === null) continue;
          expect(compare(range.low, expected[j] as Rational)).toBeLessThanOrEqual(0);
          expect(compare(range.high, expected[j] as Rational)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same asked of some only, with all that lies on the way to them", () => {
    fc.assert(
      fc.property(worldOf(7, 18, false), fc.uniqueArray(fc.integer({ min: 1, max: 6 })), (holdings, some) => {
        const net = networkOf(7, holdings);
        const exact = integratedShares(net, 0);
        const of = new Set(some);
        const wanted = [...exact].filter(([node]) => of.has(node));
        expect([...integratedShares(net, 0, of)]).toEqual(wanted);
        const above = new Set(of);
        for (const node of above)
          for (const holder of net.holder.subarray(net.start[node], net.start[node + 1])) above.add(holder);
        expect(new Map(integratedShares(net, 0, of, above))).toEqual(new Map(wanted));
      }),
      { numRuns: 2000 },
    );
  });

  it("is near in doubles also where a chain is so long that the powers of the whole are none", () => {
    const chain = Array.from({ length: 40 }, (_, n) => ({ holder: n, company: n + 1, low: 90, high: 100 }));
    const { low, high } = new NearShares(networkOf(41, chain)).of(0).get(40) ?? { low: 0, high: 0 };
    expect(Math.abs(low / 0.9 ** 40 - 1)).toBeLessThan(1e-9);
    expect(high).toBe(1);
  });

  it("holds the exact shares where many big cycles lie one below the other", () => {
    const [rings, size] = [12, 61];
    const node = (ring: number, k: number) => 1 + ring * size + k;
    const above = (ring: number) => (ring === 0 ? 0 : node(ring - 1, size - 1));
    const holdings = Array.from({ length: rings }, (_, ring) => [
      { holder: above(ring), company: node(ring, 0), low: 30, high: 30 },
      ...Array.from({ length: size }, (_, k) => ({
        ...{ holder: node(ring, k), company: node(ring, (k + 1) % size), low: 70, high: 70 },
      })),
    ]).flat();
    const of = found(1 + rings * size, holdings);
    const near = new NearShares(networkOf(1 + rings * size, holdings)).of(0);
    const [all, part] = [10n ** BigInt(size), 7n ** BigInt(size)];
    let given: Rational = rational(1n, 1n);
    for (let ring = 0; ring < rings; ring++) {
      let share = rational(3n * given.n * all, 10n * given.d * (all - part));
      for (let k = 0; k < size; k++) {
        const range = of(node(ring, k));
        expect([
          ring,
          k,
          compare(range?.low ?? NOTHING, share),
          compare(share, range?.high ?? NOTHING),
        ]).toEqual([ring, k, -1, -1]);
        const about = near.get(node(ring, k));
        expect(Math.abs((about?.low ?? 0) - toNumber(share))).toBeLessThan(1e-9);
        expect(Math.abs((about?.high ?? 0) - toNumber(share))).toBeLessThan(1e-9);
        given = share;
        share = rational(7n * share.n, 10n * share.d);
      }
    }
  });

  it("gives the same upper ends where only those are wanted, whatever is not summed", () => {
    const size = 64;
    let fromBelow = 0;
    const more = fc.record({
      holder: fc.integer({ min: 0, max: size }),
      company: fc.integer({ min: 1, max: size }),
      low: fc.integer({ min: 0, max: 30 }),
      room: fc.integer({ min: 0, max: 40 }),
      alone: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(more, { minLength: 20, maxLength: 80 }),
        fc.integer({ min: 20, max: 70 }),
        (some, held) => {
          const ring = Array.from({ length: size }, (_, k): Holding => {
            return { holder: k + 1, company: ((k + 1) % size) + 1, low: held, high: held };
          });
          const seen = new Set(ring.map((h) => `${h.holder} ${h.company}`));
          const others = some
            .map(({ room, alone, ...h }): Holding => {
              return { ...h, low: alone ? 2 * h.low : 0, high: Math.min(100, 2 * h.low + room), alone };
            })
            .filter((h) => {
              const key = `${h.holder} ${h.company}`;
              return h.holder !== h.company && !seen.has(key) && seen.add(key);
            });
          const net = networkOf(size + 1, [...ring, ...others]);
          const both = integratedShares(net, 0);
          for (const [node, range] of both) {
            const most = mostIntegrated(net, 0, node);
            if (range === null) expect(most).toBeUndefined();
            else expect(Math.abs(toNumber(most ?? NOTHING) - toNumber(range.high))).toBeLessThan(1e-12);
            if (range && compare(range.low, NOTHING) > 0) fromBelow++;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(fromBelow).toBeGreaterThan(100);
  });
});
