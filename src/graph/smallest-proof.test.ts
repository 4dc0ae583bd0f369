import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Derivation, fallsBy } from "./derivation.ts";
import { fewestStatements } from "./smallest-proof.oracle.ts";
import { allowedBy, smallestProof, statementsOf } from "./smallest-proof.ts";

interface Into {
  readonly node: number;
  readonly tail: number;
  /** −1 a right, else which of the node's ballots. */
  readonly ballot: number;
  readonly weight: number;
  readonly flags: number;
  readonly needs: readonly number[];
}

/** Edges into nodes as a derivation; every node has as many ballots as its edges name. */
function derivation(nodes: number, statements: number, all: readonly Into[]): Derivation {
  const edges = [...all].sort((a, b) => a.node - b.node);
  const key = (e: Into) => `${e.node} ${e.ballot}`;
  const ballots = [...new Set(edges.filter((e) => e.ballot >= 0).map(key))];
  const before = (n: number) => edges.filter((e) => e.node < n).length;
  let at = 0;
  const needStart = [0, ...edges.map((e) => (at += e.needs.length))];
  return {
    nodes,
    whole: 100,
    intoStart: Int32Array.from([...Array(nodes + 1).keys()].map(before)),
    tail: Int32Array.from(edges, (e) => e.tail),
    ballot: Int32Array.from(edges, (e) => (e.ballot < 0 ? -1 : ballots.indexOf(key(e)))),
    weight: Float64Array.from(edges, (e) => e.weight),
    flags: Uint8Array.from(edges, (e) => e.flags),
    needStart: Int32Array.from(needStart),
    need: Int32Array.from(edges.flatMap((e) => e.needs)),
    statements,
    given: new Float64Array(ballots.length),
    ballots: Int32Array.from(
      [...Array(nodes).keys()].map((n) => ballots.filter((b) => b.startsWith(`${n} `)).length),
    ),
  };
}

const NODES = 5;
const STATEMENTS = 7;
const into = fc
  .record({
    node: fc.integer({ min: 1, max: NODES - 1 }),
    tail: fc.integer({ min: -1, max: NODES - 1 }),
    ballot: fc.constantFrom(-1, 0, 0, 0, 0, 1),
    weight: fc.integer({ min: 1, max: 12 }).map((w) => w * 10),
    flags: fc.constantFrom(0, 0, 0, 1, 4, 5),
    needs: fc.uniqueArray(fc.integer({ min: 0, max: STATEMENTS - 1 }), { minLength: 1, maxLength: 3 }),
  })
  .map((e): Into => (e.tail < 0 ? { ...e, ballot: Math.max(0, e.ballot), flags: e.flags % 4 } : e));
const world = fc.array(into, { minLength: 2, maxLength: 12 });

describe("the smallest proof", () => {
  it("takes as few statements as any set that is enough, found by trying all of them", () => {
    let proved = 0;
    fc.assert(
      fc.property(world, (edges) => {
        const net = derivation(NODES, STATEMENTS, edges);
        for (let target = 1; target < NODES; target++) {
          const fewest = fewestStatements(net, 0, target);
          const found = smallestProof(net, 0, target, 1_000_000);
          if (fewest < 0) {
            expect(found).toBeNull();
            continue;
          }
          const taken = statementsOf(net, found?.edges ?? []);
          expect([found?.smallest, taken.size]).toEqual([true, fewest]);
          expect(fallsBy(net, 0, allowedBy(net, taken))[target]).toBeGreaterThan(0);
          if (fewest > 1) proved++;
        }
      }),
      { numRuns: 450 },
    );
    expect(proved).toBeGreaterThan(100);
  });

  it("says where it was cut off, and then leaves nothing out that could be", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 12 }), (edges, most) => {
        const net = derivation(NODES, STATEMENTS, edges);
        const found = smallestProof(net, 0, NODES - 1, most);
        if (found === null) return;
        const taken = statementsOf(net, found.edges);
        const still = (set: ReadonlySet<number>) =>
          (fallsBy(net, 0, allowedBy(net, set))[NODES - 1] as number) >= 0;
        expect(still(taken)).toBe(true);
        for (const one of taken) expect(still(new Set([...taken].filter((s) => s !== one)))).toBe(false);
        if (found.smallest) expect(taken.size).toBe(fewestStatements(net, 0, NODES - 1));
      }),
      { numRuns: 400 },
    );
  });

  it("prefers one chain of many small steps to a large block behind more", () => {
    const votes = (node: number, tail: number, weight: number, s: number): Into => ({
      node,
      tail,
      ballot: 0,
      weight,
      flags: 0,
      needs: [s],
    });
    // 0 → 1 → 4 takes two statements; 0 → 2 → 3 → 4, with the larger last block, takes three.
    const net = derivation(5, 5, [
      votes(1, 0, 102, 0),
      votes(4, 1, 102, 1),
      votes(2, 0, 120, 2),
      votes(3, 2, 120, 3),
      votes(4, 3, 120, 4),
    ]);
    expect([...statementsOf(net, smallestProof(net, 0, 4, 1000)?.edges ?? [])].sort()).toEqual([0, 1]);
  });

  it("proves that forty companies of two percent each take fifty-two statements", () => {
    const edges = [...Array(40).keys()].flatMap((i): Into[] => [
      { node: i + 1, tail: 0, ballot: 0, weight: 200, flags: 0, needs: [i] },
      { node: 41, tail: i + 1, ballot: 0, weight: 4, flags: 0, needs: [40 + i] },
    ]);
    const found = smallestProof(derivation(42, 80, edges), 0, 41, 20_000);
    expect(found?.smallest).toBe(true);
    expect(statementsOf(derivation(42, 80, edges), found?.edges ?? []).size).toBe(52);
  });
});
