import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type About, COMPANIES, judged, NODES, partiesOf } from "../../../../test/judged-of-rows.ts";
import { euAmlr, ukPsc, usOfac50 } from "../../../../test/shipped-laws.ts";
import { LAWS } from "../../../laws/index.ts";
import { Law } from "../../../laws/law.ts";
import { parseDay } from "../../../model/date.ts";
import { controlledBy } from "../../../networks/control.oracle.ts";
import type { Row } from "../../../networks/worlds.oracle.ts";
import { isHypothetical, isPlain } from "./write.ts";

const certainOf = (law: Law, rows: readonly Row[], about: About = {}) =>
  partiesOf(judged(law, rows, about), "certain");
const rulesOf = (law: Law, rows: readonly Row[], party: number) =>
  judged(law, rows)
    .parties.find((p) => p.party === party)
    ?.grounds.filter((g) => g.certainty === "certain")
    .map((g) => g.rule.id);
const share = (party: number, subject: number, low: number, high = low, more: Partial<Row> = {}): Row => ({
  party,
  subject,
  right: "shareholding",
  low,
  high,
  ...more,
});

/** Exact shares, no cycles: holders have higher numbers than what they hold; nothing passes 100. */
const world = fc
  .uniqueArray(
    fc
      .tuple(
        fc.integer({ min: 1, max: NODES - 1 }),
        fc.integer({ min: 0, max: COMPANIES - 1 }),
        fc.constantFrom(10, 15, 20, 25, 30, 40, 50, 51, 60, 80, 100),
      )
      .filter(([party, subject]) => party > subject)
      .map(([party, subject, low]) => share(party, subject, low)),
    { minLength: 1, maxLength: 9, selector: (r) => `${r.party} ${r.subject}` },
  )
  .filter((rows) => {
    const total = (n: number) => rows.reduce((sum, r) => sum + (r.subject === n ? r.low : 0), 0);
    return [0, 1, 2, 3].every((n) => total(n) <= 100);
  });

/** Art. 52: along every chain the product, over all chains the sum; in units of 100 ^ −4 of a percent, exact. */
function multiplied(rows: readonly Row[], from: number, to: number): number {
  const into = rows.filter((r) => r.subject === to);
  return into.reduce(
    (sum, r) => sum + (r.low / 100) * (r.party === from ? 1 : multiplied(rows, from, r.party)),
    0,
  );
}

function beneficialOwner(rows: readonly Row[], p: number): boolean {
  const enough = (s: number) => s >= 0.25 - 1e-9;
  const controlled = controlledBy(rows, NODES, p, true);
  const direct = rows.filter((r) => r.subject === 0 && controlled.has(r.party));
  const controllers = [1, 2, 3].filter((e) => controlledBy(rows, NODES, e, true).has(0));
  return (
    enough(multiplied(rows, p, 0)) ||
    controlled.has(0) ||
    enough(direct.reduce((sum, r) => sum + r.low / 100, 0)) ||
    controllers.some((e) => enough(multiplied(rows, p, e)))
  );
}

function significantControl(rows: readonly Row[], p: number): boolean {
  const chain = new Set([p]);
  for (const above of chain)
    for (const r of rows) if (r.party === above && r.low > 50 && r.subject !== 0) chain.add(r.subject);
  return rows.reduce((sum, r) => sum + (r.subject === 0 && chain.has(r.party) ? r.low : 0), 0) > 25;
}

describe("laws read literally", () => {
  it("finds the beneficial owners of arts 52 to 54", () => {
    fc.assert(
      fc.property(world, (rows) => {
        expect(certainOf(euAmlr, rows)).toEqual([4, 5].filter((p) => beneficialOwner(rows, p)));
      }),
      { numRuns: 1500 },
    );
  });

  it("finds the people with significant control of Schedule 1A", () => {
    fc.assert(
      fc.property(world, (rows) => {
        expect(certainOf(ukPsc, rows)).toEqual([4, 5].filter((p) => significantControl(rows, p)));
      }),
      { numRuns: 1500 },
    );
  });
});

describe("bands", () => {
  const widened = fc.tuple(world, fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 9, maxLength: 9 }));
  it.each(LAWS.filter((law) => !isPlain(law)).map((law) => [law.id, law] as const))(
    "%s calls certain only what every reading makes so, and leaves out only what none does",
    (_, law) => {
      fc.assert(
        fc.property(widened, ([rows, margins]) => {
          const wide = rows.map((r, i) => {
            const [less, more] = margins[i] ?? [0, 0];
            return { ...r, low: Math.max(0, r.low - less), high: Math.min(100, r.low + more) };
          });
          const about = { list: [4], gb: [2] };
          const exact = judged(law, rows, about).parties.filter((p) => p.certainty === "certain");
          const ranged = judged(law, wide, about).parties;
          const stopped = new Set(judged(law, wide, about).behind.map((b) => b.party));
          const sure = ranged.filter((p) => p.certainty === "certain").map((p) => p.party);
          const named = new Set([...ranged.map((p) => p.party), ...stopped]);
          expect(exact.map((p) => p.party)).toEqual(expect.arrayContaining(law.stops ? [] : sure));
          expect([...named]).toEqual(expect.arrayContaining(exact.map((p) => p.party)));
        }),
        { numRuns: 400 },
      );
    },
  );
});

