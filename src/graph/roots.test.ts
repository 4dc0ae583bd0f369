import fc from "fast-check";
import { expect, it } from "vitest";
import { ownership } from "../networks/ownership.ts";
import { anyRows, kinds, tableOf } from "../networks/worlds.oracle.ts";
import { ControlSearch } from "./control.ts";
import { reduced } from "./reduce.ts";
import { dominated } from "./roots.ts";

const NODES = 7;

it("marks exactly those whom somebody controls without being controlled by them", () => {
  fc.assert(
    fc.property(anyRows(NODES, 0), (rows) => {
      const { lower, nodes } = ownership(tableOf(rows), NODES, kinds(0));
      const search = new ControlSearch(lower.network);
      const reach = Array.from({ length: nodes }, (_, x) => new Set(search.certain(x)));
      const few = reduced(lower.network, true);
      const marked = dominated(few, new ControlSearch(few));
      for (let x = 0; x < nodes; x++) {
        const above = reach.some((down, z) => z !== x && down.has(x) && !reach[x]?.has(z));
        expect([x, marked[x]]).toEqual([x, above ? 1 : 0]);
      }
    }),
    { numRuns: 4000 },
  );
});
