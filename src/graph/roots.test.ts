import fc from "fast-check";
import { expect, it } from "vitest";
import { ownership } from "../networks/ownership.ts";
import { anyRows, kinds, tableOf } from "../networks/worlds.oracle.ts";
import { ControlSearch } from "./control.ts";
import { endSearch } from "./end-search.ts";
import { reduced } from "./reduce.ts";
import { eachRoot } from "./roots.ts";

const NODES = 7;

it("visits exactly those nobody controls without being controlled by them", () => {
  fc.assert(
    fc.property(anyRows(NODES, 0), (rows) => {
      const { lower, nodes } = ownership(tableOf(rows), NODES, kinds(0));
      const search = new ControlSearch(lower.network);
      const reach = Array.from({ length: nodes }, (_, x) => new Set(search.certain(x)));
      const few = reduced(lower.network, true);
      const found: number[] = [];
      const searching = endSearch(few, true);
      eachRoot(few, searching, (x) => {
        found.push(x);
        for (let y = 0; y < nodes; y++) expect(searching.reached(y)).toBe(y === x || reach[x]?.has(y));
      });
      const above = (x: number) => reach.some((down, z) => z !== x && down.has(x) && !reach[x]?.has(z));
      const roots = [...Array(nodes).keys()].filter((x) => !above(x));
      expect(found.sort((a, b) => a - b)).toEqual(roots);
    }),
    { numRuns: 4000 },
  );
});
