import { csr } from "../graph/csr.ts";
import type { Day } from "../model/date.ts";
import {
  CONDITIONAL,
  HELD_DISPUTED,
  HELD_HIGH_OPEN,
  HELD_INDIRECT,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_READING,
  HELD_UNKNOWN_DIRECTNESS,
  type HeldExtra,
  type Interests,
  NO_DAY,
  OBSERVATION,
  OWN_CONDITION,
  RARE,
} from "./interests.ts";
import { type Held, type Said, valueOn } from "./value-on.ts";

/**
 * Every interest that holds on a day, one row a holding (same party, subject, right, class), as flat columns.
 * `party` is −1 where the source does not name it; `low` and `high` are share units; `statement` the ordinal of the
 * first statement behind the row, `because` has the rest where there are several.
 */
export interface HeldTable {
  readonly length: number;
  readonly party: Int32Array;
  readonly subject: Int32Array;
  /** Index into RIGHT_CODES. */
  readonly right: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly flags: Uint8Array;
  /** 0 unconditional, 1 conditional, 2 the condition lies in the holder's own hands. */
  readonly conditional: Uint8Array;
  /** Who decides (a concert) or for whom it is held (a nominee); −1 for nobody named. */
  readonly leader: Int32Array;
  readonly statement: Int32Array;
  readonly because: ReadonlyMap<number, readonly number[]>;
  /** Days a value was carried, where it was. */
  readonly carried: ReadonlyMap<number, number>;
  readonly extra: ReadonlyMap<number, HeldExtra>;
}
/** Whether a holding counts at its lower end: it surely holds on the day, and on no condition. */
export const isSure = (held: HeldTable, row: number): boolean =>
  ((held.flags[row] as number) & HELD_POSSIBLE) === 0 && held.conditional[row] !== 1;

const NO_EXTRA: HeldExtra = { class: "", joint: "", members: [], reason: "" };

/** Groups statements into holdings and takes each one's value on the day. Most holdings are one plain period. */
export function heldOn(raw: Interests, day: Day, carry: number): HeldTable {
  const out = emptyTable(raw.length);
  const companies = raw.subject.reduce((most, s) => Math.max(most, s), -1) + 1;
  const { start, order } = csr(companies, raw.subject);
  const keyOf = (i: number) => holdingKey(raw, i);
  for (let company = 0; company < companies; company++) {
    if (start[company] === start[company + 1]) continue;
    const rows = order.subarray(start[company], start[company + 1]);
    if (apart(raw, rows)) {
      for (const i of rows) putOne(out, raw, [i], day, carry);
      continue;
    }
    const groups = new Map<string, number[]>();
    for (const i of rows) {
      const key = keyOf(i);
      const group = groups.get(key);
      if (group) group.push(i);
      else groups.set(key, [i]);
    }
    if (groups.size === rows.length) for (const group of groups.values()) putOne(out, raw, group, day, carry);
    else putInOrder(out, raw, [...groups.values()], day, carry);
  }
  return out;
}

const MOST_COMPARED = 64;

/** Of different parties, or of nobody named, throughout: no two can be the same holding. */
function apart({ party }: Interests, rows: Int32Array): boolean {
  if (rows.length > MOST_COMPARED) return false;
  for (let i = 1; i < rows.length; i++) {
    const mine = party[rows[i] as number] as number;
    for (let j = 0; j < i && mine >= 0; j++) if (party[rows[j] as number] === mine) return false;
  }
  return true;
}

/** The same holding: same party, subject, right, class; concerts also by their members, declared apart from direct. */
function holdingKey(raw: Interests, i: number): string {
  const bits = raw.bits[i] as number;
  const directness = bits & (HELD_INDIRECT | HELD_UNKNOWN_DIRECTNESS);
  const key = `${raw.party[i]} ${raw.right[i]} ${directness} ${raw.leader[i]}`;
  const apart = raw.party[i] === -1 ? ` ${raw.n[i]}` : "";
  const text = (bits & RARE) === 0 ? undefined : raw.texts.get(raw.n[i] as number);
  const more = text ? `${text.class}\u0000${text.joint}\u0000${text.members.join("|")}` : "";
  return `${key}${apart} ${more === "\u0000\u0000" ? "" : more}`;
}

/** Rows stand in the order of the statements shown for them: one that says nothing of the day moves nothing. */
function putInOrder(
  out: Growing,
  raw: Interests,
  groups: readonly (readonly number[])[],
  day: Day,
  carry: number,
): void {
  const found = groups.flatMap((group) => {
    const held = worthOn(raw, group, day, carry);
    return held === null ? [] : [{ held, shown: shownOf(raw, group, held) }];
  });
  for (const { held, shown } of found.sort((a, b) => a.shown - b.shown)) put(out, raw, shown, held);
}

function putOne(out: Growing, raw: Interests, group: readonly number[], day: Day, carry: number): void {
  const [first] = group as [number];
  const bits = raw.bits[first] as number;
  if (group.length === 1 && (bits & (OBSERVATION | RARE)) === 0) {
    const presence = plainPresence(raw, first, day);
    const flags = bits | (presence === 1 ? HELD_POSSIBLE : 0);
    if (presence !== 0) append(out, raw, first, raw.low[first] as number, raw.high[first] as number, flags);
    return;
  }
  const held = worthOn(raw, group, day, carry);
  if (held !== null) put(out, raw, shownOf(raw, group, held), held);
}

