import fc from "fast-check";
import { expect, it } from "vitest";
import { RIGHT_CODES } from "../model/rights.ts";
import { PERCENT } from "../model/share.ts";
import { type HeldTable, heldOn } from "./held.ts";
import { type Interests, NO_DAY, OBSERVATION, RARE, rowsTaken } from "./interests.ts";

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
