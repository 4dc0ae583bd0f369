import { expect, test } from "vitest";
import { asked, row } from "../../../../test/asked-of-holdings.ts";
import { judged, partiesOf } from "../../../../test/judged-of-rows.ts";
import { euAmlr, ukPsc, usOfac50 } from "../../../../test/shipped-laws.ts";
import type { Law } from "../../../laws/law.ts";
import type { Row } from "../../../networks/worlds.oracle.ts";

type About = Parameters<typeof judged>[2];
const share = (party: number, subject: number, low: number, more: Partial<Row> = {}): Row => ({
  ...{ party, subject, right: "shareholding", low, high: low },
  ...more,
});
const j = { joint: "j" };
const grounds = (law: Law, rows: readonly Row[], party: number, about?: About) =>
  judged(law, rows, about)
    .parties.find((p) => p.party === party)
    ?.grounds.map((g) => [g.rule.id, g.certainty, g.share]);

test("a joint block counts once, whoever of its holders is in the group", () => {
  const block = [share(4, 0, 26, j), share(5, 0, 26, j)];
  expect(grounds(usOfac50, [...block, share(4, 0, 26)], 4, { list: [4, 5] })).toEqual([
    ["aggregate", "possible", { low: "26", high: "52" }],
  ]);
  expect(judged(usOfac50, block, { list: [4, 5] }).verdict).toBe("not known");
  expect(partiesOf(judged(usOfac50, block, { list: [4, 5] }), "possible")).toEqual([]);
  const half = [share(4, 0, 60, j), share(5, 0, 60, j)];
  expect(partiesOf(judged(usOfac50, half, { list: [4, 5] }), "certain")).toEqual([4, 5]);
  // Of one of them it is not said how much is his.
  expect(partiesOf(judged(usOfac50, half, { list: [4] }), "possible")).toEqual([4]);
});

test("a joint block is each holder's under Schedule 1A, and nobody's whole under art. 52", () => {
  const block = [share(4, 0, 26, j), share(5, 0, 26, j)];
  expect(partiesOf(judged(ukPsc, block), "certain")).toEqual([4, 5]);
  expect(grounds(euAmlr, block, 4)).toEqual([["art-52", "possible", { low: "0", high: "26" }]]);
  // Who owns both holders has all of it, and of half of one what the least of them leaves.
  const owned = [share(1, 0, 30, j), share(2, 0, 30, j)];
  expect(grounds(euAmlr, [...owned, share(4, 1, 100), share(4, 2, 100)], 4)?.[0]).toEqual([
    ...["art-52", "certain", "30"],
  ]);
  expect(grounds(euAmlr, [...owned, share(4, 1, 100), share(4, 2, 50)], 4)?.[0]).toEqual([
    ...["art-52", "possible", { low: "15", high: "30" }],
  ]);
});

test("who controls a holder only together with others comes under art. 54(a) together with them", () => {
  const concert = { ...share(4, 1, 0), right: "actingInConcert" as const, leader: -1, members: [5] };
  const rows = [share(4, 1, 30), share(5, 1, 30), concert, share(1, 0, 40)];
  const { parties } = judged(euAmlr, rows);
  expect(parties.map((p) => [p.party, p.certainty, p.grounds.map((g) => [g.rule.id, g.joint])])).toEqual([
    [4, "certain", [["art-54-a", [5]]]],
    [5, "certain", [["art-54-a", [4]]]],
  ]);
  // What the parties hold themselves is no part of it.
  const own = judged(euAmlr, [...rows, share(4, 0, 5)]).parties.find((p) => p.party === 4);
  const ground = own?.grounds.find((g) => g.rule.id === "art-54-a");
  expect([ground?.share, ground?.steps.map((s) => s.row).sort()]).toEqual(["40", [0, 1, 3]]);
  // With what one of them controls alone.
  const two = [...rows.slice(0, 3), share(1, 0, 15), share(4, 2, 60), share(2, 0, 12)];
  expect(grounds(euAmlr, two, 4)).toEqual([["art-54-a", "certain", "27"]]);
  expect(grounds(euAmlr, two, 5)).toBeUndefined();
});

test("less than a quarter, or of a half, reaches no quarter", () => {
  const below = (high: number, more: Partial<Row> = {}) => share(4, 0, 0, { high, highOpen: true, ...more });
  expect(grounds(euAmlr, [below(25)], 4)).toBeUndefined();
  expect(grounds(euAmlr, [below(25, { highOpen: false })], 4)).toEqual([
    ["art-52", "possible", { low: "0", high: "25" }],
  ]);
  const through = [share(4, 1, 40, { high: 50, highOpen: true }), share(1, 0, 50)];
  expect(grounds(euAmlr, through, 4)).toBeUndefined();
  expect(grounds(euAmlr, [through[0] as Row, share(1, 0, 50), share(4, 0, 1)], 4)).toEqual([
    ["art-52", "possible", { low: "21", high: "26", highOpen: true }],
  ]);
  // What others leave is an end that is come to, if theirs is.
  const left = [below(50), share(5, 0, 75)];
  expect(grounds(euAmlr, left, 4)?.[0]).toEqual(["art-52", "possible", { low: "0", high: "25" }]);
  expect(grounds(euAmlr, [below(50), share(5, 0, 75, { high: 80, lowOpen: true })], 4)).toBeUndefined();
});

