import fc from "fast-check";
import { expect, it } from "vitest";
import { controlledBy } from "./control.oracle.ts";
import { ControlView } from "./controllers.ts";
import { ownership } from "./ownership.ts";
import { kinds, type Row, tableOf, voteRows } from "./worlds.oracle.ts";

const [NODES, FIRST_COMPANY] = [6, 2];
const PARTIES = Array.from({ length: NODES }, (_, n) => n);
/** Votes with bands, cycles and own shares, some of them a right that is control instead. */
const worlds = fc
  .tuple(voteRows(NODES, FIRST_COMPANY), fc.array(fc.nat(9), { minLength: 14, maxLength: 14 }))
  .map(([rows, how]) =>
    rows.map((r, i): Row => {
      const law = how[i] === 0 && r.party !== r.subject;
      return { ...r, right: law ? "controlByLegalFramework" : "votingRights", possible: how[i] === 1 };
    }),
  );

/** Whom one party nobody names might control that had all that the named leave of every company, or one without any. */
function unnamed(rows: readonly Row[]): Set<number> {
  const all = PARTIES.slice(FIRST_COMPANY).map((subject): Row => {
    const votes = rows.filter((r) => r.subject === subject && r.right === "votingRights");
    const none = votes.every((r) => r.party === subject);
    const high = votes.filter((r) => !r.possible).reduce((left, r) => left - r.low, 100);
    return { party: NODES, subject, right: none ? "controlByLegalFramework" : "votingRights", low: 0, high };
  });
  return controlledBy([...rows, ...all], NODES + 1, NODES, false);
}

it("names as ultimate whoever nobody else certainly controls, as surely as it controls, and the verdict from these", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(worlds, (rows) => {
      const view = new ControlView(ownership(tableOf(rows), NODES, kinds(FIRST_COMPANY)));
      fc.pre(view.own.conflicts.size === 0);
      const sure = PARTIES.map((x) => controlledBy(rows, NODES, x, true));
      const maybe = PARTIES.map((x) => controlledBy(rows, NODES, x, false));
      const over = (by: number, x: number) => sure[by]?.has(x) === true;
      const isRoot = (x: number) => PARTIES.every((z) => z === x || !over(z, x) || over(x, z));
      const phantom = unnamed(rows);
      for (const company of PARTIES.slice(FIRST_COMPANY)) {
        const others = PARTIES.filter((x) => x !== company);
        const certain = others.filter((x) => over(x, company));
        const possible = others.filter((x) => !certain.includes(x) && maybe[x]?.has(company));
        const found = view.controllers(company);
        const alone = (party: number, certainty: "certain" | "possible") => ({
          ...{ party, certainty, joint: [], through: party },
          votes: view.votes(party, company),
        });
        expect(found.ultimate).toEqual([
          ...certain.filter(isRoot).map((x) => alone(x, "certain")),
          ...possible.filter(isRoot).map((x) => alone(x, "possible")),
        ]);
        const chain = new Map<number, string>(possible.map((x) => [x, "possible"]));
        for (const x of certain) chain.set(x, "certain");
        expect(found.chain).toEqual(chain);
        expect([found.phantom, found.unnamed]).toEqual([phantom.has(company), false]);
        const open = phantom.has(company) || possible.some(isRoot);
        const verdict = certain.some(isRoot) ? "controlled" : open ? "not known" : "no controller on record";
        expect(found.verdict).toBe(verdict);
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
      }
    }),
    { numRuns: 600 },
  );
  expect(Math.min(...seen.values())).toBeGreaterThan(20);
  expect(seen.size).toBe(3);
});
