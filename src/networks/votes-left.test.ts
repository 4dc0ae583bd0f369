import { expect, it } from "vitest";
import { PERCENT } from "../model/share.ts";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { heldByOthers, mostVotesLeft } from "./votes-left.ts";
import { kinds, type Row, tableOf } from "./worlds.oracle.ts";

const [P, Q, R, X, B, C] = [0, 1, 2, 3, 4, 5] as const;
const votes = (subject: number, party: number, low: number, more: Partial<Row> = {}): Row => ({
  ...{ subject, party, low, high: low, right: "votingRights" },
  ...more,
});
const viewOf = (rows: readonly Row[]) => new ControlView(ownership(tableOf(rows), 6, kinds(X)));
const left = (...rows: Row[]) => mostVotesLeft(viewOf(rows), P, X) / PERCENT;

it("leaves a party all but what persons certainly have, themselves or through what they control", () => {
  expect(left()).toBe(100);
  expect(left(votes(X, P, 30), votes(X, Q, 20))).toBe(80);
  expect(left(votes(X, Q, 60, { high: 80 }), votes(X, R, 10))).toBe(30);
  const through = [votes(X, B, 60), votes(B, Q, 60)];
  expect(left(...through)).toBe(40);
  expect(heldByOthers(viewOf(through), P, X)).toEqual([{ holder: B, low: 60 * PERCENT, by: [Q] }]);
});

it("leaves it what may be its own: what nobody certainly controls, or a company that anybody may stand behind", () => {
  expect(left(votes(X, B, 60), votes(B, Q, 50))).toBe(100);
  expect(left(votes(X, B, 60), votes(B, Q, 40, { high: 60 }))).toBe(100);
  expect(left(votes(X, B, 60), votes(B, C, 60))).toBe(100);
  expect(left(votes(X, B, 60), votes(B, P, 60))).toBe(100);
  // Whoever has the votes of B, of which none is on record, may control it beside Q.
  const right: Row = { party: Q, subject: B, low: 0, high: 0, right: "controlByLegalFramework" };
  expect(left(votes(X, B, 60), right)).toBe(100);
  const bound = (party: number): Row[] => [
    votes(X, B, 60),
    votes(B, Q, 30),
    votes(B, party, 30),
    { party: Q, subject: B, low: 0, high: 0, right: "actingInConcert", members: [party] },
  ];
  expect([left(...bound(C)), left(...bound(R))]).toEqual([100, 40]);
});

it("takes nothing from it where votes may be the same as others', are of several classes, or pass the whole", () => {
  expect(left(votes(X, Q, 60, { unknownDirectness: true }))).toBe(100);
  expect(left(votes(X, -1, 60))).toBe(100);
  expect(left(votes(X, Q, 60, { class: "A" }), votes(X, Q, 60, { class: "B" }))).toBe(100);
  const conflict = [votes(X, Q, 60), votes(X, R, 60)];
  expect([left(...conflict), heldByOthers(viewOf(conflict), P, X)]).toEqual([100, []]);
});
