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

/** The rows about companies below a party, itself among them, whatever the right; asked of several parties in turn. */
export function rowsBelow(held: HeldTable): (party: number) => readonly number[] {
  const naming = new Map<number, number[]>();
  const about = new Map<number, number[]>();
  const put = (lists: Map<number, number[]>, key: number, row: number) => {
    const list = lists.get(key);
    if (list) list.push(row);
    else lists.set(key, [row]);
  };
  for (let row = 0; row < held.length; row++) {
    put(about, held.subject[row] as number, row);
    const [party, leader] = [held.party[row] as number, held.leader[row] as number];
    if (party >= 0) put(naming, party, row);
    if (leader >= 0) put(naming, leader, row);
    if (held.extra.size > 0)
      for (const member of extraOf(held, row).members) if (member >= 0) put(naming, member, row);
  }
  return (party) => {
    const reached = new Set([party]);
    for (const node of reached)
      for (const row of naming.get(node) ?? []) reached.add(held.subject[row] as number);
    return [...reached].flatMap((node) => about.get(node) ?? []).sort((a, b) => a - b);
  };
}

/** Some rows of a table, as a table of their own. */
export function taken(held: HeldTable, rows: readonly number[]): HeldTable {
  const kept = <T>(map: ReadonlyMap<number, T>): Map<number, T> =>
    new Map(rows.flatMap((row, i) => (map.has(row) ? [[i, map.get(row) as T] as const] : [])));
  return {
    length: rows.length,
    party: Int32Array.from(rows, (row) => held.party[row] as number),
    subject: Int32Array.from(rows, (row) => held.subject[row] as number),
    right: Uint8Array.from(rows, (row) => held.right[row] as number),
    low: Float64Array.from(rows, (row) => held.low[row] as number),
    high: Float64Array.from(rows, (row) => held.high[row] as number),
    flags: Uint8Array.from(rows, (row) => held.flags[row] as number),
    conditional: Uint8Array.from(rows, (row) => held.conditional[row] as number),
    leader: Int32Array.from(rows, (row) => held.leader[row] as number),
    statement: Int32Array.from(rows, (row) => held.statement[row] as number),
    because: kept(held.because),
    carried: kept(held.carried),
    extra: kept(held.extra),
  };
}
