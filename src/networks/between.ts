import { isDeclaration } from "./company.ts";
import { extraOf } from "./held.ts";
import type { Ownership } from "./ownership.ts";

type Rows = Pick<Ownership, "held" | "rowStart" | "rowOrder">;

/** The direct statements about a company. */
export const rowsAbout = (own: Rows, n: number): number[] =>
  [...own.rowOrder.subarray(own.rowStart[n], own.rowStart[n + 1])].filter((r) => !isDeclaration(own.held, r));

const holdersIn = ({ held }: Rows, row: number): number[] =>
  [held.party[row] as number, held.leader[row] as number, ...extraOf(held, row).members].filter(
    (n) => n >= 0,
  );

/** Everyone with a chain of direct statements down to a company, itself first, nearest first. */
function everAbove(own: Rows, company: number): Set<number> {
  const above = new Set([company]);
  for (const node of above)
    for (const row of rowsAbout(own, node)) for (const holder of holdersIn(own, row)) above.add(holder);
  return above;
}

/** The rows of all chains of direct statements from a party down to a company. */
export function rowsBetween(own: Rows, party: number, company: number): number[] {
  const above = everAbove(own, company);
  if (!above.has(party)) return [];
  const rows = [...above].filter((n) => n !== party).flatMap((n) => rowsAbout(own, n));
  const below = new Set([party]);
  for (let before = -1; before !== below.size; ) {
    before = below.size;
    for (const row of rows)
      if (holdersIn(own, row).some((n) => below.has(n))) below.add(own.held.subject[row] as number);
  }
  return rows.filter((row) => holdersIn(own, row).some((n) => below.has(n)));
}
