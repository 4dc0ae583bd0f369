import fc from "fast-check";
import { expect, it } from "vitest";
import { PERCENT, WHOLE } from "../model/share.ts";
import { ownership } from "./ownership.ts";
import { ownershipWith } from "./ownership-with.ts";
import { inFull, without, withShare } from "./what-if.ts";
import { anyRows, kinds, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 7;
const change = fc.record({
  row: fc.nat(),
  how: fc.constantFrom("share", "share", "share", "full", "without"),
  percent: fc.integer({ min: 0, max: 100 }),
});

it.each([
  ["all companies", -1, 3000],
  ["those that lead to one", NODES - 1, 6000],
])(
  "is the network built anew of the holdings with one row changed, edge for edge: %s",
  (_, above, numRuns) => {
    let short = 0;
    const worlds = fc.oneof(voteRows(NODES, 2), anyRows(NODES, 2));
    fc.assert(
      fc.property(worlds, fc.array(change, { minLength: 1, maxLength: 3 }), (rows, changes) => {
        const who = kinds(2);
        let base = ownership(tableOf(rows), NODES, who, above);
        for (const { row, how, percent } of changes) {
          const at = row % rows.length;
          const held =
            how === "share"
              ? withShare(base.held, at, Math.min(WHOLE, percent * PERCENT))
              : (how === "full" ? inFull : without)(base.held, at);
          const anew = ownership(held, NODES, who, above);
          const found = ownershipWith(base, held, held.subject[at] as number);
          if (found !== null) {
            expect(found).toEqual(anew);
            short++;
          }
          base = found ?? anew;
        }
      }),
      { numRuns },
    );
    expect(short).toBeGreaterThan(500);
  },
);

it("does not take other holdings for the same", () => {
  const rows = [{ party: 0, subject: 2, right: "votingRights" as const, low: 60, high: 60 }];
  const base = ownership(tableOf(rows), NODES, kinds(2));
  expect(ownershipWith(base, tableOf(rows), 2)).toBeNull();
});
