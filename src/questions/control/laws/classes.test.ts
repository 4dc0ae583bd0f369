import fc from "fast-check";
import { expect, test } from "vitest";
import { judged, partiesOf } from "../../../../test/judged-of-rows.ts";
import { euAmlr, ukPsc, usOfac50 } from "../../../../test/shipped-laws.ts";
import type { Law } from "../../../laws/law.ts";
import { economicNetwork } from "../../../networks/economic.ts";
import { economicOn, economicPercent } from "../../../networks/economic-shares.ts";
import { type Row, tableOf } from "../../../networks/worlds.oracle.ts";

const held = (party: number, subject: number, low: number, of = "", more: Partial<Row> = {}): Row => ({
  ...{ party, subject, right: "shareholding", low, high: low, class: of },
  ...more,
});
const counted = (law: Law, rows: readonly Row[], party: number) =>
  judged(law, rows, { list: [4] })
    .parties.find((p) => p.party === party)
    ?.grounds.map((g) => [g.rule.id, g.certainty, g.share]);
const economic = (rows: readonly Row[], party: number) => {
  const range = economicOn(tableOf(rows), 6).sharesOf(party).get(0);
  return range && economicPercent(range);
};

test("who has all of every class has all of the company, whatever a class weighs", () => {
  const rows = [held(4, 0, 100, "A"), held(4, 0, 100, "B")];
  for (const law of [ukPsc, euAmlr, usOfac50])
    expect([law.id, partiesOf(judged(law, rows, { list: [4] }), "certain")]).toEqual([law.id, [4]]);
  expect(economic(rows, 4)).toBe("100");
});

test("of several classes a holder has between the least and the most it has of any", () => {
  const rows = [held(4, 0, 80, "A"), held(4, 0, 60, "B"), held(5, 0, 20, "A"), held(5, 0, 40, "B")];
  expect(counted(ukPsc, rows, 4)?.[0]).toEqual(["shares", "certain", { low: "60", high: "80" }]);
  expect(counted(ukPsc, rows, 5)?.[0]).toEqual(["shares", "possible", { low: "20", high: "40" }]);
  expect(counted(euAmlr, rows, 4)?.[0]).toEqual(["art-52", "certain", { low: "60", high: "80" }]);
  expect(counted(usOfac50, rows, 4)).toEqual([["aggregate", "certain", { low: "60", high: "80" }]]);
  expect(economic(rows, 4)).toEqual({ low: "60", high: "80" });
  // Nothing of one class is on record: it may be all of the company, or next to nothing.
  expect(economic([held(4, 0, 80, "A"), held(5, 0, 60, "B")], 4)).toEqual({ low: "0", high: "80" });
});

test("of ends that are the same in several classes the most is reached if one of any class is, the least if none is open", () => {
  for (const [a, b] of [
    ["A", "B"],
    ["B", "A"],
  ] as const) {
    const most = [
      held(4, 0, 30, a, { high: 50 }),
      held(4, 0, 30, b, { high: 50, highOpen: true }),
      ...[held(5, 0, 20, a), held(5, 0, 20, b)],
    ];
    expect(counted(usOfac50, most, 4)).toEqual([["aggregate", "possible", { low: "30", high: "50" }]]);
    const least = [
      held(4, 0, 50, a, { high: 60 }),
      held(4, 0, 50, b, { high: 60, lowOpen: true }),
      ...[held(5, 0, 20, a), held(5, 0, 20, b)],
    ];
    expect(counted(ukPsc, least, 4)?.[0]).toEqual(["shares", "certain", { low: "50", high: "60" }]);
  }
});

test("what is held of different classes through different vehicles comes together", () => {
  const rows = [
    held(4, 1, 100),
    held(1, 0, 70, "A"),
    held(4, 0, 60, "B"),
    held(5, 0, 30, "A"),
    held(5, 0, 40, "B"),
  ];
  expect(counted(ukPsc, rows, 4)?.[0]).toEqual(["shares", "certain", { low: "60", high: "70" }]);
  expect(counted(euAmlr, rows, 4)?.[0]).toEqual(["art-52", "certain", { low: "60", high: "70" }]);
  expect(economic(rows, 4)).toEqual({ low: "60", high: "70" });
  // Without nodes for classes, holder by holder: bounds that hold, and no narrower.
  const plain = economicNetwork(tableOf(rows), 6);
  expect([plain.nodes, [...plain.low], [...plain.high].map((x) => x / 1e10)]).toEqual([
    6,
    [0, 0, 30e10, 100e10],
    [70, 60, 40, 100],
  ]);
});

