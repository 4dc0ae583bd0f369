import fc from "fast-check";
import { expect, it } from "vitest";
import { csr } from "../graph/csr.ts";
import { certainProof } from "./certain-proof.ts";
import { ControlView } from "./controllers.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { leadingTo } from "./leading-to.ts";
import { ownership } from "./ownership.ts";
import { proofOf } from "./proof.ts";
import { votersOf } from "./voters.ts";
import { mostVotesLeft } from "./votes-left.ts";
import { anyRows, kinds, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 7;
const worlds = fc.oneof(voteRows(NODES, 2), anyRows(NODES, 2));

/** By going through all rows until nobody is added. */
function leadingSlowly(held: HeldTable, company: number): number[] {
  const found = new Set([company]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (let row = 0; row < held.length; row++) {
      if (!found.has(held.subject[row] as number)) continue;
      const named = [held.party[row], held.leader[row], ...extraOf(held, row).members];
      for (const n of named) if (n !== undefined && n >= 0) found.add(n);
    }
  }
  return [...found].sort((a, b) => a - b);
}

const leading = (held: HeldTable, company: number) => {
  const { within } = leadingTo(held, csr(NODES, held.subject.subarray(0, held.length)), company);
  return [...within.keys()].filter((n) => within[n] === 1);
};

it("finds everyone with a chain down to a company", () => {
  fc.assert(
    fc.property(worlds, (rows) => {
      const held = tableOf(rows);
      for (let n = 0; n < NODES; n++) expect(leading(held, n)).toEqual(leadingSlowly(held, n));
    }),
    { numRuns: 300 },
  );
});

/** What is answered about companies, with nodes that are no entities described, since their numbers may differ. */
function answers(view: ControlView, companies: readonly number[]): unknown {
  const { own } = view;
  const named = (n: number) => (n === own.phantom ? "nobody" : (own.virtual.get(n) ?? n));
  return companies.map((company) => {
    const found = view.controllers(company);
    return {
      controllers: {
        ...found,
        ultimate: found.ultimate.map((c) => ({ ...c, through: named(c.through) })),
        chain: [...found.chain],
      },
      ancestors: [...view.ancestorsOf(company)].map(named),
      voters: votersOf(view, company),
      ballots: view.ballotsOf(company).length,
      conflict: own.conflicts.get(company),
      over: companies.map((party) => [
        view.votes(party, company),
        mostVotesLeft(view, party, company),
        view.lower.certain(party).includes(company),
        view.upper.possible(party).includes(company),
        [certainProof(view, party, company), proofOf(view, party, company, true)].map((proof) =>
          JSON.stringify(proof, (key, value) => (key === "holder" || key === "held" ? named(value) : value)),
        ),
        proofOf(view, party, company, false).map((step) => ({
          ...step,
          holder: named(step.holder),
          held: named(step.held),
        })),
      ]),
    };
  });
}

it("a network built for those that lead to a company answers about all of them as the whole does", () => {
  let smaller = 0;
  fc.assert(
    fc.property(worlds, fc.nat(NODES - 1), (rows, company) => {
      const held = tableOf(rows);
      const who = kinds(2);
      const part = new ControlView(ownership(held, NODES, who, company));
      const whole = new ControlView(ownership(held, NODES, who));
      const about = leading(held, company);
      expect(answers(part, about)).toEqual(answers(whole, about));
      expect(part.whole().own).toEqual(whole.own);
      if (part.own.built >= 0) smaller++;
    }),
    { numRuns: 2000 },
  );
  expect(smaller).toBeGreaterThan(300);
});
