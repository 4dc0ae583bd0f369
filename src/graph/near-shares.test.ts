import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EconomicNetwork } from "./economic.ts";
import { type Holding, networkOf } from "./integrated.oracle.ts";
import { integratedShares } from "./integrated.ts";
import { NEAR, NearShares } from "./near-shares.ts";
import { randomFrom } from "./random.ts";
import { toNumber } from "./rational.ts";

/** What doubles say of everybody, one after the other, against exact fractions. */
function checkAgainstExact(net: EconomicNetwork): number {
  const nearly = new NearShares(net);
  let shares = 0;
  for (let source = 0; source < net.nodes; source++) {
    const exact = integratedShares(net, source);
    const near = nearly.of(source);
    expect([...near.keys()].sort()).toEqual([...exact.keys()].sort());
    for (const [node, range] of exact) {
      const about = near.get(node) ?? null;
      expect([source, node, about === null]).toEqual([source, node, range === null]);
      if (range === null || about === null) continue;
      shares++;
      expect([source, node, Math.abs(about.low - toNumber(range.low)) <= NEAR]).toEqual([source, node, true]);
      expect([source, node, Math.abs(about.high - toNumber(range.high)) <= NEAR]).toEqual([
        source,
        node,
        true,
      ]);
    }
  }
  return shares;
}

interface World {
  readonly nodes: number;
  readonly holdings: readonly Holding[];
  /** Nodes all of which their holders hold, nobody knows how. */
  readonly full: readonly number[];
}

/** Worlds in which no company is held above the whole. `ranges`, `alone`, `full`: how many in ten are so. */
const worlds = (nodes: number, most: number, kinds: { ranges: number; alone: number; full: number }) =>
  fc
    .record({
      holdings: fc.uniqueArray(
        fc.record({
          holder: fc.integer({ min: 0, max: nodes - 1 }),
          company: fc.integer({ min: 0, max: nodes - 1 }),
          size: fc.integer({ min: 0, max: 6 }),
          more: fc.integer({ min: 1, max: 6 }),
          isRange: fc.integer({ min: 0, max: 9 }).map((n) => n < kinds.ranges),
          isAlone: fc.integer({ min: 0, max: 9 }).map((n) => n < kinds.alone),
        }),
        { minLength: 3, maxLength: most, selector: (h) => `${h.holder} ${h.company}` },
      ),
      full: fc.subarray(
        Array.from({ length: nodes }, (_, n) => n),
        { maxLength: kinds.full },
      ),
    })
    .map(({ holdings, full }): World => {
      const wholly = new Set(full);
      return {
        nodes,
        full: full.filter((n) => holdings.some((h) => h.company === n)),
        holdings: holdings.map(({ holder, company, size, more, isRange, isAlone }) =>
          wholly.has(company)
            ? { holder, company, low: 0, high: 100 }
            : { holder, company, low: size * 10, high: (size + (isRange ? more : 0)) * 10, alone: isAlone },
        ),
      };
    })
    .filter(({ holdings }) => {
      const sums = new Map<number, number>();
      for (const h of holdings) if (!h.alone) sums.set(h.company, (sums.get(h.company) ?? 0) + h.low);
      return [...sums.values()].every((sum) => sum <= 100) && holdings.every((h) => h.high <= 100);
    });

const built = ({ nodes, holdings, full }: World): EconomicNetwork => {
  const whollyHeld = new Uint8Array(nodes);
  for (const n of full) whollyHeld[n] = 1;
  return { ...networkOf(nodes, holdings), full: whollyHeld };
};

describe("shares in doubles", () => {
  it.each([
    ["points", { ranges: 0, alone: 0, full: 0 }],
    ["ranges", { ranges: 5, alone: 0, full: 0 }],
    ["holdings that are not summed", { ranges: 3, alone: 3, full: 0 }],
    ["what is wholly held by some", { ranges: 3, alone: 2, full: 3 }],
  ])("are the exact ones to a billionth, of everybody: %s", (_, kinds) => {
    let shares = 0;
    fc.assert(
      fc.property(worlds(7, 16, kinds), (world) => {
        shares += checkAgainstExact(built(world));
      }),
      { numRuns: 500 },
    );
    expect(shares).toBeGreaterThan(4000);
  });

  it("are proven in cores of hundreds, and solved otherwise where what is given is lost for long", () => {
    for (const kept of [50, 90, 99]) {
      const random = randomFrom(kept);
      const size = 80;
      const holdings = Array.from({ length: size }, (_, company): Holding[] => {
        const others = new Set([(company + size - 1) % size]);
        while (others.size < 3) others.add(Math.floor(random() * size));
        others.delete(company);
        const each = Math.floor(kept / others.size);
        const inside = Array.from(others, (holder) => ({
          ...{ holder, company, low: each - 3, high: each + Math.floor(random() * 4) },
        }));
        return company % 9 === 0
          ? [...inside, { holder: size + (company % 2), company, low: 1, high: 100 - kept }]
          : inside;
      }).flat();
      checkAgainstExact(networkOf(size + 2, holdings));
    }
  });
});

it("a holding of nothing closes no cycle: what is wholly held by some is below none", () => {
  const holdings: Holding[] = [
    { holder: 0, company: 1, low: 40, high: 40 },
    { holder: 2, company: 1, low: 0, high: 0 },
    { holder: 1, company: 2, low: 100, high: 100 },
    { holder: 1, company: 3, low: 0, high: 100 },
    { holder: 2, company: 3, low: 0, high: 100 },
  ];
  const net = built({ nodes: 4, holdings, full: [3] });
  const share = { n: 2n, d: 5n };
  expect(integratedShares(net, 0).get(3)).toEqual({ low: share, high: share });
  const about = new NearShares(net).of(0).get(3);
  expect([about?.low, about?.high].map((end) => end?.toFixed(9))).toEqual(["0.400000000", "0.400000000"]);
});
