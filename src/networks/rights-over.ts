import { type Effect, RIGHT_CODES, type RightCode } from "../model/rights.ts";
import { WHOLE } from "../model/share.ts";
import { EFFECT, rightsIn } from "./company.ts";
import type { Ownership } from "./ownership.ts";
import { plainFigures } from "./plain-company.ts";

/** A right of a party over an entity that is control by itself, or might be; `party` is −1 where nobody is named. */
export interface RightOver {
  readonly party: number;
  readonly company: number;
  readonly row: number;
  readonly certain: boolean;
  readonly effect: Effect;
  readonly code: RightCode;
}

/** Every right other than votes, and every holding in an arrangement: it has no will of its own, its holders have. */
export function rightsOver(own: Ownership): RightOver[] {
  const { held, kinds } = own;
  const found: RightOver[] = [];
  for (let n = 0; n < own.entities; n++) {
    const rows = own.rowOrder.subarray(own.rowStart[n], own.rowStart[n + 1]);
    if (rows.length === 0) continue;
    const arrangement = kinds.arrangement(n);
    if (!arrangement && plainFigures(held, n, rows) !== null) continue;
    const ownedByState = (party: number) => party >= 0 && kinds.state(party) && kinds.stateBody(n);
    const { rights, votes } = rightsIn(held, rows, { n, arrangement, ownedByState }, WHOLE);
    const add = (row: number, party: number, certain: boolean) => {
      const code = held.right[row] as number;
      found.push({
        party,
        company: n,
        row,
        certain,
        effect: EFFECT[code] as Effect,
        code: RIGHT_CODES[code] as RightCode,
      });
    };
    for (const r of rights) add(r.row, r.party, r.certain);
    if (arrangement) for (const v of votes) add(v.row, v.holder, v.low > 0);
  }
  return found;
}
