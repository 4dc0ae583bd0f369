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

/** The same holdings with only some rows counting, as if nobody had stated the others. */
export function keeping(held: HeldTable, kept: (row: number) => boolean): HeldTable {
  const other = copy(held);
  for (let row = 0; row < held.length; row++)
    if (!kept(row)) other.flags[row] = (other.flags[row] as number) | HELD_INDIRECT;
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
  const column = <T extends Int32Array | Float64Array | Uint8Array>(from: T, into: T): T => {
    for (let i = 0; i < rows.length; i++) into[i] = from[rows[i] as number] as number;
    return into;
  };
  const ints = (from: Int32Array) => column(from, new Int32Array(rows.length));
  const bytes = (from: Uint8Array) => column(from, new Uint8Array(rows.length));
  const reals = (from: Float64Array) => column(from, new Float64Array(rows.length));
  const kept = <T>(map: ReadonlyMap<number, T>): ReadonlyMap<number, T> =>
    map.size === 0
      ? map
      : new Map(rows.flatMap((row, i) => (map.has(row) ? [[i, map.get(row) as T] as const] : [])));
  return {
    length: rows.length,
    party: ints(held.party),
    subject: ints(held.subject),
    right: bytes(held.right),
    low: reals(held.low),
    high: reals(held.high),
    flags: bytes(held.flags),
    conditional: bytes(held.conditional),
    leader: ints(held.leader),
    statement: ints(held.statement),
    because: kept(held.because),
    carried: kept(held.carried),
    extra: kept(held.extra),
  };
}
