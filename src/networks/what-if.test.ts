import fc from "fast-check";
import { expect, it } from "vitest";
import { ControlView } from "./controllers.ts";
import type { HeldTable } from "./held.ts";
import { ownership } from "./ownership.ts";
import { inFull, rowsBelow, taken, without } from "./what-if.ts";
import { anyRows, kinds, tableOf } from "./worlds.oracle.ts";

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
