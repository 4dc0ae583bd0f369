import fc from "fast-check";
import { expect, test } from "vitest";
import { PERCENT } from "../model/share.ts";
import { momentsOf } from "./closure.ts";
import { heldOn } from "./held.ts";
import { type Interests, NO_DAY, OBSERVATION } from "./interests.ts";

interface Told {
  readonly party: number;
  readonly percent: number;
  readonly from: readonly [number, number] | null;
  readonly to: readonly [number, number] | null;
  readonly observed: boolean;
}
const day = fc.integer({ min: 1, max: 1500 });
const when = fc.tuple(day, fc.constantFrom(0, 0, 20, 300)).map(([lo, span]) => [lo, lo + span] as const);
const told = fc.record({
  party: fc.constantFrom(1, 1, 2),
  percent: fc.integer({ min: 0, max: 50 }),
  from: fc.option(when, { freq: 8 }),
  to: fc.option(
    when.map(([lo, hi]) => [lo + 900, hi + 900] as const),
    { freq: 1 },
  ),
  observed: fc.boolean(),
});

function interestsOf(rows: readonly Told[]): Interests {
  const ints = (of: (row: Told, n: number) => number) => Int32Array.from(rows, of);
  return {
    length: rows.length,
    n: ints((_, n) => n),
    subject: ints(() => 0),
    party: ints((row) => row.party),
    right: ints(() => 0),
    low: Float64Array.from(rows, (row) => row.percent * PERCENT),
    high: Float64Array.from(rows, (row) => row.percent * PERCENT),
    bits: ints((row) => (row.observed ? OBSERVATION : 0)),
    fromLo: ints((row) => row.from?.[0] ?? NO_DAY),
    fromHi: ints((row) => row.from?.[1] ?? NO_DAY),
    toLo: ints((row) => row.to?.[0] ?? NO_DAY),
    toHi: ints((row) => row.to?.[1] ?? NO_DAY),
    stated: ints(() => 700),
    leader: ints(() => -1),
    texts: new Map(),
  };
}

test("between two moments what is held, and how surely, stays the same", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(told, { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 3200 }), { minLength: 20, maxLength: 20 }),
      (rows, days) => {
        const all = interestsOf(rows);
        const moments = momentsOf(all, 400);
        const on = (at: number) => {
          const held = heldOn(all, at, 400);
          return Array.from({ length: held.length }, (_, row) => [
            held.party[row],
            held.low[row],
            held.high[row],
            held.flags[row],
          ]).sort();
        };
        for (const at of days) {
          const moment = moments.filter((one) => one <= at).at(-1);
          if (moment === undefined) continue;
          compared++;
          expect(on(at)).toEqual(on(moment));
        }
      },
    ),
    { numRuns: 3000 },
  );
  expect(compared).toBeGreaterThan(10_000);
});
