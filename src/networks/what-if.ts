import { EFFECT } from "./company.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { HELD_HIGH_OPEN, HELD_INDIRECT, HELD_LOW_OPEN, HELD_POSSIBLE } from "./interests.ts";

const copy = (held: HeldTable) => ({
  ...held,
  low: held.low.slice(),
  flags: held.flags.slice(),
  conditional: held.conditional.slice(),
});

/** The same holdings with one row not counting, as if nobody had stated it. */
export function without(held: HeldTable, row: number): HeldTable {
  const other = copy(held);
  other.flags[row] = (other.flags[row] as number) | HELD_INDIRECT;
  return other;
}

/** The same holdings with one row counting in full: unconditional, in force, at its upper end; a concert with its votes. */
export function inFull(held: HeldTable, row: number): HeldTable {
  const other = copy(held);
  const full = (r: number) => {
    other.low[r] = held.high[r] as number;
    other.flags[r] = (held.flags[r] as number) & ~(HELD_POSSIBLE | HELD_LOW_OPEN);
  };
  full(row);
  other.conditional[row] = 0;
  if (EFFECT[held.right[row] as number] !== "concert") return other;
  const members = [held.party[row] as number, ...extraOf(held, row).members];
  for (let r = 0; r < held.length; r++) {
    const effect = EFFECT[held.right[r] as number];
    const votes = effect === "votes" || effect === "shares";
    if (votes && held.subject[r] === held.subject[row] && members.includes(held.party[r] as number)) full(r);
  }
  return other;
}

/** The same holdings with one row at exactly this many share units. */
export function withShare(held: HeldTable, row: number, units: number): HeldTable {
  const other = { ...copy(held), high: held.high.slice() };
  other.low[row] = units;
  other.high[row] = units;
  other.flags[row] = (held.flags[row] as number) & ~(HELD_LOW_OPEN | HELD_HIGH_OPEN);
  return other;
}
