import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { components } from "./components.ts";
import { csr } from "./csr.ts";

const graph = (nodes: number, edges: readonly (readonly [number, number])[]) => {
  const { start, order } = csr(
    nodes,
    edges.map(([a]) => a),
  );
  return { start, to: Int32Array.from(order, (e) => edges[e]?.[1] ?? 0) };
};

/** Reachability by trying every way. */
function reaches(nodes: number, edges: readonly (readonly [number, number])[]): boolean[][] {
  const way = Array.from({ length: nodes }, (_, i) => Array.from({ length: nodes }, (_, j) => i === j));
  for (const [a, b] of edges) (way[a] as boolean[])[b] = true;
  for (let k = 0; k < nodes; k++)
    for (let i = 0; i < nodes; i++)
      for (let j = 0; j < nodes; j++) if (way[i]?.[k] && way[k]?.[j]) (way[i] as boolean[])[j] = true;
  return way;
}

describe("components", () => {
  it("are the sets in which everyone reaches everyone, each numbered after what it reaches", () => {
    const node = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 20 }), (edges) => {
        const { start, to } = graph(9, edges);
        const { of, count, start: ends, order } = components(start, to);
        const way = reaches(9, edges);
        for (let a = 0; a < 9; a++)
          for (let b = 0; b < 9; b++) {
            expect(of[a] === of[b]).toBe(Boolean(way[a]?.[b] && way[b]?.[a]));
            if (way[a]?.[b]) expect(of[a]).toBeGreaterThanOrEqual(of[b] ?? 0);
          }
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(9).keys()]);
        for (let c = 0; c < count; c++)
          for (const v of order.subarray(ends[c], ends[c + 1])) expect(of[v]).toBe(c);
      }),
      { numRuns: 1000 },
    );
  });

  it("are found along a chain and round a ring of half a million without running out of stack", () => {
    const nodes = 500_000;
    const chain = graph(
      nodes,
      Array.from({ length: nodes - 1 }, (_, i) => [i, i + 1] as const),
    );
    expect(components(chain.start, chain.to).count).toBe(nodes);
    const ring = graph(
      nodes,
      Array.from({ length: nodes }, (_, i) => [i, (i + 1) % nodes] as const),
    );
    expect(components(ring.start, ring.to).count).toBe(1);
  });
});
