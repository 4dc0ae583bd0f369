import fc from "fast-check";
import { expect, it } from "vitest";
import { ownership } from "../networks/ownership.ts";
import { anyRows, classRows, kinds, type Row, tableOf, voteRows } from "../networks/worlds.oracle.ts";
import { BulkControl } from "./bulk-control.ts";
import { type ControlNetwork, ControlSearch } from "./control.ts";
import { endSearch } from "./end-search.ts";
import { beyondNamed, withoutTreasury } from "./named.oracle.ts";
import { reduced } from "./reduce.ts";

const NODES = 7;
const sorted = (found: Iterable<number>) => [...found].sort((a, b) => a - b);
const foundBy = (search: { readonly found: Int32Array }, count: number) =>
  sorted(search.found.subarray(0, count));

/** Everyone in turn, then somebody more, as the plain search finds them. */
function expectSame(net: ControlNetwork, certain: boolean, bulk = BulkControl.over(net, certain)): void {
  const plain = new ControlSearch(net);
  if (bulk === null) throw new Error("seven nodes do not fit");
  for (let x = 0; x < net.nodes; x++) {
    expect([x, foundBy(bulk, bulk.search(x))]).toEqual([x, foundBy(plain, plain.search(x, certain))]);
    for (let y = 0; y < net.nodes; y++) expect(bulk.reached(y)).toBe(plain.reached(y));
    const more = (x + 3) % net.nodes;
    expect(foundBy(bulk, bulk.also(more))).toEqual(foundBy(plain, plain.also(more, certain)));
  }
}

it.each([
  ["votes with bands, cycles and treasury shares", voteRows(NODES, 2), false],
  ["votes in two share classes", classRows(NODES, 2), true],
  ["contracts, concerts, boards and joint holders", anyRows(NODES, 2), false],
])("finds whom the plain search finds, at both ends: %s", (_, worlds, classes) => {
  let severalClasses = 0;
  fc.assert(
    fc.property(worlds, (rows) => {
      const { lower, upper } = ownership(tableOf(rows), NODES, kinds(2));
      if (lower.network.ballots.some((count) => count > 1)) severalClasses++;
      expectSame(lower.network, true);
      expectSame(upper.network, false);
      expectSame(lower.network, true, BulkControl.over(reduced(lower.network, true), true));
    }),
    { numRuns: 1000 },
  );
  expect(severalClasses > 500).toBe(classes);
});

it("may take a vote count to be no more than what is named of it, unless it has treasury shares", () => {
  let joint = 0;
  fc.assert(
    fc.property(fc.oneof(voteRows(NODES, 2), classRows(NODES, 2), anyRows(NODES, 2)), (rows) => {
      const { network: net } = ownership(tableOf(rows), NODES, kinds(2)).lower;
      const beyond = beyondNamed(net);
      expect(withoutTreasury(net, beyond)).toEqual([]);
      joint += beyond.length;
    }),
    { numRuns: 1000 },
  );
  expect(joint).toBeGreaterThan(0);
});

it("is what a big network is searched with, and a small one is not", () => {
  const votes: Row = { party: 0, subject: 1, right: "votingRights", low: 60, high: 60 };
  for (const nodes of [NODES, 5000]) {
    const { lower, upper } = ownership(tableOf([votes]), nodes, kinds(0));
    for (const [end, certain] of [
      [lower, true],
      [upper, false],
    ] as const) {
      const search = endSearch(end.network, certain);
      expect(search instanceof BulkControl).toBe(nodes === 5000);
      expect(foundBy(search, search.search(0))).toEqual([1]);
      expect([search.reached(1), search.reached(2)]).toEqual([true, false]);
      expect(foundBy(search, search.also(3))).toEqual([1, 3]);
    }
  }
});

it("leaves to the plain search what takes more memory than there is", () => {
  const { lower } = ownership(tableOf([]), NODES, kinds(0));
  const nodes = 300_000_000;
  expect(BulkControl.over({ ...lower.network, nodes }, true)).toBe(null);
});

it("finds the same beyond 2 GiB of memory, where addresses are no longer positive", () => {
  fc.assert(
    fc.property(fc.oneof(classRows(NODES, 2), anyRows(NODES, 2)), (rows) => {
      const { lower, upper } = ownership(tableOf(rows), NODES, kinds(2));
      expectSame(lower.network, true, BulkControl.over(lower.network, true, BEYOND));
      expectSame(upper.network, false, BulkControl.over(upper.network, false, BEYOND));
    }),
    { numRuns: 50 },
  );
});
/** Far enough below 2 GiB that a network of seven nodes stands on both sides. */
const BEYOND = 2 ** 31 - 512;
