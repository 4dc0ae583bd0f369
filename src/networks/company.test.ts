import { expect, it } from "vitest";
import { PERCENT, WHOLE } from "../model/share.ts";
import { isDeclaration, JOINTLY, ownBeside, rightsIn, treasuryIn } from "./company.ts";
import { type Row, tableOf } from "./worlds.oracle.ts";

const COMPANY = 9;
const stated = (party: number, right: Row["right"], more: Partial<Row> = {}): Row => ({
  ...{ party, subject: COMPANY, right, low: 0, high: 0 },
  ...more,
});
const rightsOf = (rows: readonly Row[], { arrangement = false, state = -1 } = {}) =>
  rightsIn(
    tableOf(rows),
    Int32Array.from(rows.keys()),
    { n: COMPANY, arrangement, ownedByState: (party) => party === state },
    WHOLE,
  );
const votes = (party: number, low: number, more: Partial<Row> = {}) =>
  stated(party, "votingRights", { low, high: low, ...more });

it("an indirect holding, and one of nobody named that gives a reason and no figure, is a declaration", () => {
  const rows: Row[] = [
    votes(1, 30, { indirect: true }),
    votes(-1, 0, { reason: "noBeneficialOwners" }),
    votes(-1, 30, { reason: "noBeneficialOwners" }),
    votes(-1, 0, { high: 10, reason: "unknown" }),
    votes(-1, 0, { high: 10 }),
    votes(1, 0, { reason: "noBeneficialOwners" }),
    votes(-1, 0, { high: 10, reason: "noBeneficialOwners" }),
  ];
  const held = tableOf(rows);
  expect(rows.map((_, row) => isDeclaration(held, row))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
  expect(rightsOf(rows).votes.map((v) => v.row)).toEqual([2, 3, 4, 5]);
});

it("a nominee votes for its leader, or the one nominator on record, or somebody unnamed", () => {
  const nominee = stated(1, "nominee");
  const to = (...rows: Row[]) => rightsOf(rows).redirects.map((r) => [r.holder, r.to, r.certain]);
  expect(to(nominee)).toEqual([[1, -1, true]]);
  expect(to({ ...nominee, leader: 0 }, stated(3, "nominator"))).toEqual([[1, 0, true]]);
  expect(to(nominee, stated(3, "nominator"))).toEqual([[1, 3, true]]);
  expect(to(nominee, stated(3, "nominator"), stated(4, "nominator"))).toEqual([[1, -1, true]]);
  expect(to({ ...nominee, possible: true })).toEqual([[1, -1, false]]);
  // In an arrangement the nominator has control of it, and nobody votes for anybody.
  const both = rightsOf([nominee, stated(3, "nominator")], { arrangement: true });
  expect([both.redirects, both.rights.map((r) => [r.party, r.certain])]).toEqual([[], [[3, true]]]);
  expect(rightsOf([nominee, stated(3, "nominator")]).rights).toEqual([]);
  expect(rightsOf([stated(3, "nominator")]).rights.map((r) => [r.party, r.certain])).toEqual([[3, false]]);
});

it("members of a concert vote for its leader, who votes for nobody, or jointly", () => {
  const to = (leader: number) =>
    rightsOf([stated(1, "actingInConcert", { members: [0, 1, -1], leader })]).redirects.map((r) => [
      r.holder,
      r.to,
      r.members,
    ]);
  expect(to(0)).toEqual([[1, 0, [1, 0]]]);
  expect(to(-1)).toEqual([
    [1, JOINTLY, [1, 0]],
    [0, JOINTLY, [1, 0]],
  ]);
});

it("influence is control for a State over its own body, seats on a board where they are more than half", () => {
  const certain = (...rows: Row[]) => rightsOf(rows, { state: 4 }).rights.map((r) => r.certain);
  expect(certain(stated(4, "otherInfluenceOrControl"), stated(5, "otherInfluenceOrControl"))).toEqual([
    true,
    false,
  ]);
  const board = (low: number, more: Partial<Row> = {}) =>
    stated(1, "appointmentOfBoard", { low, high: 60, ...more });
  expect(
    certain(board(50), board(51), board(50, { lowOpen: true }), board(0), board(0, { high: 0 })),
  ).toEqual([false, true, true, false]);
  expect(certain(board(40, { lowOpen: true }))).toEqual([false]);
  expect(
    certain(board(60, { possible: true }), board(60, { conditional: 1 }), board(60, { conditional: 2 })),
  ).toEqual([false, false, true]);
});

it("shares are votes where their holder's votes of that class, or of the whole, are not stated", () => {
  const rows = (...of: [string, Row["right"]][]) =>
    rightsOf(of.map(([kind, right]) => stated(1, right, { low: 10, high: 10, class: kind }))).votes.map(
      (v) => v.row,
    );
  expect(rows(["", "shareholding"], ["A", "shareholding"])).toEqual([0, 1]);
  expect(rows(["A", "shareholding"], ["B", "shareholding"], ["A", "votingRights"])).toEqual([1, 2]);
  expect(rows(["A", "shareholding"], ["B", "votingRights"], ["", "votingRights"])).toEqual([2]);
  // Nobody named is not the same nobody twice.
  const unnamed = [stated(-1, "shareholding", { low: 10, high: 10 }), votes(-1, 10)];
  expect(rightsOf(unnamed).votes.map((v) => v.row)).toEqual([0, 1]);
});

it("own shares count in the votes of their class, at the upper end only where they may be of it or not", () => {
  const own = (kind: string) =>
    stated(COMPANY, "shareholding", { class: kind, low: 10, lowOpen: true, high: 20 });
  const { treasury, votes: others } = rightsOf([own("A"), own(""), own("B"), votes(1, 20)]);
  expect([treasury.length, others.map((v) => v.holder)]).toEqual([3, [1]]);
  const inBallot = (kind: string) =>
    treasuryIn(treasury, kind).map((t) => [t.class, t.low / PERCENT, t.high / PERCENT, t.lowOpen]);
  expect(inBallot("A")).toEqual([
    ["A", 10, 20, true],
    ["", 0, 20, false],
  ]);
  expect(inBallot("")).toEqual([
    ["A", 0, 20, false],
    ["", 10, 20, true],
    ["B", 0, 20, false],
  ]);
});

it("votes stated as votes that would pass the whole with own shares leave those out that are no votes themselves", () => {
  const kept = (...rows: Row[]) => {
    const found = rightsOf(rows);
    return ownBeside(tableOf(rows), found.votes, found.treasury, WHOLE).map((t) => t.row);
  };
  const [shares, alone] = [
    stated(COMPANY, "shareholding", { low: 10, high: 10 }),
    { unknownDirectness: true },
  ];
  expect(kept(votes(1, 95), shares)).toEqual([]);
  expect(kept(votes(1, 90), shares)).toEqual([1]);
  expect(kept(stated(1, "shareholding", { low: 95, high: 95 }), shares)).toEqual([1]);
  expect(kept(votes(1, 95), votes(COMPANY, 10))).toEqual([1]);
  expect(kept(votes(1, 60), votes(2, 40), shares)).toEqual([]);
  expect(kept(votes(1, 60), stated(2, "shareholding", { low: 35, high: 35 }), shares)).toEqual([]);
  expect(kept(votes(1, 50, { high: 100 }), shares)).toEqual([1]);
  // What passes the whole by itself is a conflict as it is, and what may be the same votes is not added.
  expect(kept(votes(1, 60), votes(2, 50), shares)).toEqual([2]);
  expect(kept(votes(1, 60), votes(2, 50, alone), shares)).toEqual([2]);
  expect(kept(votes(1, 95), { ...shares, ...alone })).toEqual([1]);
});
