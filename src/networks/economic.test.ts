import fc from "fast-check";
import { expect, it } from "vitest";
import { economicNetwork } from "./economic.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { anyRows, tableOf } from "./worlds.oracle.ts";

const NODES = 6;

/** The same holdings with a word on every row: no company passes for one whose parties stand in one plain row each. */
const inFull = (held: HeldTable): HeldTable => ({
  ...held,
  extra: new Map(Array.from({ length: held.length }, (_, row) => [row, extraOf(held, row)])),
});

it("the short cut for parties in one plain row each comes to the claims of the rules in full", () => {
  fc.assert(
    fc.property(anyRows(NODES, 0), (rows) => {
      const held = tableOf(rows);
      expect(economicNetwork(held, NODES)).toEqual(economicNetwork(inFull(held), NODES));
    }),
    { numRuns: 1000 },
  );
});
