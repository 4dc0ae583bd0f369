import type { Csr } from "../graph/csr.ts";
import { extraOf, type HeldTable } from "./held.ts";

/** The companies from which a chain of statements leads down to one of them, itself among them, and how many rows are about them. */
export interface LeadingTo {
  /** 1 for each such company, by entity. */
  readonly within: Uint8Array;
  readonly rows: number;
}

/**
 * Everyone with a chain of statements of any kind down to a company. Nobody else has a part in who controls it, or any
 * of these: whatever holds something in one of them is one of them. Cost: the rows about them.
 */
export function leadingTo(held: HeldTable, { start, order }: Csr, company: number): LeadingTo {
  const within = new Uint8Array(start.length - 1);
  const queue = [company];
  within[company] = 1;
  const add = (n: number) => {
    if (n < 0 || within[n] === 1) return;
    within[n] = 1;
    queue.push(n);
  };
  let rows = 0;
  for (const n of queue) {
    for (let i = start[n] as number; i < (start[n + 1] as number); i++) {
      const row = order[i] as number;
      rows++;
      add(held.party[row] as number);
      add(held.leader[row] as number);
      if (held.extra.size > 0) for (const member of extraOf(held, row).members) add(member);
    }
  }
  return { within, rows };
}
