import fc from "fast-check";
import { expect, it } from "vitest";
import { RIGHT_CODES } from "../model/rights.ts";
import { PERCENT } from "../model/share.ts";
import { becauseOf, type HeldTable, heldOn } from "./held.ts";
import {
  CONDITIONAL,
  HELD_DISPUTED,
  HELD_HIGH_OPEN,
  HELD_INDIRECT,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_READING,
  HELD_UNKNOWN_DIRECTNESS,
  type Interests,
  NO_DAY,
  OBSERVATION,
  OWN_CONDITION,
  RARE,
  rowsTaken,
} from "./interests.ts";
import { type Said, valueOn } from "./value-on.ts";

const CARRY = 40;
const statement = fc.record({
  party: fc.integer({ min: -1, max: 90 }),
  right: fc.integer({ min: 0, max: RIGHT_CODES.length - 1 }),
  low: fc.integer({ min: 0, max: 60 }),
  band: fc.constantFrom(0, 0, 20),
  from: fc.constantFrom(NO_DAY, 0, 50, 100),
  to: fc.constantFrom(NO_DAY, NO_DAY, 60, 120),
  bits: fc.constantFrom(0, 0, OBSERVATION, RARE),
});
type Stated = Record<"party" | "right" | "low" | "band" | "from" | "to" | "bits", number>;

function interestsOf(list: readonly Stated[]): Interests {
  const ints = (of: (one: Stated, i: number) => number) => Int32Array.from(list, of);
  const reals = (of: (one: Stated) => number) => Float64Array.from(list, of);
  const texts = list.flatMap((one, i) => {
    const text = { class: "A", joint: "", members: [], reason: "", dispute: "" };
    return one.bits === RARE ? [[i, text] as const] : [];
  });
  return {
    ...{ length: list.length, n: ints((_, i) => i), subject: ints(() => 0), party: ints((s) => s.party) },
    ...{ right: ints((s) => s.right), low: reals((s) => s.low * PERCENT) },
    ...{ high: reals((s) => (s.low + s.band) * PERCENT), bits: ints((s) => s.bits) },
    ...{ fromLo: ints((s) => s.from), fromHi: ints((s) => s.from), toLo: ints((s) => s.to) },
    ...{ toHi: ints((s) => s.to), stated: ints(() => 110), leader: ints(() => -1), texts: new Map(texts) },
  };
}

const rowsOf = (held: HeldTable) =>
  Array.from({ length: held.length }, (_, r) => [
    ...[held.party[r], held.right[r], held.low[r], held.high[r], held.flags[r], held.statement[r]],
    ...[held.because.get(r), held.carried.get(r), held.extra.get(r)?.class],
  ]);

it("says of holders who are all different what it says of each alone, however many they are", () => {
  const different = fc.uniqueArray(statement, {
    maxLength: 80,
    selector: ({ party }) => (party < 0 ? {} : party),
    comparator: "SameValue",
  });
  fc.assert(
    fc.property(different, fc.integer({ min: 0, max: 200 }), (list, day) => {
      const all = interestsOf(list);
      const each = list.flatMap((_, i) => rowsOf(heldOn(rowsTaken(all, [i]), day, CARRY)));
      expect(rowsOf(heldOn(all, day, CARRY))).toEqual(each);
    }),
    { numRuns: 300 },
  );
});

