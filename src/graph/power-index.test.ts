import { describe, expect, it } from "vitest";
import { networkOf } from "./integrated.oracle.ts";
import type { PointNetwork } from "./integrated-search.ts";
import { networkPower, powerOver } from "./power-index.ts";
import { shapleyShubik } from "./shapley.ts";

type Edge = readonly [holder: number, company: number, percent: number];

const networkFrom = (nodes: number, edges: readonly Edge[]): PointNetwork => {
  const { start, holder, low } = networkOf(
    nodes,
    edges.map(([h, company, percent]) => ({ holder: h, company, low: percent, high: percent })),
  );
  return { nodes, whole: 100, start, holder, units: low };
};

/** The index of a network without cycles or unnamed votes: every order of every company's labels, one by one. */
function byEnumeration(nodes: number, edges: readonly Edge[]): number[] {
  const index = new Array<number>(nodes).fill(0);
  const go = (v: number, label: readonly number[], chance: number): void => {
    if (v === nodes) {
      for (const by of label) index[by] = (index[by] ?? 0) + chance;
      return;
    }
    const votes = new Map<number, number>();
    for (const [h, company, percent] of edges)
      if (company === v) votes.set(label[h] ?? 0, (votes.get(label[h] ?? 0) ?? 0) + percent);
    if (votes.size === 0) {
      go(v + 1, [...label, v], chance);
      return;
    }
    const power = shapleyShubik([...votes.values()], 100);
    [...votes.keys()].forEach((by, i) => {
      if ((power[i] ?? 0) > 0) go(v + 1, [...label, by], chance * (power[i] ?? 0));
    });
  };
  go(0, [], 1);
  return index;
}

const ROUNDS = 20_000;
const within = (net: PointNetwork, expected: readonly number[], seed: number) => {
  const { mean, error } = networkPower(net, { rounds: ROUNDS, seed });
  expected.forEach((value, v) => {
    expect(Math.abs((mean[v] ?? 0) - value)).toBeLessThanOrEqual(3 * (error[v] ?? 0) + 1e-12);
  });
};

describe("the network power index", () => {
  const two: readonly Edge[] = [
    [0, 3, 50],
    [1, 3, 50],
    [0, 4, 20],
    [2, 4, 40],
    [3, 4, 40],
    [2, 5, 30],
    [4, 5, 70],
  ];

  it("is the enumerated one within three standard errors", () => {
    within(networkFrom(6, two), byEnumeration(6, two), 1);
    const three: readonly Edge[] = [
      [0, 3, 34],
      [1, 3, 33],
      [2, 3, 33],
      [3, 4, 40],
      [0, 4, 35],
      [1, 4, 25],
      [3, 5, 45],
      [4, 5, 10],
      [2, 5, 45],
    ];
    within(networkFrom(6, three), byEnumeration(6, three), 2);
  });

  it("follows from the seed alone, and sums to the number of nodes", () => {
    const net = networkFrom(6, two);
    const [a, b] = [7, 7].map((seed) => networkPower(net, { rounds: 400, seed }).mean);
    expect(a).toEqual(b);
    expect(a?.reduce((sum, v) => sum + v, 0)).toBeCloseTo(6, 10);
    expect(networkPower(net, { rounds: 400, seed: 8 }).mean).not.toEqual(a);
  });

  it("says who decides one company, and leaves to the unnamed what is theirs", () => {
    const net = networkFrom(2, [[0, 1, 20]]);
    const { mean, error } = powerOver(net, 1, { rounds: ROUNDS, seed: 3 });
    expect(Math.abs((mean[0] ?? 0) - 0.25)).toBeLessThan(3 * (error[0] ?? 0));
    expect((mean[0] ?? 0) + (mean[1] ?? 0)).toBeCloseTo(1, 12);
  });

  it("ends on cycles: two that hold each other keep what those outside leave them", () => {
    const net = networkFrom(3, [
      [0, 1, 60],
      [2, 1, 40],
      [1, 2, 100],
    ]);
    expect([...networkPower(net, { rounds: 400, seed: 4 }).mean]).toEqual([3, 0, 0]);
  });
});
