import fc from "fast-check";
import { expect, it } from "vitest";
import { PERCENT } from "../model/share.ts";
import { ControlView } from "./controllers.ts";
import type { HeldTable } from "./held.ts";
import { HELD_HIGH_OPEN, HELD_INDIRECT, HELD_LOW_OPEN, HELD_POSSIBLE } from "./interests.ts";
import { ownership } from "./ownership.ts";
import { inFull, keeping, rowsBelow, taken, without, withShare } from "./what-if.ts";
import { anyRows, kinds, type Row, tableOf } from "./worlds.oracle.ts";

const NODES = 6;

it("what a party controls is seen from the holdings below it alone, as stated, without a row and with it in full", () => {
  let controlled = 0;
  const standings = (held: HeldTable, party: number) => {
    const view = new ControlView(ownership(held, NODES, kinds(1)));
    const mine = (found: Int32Array) => [...found].filter((n) => n < NODES).sort();
    const ends = [mine(view.lower.certain(party)), mine(view.upper.possible(party))];
    controlled += ends[1]?.length ?? 0;
    return ends;
  };
  fc.assert(
    fc.property(anyRows(NODES, 1), (rows) => {
      const held = tableOf(rows);
      const below = rowsBelow(held);
      for (let party = 0; party < NODES; party++) {
        const part = below(party);
        expect(standings(taken(held, part), party)).toEqual(standings(held, party));
        for (const [at, row] of part.entries()) {
          for (const other of [without, inFull])
            expect(standings(other(taken(held, part), at), party)).toEqual(
              standings(other(held, row), party),
            );
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(controlled).toBeGreaterThan(1000);
});

it("changes the rows it is asked to, and of these what it is asked to; the holdings given stay as they are", () => {
  const open = { lowOpen: true, highOpen: true, possible: true, conditional: 1 } as const;
  const rows: Row[] = [
    { party: 0, subject: 2, right: "votingRights", low: 20, high: 40, ...open },
    { party: 0, subject: 2, right: "actingInConcert", low: 0, high: 0, members: [1] },
    { party: 1, subject: 2, right: "shareholding", low: 10, high: 30, ...open },
    { party: 1, subject: 3, right: "votingRights", low: 10, high: 30, ...open },
    { party: 3, subject: 2, right: "votingRights", low: 5, high: 15, ...open },
    { party: 1, subject: 2, right: "appointmentOfBoard", low: 10, high: 30, ...open },
  ];
  const held = tableOf(rows);
  const said = (of: HeldTable) =>
    rows.map((_, r) => [
      (of.low[r] as number) / PERCENT,
      (of.high[r] as number) / PERCENT,
      of.flags[r] as number,
      of.conditional[r] as number,
    ]);
  const before = said(held);
  const [all, upper] = [HELD_LOW_OPEN | HELD_HIGH_OPEN | HELD_POSSIBLE, HELD_HIGH_OPEN];
  expect(before[0]).toEqual([20, 40, all, 1]);
  const changed = (of: HeldTable) =>
    said(of).flatMap((row, r) => (`${row}` === `${before[r]}` ? [] : [[r, ...row]]));
  expect(changed(inFull(held, 0))).toEqual([[0, 40, 40, upper, 0]]);
  expect(changed(inFull(held, 1))).toEqual([
    [0, 40, 40, upper, 1],
    [2, 30, 30, upper, 1],
  ]);
  expect(changed(inFull(held, 5))).toEqual([[5, 30, 30, upper, 0]]);
  expect(changed(withShare(held, 3, 25 * PERCENT))).toEqual([[3, 25, 25, HELD_POSSIBLE, 1]]);
  expect(changed(without(held, 4))).toEqual([[4, 5, 15, all | HELD_INDIRECT, 1]]);
  expect(changed(keeping(held, (r) => r !== 3 && r !== 4)).map(([r, , , flags]) => [r, flags])).toEqual([
    [3, all | HELD_INDIRECT],
    [4, all | HELD_INDIRECT],
  ]);
  expect(said(held)).toEqual(before);
});
