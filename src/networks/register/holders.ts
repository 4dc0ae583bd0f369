import {
  BOARD,
  C_ABSENT,
  C_INDIRECT,
  C_UNKNOWN,
  type Compact,
  IDLE,
  KIND,
  SHARES,
  VOTES,
} from "./compact.ts";

/** The compact rows by company, those that count only: of company n, `start[n] … end[n] − 1`. */
export interface Holders {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly party: Int32Array;
  readonly bits: Uint8Array;
  readonly share: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Company → 1 where its record takes more than one statement a holding: worked out in full. */
  readonly odd: Uint8Array;
  /** Company → 1 where anything at all is on record of it on the day. */
  readonly recorded: Uint8Array;
}

const MOST_HOLDERS = 24;

/** Sorts the rows by company. Companies that say the same holding twice, or have many holders, become odd ones. */
export function holdersIn(rows: Compact, entities: number): Holders {
  const { start, order } = byCompany(rows, entities);
  const pick = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    if (order === null) return from.subarray(0, rows.length) as T;
    for (let i = 0; i < order.length; i++) to[i] = from[order[i] as number] as number;
    return to;
  };
  const party = pick(rows.party, new Int32Array(order === null ? 0 : rows.length));
  const bits = pick(rows.bits, new Uint8Array(order === null ? 0 : rows.length));
  const share = pick(rows.share, new Int32Array(order === null ? 0 : rows.length));
  const holders: Holders = {
    start,
    end: start.slice(1),
    party,
    bits,
    share,
    low: Float64Array.from(rows.low),
    high: Float64Array.from(rows.high),
    odd: rows.odd,
    recorded: new Uint8Array(entities),
  };
  for (let n = 0; n < entities; n++) {
    const [from, to] = [start[n] as number, start[n + 1] as number];
    if (from === to || holders.odd[n] === 1) continue;
    if (to - from > MOST_HOLDERS || saidTwice(holders, from, to)) holders.odd[n] = 1;
    else thin(holders, n, from, to);
  }
  return holders;
}

/** A counting sort by company; none where the rows are in that order already. */
function byCompany(rows: Compact, entities: number): { start: Int32Array; order: Int32Array | null } {
  const start = new Int32Array(entities + 1);
  let sorted = true;
  let before = -1;
  for (let i = 0; i < rows.length; i++) {
    const company = rows.subject[i] as number;
    start[company + 1] = (start[company + 1] as number) + 1;
    if (company < before) sorted = false;
    before = company;
  }
  for (let n = 0; n < entities; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  if (sorted) return { start, order: null };
  const next = start.slice();
  const order = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const company = rows.subject[i] as number;
    order[next[company] as number] = i;
    next[company] = (next[company] as number) + 1;
  }
  return { start, order };
}

/** Two statements of one holding: its value on the day takes both. */
function saidTwice({ party, bits }: Holders, from: number, to: number): boolean {
  const same = KIND | C_INDIRECT | C_UNKNOWN;
  for (let i = from; i < to; i++) {
    for (let j = from; j < i; j++) {
      if (party[i] === party[j] && (((bits[i] as number) ^ (bits[j] as number)) & same) === 0) return true;
    }
  }
  return false;
}

/** Moves what counts to the front: what holds on the day, is no declaration, and is no share where votes are stated. */
function thin(holders: Holders, n: number, from: number, to: number): void {
  const { party, bits, share, end, recorded, odd } = holders;
  let kept = from;
  let voters = 0;
  for (let i = from; i < to; i++) {
    const flags = bits[i] as number;
    if ((flags & C_ABSENT) !== 0) continue;
    recorded[n] = 1;
    if ((flags & C_INDIRECT) !== 0 || (flags & KIND) === IDLE) continue;
    if ((flags & KIND) === VOTES) voters++;
    party[kept] = party[i] as number;
    bits[kept] = flags;
    share[kept++] = share[i] as number;
  }
  if (voters > 0) kept = withoutAssumed(holders, from, kept);
  end[n] = kept;
  for (let i = from; i < kept; i++) {
    if (((bits[i] as number) & KIND) === BOARD) continue;
    for (let j = from; j < i; j++)
      if (party[i] === party[j] && ((bits[j] as number) & KIND) !== BOARD) odd[n] = 1;
  }
}

/** One share, one vote only where that holder has no statement of votes. */
function withoutAssumed({ party, bits, share }: Holders, from: number, to: number): number {
  let kept = from;
  for (let i = from; i < to; i++) {
    const flags = bits[i] as number;
    let stated = false;
    if ((flags & KIND) === SHARES) {
      for (let j = from; j < to; j++)
        if (party[j] === party[i] && ((bits[j] as number) & KIND) === VOTES) stated = true;
    }
    if (stated) continue;
    party[kept] = party[i] as number;
    bits[kept] = flags;
    share[kept++] = share[i] as number;
  }
  return kept;
}
