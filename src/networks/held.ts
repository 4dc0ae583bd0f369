import type { Clocks } from "../ask/question.ts";
import { csr } from "../graph/csr.ts";
import type { Day } from "../model/date.ts";
import { RIGHT_CODES } from "../model/rights.ts";
import { WHOLE } from "../model/share.ts";
import { knownStatements, type Reader } from "../store/port.ts";
import { type Said, valueOn } from "./value-on.ts";

/** Bits of `flags`. */
export const HELD_LOW_OPEN = 1;
export const HELD_HIGH_OPEN = 2;
/** Holds on the day for some reading of its dates only. */
export const HELD_POSSIBLE = 4;
export const HELD_DISPUTED = 8;
/** A figure read from "about". */
export const HELD_READING = 16;
export const HELD_INDIRECT = 32;
export const HELD_UNKNOWN_DIRECTNESS = 64;

/** What rare statements carry besides numbers. */
export interface HeldExtra {
  readonly class: string;
  readonly joint: string;
  readonly members: readonly number[];
  readonly reason: string;
}

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

const NO_DAY = -2_000_000_000;
const CODES = new Map(RIGHT_CODES.map((code, i) => [code as string, i]));
const NO_EXTRA: HeldExtra = { class: "", joint: "", members: [], reason: "" };

interface Raw {
  readonly length: number;
  readonly n: Int32Array;
  readonly subject: Int32Array;
  readonly party: Int32Array;
  readonly right: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bits: Int32Array;
  readonly fromLo: Int32Array;
  readonly fromHi: Int32Array;
  readonly toLo: Int32Array;
  readonly toHi: Int32Array;
  readonly stated: Int32Array;
  readonly leader: Int32Array;
}
interface RawText extends HeldExtra {
  readonly dispute: string;
}

/** Reads the interests known on a day and works out what each holding is worth on another (or the same). */
export async function heldOn(store: Reader, clocks: Clocks): Promise<HeldTable> {
  const raw = await readRaw(store, clocks.known);
  return resolveHeld(raw, await readText(store, clocks.known), clocks.asOf, clocks.carry);
}

