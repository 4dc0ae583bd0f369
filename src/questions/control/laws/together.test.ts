import fc from "fast-check";
import { expect, test } from "vitest";
import { LAWS } from "../../../laws/index.ts";
import type { EntityKind } from "../../../model/entity.ts";
import type { RightCode } from "../../../model/rights.ts";
import { ControlView } from "../../../networks/controllers.ts";
import { ownership } from "../../../networks/ownership.ts";
import { type Row, tableOf } from "../../../networks/worlds.oracle.ts";
import { factsOn, lawFacts, lawNetwork } from "./facts.ts";
import { judge } from "./judge.ts";
import { isPlain } from "./write.ts";

const NODES = 8;
const node = fc.integer({ min: 0, max: NODES - 1 });
const kind = fc.constantFrom<EntityKind>(
  "company",
  "company",
  "company",
  "person",
  "person",
  "trust",
  "unknown",
);
const share = fc
  .tuple(fc.constantFrom(0, 5, 25, 26, 30, 50, 51, 75, 100), fc.constantFrom(0, 0, 5, 25, 50))
  .map(([low, more]) => ({ low, high: Math.min(100, low + more) }));
const right = fc.constantFrom<RightCode>(
  "shareholding",
  "shareholding",
  "shareholding",
  "votingRights",
  "rightsToProfitOrIncome",
  "appointmentOfBoard",
  "rightsGrantedByContract",
  "nominee",
  "trustee",
);
const row: fc.Arbitrary<Row> = fc
  .record({
    party: fc.oneof({ weight: 12, arbitrary: node }, { weight: 1, arbitrary: fc.constant(-1) }),
    subject: node,
    right,
    share,
    lowOpen: fc.boolean(),
    highOpen: fc.boolean(),
    possible: fc.constantFrom(false, false, false, true),
    unknownDirectness: fc.constantFrom(false, false, false, true),
    leader: fc.constantFrom(-1, -1, -1, 5, 6),
    joint: fc.constantFrom("", "", "", "j"),
    class: fc.constantFrom("", "", "", "A", "B"),
  })
  .map(({ share: { low, high }, lowOpen, highOpen, ...rest }) => ({
    ...rest,
    low,
    high,
    lowOpen: lowOpen && low < high,
    highOpen: highOpen && low < high,
  }));

interface World {
  readonly rows: readonly Row[];
  readonly kinds: readonly EntityKind[];
  readonly british: readonly boolean[];
  readonly listed: readonly number[];
}
const world: fc.Arbitrary<World> = fc.record({
  rows: fc.array(row, { minLength: 2, maxLength: 16 }),
  kinds: fc.array(kind, { minLength: NODES, maxLength: NODES }),
  british: fc.array(fc.boolean(), { minLength: NODES, maxLength: NODES }),
  listed: fc.uniqueArray(node, { maxLength: 2 }),
});

/** A world in other numbers, with the rows about some companies only. */
function numbered({ rows, kinds, british, listed }: World, numbers: readonly number[]) {
  const at = new Map(numbers.map((n, i) => [n, i]));
  const to = (n: number) => (n < 0 ? n : (at.get(n) as number));
  const held = tableOf(
    rows
      .filter((r) => at.has(r.subject))
      .map((r) => ({ ...r, party: to(r.party), subject: to(r.subject), leader: to(r.leader ?? -1) })),
  );
  const kindOf = (n: number) => kinds[numbers[n] as number] as EntityKind;
  const view = new ControlView(
    ownership(held, numbers.length, {
      arrangement: (n) => kindOf(n) === "trust",
      state: () => false,
      stateBody: () => false,
      ownable: (n) => kindOf(n) !== "person",
    }),
  );
  const about = {
    kind: kindOf,
    jurisdiction: (n: number) => (british[numbers[n] as number] ? "GB-SCT" : ""),
    listed: new Set(listed.filter((n) => at.has(n)).map(to)),
  };
  return { held, view, about };
}

/** Everyone above an entity by any of the rows, itself first, the others in order. */
function aboveOf({ rows }: World, subject: number): number[] {
  const above = new Set([subject]);
  for (const n of above)
    for (const r of rows.filter((one) => one.subject === n))
      for (const m of [r.party, r.leader ?? -1]) if (m >= 0) above.add(m);
  above.delete(subject);
  return [subject, ...[...above].sort((a, b) => a - b)];
}

const ascending = (some: readonly number[]) => [...some].sort((a, b) => a - b);

test("an entity judged among others is judged as by itself, under every law, with what its rules count", () => {
  let controlled = 0;
  fc.assert(
    fc.property(world, (some) => {
      const whole = numbered(
        some,
        Array.from({ length: NODES }, (_, n) => n),
      );
      const network = lawNetwork(whole.view, whole.about);
      for (let subject = 0; subject < NODES; subject++) {
        const numbers = aboveOf(some, subject);
        const small = numbered(some, numbers);
        const alone = lawFacts(
          { held: small.held, view: small.view, controllers: small.view.controllers(0) },
          small.about,
        );
        const { held, view } = whole;
        const among = factsOn(network, subject, { held, view, controllers: view.controllers(subject) });
        for (const law of LAWS.filter((one) => !isPlain(one))) {
          const told = (facts: typeof alone, back: (n: number) => number) => {
            const { verdict, parties, behind, missing, open } = judge(law, facts);
            return {
              verdict,
              open,
              parties: parties
                .map(({ party, certainty, grounds }) => ({
                  party: back(party),
                  certainty,
                  grounds: grounds.map(({ rule, certainty: how, joint, share: part, band }) => ({
                    rule: rule.id,
                    how,
                    joint: ascending(joint.map(back)),
                    part,
                    band,
                  })),
                }))
                .sort((a, b) => a.party - b.party),
              behind: behind
                .map((b) => ({ ...b, party: back(b.party), through: ascending(b.through.map(back)) }))
                .sort((a, b) => a.party - b.party),
              missing: missing.map((m) => JSON.stringify({ ...m, about: m.about.map(back) })).sort(),
            };
          };
          const expected = told(alone, (n) => numbers[n] as number);
          expect([law.id, subject, told(among, (n) => n)]).toEqual([law.id, subject, expected]);
          if (expected.verdict === "controlled") controlled++;
        }
      }
    }),
    { numRuns: 250 },
  );
  expect(controlled).toBeGreaterThan(100);
}, 120_000);
