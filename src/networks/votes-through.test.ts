import fc from "fast-check";
import { expect, it } from "vitest";
import { PERCENT } from "../model/share.ts";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { votesApart } from "./votes-through.ts";
import { kinds, type Row, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 5;

it("keeps apart what a party holds itself and what all else it controls has, where companies own each other too", () => {
  let seen = 0;
  fc.assert(
    fc.property(voteRows(NODES, 1), (all) => {
      const rows = all.filter((r) => r.party !== r.subject);
      const view = new ControlView(ownership(tableOf(rows), NODES, kinds(1)));
      for (let company = 1; company < NODES; company++) {
        if (view.own.conflicts.has(company)) continue;
        for (let party = 0; party < NODES; party++) {
          if (party === company) continue;
          const apart = votesApart(view, party, company);
          const mine = rows.filter((r) => r.subject === company && r.party === party);
          expect(apart === null).toBe(mine.length === 0);
          if (apart === null) continue;
          seen++;
          const sure = new Set(view.lower.certain(party));
          const maybe = new Set(view.upper.possible(party));
          const others = rows.filter((r) => r.subject === company && r.party !== party);
          const sum = (some: readonly Row[], end: "low" | "high") =>
            Math.min(
              100,
              some.reduce((total, r) => total + r[end], 0),
            );
          const left = 100 - sum(mine, "low");
          const outside = others.filter((r) => !maybe.has(r.party));
          expect({
            ownLow: apart.own.low.value,
            ownHigh: apart.own.high.value,
            low: apart.through.low.value,
            high: apart.through.high.value,
          }).toEqual({
            ownLow: sum(mine, "low") * PERCENT,
            ownHigh: sum(mine, "high") * PERCENT,
            low:
              sum(
                others.filter((r) => sure.has(r.party)),
                "low",
              ) * PERCENT,
            high:
              Math.min(
                sum(
                  others.filter((r) => maybe.has(r.party)),
                  "high",
                ),
                left - sum(outside, "low"),
              ) * PERCENT,
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
