import { WHOLE } from "../../model/share.ts";
import {
  BOARD,
  C_ABSENT,
  C_INDIRECT,
  C_LOW_OPEN,
  C_POSSIBLE,
  C_UNKNOWN,
  type Compact,
  IDLE,
  KIND,
  SHARES,
  VOTES,
} from "./compact.ts";
import { ROW, rangesOf } from "./rows-by-range.ts";

/** The compact rows by company, those that count only: of company n, rows `start[n]` to `start[n + 1] − 1`. */
export interface Holders {
  readonly start: Int32Array;
  /** Row i: its party at 2i, its code at 2i + 1; a row is read in one go. */
  readonly rows: Int32Array;
  /** Code → what it says. */
  readonly bits: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Company → 1 where its record takes more than one statement a holding: worked out in full. */
  readonly odd: Uint8Array;
  /** Company → 1 where anything at all is on record of it on the day. */
  readonly recorded: Uint8Array;
}

const MOST_HOLDERS = 24;

/**
 * Sorts the rows by company, range by range, and keeps what counts. Companies that say the same holding twice, have many
 * holders, or whose holdings pass the whole, become odd ones.
 */
export function holdersIn({ parts, bits, low, high, odd }: Compact, entities: number): Holders {
  const count = parts.reduce((sum, { length }) => sum + length, 0);
  const holders: Holders = {
    start: new Int32Array(entities + 1),
    rows: new Int32Array(2 * count),
    bits: Uint8Array.from(bits),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    odd,
    recorded: new Uint8Array(entities),
  };
  let kept = 0;
  for (const [range, first, end] of rangesOf(entities)) {
    const pages = parts.flatMap((part) => part.take(range));
    const { start, rows } = byCompany(pages, first, end);
    for (let n = first; n < end; n++) {
      holders.start[n] = kept;
      kept = keep(holders, n, rows, start[n - first] as number, start[n - first + 1] as number, kept);
    }
  }
  holders.start[entities] = kept;
  return holders;
}

/** A counting sort of some rows by company, of companies `first` to before `end`: parties at even places, codes at odd ones. */
function byCompany(pages: readonly Int32Array[], first: number, end: number) {
  const start = new Int32Array(end - first + 1);
  for (const page of pages) {
    for (let i = 0; i < page.length; i += ROW) {
      const after = (page[i] as number) - first + 1;
      start[after] = (start[after] as number) + 1;
    }
  }
  for (let k = 0; k < end - first; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const next = start.slice();
  const rows = new Int32Array(2 * (start[end - first] as number));
  for (const page of pages) {
    for (let i = 0; i < page.length; i += ROW) {
      const k = (page[i] as number) - first;
      const at = next[k] as number;
      next[k] = at + 1;
      rows[2 * at] = page[i + 1] as number;
      rows[2 * at + 1] = page[i + 2] as number;
    }
  }
  return { start, rows };
}

/** Keeps what counts of the rows `from` to before `to` of a company, from row `kept` on; returns the next free row. */
function keep(holders: Holders, n: number, rows: Int32Array, from: number, to: number, kept: number): number {
  const { odd, bits } = holders;
  if (to === from || odd[n] === 1) return kept;
  if (to - from > MOST_HOLDERS || saidTwice(rows, bits, from, to)) {
    odd[n] = 1;
    return kept;
  }
  const last = thin(holders, n, rows, from, to, kept);
  if (passesWhole(holders, kept, last)) odd[n] = 1;
  return odd[n] === 1 ? kept : last;
}

/** Two statements of one holding: its value on the day takes both. */
function saidTwice(rows: Int32Array, bits: Uint8Array, from: number, to: number): boolean {
  const same = KIND | C_INDIRECT | C_UNKNOWN;
  for (let i = from; i < to; i++) {
    for (let j = from; j < i; j++) {
      if (rows[2 * i] !== rows[2 * j]) continue;
      const differ =
        (bits[rows[2 * i + 1] as number] as number) ^ (bits[rows[2 * j + 1] as number] as number);
      if ((differ & same) === 0) return true;
    }
  }
  return false;
}

/**
 * Copies what counts to row `kept` on: what holds on the day, is no declaration, and is no share where that holder's votes
 * are stated. Returns the next free row. A party with two blocks of votes makes the company an odd one.
 */
function thin(
  { rows, bits, recorded, odd }: Holders,
  n: number,
  all: Int32Array,
  from: number,
  to: number,
  kept: number,
): number {
  let at = kept;
  for (let i = from; i < to; i++) {
    const [party, code] = [all[2 * i] as number, all[2 * i + 1] as number];
    const flags = bits[code] as number;
    if ((flags & C_ABSENT) !== 0) continue;
    recorded[n] = 1;
    if ((flags & C_INDIRECT) !== 0 || (flags & KIND) === IDLE) continue;
    let place = at;
    if ((flags & KIND) !== BOARD) {
      for (let j = kept; j < at; j++) {
        const before = (bits[rows[2 * j + 1] as number] as number) & KIND;
        if (rows[2 * j] !== party || before === BOARD) continue;
        if (before === (flags & KIND)) odd[n] = 1;
        place = before === SHARES && (flags & KIND) === VOTES ? j : -1;
      }
    }
    if (place < 0) continue;
    rows[2 * place] = party;
    rows[2 * place + 1] = code;
    if (place === at) at++;
  }
  return at;
}

/** Whether the lower ends of what is certainly held come to more than all there is. */
function passesWhole({ rows, bits, low }: Holders, from: number, to: number): boolean {
  let [named, open] = [0, false];
  for (let i = from; i < to; i++) {
    const code = rows[2 * i + 1] as number;
    const flags = bits[code] as number;
    if ((flags & KIND) === BOARD || (flags & (C_UNKNOWN | C_POSSIBLE)) !== 0) continue;
    named += low[code] as number;
    open ||= (flags & C_LOW_OPEN) !== 0;
  }
  return named > WHOLE || (named === WHOLE && open);
}
