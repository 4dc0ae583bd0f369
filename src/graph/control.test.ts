import { describe, expect, it } from "vitest";
import { ControlView } from "../networks/controllers.ts";
import { ownership } from "../networks/ownership.ts";
import { kinds, type Row, tableOf } from "../networks/worlds.oracle.ts";

const PERSON_A = 0;
const PERSON_B = 1;
const COMPANY = 2;
const BELOW = 3;
const votes = (party: number, subject: number, low: number, high = low, more: Partial<Row> = {}): Row => ({
  party,
  subject,
  right: "votingRights",
  low,
  high,
  ...more,
});
const view = (...rows: Row[]) => new ControlView(ownership(tableOf(rows), 5, kinds(2)));
const verdict = (v: ControlView, n = COMPANY) => v.controllers(n).verdict;

describe("thresholds", () => {
  it("takes exactly half for no majority", () => {
    const v = view(votes(PERSON_A, COMPANY, 50));
    expect([...v.lower.certain(PERSON_A)]).toEqual([]);
    expect(verdict(v)).toBe("no controller on record");
    expect(verdict(view(votes(PERSON_A, COMPANY, 49.9999999999)))).toBe("not known");
  });

  it("takes more than half, however little, for one, and an open lower end at half too", () => {
    expect([...view(votes(PERSON_A, COMPANY, 50.0000000001)).lower.certain(PERSON_A)]).toEqual([COMPANY]);
    expect([...view(votes(PERSON_A, COMPANY, 50, 75, { lowOpen: true })).lower.certain(PERSON_A)]).toEqual([
      COMPANY,
    ]);
  });

  it("gives treasury shares no votes: 48 % is a majority beside 5 % of own shares", () => {
    const v = view(votes(PERSON_A, COMPANY, 48), votes(COMPANY, COMPANY, 5));
    expect([...v.lower.certain(PERSON_A)]).toEqual([COMPANY]);
    expect([
      ...view(votes(PERSON_A, COMPANY, 48), votes(COMPANY, COMPANY, 4)).lower.certain(PERSON_A),
    ]).toEqual([]);
  });

  it("rules out whom the others leave too little, and says nobody controls where no unnamed party could", () => {
    const v = view(votes(PERSON_A, COMPANY, 50), votes(PERSON_B, COMPANY, 50));
    expect(verdict(v)).toBe("no controller on record");
    expect([
      ...view(votes(PERSON_A, COMPANY, 0, 100), votes(PERSON_B, COMPANY, 60)).upper.possible(PERSON_A),
    ]).toEqual([]);
  });

  it("adds what a holder has through companies it controls", () => {
    const v = view(votes(PERSON_A, COMPANY, 60), votes(PERSON_A, BELOW, 25), votes(COMPANY, BELOW, 30));
    expect([...v.lower.certain(PERSON_A)].sort()).toEqual([COMPANY, BELOW]);
    expect(v.votes(PERSON_A, BELOW)?.low.value).toBe(55e10);
  });
});

describe("conflicts", () => {
  it("makes nobody certain where direct holdings pass 100, and keeps every holder possible", () => {
    const v = view(votes(PERSON_A, COMPANY, 90), votes(PERSON_B, COMPANY, 20));
    expect([...v.lower.certain(PERSON_A)]).toEqual([]);
    expect([...v.upper.possible(PERSON_B)]).toEqual([COMPANY]);
    expect(v.own.conflicts.has(COMPANY)).toBe(true);
  });
});

describe("classes of shares", () => {
  it("asks for a majority in every class where the weight of a class is not known", () => {
    const a = votes(PERSON_A, COMPANY, 60, 60, { class: "A" });
    const b = votes(PERSON_B, COMPANY, 60, 60, { class: "B" });
    const split = view(a, b);
    expect([...split.lower.certain(PERSON_A)]).toEqual([]);
    expect([...split.upper.possible(PERSON_A)]).toEqual([COMPANY]);
    const both = view(a, { ...b, party: PERSON_A });
    expect([...both.lower.certain(PERSON_A)]).toEqual([COMPANY]);
  });
});
