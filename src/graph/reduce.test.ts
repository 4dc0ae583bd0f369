import fc from "fast-check";
import { expect, it } from "vitest";
import { ownership } from "../networks/ownership.ts";
import { anyRows, kinds, type Row, tableOf, voteRows } from "../networks/worlds.oracle.ts";
import { type ControlNetwork, ControlSearch } from "./control.ts";
import { reduced } from "./reduce.ts";

const NODES = 7;
const endsOf = (rows: readonly Row[]) => ownership(tableOf(rows), NODES, kinds(2));
const reach = (net: ControlNetwork, source: number, certain: boolean) => {
  const search = new ControlSearch(net);
  return [...(certain ? search.certain(source) : search.possible(source))].sort((a, b) => a - b);
};
const sizeOf = (net: ControlNetwork) => net.holdBallot.length;

it.each([
  ["votes with bands, cycles and treasury shares", voteRows(NODES, 2)],
  ["contracts, concerts, nominees, boards and joint holders", anyRows(NODES, 2)],
])("changes nobody's reach at either end: %s", (_, worlds) => {
  let less = 0;
  fc.assert(
    fc.property(worlds, (rows) => {
      const { lower, upper, nodes } = endsOf(rows);
      const [few, more] = [reduced(lower.network, true), reduced(upper.network, false)];
      if (sizeOf(few) + sizeOf(more) < sizeOf(lower.network) + sizeOf(upper.network)) less++;
      for (let n = 0; n < nodes; n++) {
        expect(reach(few, n, true)).toEqual(reach(lower.network, n, true));
        expect(reach(more, n, false)).toEqual(reach(upper.network, n, false));
      }
    }),
    { numRuns: 3000 },
  );
  expect(less).toBeGreaterThan(1000);
});

it("leaves of a ballot with a majority holder one right, and of one nobody can win nothing", () => {
  const votes = (party: number, subject: number, low: number): Row => ({
    party,
    subject,
    right: "votingRights",
    low,
    high: low,
  });
  const { lower } = endsOf([votes(0, 2, 60), votes(1, 2, 30), votes(0, 3, 20), votes(1, 3, 25)]);
  const few = reduced(lower.network, true);
  expect(few.rightTo).toEqual(Int32Array.of(2));
  expect(few.holdBallot.length).toBe(0);
});
