import fc from "fast-check";
import { expect, it } from "vitest";
import type { End } from "../graph/control.ts";
import { PERCENT } from "../model/share.ts";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { votesAmong, votesApart } from "./votes-through.ts";
import { kinds, type Row, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 5;

/** The greater of two ends; of two that are the same, an open one, or a closed one. */
const greater =
  (open: boolean) =>
  (a: End, b: End): End =>
    a.value !== b.value ? (a.value > b.value ? a : b) : a.open === open ? a : b;
const units = ({ value, open }: End) => ({ value: value * PERCENT, open });
const total = (rows: readonly Row[], end: "low" | "high") => rows.reduce((sum, r) => sum + r[end], 0);
const isAlone = (r: Row) => r.unknownDirectness === true;
const summed = (rows: readonly Row[]) => rows.filter((r) => !isAlone(r));

/** What some rows come to at the least: those that may be the same votes as others' each by itself. */
function least(rows: readonly Row[]): End {
  const sum = { value: total(summed(rows), "low"), open: summed(rows).some((r) => r.lowOpen) };
  const alone = rows.filter(isAlone).map((r): End => ({ value: r.low, open: r.lowOpen === true }));
  return alone.reduce(greater(true), sum);
}

/** What some rows come to at the most beside others: as much as these leave, but for what may be the same votes as theirs. */
function most(rows: readonly Row[], others: readonly Row[]): End {
  const sum = { value: Math.min(100, total(rows, "high")), open: rows.some((r) => r.highOpen) };
  const left = { value: 100 - total(summed(others), "low"), open: summed(others).some((r) => r.lowOpen) };
  // Of two bounds that are the same none is reached where either is open.
  const both =
    sum.value === left.value ? { ...sum, open: sum.open || left.open } : sum.value < left.value ? sum : left;
  const alone = rows.filter(isAlone).map((r): End => ({ value: r.high, open: r.highOpen === true }));
  return rows.length === 0 ? { value: 0, open: false } : alone.reduce(greater(false), both);
}

it("keeps apart what a party holds itself and what all else it controls has, where companies own each other too", () => {
  let seen = 0;
  const unknown = fc.array(fc.constantFrom(false, false, false, true), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(voteRows(NODES, 1), unknown, (all, alone) => {
      const rows = all
        .map((r, i): Row => ({ ...r, unknownDirectness: alone[i] === true }))
        .filter((r) => r.party !== r.subject);
      const view = new ControlView(ownership(tableOf(rows), NODES, kinds(1)));
      for (let company = 1; company < NODES; company++) {
        if (view.own.conflicts.has(company)) continue;
        const about = rows.filter((r) => r.subject === company);
        for (let party = 0; party < NODES; party++) {
          if (party === company || about.length === 0) continue;
          const mine = about.filter((r) => r.party === party);
          const others = about.filter((r) => r.party !== party);
          const sure = new Set(view.lower.certain(party));
          const maybe = new Set(view.upper.possible(party));
          const [certain, theirs] = [sure, maybe].map((some) => others.filter((r) => some.has(r.party)));
          if (certain === undefined || theirs === undefined) continue;
          const outside = others.filter((r) => !maybe.has(r.party));
          expect(view.votes(party, company)).toEqual({
            low: units(least([...mine, ...certain])),
            high: units(most([...mine, ...theirs], outside)),
          });
          const apart = votesApart(view, party, company);
          expect(apart === null).toBe(mine.length === 0);
          if (apart === null) continue;
          seen++;
          const high = total(mine, "high");
          expect(apart).toEqual({
            own: {
              low: units(least(mine)),
              high: units({ value: Math.min(100, high), open: high <= 100 && mine.some((r) => r.highOpen) }),
            },
            through: {
              low: units(least(certain)),
              high: units(most(theirs, [...mine, ...outside])),
            },
          });
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(500);
});

it("leaves out of its own what it holds jointly, and counts votes stated of a holding once", () => {
  const rows: Row[] = [
    { party: 0, subject: 1, right: "shareholding", low: 10, high: 10 },
    { party: 0, subject: 1, right: "votingRights", low: 20, high: 25 },
    { party: 0, subject: 1, right: "votingRights", low: 30, high: 30, joint: "j" },
    { party: 2, subject: 1, right: "votingRights", low: 30, high: 30, joint: "j" },
    { party: 0, subject: 2, right: "shareholding", low: 60, high: 60 },
  ];
  const view = new ControlView(ownership(tableOf(rows), 3, kinds(1)));
  const apart = votesApart(view, 0, 1);
  expect([apart?.own.low.value, apart?.own.high.value]).toEqual([20 * PERCENT, 25 * PERCENT]);
  expect([apart?.through.low.value, apart?.through.high.value]).toEqual([30 * PERCENT, 30 * PERCENT]);
});

it("of several classes has between the least and the most of any, an end that one of them reaches", () => {
  const of = (a: Partial<Row>, b: Partial<Row>) => {
    const row = (kind: string, more: Partial<Row>): Row => ({
      ...{ party: 0, subject: 1, right: "votingRights", class: kind, low: 0, high: 0 },
      ...more,
    });
    const view = new ControlView(ownership(tableOf([row("A", a), row("B", b)]), 2, kinds(1)));
    const own = votesApart(view, 0, 1)?.own;
    expect(own).toEqual(view.votes(0, 1));
    return own;
  };
  const wide = { low: units({ value: 10, open: false }), high: units({ value: 50, open: false }) };
  const [less, more] = [
    { low: 10, high: 20 },
    { low: 30, high: 50 },
  ];
  expect([of(less, more), of(more, less)]).toEqual([wide, wide]);
  const [closed, open] = [
    { low: 10, high: 50 },
    { low: 10, high: 50, lowOpen: true, highOpen: true },
  ];
  expect([of(closed, open), of(open, closed)]).toEqual([wide, wide]);
});

it("among some entities counts only what these have of each other, however little the votes of others leave", () => {
  const AMONG = 4;
  const right = fc.array(fc.constantFrom("shareholding", "votingRights"), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(voteRows(AMONG + 2, 1), right, (all, rights) => {
      const rows = all.map((r, i): Row => ({ ...r, right: rights[i] as Row["right"] }));
      const some = new Set([0, 1, 2, 3]);
      const viewOf = (of: readonly Row[]) => new ControlView(ownership(tableOf(of), AMONG + 2, kinds(1)));
      const view = new ControlView(votesAmong(viewOf(rows).own, some));
      const votes = rows.filter((r) => r.right === "votingRights");
      const twice = (r: Row) => votes.some((v) => v !== r && v.party === r.party && v.subject === r.subject);
      const literal = viewOf(
        rows
          .filter((r) => some.has(r.subject) && (r.right === "votingRights" || !twice(r)))
          .map((r) => (some.has(r.party) ? r : { ...r, party: -1 })),
      );
      for (const party of some)
        for (const company of some)
          if (company !== 0 && party !== company)
            expect(view.votes(party, company)).toEqual(literal.votes(party, company));
    }),
    { numRuns: 500 },
  );
});
