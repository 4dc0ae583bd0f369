import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PERCENT } from "../model/share.ts";
import { holdingsOf } from "../networks/holdings.ts";
import { ownership } from "../networks/ownership.ts";
import { kinds, type Row, tableOf, voteRows } from "../networks/worlds.oracle.ts";
import { chainFrom } from "./stake-chain.oracle.ts";
import { chainOf, majorities, stakesOf } from "./stake-chain.ts";

const NODES = 6;
const FIRST_COMPANY = 2;
const majority = { units: 50 * PERCENT, strict: true };
const reached = (rows: readonly Row[], source: number, certain: boolean, barred = (_: number) => false) => {
  const net = holdingsOf(ownership(tableOf(rows), NODES, kinds(FIRST_COMPANY)), "votes");
  const found = chainOf(stakesOf(net.nodes, majorities(net, majority, certain)), source, barred);
  return [...found].filter((n) => n < NODES).sort((a, b) => a - b);
};
const few = voteRows(NODES, FIRST_COMPANY).map((rows) =>
  rows.filter((r, i) => rows.slice(0, i).filter((o) => o.subject === r.subject).length < 4),
);
const votes = (party: number, subject: number, low: number): Row => ({
  party,
  subject,
  right: "votingRights",
  low,
  high: low,
});

describe("chain of majority stakes", () => {
  it("agrees with the text at both ends, with bands, open ends, cycles and own shares", () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 0, max: NODES - 1 }), (rows, source) => {
        for (const certain of [true, false]) {
          const expected = [...chainFrom(rows, NODES, source, certain)].sort((a, b) => a - b);
          expect(reached(rows, source, certain)).toEqual(expected);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("asks for more than half at every link, and does not add what several hold", () => {
    expect(reached([votes(0, 2, 50)], 0, false)).toEqual([0]);
    expect(reached([votes(0, 2, 50.0000000001)], 0, true)).toEqual([0, 2]);
    expect(reached([votes(0, 2, 60), votes(0, 3, 30), votes(2, 3, 30)], 0, true)).toEqual([0, 2]);
  });

  it("finds the one with more than half among any number of holders, whatever of it each says", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.constantFrom(1, 2, 4, 5),
        fc.constantFrom(0, 2, 10, 24),
        (others, times, own) => {
          const nodes = others + 3;
          const named = (high: number): Row[] => [
            ...Array.from({ length: times }, () => ({ ...votes(0, 2, 0), high: high / times })),
            ...(own > 0 ? [votes(2, 2, own)] : []),
            ...Array.from({ length: others }, (_, k) => ({ ...votes(k + 3, 2, 0), high: 1 })),
          ];
          const holders = (high: number) => {
            const net = holdingsOf(ownership(tableOf(named(high)), nodes, kinds(FIRST_COMPANY)), "votes");
            const { tail, head } = majorities(net, majority, false);
            return tail.filter((n, i) => n < nodes && head[i] === 2);
          };
          // Own shares are left out of what is cast: half of the rest, and a little more.
          const half = (100 - own) / 2;
          expect(holders(half)).toEqual([]);
          expect(holders(half + 1)).toEqual([0]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("stops where it is told to", () => {
    const rows = [votes(0, 2, 60), votes(2, 3, 60)];
    expect(reached(rows, 0, true)).toEqual([0, 2, 3]);
    expect(reached(rows, 0, true, (n) => n === 2)).toEqual([0]);
  });
});
