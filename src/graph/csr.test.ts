import fc from "fast-check";
import { expect, it } from "vitest";
import { type Csr, csr, sortedBy } from "./csr.ts";

/** A list for every node, filled edge by edge. */
function slowly(nodes: number, tail: readonly number[], value: (e: number) => number) {
  const lists = Array.from({ length: nodes }, (): number[] => []);
  for (const [e, v] of tail.entries()) if (v >= 0) (lists[v] as number[]).push(value(e));
  return lists;
}

const listsOf = ({ start, order }: Csr, of: readonly number[]) =>
  of.map((v) => [...order.subarray(start[v], start[v + 1])]);

const NODES = [1, 7, 1 << 17, (1 << 17) + 1, 200_000] as const;
const worlds = fc.constantFrom(...NODES).chain((nodes) =>
  fc.record({
    nodes: fc.constant<number>(nodes),
    tail: fc.array(
      fc.oneof(
        fc.integer({ min: -1, max: nodes - 1 }),
        fc.constantFrom(0, nodes - 1, Math.min(nodes - 1, 1 << 15), Math.min(nodes - 1, (1 << 15) - 1)),
      ),
      { maxLength: 60 },
    ),
  }),
);

it("sorts edges by tail, each list in the order given, whatever the number of nodes", () => {
  fc.assert(
    fc.property(worlds, ({ nodes, tail }) => {
      const asked = [...new Set([0, nodes - 1, ...tail.filter((v) => v >= 0)])];
      const lists = slowly(nodes, tail, (e) => e);
      const found = csr(nodes, tail);
      expect(listsOf(found, asked)).toEqual(asked.map((v) => lists[v]));
      expect(found.start.length).toBe(nodes + 1);
      expect(found.order.length).toBe(tail.filter((v) => v >= 0).length);
      for (let v = 0; v < nodes; v++)
        if (found.start[v + 1] < found.start[v]) throw new Error(`start at ${v}`);
    }),
    { numRuns: 60 },
  );
});

it("sorts what is given for each edge, of the first so many", () => {
  fc.assert(
    fc.property(worlds, fc.nat(60), ({ nodes, tail }, most) => {
      const length = Math.min(most, tail.length);
      const value = Int32Array.from(tail, (_, e) => 1000 - 7 * e);
      const lists = slowly(nodes, tail.slice(0, length), (e) => value[e] as number);
      const asked = [...new Set([0, nodes - 1, ...tail.filter((v) => v >= 0)])];
      expect(listsOf(sortedBy(nodes, Int32Array.from(tail), length, value), asked)).toEqual(
        asked.map((v) => lists[v]),
      );
    }),
    { numRuns: 60 },
  );
});
