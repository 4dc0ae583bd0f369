import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csr } from "./csr.ts";
import type { PointNetwork } from "./integrated-search.ts";
import { type Part, portfoliosByElimination, ringed } from "./portfolio.oracle.ts";
import { portfolios } from "./portfolio.ts";
import { randomFrom } from "./random.ts";
import { type Rational, rational, toNumber } from "./rational.ts";
import { StableFactors } from "./stable-factors.ts";
import { sweepCore } from "./sweep-core.ts";

const networkOf = (nodes: number, parts: readonly Part[], whole = 100): PointNetwork => {
  const { start, order } = csr(
    nodes,
    parts.map((p) => p.company),
  );
  return {
    nodes,
    whole,
    start,
    holder: Int32Array.from(order, (e) => (parts[e] as Part).holder),
    units: Float64Array.from(order, (e) => (parts[e] as Part).percent),
  };
};

/** Holdings, cut where a company would pass 100 %; small numbers of nodes make rings and own shares common. */
const worldOf = (nodes: number, most: number) =>
  fc
    .array(
      fc.record({
        holder: fc.integer({ min: 0, max: nodes - 1 }),
        company: fc.integer({ min: 0, max: nodes - 1 }),
        percent: fc.constantFrom(0, 1, 10, 25, 50, 75, 99, 100),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((parts) => {
      const left = new Map<number, number>();
      return parts.map((p): Part => {
        const percent = Math.min(p.percent, left.get(p.company) ?? 100);
        left.set(p.company, (left.get(p.company) ?? 100) - percent);
        return { ...p, percent };
      });
    });

const close = (value: number | undefined, exact: Rational | null | undefined, within: number) => {
  const wanted = toNumber(exact as Rational);
  expect(Math.abs((value ?? Number.NaN) - wanted)).toBeLessThanOrEqual(wanted * within);
};

describe("the portfolios of everybody at once", () => {
  it("are what elimination in fractions gives, to the bound that is said, rings apart", () => {
    const worths = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(worldOf(7, 18), worths, (parts, worth) => {
        const found = portfolios(networkOf(7, parts), { worth: Float64Array.from(worth) });
        const exact = portfoliosByElimination(
          7,
          parts,
          worth.map((w) => rational(BigInt(w), 1n)),
        );
        expect(found.bound).toBeLessThan(1e-9);
        const rings = ringed(7, parts);
        expect(new Set(found.rings.flatMap((ring) => [...ring]))).toEqual(rings);
        for (let i = 0; i < 7; i++)
          if (rings.has(i)) expect(found.value[i]).toBe(Number.POSITIVE_INFINITY);
          else close(found.value[i], exact[i], found.bound);
      }),
      { numRuns: 2000 },
    );
  });

  it("leave out of a company's own what comes back to it", () => {
    fc.assert(
      fc.property(worldOf(6, 14), (parts) => {
        const found = portfolios(networkOf(6, parts), { apart: true });
        const one = Array.from({ length: 6 }, () => rational(1n, 1n));
        const rings = ringed(6, parts);
        for (let i = 0; i < 6; i++) {
          if (rings.has(i)) continue;
          const range = found.others.get(i) ?? { low: found.value[i], high: found.value[i] };
          const exact = portfoliosByElimination(6, parts, one, i)[i];
          close(range.low, exact, 1e-12);
          close(range.high, exact, 1e-12);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("of a core too large to factor at once agree with its factors, and bounds hold what comes back", () => {
    const nodes = 150;
    const next = randomFrom(7);
    const left = new Array<number>(nodes).fill(9_999);
    const parts = Array.from({ length: 1_200 }, (): Part => {
      const [holder, company] = [Math.floor(next() * nodes), Math.floor(next() * nodes)];
      const percent = Math.floor(next() * (left[company] as number) * 0.5);
      left[company] = (left[company] as number) - percent;
      return { holder, company, percent };
    });
    const net = networkOf(nodes, parts, 10_000);
    const units = new Float64Array(nodes * nodes);
    for (const p of parts)
      units[p.company * nodes + p.holder] = (units[p.company * nodes + p.holder] ?? 0) + p.percent;
    const factors = new StableFactors(nodes, 10_000, units);
    const base = new Float64Array(nodes);
    for (const p of parts) base[p.holder] = (base[p.holder] ?? 0) + p.percent / 10_000;
    const direct = factors.solve(base);
    const found = portfolios(net, { apart: true });
    expect(found.cores[0]?.length).toBeGreaterThan(64);
    expect(found.bound).toBeLessThan(1e-9);
    direct.forEach((value, i) => {
      expect(Math.abs((found.value[i] as number) - value)).toBeLessThanOrEqual(1e-9 * value);
      expect((found.others.get(i)?.high ?? 0) <= value * (1 + 1e-9)).toBe(true);
    });
  });

  it("of a ring held to all but a billionth keep their digits", () => {
    const whole = 1_000_000_000_000;
    const parts = [
      { holder: 0, company: 1, percent: whole - 1_000 },
      { holder: 1, company: 0, percent: whole - 1_000 },
      { holder: 2, company: 0, percent: 1_000 },
    ];
    const { value, rings } = portfolios(networkOf(3, parts, whole));
    expect(rings).toEqual([]);
    const a = 1 - 1e-9;
    expect(Math.abs((value[0] as number) - a / (1 - a)) / (value[0] as number)).toBeLessThan(1e-6);
    const exact = 1e-9 * (1 + (value[0] as number));
    expect(Math.abs((value[2] as number) - exact)).toBeLessThan(1e-15 + 1e-14 * exact);
  });

  it("are proven where worth begins in one place of a core only", () => {
    const ring = {
      start: Int32Array.of(0, 1, 2, 3),
      from: Int32Array.of(1, 2, 0),
      part: Float64Array.of(0.5, 0.5, 0.5),
    };
    const { value, bound } = sweepCore(ring, Float64Array.of(1, 0, 0), 1e-10, 500);
    expect(bound).toBeLessThanOrEqual(1e-10);
    expect(Math.abs((value[0] as number) - 1 / (1 - 0.125))).toBeLessThan(1e-10);
  });

  it("are infinite above a core held above the whole in which there is no solution, finite where there is", () => {
    const loop = (percent: number) => [
      { holder: 0, company: 1, percent },
      { holder: 1, company: 0, percent: 80 },
      { holder: 2, company: 0, percent: 30 },
    ];
    expect(portfolios(networkOf(3, loop(130))).value[2]).toBe(Number.POSITIVE_INFINITY);
    expect(portfolios(networkOf(3, loop(110))).value[2]).toBeCloseTo(0.3 * (1 + 1.98 / 0.12), 8);
  });
});