test("own shares of a class are left out of its votes, and votes of it that pass the whole are a conflict of it alone", () => {
  const own = [held(0, 0, 50, "A"), held(4, 0, 20, "A"), held(4, 0, 30, "B")];
  // 20 of 50 and 30 of 100.
  expect(counted(ukPsc, own, 4)?.find(([rule]) => rule === "votes")).toEqual([
    ...["votes", "certain", { low: "30", high: "40" }],
  ]);
  const past = [held(4, 0, 80, "A"), held(5, 0, 60, "A"), held(4, 0, 90, "B")];
  expect(counted(usOfac50, past, 4)).toEqual([["aggregate", "possible", { low: "0", high: "90" }]]);
});

test("rights to profit come before claims that are only taken from shares", () => {
  const rows = [held(4, 0, 30, "", { right: "rightsToProfitOrIncome" }), held(5, 0, 100)];
  expect(counted(euAmlr, rows, 4)).toEqual([["art-52", "certain", "30"]]);
  expect([economic(rows, 4), economic(rows, 5)]).toEqual(["30", { low: "0", high: "70" }]);
  const past = [...rows.slice(0, 1), held(5, 0, 80, "", { right: "rightsToProfitOrIncome" })];
  expect(economic(past, 4)).toEqual({ low: "0", high: "30" });
});

/** Holdings of two companies by class, of which each might be next to all of its company; company 1 may hold some of 0. */
const byClass = fc
  .array(
    fc.record({
      party: fc.constantFrom(1, 4, 5),
      subject: fc.constantFrom(0, 1),
      of: fc.constantFrom("A", "B"),
      low: fc.constantFrom(5, 20, 25, 26, 30, 50, 51, 60, 100),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.filter((r) => r.party > r.subject).map((r) => held(r.party, r.subject, r.low, r.of)))
  .filter((rows) =>
    [0, 1].every((n) => {
      const here = rows.filter((r) => r.subject === n);
      const sum = (of: string) => here.reduce((t, r) => t + (r.class === of ? r.low : 0), 0);
      const several = new Set(here.map((r) => r.class)).size;
      return several !== 1 && sum("A") <= 100 && sum("B") <= 100;
    }),
  );

/** The worlds in which one class is all of its company. */
const extremes = (rows: readonly Row[]): Row[][] =>
  ["AA", "AB", "BA", "BB"].map((choice) =>
    rows.filter((r) => r.class === choice[r.subject]).map((r) => ({ ...r, class: "" })),
  );

test("whatever classes weigh, a share is between the ends, and each end is that of some weights; laws are certain only if all weights are", () => {
  const shareIn = (rows: readonly Row[], party: number): [number, number] => {
    const range = economicOn(tableOf(rows), 6).sharesOf(party).get(0);
    return range
      ? [Number(range.low.n) / Number(range.low.d), Number(range.high.n) / Number(range.high.d)]
      : [0, 0];
  };
  fc.assert(
    fc.property(byClass, (rows) => {
      const worlds = extremes(rows);
      for (const party of [4, 5]) {
        const points = worlds.map((world) => shareIn(world, party)[0]);
        expect(shareIn(rows, party)[0]).toBeCloseTo(Math.min(...points), 12);
        expect(shareIn(rows, party)[1]).toBeCloseTo(Math.max(...points), 12);
      }
      for (const law of [ukPsc, euAmlr, usOfac50]) {
        const found = judged(law, rows, { list: [4] });
        const [certain, possible] = [partiesOf(found, "certain"), partiesOf(found, "possible")];
        for (const world of worlds) {
          const there = partiesOf(judged(law, world, { list: [4] }), "certain");
          expect(there).toEqual(expect.arrayContaining(certain));
          expect([...certain, ...possible]).toEqual(expect.arrayContaining(there));
        }
      }
    }),
    { numRuns: 300 },
  );
});