describe("thresholds", () => {
  it("takes 25 % for an ownership interest, and not for significant control", () => {
    expect(certainOf(euAmlr, [share(4, 0, 25)])).toEqual([4]);
    expect(certainOf(euAmlr, [share(4, 0, 24.5)])).toEqual([]);
    expect(certainOf(ukPsc, [share(4, 0, 25)])).toEqual([]);
    expect(certainOf(ukPsc, [share(4, 0, 25, 50, { lowOpen: true })])).toEqual([4]);
  });

  it("sorts holdings into the bands, 75 into the last", () => {
    const band = (low: number, high = low, more = {}) =>
      judged(ukPsc, [share(4, 0, low, high, more)]).parties[0]?.grounds[0]?.band;
    expect([band(50), band(50.1), band(75), band(100)]).toEqual([">25-50", ">50-<75", "75-100", "75-100"]);
    expect(band(25, 50, { lowOpen: true })).toBe(">25-50");
    expect(band(40, 60)).toBe(null);
  });
});

describe("kinds of rule", () => {
  it("names the article by which somebody is a beneficial owner", () => {
    expect(rulesOf(euAmlr, [share(4, 1, 51), share(1, 0, 30)], 4)).toEqual(["art-54-a"]);
    expect(rulesOf(euAmlr, [share(4, 1, 30), share(1, 0, 60)], 4)).toEqual(["art-54-b"]);
    expect(rulesOf(euAmlr, [{ ...share(4, 0, 100), right: "appointmentOfBoard" }], 4)).toEqual(["art-53"]);
  });

  it("stops at an entity with a register of its own, and says who stands behind", () => {
    const found = judged(ukPsc, [share(4, 1, 60), share(1, 0, 60)], { gb: [1] });
    expect(found.parties.map((p) => [p.party, p.stop])).toEqual([[1, true]]);
    expect(found.behind).toEqual([{ party: 4, through: [1], certainty: "certain" }]);
    const also = judged(ukPsc, [share(4, 1, 60), share(1, 0, 60), share(4, 0, 1)], { gb: [1] });
    expect(also.parties.map((p) => p.party)).toEqual([1, 4]);
    // A register entity that meets no condition itself is none in whose place anybody is named (s. 790C(6)).
    const small = [share(4, 1, 100), share(2, 0, 20), share(1, 0, 20), share(4, 2, 100)];
    const past = judged(ukPsc, small, { gb: [1, 2] });
    expect(past.parties.map((p) => [p.party, p.certainty])).toEqual([[4, "certain"]]);
    expect(past.behind).toEqual([]);
    // Where it may meet one and may not, nobody behind it is ruled out.
    const maybe = judged(ukPsc, [share(4, 1, 100), share(1, 0, 20, 30), share(5, 0, 10)], { gb: [1] });
    expect(maybe.parties.map((p) => [p.party, p.certainty])).toEqual([
      [1, "possible"],
      [4, "possible"],
    ]);
  });

  it("counts members of a concert as holding what all of them hold, or who leads it alone", () => {
    const concert = { ...share(4, 0, 0), right: "actingInConcert" as const, leader: -1, members: [5] };
    expect(certainOf(ukPsc, [share(4, 0, 20), share(5, 0, 10), concert])).toEqual([4, 5]);
    const led = { ...concert, leader: 4 };
    expect(certainOf(ukPsc, [share(4, 0, 20), share(5, 0, 10), led])).toEqual([4]);
  });

  it("asks for a list, adds up those on it, and leaves control alone aside", () => {
    const rows = [share(4, 0, 25), share(5, 0, 25)];
    expect(judged(usOfac50, rows).missing).toEqual([{ code: "no-list", about: [0] }]);
    expect(judged(usOfac50, rows, { list: [4, 5] }).parties.map((p) => p.grounds[0]?.joint)).toEqual([
      [5],
      [4],
    ]);
    expect(certainOf(usOfac50, rows, { list: [4] })).toEqual([]);
    const board = [{ ...share(4, 0, 100), right: "appointmentOfBoard" as const }];
    expect(judged(usOfac50, board, { list: [4] }).parties).toEqual([]);
  });

  it("never finds certain what the upper ends rule out, whatever the bands", () => {
    const wide = [share(4, 1, 40, 60), share(1, 0, 30, 70), share(5, 0, 10, 20)];
    for (const law of LAWS) {
      const { verdict } = judged(law, wide, { list: [4] });
      expect([law.id, verdict]).toEqual([law.id, "not known"]);
    }
  });
});

describe("a fifth law", () => {
  it("that combines known mechanisms is data only", () => {
    const fifth = Law.parse({
      ...euAmlr,
      id: "ten-percent",
      name: { en: "Ten percent, or a cascade", zh: "百分之十或逐级合计" },
      rules: [
        {
          id: "ten",
          article: "§ 1",
          basis: { en: "§ 1: 10 % or more", zh: "第 1 条：达到 10%" },
          mechanism: "multiply-and-add",
          of: ["votes"],
          threshold: { atLeast: "10" },
          in: "subject",
        },
        {
          id: "listed",
          article: "§ 2",
          basis: { en: "§ 2: listed persons own a third", zh: "第 2 条：名单人员拥有三分之一" },
          mechanism: "aggregate-cascade",
          of: "shares",
          threshold: { moreThan: "33.3333333333" },
        },
      ],
      kinds: ["person", "company"],
      list: true,
      from: "2020-01-01",
      to: "2021-12-31",
    });
    const rows = [share(4, 1, 20), share(1, 0, 50), share(5, 0, 34)];
    const found = judged(fifth, rows, { list: [5] });
    expect(found.verdict).toBe("controlled");
    expect(found.parties.map((p) => [p.party, p.grounds.map((g) => g.rule.id)])).toEqual([
      [1, ["ten"]],
      [4, ["ten"]],
      [5, ["ten", "listed"]],
    ]);
    expect(["2019-12-31", "2020-01-01", "2022-01-01"].map((d) => isHypothetical(fifth, parseDay(d)))).toEqual(
      [true, false, true],
    );
  });
});
