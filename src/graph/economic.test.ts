import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { economicOn, economicPercent } from "../networks/economic-shares.ts";
import { type Row, tableOf } from "../networks/worlds.oracle.ts";

const NODES = 6;
const share = (party: number, subject: number, low: number, high = low): Row => ({
  party,
  subject,
  right: "shareholding",
  low,
  high,
});
const percent = (rows: readonly Row[], from: number, to: number) => {
  const range = economicOn(tableOf(rows), NODES).sharesOf(from).get(to);
  return range === undefined ? undefined : range && economicPercent(range);
};

/** Every corner of "each holding in its range, together at most 100" of one company, as point shares by holder. */
function corners(rows: readonly Row[]): number[][] {
  const ends = rows.map((r) => [...new Set([r.low, r.high])]);
  const all = ends.reduce<number[][]>((acc, two) => acc.flatMap((a) => two.map((v) => [...a, v])), [[]]);
  const filled = all.flatMap((point) =>
    point.map((_, i) => {
      const rest = 100 - point.reduce((sum, v, j) => (j === i ? sum : sum + v), 0);
      return point.map((v, j) =>
        j === i ? Math.max(rows[i]?.low ?? 0, Math.min(rest, rows[i]?.high ?? 0)) : v,
      );
    }),
  );
  return [...all, ...filled].filter((p) => p.reduce((a, b) => a + b, 0) <= 100);
}

/** The least and greatest share by trying every corner of every company: products and sums of whole percents, exact. */
function slow(rows: readonly Row[], from: number, to: number): { low: number; high: number } {
  const memo = new Map<number, { low: number; high: number }>([[from, { low: 1, high: 1 }]]);
  const of = (n: number): { low: number; high: number } => {
    const known = memo.get(n);
    if (known) return known;
    const into = rows.filter((r) => r.subject === n);
    const values = corners(into).map((p) => ({
      low: p.reduce((sum, v, i) => sum + v * of(into[i]?.party ?? 0).low, 0),
      high: p.reduce((sum, v, i) => sum + v * of(into[i]?.party ?? 0).high, 0),
    }));
    const value =
      values.length === 0
        ? { low: 0, high: 0 }
        : {
            low: Math.min(...values.map((v) => v.low)) / 100,
            high: Math.max(...values.map((v) => v.high)) / 100,
          };
    memo.set(n, value);
    return value;
  };
  return of(to);
}

const acyclic = fc.uniqueArray(
  fc
    .tuple(
      fc.integer({ min: 0, max: NODES - 2 }),
      fc.integer({ min: 1, max: NODES - 1 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
    )
    .filter(([a, b]) => a < b)
    .map(([a, b, x, y]) => share(a, b, Math.min(x, y) * 5, Math.max(x, y) * 5)),
  { minLength: 1, maxLength: 9, selector: (r) => `${r.party} ${r.subject}` },
);

describe("economic share", () => {
  it("is the sum over chains of the products along them", () => {
    const rows = [share(0, 1, 50), share(0, 2, 50), share(1, 3, 60), share(2, 3, 40)];
    expect(percent(rows, 0, 3)).toBe("50");
  });

  it("multiplies ranges end by end along one chain, exactly", () => {
    expect(percent([share(0, 1, 0, 5), share(1, 2, 50, 67)], 0, 2)).toEqual({ low: "0", high: "3.35" });
  });

  it("never passes 100: what the others surely have is not there to be had", () => {
    const rows = [share(0, 1, 100), share(0, 2, 0, 60), share(1, 2, 0, 80), share(3, 2, 20)];
    expect(percent(rows, 0, 2)).toEqual({ low: "0", high: "80" });
  });

  it("runs round rings and own shares: what companies hold of each other comes back to those outside", () => {
    const ring = [share(0, 1, 50), share(1, 2, 50), share(2, 1, 10)];
    expect(percent(ring, 0, 2)).toEqual({
      low: "26.315789473684210526315789473684",
      high: "26.315789473684210526315789473685",
    });
    expect(percent([share(0, 1, 60), share(1, 1, 20)], 0, 1)).toBe("75");
    expect(percent([share(0, 1, 60), share(1, 0, 30), share(1, 2, 50)], 0, 2)).toBe("30");
  });

  it("is not given in a ring that owns all of itself, nor below it but through the party alone", () => {
    const ring = [share(0, 1, 100), share(1, 0, 100), share(1, 2, 40), share(0, 2, 60), share(0, 3, 60)];
    expect([1, 2, 3].map((to) => percent(ring, 0, to))).toEqual([null, null, "60"]);
  });

  it("counts from nothing up where direct holdings pass 100 %", () => {
    const rows = [share(0, 1, 100), share(2, 1, 100), share(0, 2, 100)];
    expect(percent(rows, 0, 1)).toEqual({ low: "0", high: "100" });
  });

  it("is the exact interval over every completion: the same as trying every corner", () => {
    fc.assert(
      fc.property(acyclic, (rows) => {
        const lows = new Map<number, number>();
        for (const r of rows) lows.set(r.subject, (lows.get(r.subject) ?? 0) + r.low);
        if ([...lows.values()].some((sum) => sum > 100)) return;
        for (let to = 1; to < NODES; to++) {
          const found = percent(rows, 0, to);
          const expected = slow(rows, 0, to);
          const [low, high] =
            found === undefined
              ? ["0", "0"]
              : found === null || typeof found === "string"
                ? [found, found]
                : [found.low, found.high];
          expect(Number(low)).toBeCloseTo(expected.low * 100, 9);
          expect(Number(high)).toBeCloseTo(expected.high * 100, 9);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
