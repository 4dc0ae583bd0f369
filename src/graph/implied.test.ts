import fc from "fast-check";
import { expect, test } from "vitest";
import { chainEnds, minus } from "./chain-ends.ts";
import type { EconomicNetwork } from "./economic.ts";
import { firstAtLeast } from "./first-at-least.ts";
import { endsByEnumeration } from "./implied.oracle.ts";
import { impliedLink, linkSum } from "./implied.ts";
import { type Holding, networkOf } from "./integrated.oracle.ts";
import { integratedShares } from "./integrated.ts";
import { compare, plus, type Rational, rational, times } from "./rational.ts";

const part = (n: number, d = 100) => rational(BigInt(n), BigInt(d));
const exactly = (low: Rational, high = low) => ({ low, high, lowOpen: false, highOpen: false });
const edgeOf = (net: EconomicNetwork, holder: number, company: number) => {
  for (let e = net.start[company]; e < net.start[company + 1]; e++) if (net.holder[e] === holder) return e;
  throw new Error("no such holding");
};
const unknown = (holder: number, company: number): Holding => ({ holder, company, low: 0, high: 100 });
const held = (holder: number, company: number, percent: number): Holding => ({
  holder,
  company,
  low: percent,
  high: percent,
});

test("one unknown link: 30 % declared through 60 % implies one half", () => {
  const net = networkOf(3, [held(1, 0, 60), unknown(2, 1)]);
  expect(impliedLink(net, 2, 0, edgeOf(net, 2, 1), exactly(part(30)))).toEqual(exactly(part(50)));
});

test("two unknown links: 60 % through two halves implies 20 to 100 % of each, and 120 together", () => {
  const net = networkOf(4, [held(2, 0, 50), held(3, 0, 50), unknown(1, 2), unknown(1, 3)]);
  const edges = [2, 3].map((company) => ({ edge: edgeOf(net, 1, company), company }));
  for (const { edge } of edges)
    expect(impliedLink(net, 1, 0, edge, exactly(part(60)))).toEqual(exactly(part(20), part(100)));
  expect(linkSum(net, 1, 0, edges)).toEqual({
    constant: part(0),
    terms: edges.map(({ edge }) => ({ edge, weight: part(50) })),
  });
});

test("a third that no decimal writes is met exactly", () => {
  const net = networkOf(3, [held(1, 0, 30), unknown(2, 1)]);
  expect(impliedLink(net, 2, 0, edgeOf(net, 2, 1), exactly(part(10)))).toEqual(exactly(part(1, 3)));
});

test("an unknown link below the first is implied too", () => {
  const net = networkOf(3, [unknown(1, 0), held(2, 1, 50)]);
  expect(impliedLink(net, 2, 0, edgeOf(net, 1, 0), exactly(part(30)))).toEqual(exactly(part(60)));
});

test("a holding of somebody else is bounded by the room it takes", () => {
  const net = networkOf(3, [unknown(1, 0), unknown(2, 0)]);
  expect(impliedLink(net, 1, 0, edgeOf(net, 2, 0), exactly(part(70)))).toEqual(exactly(part(0), part(30)));
});

test("an open declaration leaves open ends, and an impossible one implies nothing", () => {
  const net = networkOf(3, [held(1, 0, 50), unknown(2, 1)]);
  const edge = edgeOf(net, 2, 1);
  expect(impliedLink(net, 2, 0, edge, { ...exactly(part(25), part(50)), lowOpen: true })).toEqual({
    ...exactly(part(50), part(100)),
    lowOpen: true,
  });
  expect(impliedLink(net, 2, 0, edge, exactly(part(51)))).toBeNull();
});

test("a cycle above the target implies nothing", () => {
  const net = networkOf(4, [held(1, 0, 50), held(2, 1, 50), held(1, 2, 50), unknown(3, 1)]);
  expect(impliedLink(net, 3, 0, edgeOf(net, 3, 1), exactly(part(10)))).toBeNull();
});

test("a holding that stands alone is no sum beside others, but is bounded", () => {
  const net = networkOf(3, [{ ...unknown(2, 1), alone: true }, held(1, 0, 40)]);
  expect(impliedLink(net, 2, 0, edgeOf(net, 2, 1), exactly(part(10)))).toEqual(exactly(part(25)));
});