const worthOn = (raw: Interests, group: readonly number[], day: Day, carry: number) =>
  valueOn(
    group.map((i) => saidOf(raw, i)),
    day,
    carry,
  );

const shownOf = (raw: Interests, group: readonly number[], held: Held): number =>
  group.find((i) => raw.n[i] === held.because[0]) ?? (group[0] as number);

function put(out: Growing, raw: Interests, shown: number, held: Held): void {
  const flags =
    ((raw.bits[shown] as number) & ~(HELD_LOW_OPEN | HELD_HIGH_OPEN | HELD_READING)) |
    (held.share.lowOpen ? HELD_LOW_OPEN : 0) |
    (held.share.highOpen ? HELD_HIGH_OPEN : 0) |
    (held.share.reading ? HELD_READING : 0) |
    (held.disputed ? HELD_DISPUTED : 0) |
    (held.presence === "possible" ? HELD_POSSIBLE : 0);
  const row = append(out, raw, shown, held.share.low, held.share.high, flags);
  if (held.because.length > 1) out.because.set(row, held.because);
  if (held.carried !== null) out.carried.set(row, held.carried);
  const text = raw.texts.get(raw.n[shown] as number);
  if (text) out.extra.set(row, text);
}

/** 2 certainly holds, 1 for some reading of its dates, 0 not. */
function plainPresence(raw: Interests, i: number, day: Day): 0 | 1 | 2 {
  const unknownStart = raw.fromLo[i] === NO_DAY && raw.fromHi[i] === NO_DAY;
  const startLo = raw.fromLo[i] as number;
  const startHi = (unknownStart ? raw.stated[i] : raw.fromHi[i]) as number;
  if (startLo > day) return 0;
  if (raw.toHi[i] !== NO_DAY && (raw.toHi[i] as number) <= day) return 0;
  const mayHaveEnded = raw.toHi[i] !== NO_DAY && (raw.toLo[i] === NO_DAY || (raw.toLo[i] as number) <= day);
  return startHi > day || mayHaveEnded ? 1 : 2;
}

function saidOf(raw: Interests, i: number): Said {
  const bits = raw.bits[i] as number;
  const infinite = (day: number | undefined) =>
    day === NO_DAY || day === undefined ? Number.NEGATIVE_INFINITY : day;
  const unknownStart = raw.fromLo[i] === NO_DAY && raw.fromHi[i] === NO_DAY;
  const end = raw.toHi[i] === NO_DAY ? null : { lo: infinite(raw.toLo[i]), hi: raw.toHi[i] as number };
  const stated = raw.stated[i] as number;
  const observation = (bits & OBSERVATION) !== 0;
  const unknown = observation
    ? { lo: Math.min(stated, end?.hi ?? stated), hi: Math.min(stated, end?.hi ?? stated) }
    : { lo: Number.NEGATIVE_INFINITY, hi: stated };
  return {
    n: raw.n[i] as number,
    share: {
      low: raw.low[i] as number,
      high: raw.high[i] as number,
      lowOpen: (bits & HELD_LOW_OPEN) !== 0,
      highOpen: (bits & HELD_HIGH_OPEN) !== 0,
      reading: (bits & HELD_READING) !== 0,
    },
    start: unknownStart ? unknown : { lo: infinite(raw.fromLo[i]), hi: raw.fromHi[i] as number },
    end,
    observation,
    dispute: raw.texts.get(raw.n[i] as number)?.dispute ?? "",
  };
}

type Growing = HeldTable & {
  length: number;
  because: Map<number, readonly number[]>;
  carried: Map<number, number>;
  extra: Map<number, HeldExtra>;
};

function emptyTable(most: number): Growing {
  return {
    length: 0,
    party: new Int32Array(most),
    subject: new Int32Array(most),
    right: new Uint8Array(most),
    low: new Float64Array(most),
    high: new Float64Array(most),
    flags: new Uint8Array(most),
    conditional: new Uint8Array(most),
    leader: new Int32Array(most),
    statement: new Int32Array(most),
    because: new Map(),
    carried: new Map(),
    extra: new Map(),
  };
}

function append(out: Growing, raw: Interests, i: number, low: number, high: number, bits: number): number {
  const row = out.length++;
  out.party[row] = raw.party[i] as number;
  out.subject[row] = raw.subject[i] as number;
  out.right[row] = raw.right[i] as number;
  out.low[row] = low;
  out.high[row] = high;
  out.flags[row] = bits & 127;
  out.conditional[row] = (bits & OWN_CONDITION) !== 0 ? 2 : (bits & CONDITIONAL) !== 0 ? 1 : 0;
  out.leader[row] = raw.leader[i] as number;
  out.statement[row] = raw.n[i] as number;
  return row;
}

/** Statement ordinals behind a row. */
export const becauseOf = (held: HeldTable, row: number): readonly number[] =>
  held.because.get(row) ?? [held.statement[row] as number];

export const extraOf = (held: HeldTable, row: number): HeldExtra => held.extra.get(row) ?? NO_EXTRA;
