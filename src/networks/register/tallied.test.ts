import fc from "fast-check";
import { expect, it } from "vitest";
import { ControlSearch } from "../../graph/control.ts";
import { ownership } from "../ownership.ts";
import { anyRows, classRows, kinds, tableOf, voteRows } from "../worlds.oracle.ts";
import { tallied } from "./tallied.ts";

const NODES = 7;
const quiet = () => undefined;

it("counts whom each party controls, whoever shares the work", async () => {
  const worlds = fc.oneof(voteRows(NODES, 2), classRows(NODES, 2), anyRows(NODES, 2));
  await fc.assert(
    fc.asyncProperty(worlds, async (rows) => {
      const { lower, upper } = ownership(tableOf(rows), NODES, kinds(2));
      for (const [{ network }, certain] of [
        [lower, true],
        [upper, false],
      ] as const) {
        const search = new ControlSearch(network);
        const counts = Array.from({ length: network.nodes }, (_, x) => {
          const found = search.found.slice(0, search.search(x, certain));
          return found.filter((y) => y < NODES).length;
        });
        for (const members of [0, 1])
          expect([...(await tallied(network, certain, NODES, quiet, members))]).toEqual(counts);
      }
    }),
    { numRuns: 500 },
  );
});
