import fc from "fast-check";
import { expect, test } from "vitest";
import { PERCENT } from "../model/share.ts";
import { type Happening, happeningsIn } from "./causes.ts";
import { heldOn } from "./held.ts";
import { type Interests, NO_DAY, OBSERVATION, OPEN_DAY } from "./interests.ts";
import { differencesBetween, type TwoStates } from "./two-states.ts";

interface Told {
  readonly percent: number;
  readonly from: readonly [number, number] | null;
  readonly to: readonly [number, number] | null;
  readonly observed: boolean;
}
const [STATED, CARRY] = [700, 400];
const day = fc.integer({ min: 1, max: 1500 });
const when = fc
  .tuple(day, fc.constantFrom(0, 0, 20, 300, OPEN_DAY))
  .map(([lo, span]) => [lo, Math.min(lo + span, OPEN_DAY)] as const);
const told: fc.Arbitrary<Told> = fc
  .record({
    percent: fc.constantFrom(10, 20, 30),
    from: fc.option(when, { freq: 8 }),
    to: fc.option(when, { freq: 2 }),
    observed: fc.boolean(),
  })
  .filter(({ from, to }) => from === null || to === null || to[1] > from[0]);

function interestsOf(rows: readonly Told[]): Interests {
  const ints = (of: (row: Told, n: number) => number) => Int32Array.from(rows, of);
  const shares = () => Float64Array.from(rows, (row) => row.percent * PERCENT);
  return {
    ...{ length: rows.length, n: ints((_, n) => n), subject: ints(() => 0), party: ints(() => 1) },
    ...{ right: ints(() => 0), low: shares(), high: shares(), leader: ints(() => -1), texts: new Map() },
    bits: ints((row) => (row.observed ? OBSERVATION : 0)),
    ...{ fromLo: ints((row) => row.from?.[0] ?? NO_DAY), fromHi: ints((row) => row.from?.[1] ?? NO_DAY) },
    ...{ toLo: ints((row) => row.to?.[0] ?? NO_DAY), toHi: ints((row) => row.to?.[1] ?? NO_DAY) },
    stated: ints(() => STATED),
  };
}

/** Whether what is said to have happened to a statement between two days is so by its own dates. */
function isSo({ how, on, by }: Happening, row: Told, days: { from: number; to: number }): boolean {
  const unstated = row.observed ? Math.min(STATED, row.to?.[1] ?? STATED) : STATED;
  const [first, last] = row.from ?? [row.observed ? unstated : Number.NEGATIVE_INFINITY, unstated];
  const between = (at: number) => at > days.from && at <= days.to;
  const given =
    on === (last === OPEN_DAY ? null : last) && (by === true || row.from === null || first === last);
  if (how === "began") return between(last) && given;
  if (how === "beginning") return !row.observed && between(first) && last > days.to;
  if (how === "bounded") return row.observed && last > days.to && given;
  if (how === "ending") return row.to !== null && between(row.to[0]) && row.to[1] > days.to;
  // What was observed of a period ends with the period.
  if (how === "ended")
    return on !== null && between(on) && (row.to === null ? row.observed : on === row.to[1]);
  if (how === "aged") return row.observed;
  return how === "replaced" || how === "again";
}

test("what is said to have happened to a statement between two days is so by its own dates", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(told, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 1, max: 1200 }),
      (rows, from, more) => {
        const days = { from, to: from + more };
        const interests = interestsOf(rows);
        const [earlier, later] = [days.from, days.to].map((on) => ({
          interests,
          held: heldOn(interests, on, CARRY),
        }));
        const states = { earlier, later } as TwoStates;
        for (const each of differencesBetween(states.earlier.held, states.later.held))
          for (const one of happeningsIn(states, each, days, new Map())) {
            seen.set(one.how, (seen.get(one.how) ?? 0) + 1);
            expect([one, isSo(one, rows[one.statement] as Told, days)]).toEqual([one, true]);
            if (rows.length === 1) expect(one.how).not.toMatch(/replaced|again/);
          }
      },
    ),
    { numRuns: 4000 },
  );
  for (const how of ["began", "beginning", "bounded", "ending", "ended", "aged", "replaced"])
    expect([how, (seen.get(how) ?? 0) > 20]).toEqual([how, true]);
  // A statement makes way for another, and does not come back while it is known.
  expect(seen.get("again") ?? 0).toBeLessThan(10);
});
