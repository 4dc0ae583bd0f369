import { ALONE, HIGH_OPEN, LOW_OPEN } from "../graph/control.ts";
import { WHOLE } from "../model/share.ts";
import { EFFECT } from "./company.ts";
import type { Edges } from "./edges.ts";
import { type HeldTable, isSure } from "./held.ts";
import { HELD_HIGH_OPEN, HELD_LOW_OPEN, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";
import { counts, plainFigures } from "./plain-company.ts";

/** By code of a right: shares. */
const SHARES = Uint8Array.from(EFFECT, (effect) => (effect === "shares" ? 1 : 0));

/**
 * The holdings of a plain company (`plain-company.ts`), of shares alone or of votes too, and what is left for somebody
 * unnamed: what the rules in full come to. Says false, having added nothing, where a company is not plain.
 */
export function addPlainHoldings(
  edges: Edges,
  held: HeldTable,
  company: number,
  rows: Int32Array,
  { unnamed, shares }: { readonly unnamed: number; readonly shares: boolean },
): boolean {
  if (plainFigures(held, company, rows) === null) return false;
  let named = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (!counts(held, row)) continue;
    if (shares && SHARES[held.right[row] as number] === 0) continue;
    const flags = held.flags[row] as number;
    const sure = isSure(held, row);
    const low = sure ? (held.low[row] as number) : 0;
    const alone = (flags & HELD_UNKNOWN_DIRECTNESS) !== 0;
    if (!alone) named += low;
    const ends =
      (sure && (flags & HELD_LOW_OPEN) !== 0 ? LOW_OPEN : 0) |
      ((flags & HELD_HIGH_OPEN) !== 0 ? HIGH_OPEN : 0);
    edges.add(
      company,
      held.party[row] as number,
      row,
      low,
      held.high[row] as number,
      ends | (alone ? ALONE : 0),
    );
  }
  if (named < WHOLE) edges.add(company, unnamed, -1, 0, WHOLE - named);
  return true;
}