test("trustees come under paragraph 6 by what their trust holds, each trust by itself, and nothing of their own", () => {
  const trustee = (party: number, trust: number) => share(party, trust, 0, { right: "trustee" });
  const uk = (rows: readonly Row[], trusts = [1]) =>
    grounds(ukPsc, rows, 4, { trusts })?.map(([rule]) => rule);
  expect(uk([trustee(4, 1), share(1, 0, 26)])).toEqual(["trust-shares", "trust-votes"]);
  expect(uk([trustee(4, 1), share(1, 0, 20), share(4, 0, 6)])).toBeUndefined();
  expect(uk([trustee(4, 1), trustee(4, 2), share(1, 0, 20), share(2, 0, 20)], [1, 2])).toBeUndefined();
  expect(uk([trustee(4, 1), share(1, 0, 30), share(4, 0, 40)])).toEqual([
    ...["shares", "votes", "trust-shares", "trust-votes"],
  ]);
  // A trust's own majority stakes count as its holdings; a company may be the trustee.
  expect(uk([trustee(4, 1), share(1, 2, 60), share(2, 0, 30)])).toEqual(["trust-shares", "trust-votes"]);
  expect(uk([share(4, 2, 60), trustee(2, 1), share(1, 0, 30)])).toEqual(["trust-shares", "trust-votes"]);
  const board = share(1, 0, 100, { right: "appointmentOfBoard" });
  expect(uk([trustee(4, 1), board])).toEqual(["trust-board"]);
  // Para. 6 says "any of the other specified conditions": the fourth among them.
  expect(uk([trustee(4, 1), share(1, 0, 0, { right: "statedControl" })])).toEqual(["trust-influence"]);
  // Trustees who are a trust themselves meet no other condition.
  expect(uk([trustee(4, 2), trustee(2, 1), share(1, 0, 30)], [1, 2])).toBeUndefined();
  const rows = [trustee(4, 1), share(1, 0, 30), share(4, 0, 6)];
  const [found] = judged(ukPsc, rows, { trusts: [1] }).parties;
  expect(found?.grounds[0]?.steps.map((s) => s.row)).toEqual([0, 1]);
});

test("votes that would pass the whole beside own shares leave these out under every law", () => {
  const votes = (party: number, low: number) => share(party, 0, low, { right: "votingRights" });
  const rows = [share(0, 0, 10), votes(4, 55), votes(5, 45)];
  expect(partiesOf(judged(ukPsc, rows), "certain")).toEqual([4, 5]);
  expect(grounds(ukPsc, rows, 5)).toEqual([["votes", "certain", "45"]]);
});

test("what is not known to be a person comes under a law about persons possibly at most, and is a gap", () => {
  for (const law of [ukPsc, euAmlr]) {
    const found = judged(law, [share(4, 0, 30), share(5, 0, 30)], { unknown: [5] });
    expect(partiesOf(found, "certain")).toEqual([4]);
    expect(partiesOf(found, "possible")).toEqual([5]);
    expect(found.missing).toEqual([{ code: "law-kind", about: [5] }]);
    const alone = judged(law, [share(5, 0, 100)], { unknown: [5] });
    expect([alone.verdict, alone.open]).toEqual(["not known", false]);
  }
  expect(judged(usOfac50, [share(5, 0, 60)], { unknown: [5], list: [5] }).verdict).toBe("controlled");
});

test("proofs are the fewest holdings from which alone the rule is met, own shares among them where these make it so", async () => {
  const said = async (rows: readonly Record<string, string>[], law: string) => {
    const { finding } = await asked(rows, { law });
    const p = finding.controllers.find(({ party }) => party === "p");
    return [p?.smallest, p?.proof.flatMap((s) => s.because), p?.grounds.map((g) => [g.rule, g.because])];
  };
  const plenty = [row("x", "p", "60"), row("x", "b", "5"), row("b", "p", "100")];
  expect(await said(plenty, "uk-psc")).toEqual([
    ...[true, ["i0"]],
    [
      ["shares", ["i0", "i1", "i2"]],
      ["votes", ["i0", "i1", "i2"]],
    ],
  ]);
  const own = [row("x", "p", "24"), row("x", "x", "10"), row("x", "q", "66")];
  expect(await said(own, "uk-psc")).toEqual([true, ["i1", "i0"], [["votes", ["i0", "i1"]]]]);
  expect(await said(own, "eu-amlr")).toEqual([true, ["i1", "i0"], [["art-52", ["i0", "i1"]]]]);
  const through = [row("x", "b", "60"), row("b", "p", "30"), row("b", "c", "30"), row("c", "p", "100")];
  expect((await said(through, "eu-amlr")).slice(0, 2)).toEqual([true, ["i3", "i2", "i1", "i0"]]);
});

test("so do the holders of a trust that controls a holder, whom nobody made one by an agreement", () => {
  const rows = [share(4, 2, 50), share(5, 2, 50), share(2, 1, 80), share(1, 0, 30)];
  const { parties } = judged(euAmlr, rows, { trusts: [2] });
  expect(
    parties.map((p) => [p.party, p.certainty, p.grounds.map((g) => [g.rule.id, g.joint, g.share])]),
  ).toEqual([
    [4, "certain", [["art-54-a", [5], "30"]]],
    [5, "certain", [["art-54-a", [4], "30"]]],
  ]);
});
