import fc from "fast-check";
import { expect, it } from "vitest";
import { economicNetwork } from "./economic.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { anyRows, type Row, tableOf } from "./worlds.oracle.ts";

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

it("votes held for another may come with any claim, which is that other's and not the nominee's", () => {
  const rows: Row[] = [
    { party: 0, subject: 2, right: "votingRights", low: 20, high: 45 },
    { party: 0, subject: 2, right: "nominee", low: 0, high: 100, leader: 1 },
  ];
  const holders = (some: readonly Row[]) => [...economicNetwork(tableOf(some), 3).holder];
  expect(holders(rows)).toEqual([1]);
  expect(holders(rows.map((row) => ({ ...row, possible: row.right === "nominee" })))).toEqual([0, 1]);
});

it("more than all there is, if only by an open end, is a conflict and counts from nothing up, as it is one of votes", () => {
  const share = (party: number, low: number, more: Partial<Row> = {}): Row => ({
    ...{ party, subject: 3, right: "shareholding", low, high: low },
    ...more,
  });
  const lows = (...rows: Row[]) => [...economicNetwork(tableOf(rows), 4).low].map((low) => low / 1e10);
  const open = { high: 20, lowOpen: true };
  expect(lows(share(0, 60), share(1, 24), share(2, 16, open))).toEqual([0, 0, 0]);
  expect(lows(share(0, 60), share(1, 24), share(2, 16, { high: 20 }))).toEqual([60, 24, 16]);
  expect(lows(share(0, 60), share(1, 24), share(2, 15, open))).toEqual([60, 24, 15]);
  expect(lows(share(0, 60), share(1, 24), share(2, 16, { ...open, possible: true }))).toEqual([60, 24, 0]);
});
