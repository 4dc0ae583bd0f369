import fc from "fast-check";
import { expect, it } from "vitest";
import { rowsAbout, rowsBetween } from "./between.ts";
import { EFFECT } from "./company.ts";
import { extraOf } from "./held.ts";
import { ownership } from "./ownership.ts";
import { anyRows, kinds, tableOf } from "./worlds.oracle.ts";

const NODES = 7;

it("finds the rows of every chain down to a company and of no other, whatever was asked before", () => {
  fc.assert(
    fc.property(anyRows(NODES, 0), (rows) => {
      const own = ownership(tableOf(rows), NODES, kinds(0));
      const between = rowsBetween(own);
      for (let company = 0; company < NODES; company++)
        for (let party = 0; party < NODES; party++) {
          const found = between(party, company);
          expect(new Set(found).size).toBe(found.length);
          expect([...found].sort((a, b) => a - b)).toEqual(onChains(own, party, company));
          const near = nearestFirst(own, company);
          expect(found).toEqual([...found].sort((a, b) => near.indexOf(a) - near.indexOf(b)));
        }
    }),
    { numRuns: 500 },
  );
});

/** The direct statements about a company, but for those of what carries nothing. */
const carrying = (own: ReturnType<typeof ownership>, n: number) =>
  rowsAbout(own, n).filter((row) => EFFECT[own.held.right[row] as number] !== "none");

/** The rows above a company in the order in which one comes to them going up, company by company. */
function nearestFirst(own: ReturnType<typeof ownership>, company: number): number[] {
  const { held } = own;
  const above = new Set([company]);
  const rows: number[] = [];
  for (const node of above)
    for (const row of carrying(own, node)) {
      rows.push(row);
      for (const n of [held.party[row], held.leader[row], ...extraOf(held, row).members])
        if (n !== undefined && n >= 0) above.add(n);
    }
  return rows;
}

/**
 * A row lies on a chain if the party comes to somebody named in it, and the company it is about comes to the company; or
 * if it is held by somebody bound by a concert or as a nominee in such a row.
 */
function onChains(own: ReturnType<typeof ownership>, party: number, company: number): number[] {
  const { held } = own;
  const all = Array.from({ length: NODES }, (_, n) => carrying(own, n)).flat();
  const named = (row: number) => [held.party[row], held.leader[row], ...extraOf(held, row).members];
  const subject = (row: number) => held.subject[row] as number;
  const reached = (from: number, without: number): Set<number> => {
    const seen = new Set([from]);
    for (let before = -1; before !== seen.size; ) {
      before = seen.size;
      for (const row of all)
        if (subject(row) !== without && named(row).some((n) => seen.has(n as number))) seen.add(subject(row));
    }
    return seen;
  };
  const below = reached(party, party);
  const chain = all
    .filter((row) => subject(row) !== party && reached(subject(row), -1).has(company))
    .filter((row) => named(row).some((n) => below.has(n as number)));
  const effect = (row: number) => EFFECT[held.right[row] as number] as string;
  const bindsTheHolder = (by: number, row: number) => {
    if (subject(by) !== subject(row) || (held.party[row] as number) < 0) return false;
    if (["concert", "nominal"].includes(effect(by)))
      return [held.party[by], ...extraOf(held, by).members].includes(held.party[row] as number);
    if (effect(by) !== "nominator") return false;
    const nominees = all.filter((r) => subject(r) === subject(by) && effect(r) === "nominal");
    return nominees.some((r) => held.party[r] === held.party[row]) || held.party[by] === held.party[row];
  };
  return all
    .filter((row) => chain.includes(row) || chain.some((by) => bindsTheHolder(by, row)))
    .sort((a, b) => a - b);
}