it("is worth what its statements come to, with all that stands beside the figure", () => {
  const STATED = 60;
  const [OPEN, KIND] = [
    HELD_LOW_OPEN | HELD_HIGH_OPEN | HELD_READING,
    HELD_INDIRECT | HELD_UNKNOWN_DIRECTNESS,
  ];
  const one = fc.record({
    low: fc.integer({ min: 0, max: 60 }),
    from: fc.option(fc.integer({ min: 0, max: 100 }), { nil: NO_DAY }),
    /** How vague the start is; null: "at latest". */
    span: fc.constantFrom(0, 0, 10, null),
    to: fc.option(fc.integer({ min: 40, max: 120 }), { nil: NO_DAY }),
    vague: fc.constantFrom(0, 8, null),
    bits: fc.constantFrom(0, HELD_LOW_OPEN, HELD_HIGH_OPEN, OPEN),
    basis: fc.constantFrom(0, 0, OBSERVATION),
    dispute: fc.constantFrom("", "", "d"),
  });
  const kind = fc.constantFrom(0, HELD_INDIRECT, HELD_UNKNOWN_DIRECTNESS);
  const condition = fc.constantFrom(0, CONDITIONAL, OWN_CONDITION);
  const seen = { certain: 0, possible: 0, none: 0 };
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 3 }),
      kind,
      condition,
      fc.integer({ min: 0, max: 140 }),
      (list, directness, conditional, day) => {
        const ints = (of: (s: (typeof list)[number], i: number) => number) => Int32Array.from(list, of);
        const bitsOf = (s: (typeof list)[number]) =>
          s.bits | s.basis | directness | conditional | (s.dispute === "" ? 0 : RARE);
        const texts = list.flatMap(({ dispute }, i) =>
          dispute === ""
            ? []
            : [[i + 5, { class: "", joint: "", members: [], reason: "", dispute }] as const],
        );
        const raw: Interests = {
          ...{ length: list.length, n: ints((_, i) => i + 5), subject: ints(() => 2), party: ints(() => 3) },
          ...{ right: ints(() => 4), leader: ints(() => 6), stated: ints(() => STATED), bits: ints(bitsOf) },
          low: Float64Array.from(list, (s) => s.low * PERCENT),
          high: Float64Array.from(list, (s) => (s.low + 20) * PERCENT),
          fromLo: ints((s) => (s.span === null ? NO_DAY : s.from)),
          fromHi: ints((s) => (s.from === NO_DAY ? NO_DAY : s.from + (s.span ?? 0))),
          toLo: ints((s) => (s.vague === null || s.to === NO_DAY ? NO_DAY : s.to - s.vague)),
          toHi: ints((s) => s.to),
          texts: new Map(texts),
        };
        const never = Number.NEGATIVE_INFINITY;
        const said = list.map((s, i): Said => {
          const end = s.to === NO_DAY ? null : { lo: s.vague === null ? never : s.to - s.vague, hi: s.to };
          const seenOn = Math.min(STATED, s.to === NO_DAY ? STATED : s.to);
          const unknown = s.basis === OBSERVATION ? { lo: seenOn, hi: seenOn } : { lo: never, hi: STATED };
          return {
            n: i + 5,
            share: {
              ...{ low: s.low * PERCENT, high: (s.low + 20) * PERCENT },
              lowOpen: (s.bits & HELD_LOW_OPEN) !== 0,
              highOpen: (s.bits & HELD_HIGH_OPEN) !== 0,
              reading: (s.bits & HELD_READING) !== 0,
            },
            start:
              s.from === NO_DAY
                ? unknown
                : { lo: s.span === null ? never : s.from, hi: s.from + (s.span ?? 0) },
            end,
            observation: s.basis === OBSERVATION,
            dispute: s.dispute,
          };
        });
        const [held, expected] = [heldOn(raw, day, CARRY), valueOn(said, day, CARRY)];
        seen[expected?.presence ?? "none"]++;
        expect(held.length).toBe(expected === null ? 0 : 1);
        if (expected === null) return;
        const { share } = expected;
        expect([held.party[0], held.subject[0], held.right[0], held.leader[0]]).toEqual([3, 2, 4, 6]);
        expect([held.low[0], held.high[0]]).toEqual([share.low, share.high]);
        expect(held.conditional[0]).toBe(
          conditional === OWN_CONDITION ? 2 : conditional === CONDITIONAL ? 1 : 0,
        );
        const flags = (held.flags[0] as number) & ~KIND;
        expect((held.flags[0] as number) & KIND).toBe(directness);
        expect(flags).toBe(
          (share.lowOpen ? HELD_LOW_OPEN : 0) |
            (share.highOpen ? HELD_HIGH_OPEN : 0) |
            (share.reading ? HELD_READING : 0) |
            (expected.disputed ? HELD_DISPUTED : 0) |
            (expected.presence === "possible" ? HELD_POSSIBLE : 0),
        );
        expect(becauseOf(held, 0)).toEqual(expected.because);
        expect(held.carried.get(0) ?? null).toBe(expected.carried);
      },
    ),
    { numRuns: 2000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});

it("takes as one holding what has the same party, right, class, partners, leader and directness, and a party", () => {
  type Text = { class: string; joint: string; members: number[]; reason: string; dispute: string };
  const rows = (
    ...list: { party?: number; right?: number; leader?: number; bits?: number; text?: Partial<Text> }[]
  ) => {
    const plain: Text = { class: "", joint: "", members: [], reason: "", dispute: "" };
    const ints = (of: (one: (typeof list)[number], i: number) => number) => Int32Array.from(list, of);
    const held = heldOn(
      {
        ...interestsOf(
          list.map(() => ({ party: 1, right: 0, low: 10, band: 0, from: 0, to: NO_DAY, bits: 0 })),
        ),
        ...{ party: ints((one) => one.party ?? 1), right: ints((one) => one.right ?? 0) },
        leader: ints((one) => one.leader ?? -1),
        bits: ints((one) => (one.bits ?? 0) | (one.text ? RARE : 0)),
        texts: new Map(list.flatMap(({ text }, i) => (text ? [[i, { ...plain, ...text }] as const] : []))),
      },
      50,
      CARRY,
    );
    return rowsOf(held).map((_, r) => [...becauseOf(held, r)].sort());
  };
  const [one, two] = [[[0, 1]], [[0], [1]]];
  expect(rows({}, {})).toEqual(one);
  expect(rows({}, { text: { reason: "unknown" } })).toEqual(one);
  expect(rows({ text: { class: "A" } }, { text: { class: "A", dispute: "d" } })).toEqual(one);
  expect(rows({ party: -1 }, { party: -1 })).toEqual(two);
  expect(rows({}, { party: 2 })).toEqual(two);
  expect(rows({}, { right: 1 })).toEqual(two);
  expect(rows({}, { leader: 3 })).toEqual(two);
  expect(rows({}, { bits: HELD_INDIRECT })).toEqual(two);
  expect(rows({}, { bits: HELD_UNKNOWN_DIRECTNESS })).toEqual(two);
  for (const text of [{ class: "A" }, { joint: "j" }, { members: [4] }])
    expect(rows({}, { text })).toEqual(two);
  // Rows stand in the order of the statements shown for them.
  expect(rows({}, { party: 2 }, {})).toEqual([[0, 2], [1]]);
});
