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

/** The direct statements above a company, by who is named in them, and the place of each among all of them. */
interface Above {
  readonly byHolder: ReadonlyMap<number, readonly number[]>;
  readonly place: ReadonlyMap<number, number>;
}

function above(own: Rows, company: number): Above {
  const byHolder = new Map<number, number[]>();
  const place = new Map<number, number>();
  for (const node of everAbove(own, company)) {
    for (const row of rowsAbout(own, node)) {
      place.set(row, place.size);
      for (const holder of holdersIn(own, row)) {
        const list = byHolder.get(holder);
        if (list) list.push(row);
        else byHolder.set(holder, [row]);
      }
    }
  }
  return { byHolder, place };
}

/**
 * The rows of all chains of direct statements from a party down to a company, those nearest to the company first. What
 * is above a company is looked up once.
 */
export function rowsBetween(own: Rows): (party: number, company: number) => number[] {
  const known = new Map<number, Above>();
  return (party, company) => {
    const { byHolder, place } = known.get(company) ?? above(own, company);
    known.set(company, { byHolder, place });
    const below = new Set([party]);
    const rows = new Set<number>();
    for (const node of below) {
      for (const row of byHolder.get(node) ?? []) {
        const subject = own.held.subject[row] as number;
        if (subject === party) continue;
        rows.add(row);
        below.add(subject);
      }
    }
    return [...rows].sort((a, b) => (place.get(a) as number) - (place.get(b) as number));
  };
}
