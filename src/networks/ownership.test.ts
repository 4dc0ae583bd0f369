import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlledBy } from "./control.oracle.ts";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { anyRows, kinds, type Row, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 7;
const FIRST_COMPANY = 2;
const viewOf = (rows: readonly Row[], nodes = NODES, firstCompany = FIRST_COMPANY) =>
  new ControlView(ownership(tableOf(rows), nodes, kinds(firstCompany)));
const real = (reached: Int32Array, nodes = NODES) =>
  [...reached].filter((n) => n < nodes).sort((a, b) => a - b);
const sorted = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
const RUNS = 4000;

describe("majority control at both ends", () => {
  it("agrees with the definition on random networks of votes with bands, cycles and treasury shares", () => {
    fc.assert(
      fc.property(voteRows(NODES, FIRST_COMPANY), fc.integer({ min: 0, max: NODES - 1 }), (rows, source) => {
        const view = viewOf(rows);
        expect(real(view.lower.certain(source))).toEqual(sorted(controlledBy(rows, NODES, source, true)));
        expect(real(view.upper.possible(source))).toEqual(sorted(controlledBy(rows, NODES, source, false)));
      }),
      { numRuns: RUNS },
    );
  });

  it("agrees with the definition where contracts, concerts, nominees, boards and joint holders come in", () => {
    fc.assert(
      fc.property(anyRows(NODES, FIRST_COMPANY), fc.integer({ min: 0, max: NODES - 1 }), (rows, source) => {
        const view = viewOf(rows);
        expect(real(view.lower.certain(source))).toEqual(sorted(controlledBy(rows, NODES, source, true)));
        expect(real(view.upper.possible(source))).toEqual(sorted(controlledBy(rows, NODES, source, false)));
      }),
      { numRuns: RUNS },
    );
  });

  it("agrees with the definition where a company has many holders, more than the short cut takes among them", () => {
    const [many, nodes] = [70, 73];
    const holding = fc.record({
      low: fc.integer({ min: 0, max: 4 }),
      band: fc.constantFrom(0, 0, 3),
      lowOpen: fc.boolean(),
      possible: fc.boolean(),
    });
    const holders = fc.array(holding, { minLength: 12, maxLength: many });
    fc.assert(
      fc.property(holders, holders, fc.integer({ min: 0, max: 60 }), (first, second, between) => {
        const about = (company: number) => (one: (typeof first)[number], party: number) => ({
          ...{
            party,
            subject: company,
            right: "votingRights" as const,
            low: one.low,
            high: one.low + one.band,
          },
          ...{ lowOpen: one.lowOpen && one.band > 0, possible: one.possible },
        });
        const rows: Row[] = [
          ...first.map(about(many)),
          ...second.map(about(many + 1)),
          { party: many, subject: many + 1, right: "votingRights", low: between, high: between },
        ];
        const view = viewOf(rows, nodes, many);
        for (const source of [0, 1, many])
          for (const certain of [true, false]) {
            const found = certain ? view.lower.certain(source) : view.upper.possible(source);
            expect(real(found, nodes)).toEqual(sorted(controlledBy(rows, nodes, source, certain)));
          }
      }),
      { numRuns: RUNS / 20 },
    );
  });

  it("never finds certain what it does not find possible", () => {
    fc.assert(
      fc.property(anyRows(NODES, FIRST_COMPANY), fc.integer({ min: 0, max: NODES - 1 }), (rows, source) => {
        const view = viewOf(rows);
        const possible = new Set(view.upper.possible(source));
        for (const n of real(view.lower.certain(source))) expect(possible).toContain(n);
      }),
      { numRuns: RUNS },
    );
  });

  it("does not change when statements are reordered or entities renamed", () => {
    const order = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 14, maxLength: 14 });
    const swap = fc.tuple(fc.constantFrom(0, 2), fc.constantFrom(1, 3, 4));
    fc.assert(
      fc.property(anyRows(NODES, 0), order, swap, (rows, weights, [a, b]) => {
        const rename = (n: number) => (n === a ? b : n === b ? a : n);
        const changed = rows
          .map((r, i) => ({ r, w: weights[i] ?? 0 }))
          .sort((x, y) => x.w - y.w)
          .map(({ r }) => ({
            ...r,
            party: rename(r.party),
            subject: rename(r.subject),
            leader: rename(r.leader ?? -1),
            members: (r.members ?? []).map(rename),
          }));
        const before = viewOf(rows);
        const after = viewOf(changed);
        for (let n = 0; n < NODES; n++) {
          const expected = real(before.upper.possible(n))
            .map(rename)
            .sort((x, y) => x - y);
          expect(real(after.upper.possible(rename(n)))).toEqual(expected);
          const sure = real(before.lower.certain(n))
            .map(rename)
            .sort((x, y) => x - y);
          expect(real(after.lower.certain(rename(n)))).toEqual(sure);
        }
      }),
      { numRuns: RUNS / 4 },
    );
  });
});
