import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPANIES, judged as judgedOf, NODES, partiesOf, person } from "../../../../test/judged-of-rows.ts";
import { euAmlr, ukPsc, usOfac50 } from "../../../../test/shipped-laws.ts";
import type { Law } from "../../../laws/law.ts";
import type { RightCode } from "../../../model/rights.ts";
import type { Row } from "../../../networks/worlds.oracle.ts";
import { beneficial, falls, overTrust, significant, type World } from "./literal.oracle.ts";

const LIST = [4];
const worldOf = (rows: readonly Row[]): World => ({ rows, nodes: NODES, person });

function judged(law: Law, rows: readonly Row[]) {
  const found = judgedOf(law, rows, { list: LIST });
  return { certain: partiesOf(found, "certain"), possible: partiesOf(found, "possible") };
}

/** What each law says by its text, of the persons 4 and 5. */
const TEXTS: readonly (readonly [Law, (world: World) => readonly number[]])[] = [
  [ukPsc, (world) => [4, 5].filter((p) => significant(world, p))],
  [euAmlr, (world) => [4, 5].filter((p) => beneficial(world, p))],
  [usOfac50, (world) => (falls(world, LIST) ? LIST : [])],
];

const VALUES = [5, 10, 20, 24, 25, 26, 30, 40, 48, 49, 50, 51, 60, 74, 75, 76, 95, 100];
const RIGHTS: readonly RightCode[] = [
  ...["shareholding", "shareholding", "shareholding", "votingRights"],
  ...["appointmentOfBoard", "statedControl"],
] as RightCode[];

/** Exact holdings at and about every threshold, own shares among them; with `apart`, some joint or of unknown directness. */
const worlds = (apart: boolean) =>
  fc
    .uniqueArray(
      fc
        .record({
          party: fc.integer({ min: 0, max: NODES - 1 }),
          subject: fc.integer({ min: 0, max: COMPANIES - 1 }),
          low: fc.constantFrom(...VALUES),
          right: fc.constantFrom(...RIGHTS),
          unknownDirectness: fc.boolean(),
          token: fc.constantFrom("", "", "", "j"),
        })
        .filter((r) => r.party >= r.subject)
        .map(({ token, ...r }): Row => {
          const stake = r.right === "shareholding" || r.right === "votingRights";
          const own = r.party === r.subject;
          return {
            ...r,
            high: r.low,
            right: own ? "shareholding" : r.right,
            unknownDirectness: apart && stake && !own && r.unknownDirectness,
            joint: apart && stake && !own ? token : "",
          };
        }),
      { minLength: 1, maxLength: 9, selector: (r) => `${r.party} ${r.subject}` },
    )
    .filter((rows) =>
      [0, 1, 2, 3].every((n) => {
        const here = rows.filter(
          (r) => r.subject === n && r.right !== "appointmentOfBoard" && r.right !== "statedControl",
        );
        const sum = here.reduce((t, r) => t + (r.unknownDirectness || r.joint ? 0 : r.low), 0);
        const own = here.find((r) => r.party === n)?.low ?? 0;
        return sum <= 100 && own < 100;
      }),
    );

describe.each(TEXTS.map(([law, text]) => [law.id, law, text] as const))("%s by its text", (_, law, text) => {
  it("finds the same, for certain and possibly, on exact figures with own shares, boards and stated control", () => {
    fc.assert(
      fc.property(worlds(false), (rows) => {
        const { certain, possible } = judged(law, rows);
        expect(certain).toEqual(text(worldOf(rows)));
        // A right to appoint less than a majority of the board is possible control, whatever its share.
        if (!rows.some((r) => r.right === "appointmentOfBoard" && r.low <= 50)) expect(possible).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  const margins = fc.array(fc.tuple(fc.nat(15), fc.nat(15), fc.boolean(), fc.boolean()), {
    minLength: 9,
    maxLength: 9,
  });
  it("of ranges calls certain only what the text finds at a point within, and leaves out only what it does not", () => {
    fc.assert(
      fc.property(worlds(false), margins, (rows, margin) => {
        const wide = rows.map((r, i): Row => {
          const [less, more, lowOpen, highOpen] = margin[i] ?? [0, 0, false, false];
          const [low, high] = [Math.max(0, r.low - less), Math.min(100, r.low + more)];
          return { ...r, low, high, lowOpen: lowOpen && low < r.low, highOpen: highOpen && high > r.low };
        });
        const { certain, possible } = judged(law, wide);
        const point = text(worldOf(rows));
        expect(point).toEqual(expect.arrayContaining(certain));
        expect([...certain, ...possible]).toEqual(expect.arrayContaining([...point]));
      }),
      { numRuns: 400 },
    );
  });
});

it("uk-psc finds who is over a trust by paragraph 6, whatever else they hold and through whatever chain", () => {
  let met = 0;
  fc.assert(
    fc.property(worlds(false), fc.subarray([1, 2, 3], { minLength: 1 }), (all, trusts) => {
      const rows = all
        .filter((r) => r.party !== r.subject || !trusts.includes(r.subject))
        .map((r): Row => (trusts.includes(r.subject) ? { ...r, right: "trustee", low: 0, high: 0 } : r));
      const world = worldOf(rows);
      const over = [4, 5].filter((p) => overTrust(world, p));
      const { parties } = judgedOf(ukPsc, rows, { trusts });
      const by = (rule: (id: string) => boolean) =>
        parties
          .filter((p) => p.grounds.some((g) => g.certainty === "certain" && rule(g.rule.id)))
          .map((p) => p.party)
          .sort();
      expect(by((id) => id.startsWith("trust-"))).toEqual(over);
      expect(by((id) => !id.startsWith("trust-"))).toEqual([4, 5].filter((p) => significant(world, p)));
      met += over.length;
    }),
    { numRuns: 800 },
  );
  expect(met).toBeGreaterThan(100);
});

describe("holdings that may be the same ones twice: joint, or of unknown directness", () => {
  const apart = worlds(true);
  it.each(TEXTS.filter(([law]) => law !== euAmlr).map(([law, text]) => [law.id, law, text] as const))(
    "%s adds none of them, and counts what is joint for each holder or for all of them together",
    (_, law, text) => {
      fc.assert(
        fc.property(apart, (rows) => {
          expect(judged(law, rows).certain).toEqual(text(worldOf(rows)));
        }),
        { numRuns: 500 },
      );
    },
  );

  it("eu-amlr finds no fewer for certain than without them, and no more than if each were apart", () => {
    const plain = (r: Row): Row => ({ ...r, unknownDirectness: false, joint: "" });
    const isAlone = (r: Row) => r.unknownDirectness === true || r.joint !== "";
    const whole = (rows: readonly Row[]) =>
      [0, 1, 2, 3].every((n) => rows.reduce((t, r) => t + (r.subject === n ? r.low : 0), 0) <= 100);
    fc.assert(
      fc.property(apart, (rows) => {
        const found = (some: readonly Row[]) => [4, 5].filter((p) => beneficial(worldOf(some), p));
        const { certain } = judged(euAmlr, rows);
        expect(certain).toEqual(expect.arrayContaining(found(rows.filter((r) => !isAlone(r)))));
        if (whole(rows)) expect(found(rows.map(plain))).toEqual(expect.arrayContaining(certain));
      }),
      { numRuns: 500 },
    );
  });
});