test("holdings are no sum where one that stands alone lies beside another on the way", () => {
  const alone = { ...unknown(3, 1), alone: true };
  const sumOf = (...holdings: Holding[]) => {
    const net = networkOf(5, [...holdings, unknown(3, 2), held(1, 0, 40), held(2, 0, 40)]);
    return linkSum(
      net,
      3,
      0,
      [1, 2].map((company) => ({ edge: edgeOf(net, 3, company), company })),
    );
  };
  expect(sumOf(alone)?.constant).toEqual(part(0));
  expect(sumOf(alone, held(4, 1, 20))?.constant).toEqual(part(0));
  expect(sumOf(alone, held(3, 4, 50), held(4, 1, 20))).toBeNull();
  expect(sumOf(unknown(3, 1), held(3, 4, 50), { ...held(4, 1, 20), alone: true })).toBeNull();
});

/** Small worlds without cycles, in quarters: holders have greater numbers than what they hold. */
const worlds = fc
  .integer({ min: 3, max: 5 })
  .chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      holdings: fc.uniqueArray(
        fc
          .record({
            company: fc.integer({ min: 0, max: nodes - 2 }),
            up: fc.integer({ min: 1, max: nodes - 1 }),
            low: fc.integer({ min: 0, max: 3 }),
            more: fc.integer({ min: 0, max: 4 }),
          })
          .map(({ company, up, low, more }) => ({
            company,
            holder: Math.min(nodes - 1, company + up),
            low,
            high: Math.min(4, low + more),
          })),
        { minLength: 2, maxLength: 5, selector: (h) => `${h.holder} ${h.company}` },
      ),
    }),
  )
  .map(({ nodes, holdings }) => {
    const kept = holdings.filter((h, i) => {
      const before = holdings.slice(0, i + 1).filter((o) => o.company === h.company);
      return before.reduce((sum, o) => sum + o.low, 0) <= 4;
    });
    return { ...networkOf(nodes, kept), whole: 4n };
  });

test("the ends with a fixed link are those of integrated ownership", () => {
  fc.assert(
    fc.property(worlds, fc.nat(), (net, pick) => {
      const edge = pick % net.holder.length;
      const low = net.low.slice();
      low[edge] = net.high[edge];
      const fixed = { ...net, low };
      let [company, sum] = [0, 0];
      while (net.start[company + 1] <= edge) company++;
      for (let e = net.start[company]; e < net.start[company + 1]; e++) sum += low[e];
      fc.pre(sum <= 4);
      const source = net.nodes - 1;
      const share = rational(BigInt(net.high[edge]), 4n);
      const expected = integratedShares(fixed, source).get(0) ?? { low: part(0), high: part(0) };
      expect(chainEnds(net, source, 0, { edge, share })).toEqual(expected);
    }),
  );
});

/** What the lower ends of the others in its company leave a holding. */
function roomBeside(net: EconomicNetwork, edge: number, alone?: Uint8Array): number {
  let company = 0;
  while (net.start[company + 1] <= edge) company++;
  let left = Number(net.whole);
  for (let e = net.start[company]; e < net.start[company + 1]; e++)
    if (e !== edge && !alone?.[e]) left -= net.low[e];
  return left;
}

