import fc from "fast-check";
import { expect, it } from "vitest";
import { economicNetwork } from "./economic.ts";
import { economicOn, shareIn } from "./economic-shares.ts";
import { economicWith } from "./economic-with.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { without } from "./what-if.ts";
import { anyRows, type Row, tableOf } from "./worlds.oracle.ts";

const NODES = 6;

/** The same holdings with a word on every row: no company passes for one whose parties stand in one plain row each. */
const inFull = (held: HeldTable): HeldTable => ({
  ...held,
  extra: new Map(Array.from({ length: held.length }, (_, row) => [row, extraOf(held, row)])),
});

it("the short cut for parties in one plain row each comes to the claims of the rules in full", () => {
  fc.assert(
    fc.property(anyRows(NODES, 0), (rows) => {
      const held = tableOf(rows);
      expect(economicNetwork(held, NODES)).toEqual(economicNetwork(inFull(held), NODES));
    }),
    { numRuns: 1000 },
  );
});

it("of holdings that differ in rows about one company the network is the one made anew", () => {
  let short = 0;
  fc.assert(
    fc.property(anyRows(NODES, 0), fc.nat(), fc.nat(), fc.boolean(), (rows, at, some, classes) => {
      const held = tableOf(rows);
      const company = rows[at % rows.length]?.subject as number;
      const about = rows.flatMap((row, k) => (row.subject === company ? [k] : []));
      const less = about.filter((_, k) => k === 0 || ((some >> k) & 1) === 1).reduce(without, held);
      const anew = economicNetwork(less, NODES, classes);
      const found = economicWith(economicNetwork(held, NODES, classes), less, NODES, company);
      if (found !== null) short++;
      expect(found ?? anew).toEqual(anew);
      const beside = economicOn(less, NODES, { held, company });
      expect(beside.byClass()).toEqual(economicNetwork(less, NODES, true));
      expect(beside.network()).toEqual(economicNetwork(less, NODES));
      for (let source = 0; source < NODES; source++) {
        const one = beside.shareIn(source, company);
        expect(one).toEqual(beside.sharesOf(source).get(company));
        expect(shareIn(beside.byClass(), source, company)).toEqual(one);
      }
    }),
    { numRuns: 1500 },
  );
  expect(short).toBeGreaterThan(500);
});

it("votes held for another may come with any claim, which is that other's and not the nominee's", () => {
  const rows: Row[] = [
    { party: 0, subject: 2, right: "votingRights", low: 20, high: 45 },
    { party: 0, subject: 2, right: "nominee", low: 0, high: 100, leader: 1 },
  ];
  const holders = (some: readonly Row[]) => [...economicNetwork(tableOf(some), 3).holder];
  expect(holders(rows)).toEqual([1]);
  expect(holders(rows.map((row) => ({ ...row, possible: row.right === "nominee" })))).toEqual([0, 1]);
});

it("more than all there is, if only by an open end, is a conflict and counts from nothing up, as it is one of votes", () => {
  const share = (party: number, low: number, more: Partial<Row> = {}): Row => ({
    ...{ party, subject: 3, right: "shareholding", low, high: low },
    ...more,
  });
  const lows = (...rows: Row[]) => [...economicNetwork(tableOf(rows), 4).low].map((low) => low / 1e10);
  const open = { high: 20, lowOpen: true };
  expect(lows(share(0, 60), share(1, 24), share(2, 16, open))).toEqual([0, 0, 0]);
  expect(lows(share(0, 60), share(1, 24), share(2, 16, { high: 20 }))).toEqual([60, 24, 16]);
  expect(lows(share(0, 60), share(1, 24), share(2, 15, open))).toEqual([60, 24, 15]);
  expect(lows(share(0, 60), share(1, 24), share(2, 16, { ...open, possible: true }))).toEqual([60, 24, 0]);
});

it("what a nominee holds is its nominator's, the one on record where none is named with it, else nobody's named", () => {
  const [P, N, M, X] = [0, 1, 2, 3];
  const held: Row = { party: P, subject: X, right: "shareholding", low: 60, high: 60 };
  const nominee: Row = { party: P, subject: X, right: "nominee", low: 0, high: 100 };
  const behind = (party: number): Row => ({ party, subject: X, right: "nominator", low: 0, high: 100 });
  const claims = (...more: Row[]) => {
    const net = economicNetwork(tableOf([held, ...more]), 4);
    return [...net.holder].map((holder, e) => [
      holder,
      (net.low[e] as number) / 1e10,
      (net.high[e] as number) / 1e10,
    ]);
  };
  expect(claims({ ...nominee, leader: N })).toEqual([[N, 60, 60]]);
  expect(claims(nominee, behind(N))).toEqual([[N, 60, 60]]);
  expect(claims(nominee)).toEqual([]);
  expect(claims(nominee, behind(N), behind(M))).toEqual([]);
  expect(claims({ ...nominee, possible: true })).toEqual([[P, 0, 60]]);
  expect(claims({ ...nominee, conditional: 1, leader: N })).toEqual([
    [P, 0, 60],
    [N, 0, 60],
  ]);
  expect(claims({ ...nominee, leader: N }, { ...nominee, leader: M })).toEqual([
    [N, 0, 60],
    [M, 0, 60],
  ]);
});

it("a holding of unknown directness in each of several classes may be another's, and leaves that other no less", () => {
  const share = (party: number, ofClass: string, more: Partial<Row> = {}): Row => ({
    ...{ party, subject: 2, right: "shareholding", low: 60, high: 60, class: ofClass },
    ...more,
  });
  const unknown = { unknownDirectness: true };
  const claims = (...rows: Row[]) => {
    const { holder, low, alone } = economicNetwork(tableOf(rows), 3);
    return [...holder].map((party, e) => [party, (low[e] as number) / 1e10, alone[e]]);
  };
  const [a, b] = [share(0, "A", unknown), share(0, "B", unknown)];
  expect(claims(a, b, share(1, "A"), share(1, "B"))).toEqual([
    [0, 60, 1],
    [1, 60, 0],
  ]);
  expect(
    claims(a, share(0, "B", { low: 40 }), share(1, "A", { low: 30 }), share(1, "B", { low: 30 })),
  ).toEqual([
    [0, 40, 1],
    [1, 30, 0],
  ]);
  expect(claims(a, share(0, "A", { low: 20 }), share(0, "B", { low: 20 }))).toEqual([[0, 20, 0]]);
});
