import fc from "fast-check";
import { expect, it } from "vitest";
import { ControlSearch } from "../../graph/control.ts";
import { beyondNamed, withoutTreasury } from "../../graph/named.oracle.ts";
import { type Controller, ControlView } from "../controllers.ts";
import { ownership } from "../ownership.ts";
import { anyRows, kinds, type Row, tableOf, voteRows } from "../worlds.oracle.ts";
import { compactOf, heldIn } from "./compact.oracle.ts";
import { register } from "./register.ts";
import { ultimatePairs } from "./ultimate.ts";
import { verdictsOf } from "./verdicts.ts";
import { GroupVotes } from "./votes.ts";

const NODES = 7;
const FIRST_COMPANY = 2;
const who = kinds(FIRST_COMPANY, [6]);

const whole = (rows: readonly Row[]) => {
  const held = tableOf(rows);
  return register(compactOf(held, NODES), NODES, who, async (marked) => heldIn(held, marked));
};
const oneByOne = (rows: readonly Row[]) => new ControlView(ownership(tableOf(rows), NODES, who));
const plainRows = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: NODES - 1 }),
      fc.integer({ min: FIRST_COMPANY, max: NODES - 1 }),
      fc.constantFrom("shareholding" as const, "votingRights" as const, "appointmentOfBoard" as const),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 0, max: 10 }),
      fc.record({
        lowOpen: fc.boolean(),
        highOpen: fc.boolean(),
        possible: fc.boolean(),
        indirect: fc.constantFrom(false, false, true),
        unknownDirectness: fc.boolean(),
      }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    list.map(([party, subject, right, a, b, flags]): Row => {
      const [low, high] = [Math.min(a, b) * 10, Math.max(a, b) * 10];
      return { party, subject, right, low, high, ...flags, lowOpen: flags.lowOpen && low < high };
    }),
  );

const said = (list: readonly Controller[]) =>
  list
    .map((c) => {
      const votes = c.votes && [c.votes.low, { ...c.votes.high, value: Math.max(0, c.votes.high.value) }];
      return `${c.party} ${c.certainty} ${[...c.joint].sort()} ${JSON.stringify(votes)}`;
    })
    .sort();

it.each([
  ["plain companies", plainRows],
  ["votes with bands and treasury shares", voteRows(NODES, FIRST_COMPANY)],
  ["every kind of right", anyRows(NODES, FIRST_COMPANY)],
])("everything at once gives the verdicts that one by one gives: %s", async (_, worlds) => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (rows) => {
      const all = await whole(rows);
      if (all.holders.odd.includes(0)) plain++;
      const verdictOf = verdictsOf(all, await ultimatePairs(all, () => undefined, 0));
      const shared = verdictsOf(all, await ultimatePairs(all, () => undefined, 1));
      const view = oneByOne(rows);
      for (let n = 0; n < NODES; n++) {
        const one = view.controllers(n);
        const together = verdictOf(n);
        expect([n, together.verdict, said(together.controllers)]).toEqual([
          n,
          one.verdict,
          said(one.ultimate),
        ]);
        expect([n, shared(n)]).toEqual([n, together]);
      }
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(1000);
});

it("searches find everyone, and their votes, that the network in full has", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(plainRows, anyRows(NODES, FIRST_COMPANY)), async (rows) => {
      const all = await whole(rows);
      const [lower, upper] = [new ControlSearch(all.lower), new ControlSearch(all.upper)];
      expect(withoutTreasury(all.lower, beyondNamed(all.lower))).toEqual([]);
      const votes = new GroupVotes(all, lower, upper);
      const view = oneByOne(rows);
      const real = (found: Int32Array) => [...found].filter((n) => n < NODES).sort((a, b) => a - b);
      for (let x = 0; x < NODES; x++) {
        expect(real(lower.certain(x))).toEqual(real(view.lower.certain(x)));
        expect(real(upper.possible(x))).toEqual(real(view.upper.possible(x)));
        for (let y = FIRST_COMPANY; y < NODES; y++)
          if (view.upper.reached(y)) expect([x, y, votes.of(y)]).toEqual([x, y, view.votesNow(y)]);
      }
    }),
    { numRuns: 3000 },
  );
});