/** Days on which what is held may change: every start, end and observation, and the day a carried value runs out. */
export async function momentsOf(
  store: Reader,
  clocks: Clocks,
  subjects: ReadonlySet<number>,
): Promise<Day[]> {
  const raw = await readRaw(store, clocks.known);
  const days = new Set<Day>();
  for (let i = 0; i < raw.length; i++) {
    if (!subjects.has(raw.subject[i] as number)) continue;
    const started = raw.fromLo[i] !== NO_DAY || raw.fromHi[i] !== NO_DAY;
    const bounds = started ? [raw.fromLo[i], raw.fromHi[i]] : [raw.stated[i]];
    if (((raw.bits[i] as number) & OBSERVATION) !== 0) bounds.push((bounds[0] as number) + clocks.carry + 1);
    for (const day of [...bounds, raw.toLo[i], raw.toHi[i]])
      if (day !== undefined && Math.abs(day) < -NO_DAY) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

const OBSERVATION = 256;
const RARE = 512;

async function readRaw(store: Reader, known: Day | null): Promise<Raw> {
  const codes = RIGHT_CODES.map((code, i) => `WHEN '${code}' THEN ${i}`).join(" ");
  const bit = (condition: string, value: number) => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
  const day = (column: string) => `coalesce(${column}, ${NO_DAY})`;
  const { length, column } = await store.columns(
    `SELECT n, subject, coalesce(object, -1) AS party,
       CASE interest_type ${codes} ELSE ${CODES.get("unknownInterest")} END AS kind_of_right,
       CAST(coalesce(low, 0) AS DOUBLE) AS low, CAST(coalesce(high, ${WHOLE}) AS DOUBLE) AS high,
       ${bit("low_open", HELD_LOW_OPEN)} + ${bit("high_open", HELD_HIGH_OPEN)}
         + ${bit("direct = 'indirect'", HELD_INDIRECT)} + ${bit("direct = 'unknown'", HELD_UNKNOWN_DIRECTNESS)}
         + ${bit("share_text LIKE 'about%'", HELD_READING)} + ${bit("basis = 'observation'", OBSERVATION)}
         + ${bit("class <> '' OR joint <> '' OR members <> '' OR reason <> '' OR dispute <> ''", RARE)}
         + ${bit("conditional = 'yes'", 1024)} + ${bit("conditional = 'holder'", 2048)} AS bits,
       ${day("from_lo")} AS from_lo, ${day("from_hi")} AS from_hi, ${day("to_lo")} AS to_lo, ${day("to_hi")} AS to_hi,
       ${day("stated")} AS stated, coalesce(leader, -1) AS leader
     FROM ${knownStatements(known)} WHERE kind = 'interest' AND subject IS NOT NULL`,
    {
      n: "int32",
      subject: "int32",
      party: "int32",
      kind_of_right: "int32",
      low: "float64",
      high: "float64",
      bits: "int32",
      from_lo: "int32",
      from_hi: "int32",
      to_lo: "int32",
      to_hi: "int32",
      stated: "int32",
      leader: "int32",
    },
  );
  const ints = (name: keyof typeof column) => column[name] as Int32Array;
  return {
    length,
    n: ints("n"),
    subject: ints("subject"),
    party: ints("party"),
    right: ints("kind_of_right"),
    low: column.low as Float64Array,
    high: column.high as Float64Array,
    bits: ints("bits"),
    fromLo: ints("from_lo"),
    fromHi: ints("from_hi"),
    toLo: ints("to_lo"),
    toHi: ints("to_hi"),
    stated: ints("stated"),
    leader: ints("leader"),
  };
}

async function readText(store: Reader, known: Day | null): Promise<Map<number, RawText>> {
  const { length, column } = await store.columns(
    `SELECT n, class, joint, members, reason, dispute FROM ${knownStatements(known)}
     WHERE kind = 'interest' AND (class <> '' OR joint <> '' OR members <> '' OR reason <> '' OR dispute <> '')`,
    { n: "int32", class: "text", joint: "text", members: "text", reason: "text", dispute: "text" },
  );
  const text = (name: keyof typeof column, i: number) => (column[name] as readonly string[])[i] ?? "";
  const rare = new Map<number, RawText>();
  for (let i = 0; i < length; i++) {
    const members = text("members", i)
      .split("|")
      .filter((m) => m !== "")
      .map(Number);
    rare.set((column.n as Int32Array)[i] as number, {
      class: text("class", i),
      joint: text("joint", i),
      members,
      reason: text("reason", i),
      dispute: text("dispute", i),
    });
  }
  return rare;
}

/** Groups statements into holdings and takes each one's value on the day. Most holdings are one plain period. */
function resolveHeld(raw: Raw, texts: ReadonlyMap<number, RawText>, day: Day, carry: number): HeldTable {
  const out = emptyTable(raw.length);
  const companies = raw.subject.reduce((most, s) => Math.max(most, s), -1) + 1;
  const { start, order } = csr(companies, raw.subject);
  const keyOf = (i: number) => holdingKey(raw, texts, i);
  for (let company = 0; company < companies; company++) {
    const rows = order.subarray(start[company], start[company + 1]);
    if (rows.length === 0) continue;
    if (rows.length === 1) {
      resolveOne(out, raw, texts, [rows[0] as number], day, carry);
      continue;
    }
    const groups = new Map<string, number[]>();
    for (const i of rows) {
      const key = keyOf(i);
      const group = groups.get(key);
      if (group) group.push(i);
      else groups.set(key, [i]);
    }
    for (const group of groups.values()) resolveOne(out, raw, texts, group, day, carry);
  }
  return out;
}

/** The same holding: same party, subject, right, class; concerts also by their members, declared apart from direct. */
function holdingKey(raw: Raw, texts: ReadonlyMap<number, RawText>, i: number): string {
  const bits = raw.bits[i] as number;
  const directness = bits & (HELD_INDIRECT | HELD_UNKNOWN_DIRECTNESS);
  const key = `${raw.party[i]} ${raw.right[i]} ${directness} ${raw.leader[i]}`;
  if ((bits & RARE) === 0) return raw.party[i] === -1 ? `${key} ${raw.n[i]}` : key;
  const text = texts.get(raw.n[i] as number);
  const apart = raw.party[i] === -1 ? raw.n[i] : "";
  return `${key} ${text?.class ?? ""}\u0000${text?.joint ?? ""}\u0000${text?.members.join("|") ?? ""} ${apart}`;
}

function resolveOne(
  out: Growing,
  raw: Raw,
  texts: ReadonlyMap<number, RawText>,
  group: readonly number[],
  day: Day,
  carry: number,
): void {
  const first = group[0] as number;
  const bits = raw.bits[first] as number;
  if (group.length === 1 && (bits & (OBSERVATION | RARE)) === 0) {
    const presence = plainPresence(raw, first, day);
    if (presence !== 0)
      append(
        out,
        raw,
        first,
        raw.low[first] as number,
        raw.high[first] as number,
        bits | (presence === 1 ? HELD_POSSIBLE : 0),
      );
    return;
  }
  const held = valueOn(
    group.map((i) => saidOf(raw, texts, i)),
    day,
    carry,
  );
  if (held === null) return;
  const byOrdinal = new Map(group.map((i) => [raw.n[i] as number, i]));
  const shown = byOrdinal.get(held.because[0] as number) ?? first;
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
  const text = texts.get(raw.n[shown] as number);
  if (text) out.extra.set(row, text);
}

/** 2 certainly holds, 1 for some reading of its dates, 0 not. */
function plainPresence(raw: Raw, i: number, day: Day): 0 | 1 | 2 {
  const unknownStart = raw.fromLo[i] === NO_DAY && raw.fromHi[i] === NO_DAY;
  const startLo = raw.fromLo[i] as number;
  const startHi = (unknownStart ? raw.stated[i] : raw.fromHi[i]) as number;
  if (startLo > day) return 0;
  if (raw.toHi[i] !== NO_DAY && (raw.toHi[i] as number) <= day) return 0;
  const mayHaveEnded = raw.toHi[i] !== NO_DAY && (raw.toLo[i] === NO_DAY || (raw.toLo[i] as number) <= day);
  return startHi > day || mayHaveEnded ? 1 : 2;
}

function saidOf(raw: Raw, texts: ReadonlyMap<number, RawText>, i: number): Said {
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
    dispute: texts.get(raw.n[i] as number)?.dispute ?? "",
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

function append(out: Growing, raw: Raw, i: number, low: number, high: number, bits: number): number {
  const row = out.length++;
  out.party[row] = raw.party[i] as number;
  out.subject[row] = raw.subject[i] as number;
  out.right[row] = raw.right[i] as number;
  out.low[row] = low;
  out.high[row] = high;
  out.flags[row] = bits & 127;
  out.conditional[row] = (bits & 2048) !== 0 ? 2 : (bits & 1024) !== 0 ? 1 : 0;
  out.leader[row] = raw.leader[i] as number;
  out.statement[row] = raw.n[i] as number;
  return row;
}

/** Statement ordinals behind a row. */
export const becauseOf = (held: HeldTable, row: number): readonly number[] =>
  held.because.get(row) ?? [held.statement[row] as number];

export const extraOf = (held: HeldTable, row: number): HeldExtra => held.extra.get(row) ?? NO_EXTRA;