test("a value of a link is in the implied range exactly where some completion fits the declaration", () => {
  fc.assert(
    fc.property(
      worlds,
      fc.nat(),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 0, max: 6 }),
      fc.boolean(),
      fc.boolean(),
      (net, pick, at, more, lowOpen, highOpen) => {
        const edge = pick % net.holder.length;
        const source = net.nodes - 1;
        const point = more === 0;
        const declared = {
          ...exactly(part(at, 16), part(Math.min(16, at + more), 16)),
          ...(point ? {} : { lowOpen, highOpen: highOpen && at + more <= 16 }),
        };
        const fitsIn = (ends: { low: Rational; high: Rational } | null) =>
          ends !== null &&
          compare(ends.high, declared.low) >= (declared.lowOpen ? 1 : 0) &&
          compare(ends.low, declared.high) <= (declared.highOpen ? -1 : 0);
        const range = impliedLink(net, source, 0, edge, declared);
        for (let u = net.low[edge]; u <= net.high[edge]; u++) {
          const value = part(u, 4);
          const inside =
            range !== null &&
            compare(range.low, value) <= (range.lowOpen ? -1 : 0) &&
            compare(value, range.high) <= (range.highOpen ? -1 : 0);
          expect([u, inside]).toEqual([u, fitsIn(endsByEnumeration(net, source, 0, edge, u))]);
        }
        if (range === null) return;
        const fitsAt = (share: Rational) => fitsIn(chainEnds(net, source, 0, { edge, share }));
        const sliver = rational(1n, 10n ** 9n);
        expect([fitsAt(range.low), fitsAt(range.high)]).toEqual([!range.lowOpen, !range.highOpen]);
        if (range.lowOpen) expect(fitsAt(plus(range.low, sliver))).toBe(true);
        if (range.highOpen) expect(fitsAt(minus(range.high, sliver))).toBe(true);
        const stated = (units: number) => part(units, 4);
        if (compare(range.low, stated(net.low[edge])) > 0)
          expect(fitsAt(minus(range.low, sliver))).toBe(false);
        const room = roomBeside(net, edge);
        if (compare(range.high, stated(Math.min(net.high[edge], room))) < 0)
          expect(fitsAt(plus(range.high, sliver))).toBe(false);
      },
    ),
    { numRuns: 600 },
  );
});

test("the same where holdings that stand alone lie beside it, or it does itself", () => {
  const marked = fc.tuple(worlds, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }));
  fc.assert(
    fc.property(
      marked,
      fc.nat(),
      fc.integer({ min: 0, max: 16 }),
      fc.boolean(),
      ([world, alone], pick, at, lowOpen) => {
        const net = { ...world, alone: world.alone.map((_, e) => (alone[e] ? 1 : 0)) };
        const edge = pick % net.holder.length;
        const declared = { ...exactly(part(at, 16), part(16, 16)), lowOpen: lowOpen && at < 16 };
        const range = impliedLink(net, net.nodes - 1, 0, edge, declared);
        const room = alone[edge] ? 4 : roomBeside(net, edge, net.alone);
        for (let u = 2 * net.low[edge]; u <= 2 * Math.min(net.high[edge], room); u++) {
          const share = part(u, 8);
          const ends = chainEnds(net, net.nodes - 1, 0, { edge, share });
          const fits = ends !== null && compare(ends.high, declared.low) >= (declared.lowOpen ? 1 : 0);
          const inside =
            range !== null &&
            compare(range.low, share) <= (range.lowOpen ? -1 : 0) &&
            compare(share, range.high) <= (range.highOpen ? -1 : 0);
          expect([u, inside]).toEqual([u, fits]);
        }
      },
    ),
    { numRuns: 600 },
  );
});

test("a better holding that stands alone takes all it may have, whatever its lower end", () => {
  const net = networkOf(4, [{ ...held(3, 0, 25), high: 75, alone: true }, unknown(1, 0), held(3, 1, 50)]);
  const declared = exactly(part(80), part(100));
  expect(impliedLink(net, 3, 0, edgeOf(net, 1, 0), declared)).toEqual(exactly(part(10), part(40)));
});

test("where another holding gives as much as the open end of a declaration, a holding is more than what adds nothing", () => {
  const net = networkOf(4, [
    { holder: 1, company: 0, low: 0, high: 40 },
    unknown(2, 0),
    held(3, 2, 50),
    unknown(3, 1),
  ]);
  const more = { ...exactly(part(50), part(100)), lowOpen: true };
  expect(impliedLink(net, 3, 0, edgeOf(net, 3, 1), more)).toEqual({
    ...exactly(part(50), part(100)),
    lowOpen: true,
  });
});

test("the first place at which a bent line reaches a level is found where it is", () => {
  const kinked = (x: Rational) =>
    compare(x, part(1, 3)) <= 0 ? times(x, part(1, 7)) : plus(times(x, part(2, 1)), part(-13, 21));
  expect(firstAtLeast(kinked, part(0), part(1, 1), part(1, 1))).toEqual(part(17, 21));
  const flat = (x: Rational) => (compare(x, part(2, 7)) <= 0 ? x : part(2, 7));
  expect(firstAtLeast(flat, part(0), part(1, 1), part(2, 7))).toEqual(part(2, 7));
});
