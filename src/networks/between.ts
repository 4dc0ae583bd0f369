import { type Csr, csr } from "../graph/csr.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import { extraOf } from "./held.ts";
import type { Ownership } from "./ownership.ts";

type Rows = Pick<Ownership, "held" | "rowStart" | "rowOrder">;

/** The direct statements about a company. */
export const rowsAbout = (own: Rows, n: number): number[] =>
  [...own.rowOrder.subarray(own.rowStart[n], own.rowStart[n + 1])].filter((r) => !isDeclaration(own.held, r));

/** The direct statements above a company, nearest first, and by who is named in each its places in that order. */
interface Above {
  readonly rows: readonly number[];
  readonly byHolder: Csr;
  /** Place in `byHolder` → place in `rows`. */
  readonly place: readonly number[];
}

function above({ held, rowStart, rowOrder }: Rows, company: number): Above {
  const seen = new Uint8Array(rowStart.length - 1);
  const queue = [company];
  seen[company] = 1;
  const rows: number[] = [];
  const holder: number[] = [];
  const place: number[] = [];
  const named = (n: number) => {
    if (n < 0) return;
    holder.push(n);
    place.push(rows.length - 1);
    if (seen[n] === 0) queue.push(n);
    seen[n] = 1;
  };
  for (const node of queue) {
    for (let i = rowStart[node] as number; i < (rowStart[node + 1] as number); i++) {
      const row = rowOrder[i] as number;
      // A seat on the board and the like carry nothing, and lead nowhere.
      if (isDeclaration(held, row) || EFFECT[held.right[row] as number] === "none") continue;
      rows.push(row);
      named(held.party[row] as number);
      named(held.leader[row] as number);
      if (held.extra.size > 0) for (const member of extraOf(held, row).members) named(member);
    }
  }
  return { rows, byHolder: csr(seen.length, holder), place };
}

/**
 * The rows of all chains of direct statements from a party down to a company, those nearest to the company first; with
 * a concert or a nominee on the way the holdings it binds. What is above a company is looked up once.
 */
export function rowsBetween(own: Rows): (party: number, company: number) => number[] {
  const known = new Map<number, Above>();
  return (party, company) => {
    const { rows, byHolder, place } = known.get(company) ?? above(own, company);
    known.set(company, { rows, byHolder, place });
    const { start, order } = byHolder;
    const below = new Set([party]);
    const found = new Set<number>();
    for (const node of below) {
      for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
        const at = place[order[i] as number] as number;
        const subject = own.held.subject[rows[at] as number] as number;
        if (subject === party) continue;
        found.add(at);
        below.add(subject);
      }
    }
    const chain = [...found].map((at) => rows[at] as number);
    const bound = new Set(chain.flatMap((row) => boundBy(own, row)));
    if (bound.size > 0) rows.forEach((row, at) => void (bound.has(row) && found.add(at)));
    return [...found].sort((a, b) => a - b).map((at) => rows[at] as number);
  };
}

/** What those have of a company who vote, or hold, for somebody by a row about it. */
function boundBy(own: Rows, row: number): number[] {
  const { held } = own;
  const effect = EFFECT[held.right[row] as number];
  if (effect !== "concert" && effect !== "nominal" && effect !== "nominator") return [];
  const about = rowsAbout(own, held.subject[row] as number);
  const nominees = about.filter((r) => EFFECT[held.right[r] as number] === "nominal");
  const nominal = effect === "nominator" ? nominees.map((r) => held.party[r]) : [];
  const bound = new Set([held.party[row], ...nominal, ...extraOf(held, row).members]);
  return about.filter((r) => (held.party[r] as number) >= 0 && bound.has(held.party[r] as number));
}
