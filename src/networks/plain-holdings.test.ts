import fc from "fast-check";
import { expect, test } from "vitest";
import { PERCENT } from "../model/share.ts";
import { holdingsOf } from "./holdings.ts";
import { ownership } from "./ownership.ts";
import { plainFigures } from "./plain-company.ts";
import { rightsOver } from "./rights-over.ts";
import { kinds, type Row, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 7;
const FIRST_COMPANY = 2;
/** At most one row of a party in a company that counts, of votes or shares, and what is declared beside. */
const rows = fc
  .tuple(
    voteRows(NODES, FIRST_COMPANY),
    fc.array(
      fc.record({
        right: fc.constantFrom("votingRights" as const, "shareholding" as const),
        possible: fc.constantFrom(false, false, true),
        indirect: fc.constantFrom(false, false, false, true),
        unknownDirectness: fc.constantFrom(false, false, true),
        conditional: fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const),
      }),
      { minLength: 14, maxLength: 14 },
    ),
  )
  .map(([all, more]) => all.map((row, i): Row => ({ ...row, ...more[i] })))
  .map((all) =>
    all.filter(
      (row, i) =>
        row.indirect ||
        !all.slice(0, i).some((o) => !o.indirect && o.party === row.party && o.subject === row.subject),
    ),
  );

test("what a plain company comes to is what the rules in full come to", () => {
  const who = kinds(FIRST_COMPANY);
  let plain = 0;
  fc.assert(
    fc.property(rows, (all) => {
      const held = tableOf(all);
      // Whatever has more on record goes by the rules in full, even where it says nothing.
      const nothing = { class: "", joint: "", members: [], reason: "" };
      const full = { ...held, extra: new Map(all.map((_, i) => [i, nothing])) };
      const of = (table: typeof held) => ownership(table, NODES, who);
      for (let n = FIRST_COMPANY; n < NODES; n++) {
        const { rowStart, rowOrder } = of(held);
        const own = rowOrder.subarray(rowStart[n], rowStart[n + 1]);
        if (own.length > 0 && plainFigures(held, n, own) !== null) plain++;
      }
      expect({ ...of(held), held: full }).toEqual(of(full));
      for (const measure of ["shares", "votes", "profit"] as const)
        for (const each of [true, false])
          expect(holdingsOf(of(held), measure, each)).toEqual(holdingsOf(of(full), measure, each));
      expect(rightsOver(of(held))).toEqual(rightsOver(of(full)));
    }),
    { numRuns: 200 },
  );
  expect(plain).toBeGreaterThan(200);
});

test("of a company of many holders one that is named twice is seen, wherever it stands", () => {
  const shareOf = (party: number): Row => ({ party, subject: 0, right: "shareholding", low: 1, high: 1 });
  const plain = (parties: readonly number[]) => {
    const held = tableOf(parties.map(shareOf));
    return plainFigures(held, 0, Int32Array.from(parties.keys()));
  };
  const many = Array.from({ length: 90 }, (_, n) => 3 + ((n * 7) % 101) * 50);
  expect(plain(many)).toEqual({ named: 90 * PERCENT, open: 0 });
  for (const [from, to] of [
    [0, 1],
    [0, 89],
    [44, 45],
  ] as const)
    expect(plain(many.with(to, many[from] as number))).toBeNull();
  const held = tableOf(many.map((party) => ({ ...shareOf(party), subject: 1 })));
  const nothing = { class: "", joint: "", members: [], reason: "" };
  const full = { ...held, extra: new Map(many.map((_, row) => [row, nothing])) };
  const who = kinds(1);
  const nodes = Math.max(...many) + 1;
  expect({ ...ownership(held, nodes, who), held: full }).toEqual(ownership(full, nodes, who));
});
