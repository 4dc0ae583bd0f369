import fc from "fast-check";
import { expect, test } from "vitest";
import { csr } from "./csr.ts";
import type { Links } from "./links.ts";
import { randomFrom } from "./random.ts";
import { strongestFrom } from "./strongest-from.ts";
import { allPaths, type ListedPath, type Tie } from "./strongest-paths.oracle.ts";
import { strongestPaths } from "./strongest-paths.ts";

/** Links as arrays: each stands at both ends, neighbours ascending. */
function linksOf(nodes: number, ties: readonly Tie[]): Links {
  const ends = ties
    .flatMap(([a, b], n) => [
      { at: a, to: b, n },
      { at: b, to: a, n },
    ])
    .sort((x, y) => x.to - y.to);
  const { start, order } = csr(
    nodes,
    ends.map((end) => end.at),
  );
  return {
    start,
    to: Int32Array.from(order, (e) => ends[e]?.to ?? -1),
    link: Int32Array.from(order, (e) => ends[e]?.n ?? -1),
    strength: Uint8Array.from(ties, (tie) => tie[2]),
  };
}

const NODES = 8;
const tie = fc.tuple(
  fc.integer({ min: 0, max: NODES - 1 }),
  fc.integer({ min: 0, max: NODES - 1 }),
  fc.integer({ min: 0, max: 4 }),
);
/** Six to 22 links among eight nodes, some of them parallel, some of no strength. */
const graphs = fc.array(
  tie.filter(([a, b]) => a !== b),
  { minLength: 6, maxLength: 22, size: "max" },
);
const plain = (paths: readonly { nodes: ArrayLike<number>; strength: number }[]): ListedPath[] =>
  paths.map(({ nodes, strength }) => ({ nodes: Array.from(nodes), strength }));

test("the strongest simple paths are the first of all paths, in their order, parallel links being one", () => {
  let several = 0;
  fc.assert(
    fc.property(
      graphs,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 7 }),
      (ties, count, longest) => {
        const found = strongestPaths(linksOf(NODES, ties), 0, 1, { count, longest, budget: { left: 1e9 } });
        const expected = allPaths(ties, 0, longest).filter(({ nodes }) => nodes.at(-1) === 1);
        expect(plain(found.paths)).toEqual(expected.slice(0, count));
        expect([found.longest, found.complete]).toEqual([longest, true]);
        if (found.paths.length > 3) several++;
      },
    ),
    { numRuns: 1500 },
  );
  expect(several).toBeGreaterThan(200);
});

test("the strongest path to each target is the first of all that end there", () => {
  fc.assert(
    fc.property(
      graphs,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (ties, count, longest) => {
        const target = (n: number) => n % 2 === 1;
        const found = strongestFrom(linksOf(NODES, ties), 0, target, {
          count,
          longest,
          budget: { left: 1e9 },
        });
        const ends = new Set<number>();
        const expected = allPaths(ties, 0, longest).filter(({ nodes }) => {
          const end = nodes.at(-1) ?? 0;
          return target(end) && !ends.has(end) && ends.add(end);
        });
        expect(plain(found.paths)).toEqual(expected.slice(0, count));
      },
    ),
    { numRuns: 1000 },
  );
});

test("a budget that ends says so, and what was found are the first of the paths it could reach", () => {
  let [cut, short] = [0, 0];
  fc.assert(
    fc.property(graphs, fc.integer({ min: 1, max: 120 }), (ties, left) => {
      const links = linksOf(NODES, ties);
      const found = strongestPaths(links, 0, 1, { count: 50, longest: 6, budget: { left } });
      const expected = allPaths(ties, 0, 6).filter(({ nodes }) => nodes.at(-1) === 1);
      if (!found.complete) cut++;
      if (found.longest < 6) short++;
      const reachable = expected.filter(({ nodes }) => nodes.length - 1 <= found.longest);
      const shown = plain(found.paths).filter(({ nodes }) => nodes.length - 1 <= found.longest);
      expect(shown).toEqual(reachable.slice(0, shown.length));
      if (found.complete) expect(shown.length).toBe(reachable.length);
    }),
    { numRuns: 800 },
  );
  expect(cut).toBeGreaterThan(20);
  expect(short).toBeGreaterThan(20);
});

test("a million nodes and two million links, with hubs, are searched within a second", () => {
  const [nodes, count] = [1_000_000, 2_000_000];
  const next = randomFrom(7);
  const lower = new Int32Array(count);
  const upper = new Int32Array(count);
  for (let n = 0; n < count; n++) {
    lower[n] = Math.floor(next() ** 3 * nodes);
    upper[n] = (lower[n] + 1 + Math.floor(next() * (nodes - 1))) % nodes;
  }
  const tails = new Int32Array(2 * count);
  const heads = new Int32Array(2 * count);
  tails.set(lower);
  tails.set(upper, count);
  heads.set(upper);
  heads.set(lower, count);
  const byHead = csr(nodes, heads).order;
  const byTail = csr(
    nodes,
    byHead.map((e) => tails[e] as number),
  );
  const order = byTail.order.map((e) => byHead[e] as number);
  const graph: Links = {
    start: byTail.start,
    to: order.map((e) => heads[e] as number),
    link: order.map((e) => e % count),
    strength: new Uint8Array(count).map(() => 1 + Math.floor(next() * 4)),
  };
  const times: number[] = [];
  for (let n = 0; n < 12; n++) {
    const [from, to] = [1 + Math.floor(next() ** (n % 4) * (nodes - 1)), Math.floor(next() * nodes)];
    const before = performance.now();
    strongestPaths(graph, from, to, { count: 5, longest: 6, budget: { left: 4e7 } });
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  expect(times[6]).toBeLessThan(1000);
});
