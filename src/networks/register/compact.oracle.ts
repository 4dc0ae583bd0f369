import { RIGHT_CODES, RIGHTS } from "../../model/rights.ts";
import type { HeldTable } from "../held.ts";
import {
  HELD_HIGH_OPEN,
  HELD_INDIRECT,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_UNKNOWN_DIRECTNESS,
} from "../interests.ts";
import { taken } from "../what-if.ts";
import {
  BOARD,
  C_HIGH_OPEN,
  C_INDIRECT,
  C_LOW_OPEN,
  C_POSSIBLE,
  C_UNKNOWN,
  type Compact,
  IDLE,
  SHARES,
  VOTES,
} from "./compact.ts";
import { RowsByRange } from "./rows-by-range.ts";

const KINDS = { shares: SHARES, votes: VOTES, board: BOARD, none: IDLE, economic: IDLE } as const;

/** The compact rows of a holdings table in which each holding is one row, as the query makes them of statements. */
export function compactOf(held: HeldTable, entities: number): Compact {
  const rows = new RowsByRange(entities);
  const out = {
    parts: [rows],
    bits: [] as number[],
    low: [] as number[],
    high: [] as number[],
    odd: new Uint8Array(entities),
  };
  for (let r = 0; r < held.length; r++) {
    const { effect } = RIGHTS[RIGHT_CODES[held.right[r] as number] as keyof typeof RIGHTS];
    const kind = effect in KINDS ? KINDS[effect as keyof typeof KINDS] : null;
    const [company, party] = [held.subject[r] as number, held.party[r] as number];
    const rich = held.extra.has(r) || held.conditional[r] !== 0 || (held.leader[r] as number) >= 0;
    if (kind === null || rich || party < 0 || party === company) {
      out.odd[company] = 1;
      continue;
    }
    const flag = (mine: number, theirs: number) => ((held.flags[r] as number) & mine ? theirs : 0);
    rows.add(company, party, out.low.length);
    out.low.push(held.low[r] as number);
    out.high.push(held.high[r] as number);
    out.bits.push(
      kind |
        flag(HELD_LOW_OPEN, C_LOW_OPEN) |
        flag(HELD_HIGH_OPEN, C_HIGH_OPEN) |
        flag(HELD_INDIRECT, C_INDIRECT) |
        flag(HELD_UNKNOWN_DIRECTNESS, C_UNKNOWN) |
        flag(HELD_POSSIBLE, C_POSSIBLE),
    );
  }
  return out;
}

/** The holdings in the companies marked. */
export const heldIn = (held: HeldTable, marked: Uint8Array): HeldTable =>
  taken(
    held,
    Array.from({ length: held.length }, (_, row) => row).filter(
      (row) => marked[held.subject[row] as number] === 1,
    ),
  );
