import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PERCENT } from "../model/share.ts";
import { holdingsOf } from "../networks/holdings.ts";
import { ownership } from "../networks/ownership.ts";
import { kinds, type Row, tableOf, voteRows } from "../networks/worlds.oracle.ts";
import { blocked } from "./cascade.oracle.ts";
import { cascade } from "./cascade.ts";

const NODES = 6;
const FIRST_COMPANY = 2;
const shares = (rows: readonly Row[]) => rows.map((r): Row => ({ ...r, right: "shareholding" }));
const netOf = (rows: readonly Row[]) =>
  holdingsOf(ownership(tableOf(rows), NODES, kinds(FIRST_COMPANY)), "shares");
const fallen = (marks: Uint8Array) => [...marks.keys()].filter((n) => n < NODES && marks[n] === 1);
const ascending = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
const few = voteRows(NODES, FIRST_COMPANY).map((rows) =>
  shares(rows.filter((r, i) => rows.slice(0, i).filter((o) => o.subject === r.subject).length < 4)),
);
const world = fc.tuple(
  few,
  fc.uniqueArray(fc.integer({ min: 0, max: NODES - 1 }), { minLength: 1, maxLength: 2 }),
  fc.constantFrom(25, 50),
  fc.boolean(),
);
const share = (party: number, subject: number, low: number): Row => ({
  party,
  subject,
  right: "shareholding",
  low,
  high: low,
});
const half = { units: 50 * PERCENT, strict: false };

describe("aggregate cascade", () => {
  it("agrees with the text at both ends, with bands, open ends, cycles and own shares", () => {
    fc.assert(
      fc.property(world, ([rows, list, percent, strict]) => {
        const net = netOf(rows);
        for (const certain of [true, false]) {
          const marks = cascade(net, list, { units: percent * PERCENT, strict }, certain);
          expect(fallen(marks)).toEqual(
            ascending(blocked(rows, NODES, new Set(list), { percent, strict }, certain)),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("takes exactly half for enough, and a hair less for too little", () => {
    expect(fallen(cascade(netOf([share(0, 2, 50)]), [0], half, true))).toEqual([0, 2]);
    expect(fallen(cascade(netOf([share(0, 2, 49.9999999999)]), [0], half, false))).toEqual([0]);
    expect(fallen(cascade(netOf([share(0, 2, 50.0000000001)]), [0], half, true))).toEqual([0, 2]);
  });

  it("adds what several listed persons own", () => {
    const net = netOf([share(0, 2, 25), share(1, 2, 25)]);
    expect(fallen(cascade(net, [0, 1], half, true))).toEqual([0, 1, 2]);
    expect(fallen(cascade(net, [0], half, false))).toEqual([0]);
  });
});
