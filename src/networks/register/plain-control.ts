import { ALONE, HIGH_OPEN, LOW_OPEN } from "../../graph/control.ts";
import { WHOLE } from "../../model/share.ts";
import { BOARD, C_HIGH_OPEN, C_LOW_OPEN, C_POSSIBLE, C_UNKNOWN, KIND } from "./compact.ts";
import type { Growing } from "./growing.ts";
import type { Holders } from "./holders.ts";

/** What the three networks of a register grow from; `alone`: what one unnamed party with every unnamed rest has besides. */
export interface Ends {
  readonly lower: Growing;
  readonly upper: Growing;
  readonly alone: Growing;
}

/**
 * Adds the control in plain companies, decided as far as it can be: a holding that wins by itself is a right, holdings
 * that cannot win together are nothing, only the rest are counted (`graph/reduce.ts` says why this changes nothing).
 */
export class PlainControl {
  readonly #holders: Holders;
  readonly #ends: Ends;
  readonly #phantom: number;
  readonly #bits: Uint8Array;
  /** Code → the lower end that counts for certain, and whether it wins by itself. */
  readonly #sure: Float64Array;
  readonly #wins: Uint8Array;
  /** Whether any votes were on record in the company added last. */
  votes = false;
  #named = 0;
  #namedOpen = 0;

  constructor(holders: Holders, ends: Ends, phantom: number) {
    this.#holders = holders;
    this.#ends = ends;
    this.#phantom = phantom;
    this.#bits = holders.bits;
    this.#sure = holders.low.map((low, code) =>
      ((holders.bits[code] as number) & C_POSSIBLE) !== 0 ? 0 : low,
    );
    this.#wins = Uint8Array.from(this.#sure, (low, code) => {
      const open = ((holders.bits[code] as number) & C_LOW_OPEN) !== 0;
      const sure = ((holders.bits[code] as number) & C_POSSIBLE) === 0;
      return sure && (2 * low > WHOLE || (2 * low === WHOLE && open)) ? 1 : 0;
    });
  }

  /** Adds one company. */
  add(n: number): void {
    const { start, rows } = this.#holders;
    const [from, to] = [2 * (start[n] as number), 2 * (start[n + 1] as number)];
    let [named, namedOpen, voters] = [0, 0, 0];
    for (let i = from; i < to; i += 2) {
      const code = rows[i + 1] as number;
      const flags = this.#bits[code] as number;
      if ((flags & KIND) === BOARD) continue;
      voters++;
      if ((flags & (C_UNKNOWN | C_POSSIBLE)) !== 0) continue;
      named += this.#sure[code] as number;
      if ((flags & C_LOW_OPEN) !== 0) namedOpen++;
    }
    this.#named = named;
    this.#namedOpen = namedOpen;
    if (voters < (to - from) / 2) this.#boards(n, from, to);
    this.votes = voters > 0;
    if (voters === 0) return;
    this.#lower(n, from, to);
    this.#upper(n, from, to);
  }

  #boards(n: number, from: number, to: number): void {
    const { rows, high } = this.#holders;
    for (let i = from; i < to; i += 2) {
      const code = rows[i + 1] as number;
      if (((this.#bits[code] as number) & KIND) !== BOARD || high[code] === 0) continue;
      this.#ends.upper.right(rows[i] as number, n);
      if (this.#wins[code] === 1) this.#ends.lower.right(rows[i] as number, n);
    }
  }

  #lower(n: number, from: number, to: number): void {
    const { rows, high } = this.#holders;
    const { lower } = this.#ends;
    let [sum, open, decided] = [0, false, false];
    for (let i = from; i < to; i += 2) {
      const code = rows[i + 1] as number;
      const flags = this.#bits[code] as number;
      if ((flags & KIND) === BOARD) continue;
      if (this.#wins[code] === 1) {
        lower.right(rows[i] as number, n);
        decided ||= (flags & C_UNKNOWN) === 0;
      } else if ((flags & (C_UNKNOWN | C_POSSIBLE)) === 0) {
        sum += this.#sure[code] as number;
        open ||= (flags & C_LOW_OPEN) !== 0;
      }
    }
    if (decided || 2 * sum < WHOLE || (2 * sum === WHOLE && !open)) return;
    const ballot = lower.ballot(n, sum, open ? 1 : 0);
    for (let i = from; i < to; i += 2) {
      const code = rows[i + 1] as number;
      const flags = this.#bits[code] as number;
      if ((flags & KIND) === BOARD || (flags & (C_POSSIBLE | C_UNKNOWN)) !== 0 || this.#wins[code] === 1)
        continue;
      const bits = (flags & C_LOW_OPEN) !== 0 ? LOW_OPEN : 0;
      lower.hold(rows[i] as number, ballot, this.#sure[code] as number, high[code] as number, bits);
    }
  }

  #upper(n: number, from: number, to: number): void {
    const { rows, high } = this.#holders;
    const { upper, alone } = this.#ends;
    const rest = WHOLE - this.#named;
    let [most, inLow, several] = [0, 0, false];
    for (let i = from; i < to; i += 2) {
      const code = rows[i + 1] as number;
      const flags = this.#bits[code] as number;
      if ((flags & KIND) === BOARD) continue;
      if (this.#mayWin(code)) upper.right(rows[i] as number, n);
      else {
        most += high[code] as number;
        if ((flags & (C_UNKNOWN | C_POSSIBLE)) === 0) inLow += this.#sure[code] as number;
        several = true;
      }
    }
    const wins = (votes: number, inside: number) => 2 * Math.min(votes, rest + inside) > WHOLE;
    if (several && wins(most, inLow)) this.#ballot(n, from, to, upper);
    if (wins(rest, 0)) alone.right(this.#phantom, n);
    else if (rest > 0 && several && wins(most + rest, inLow))
      alone.hold(this.#phantom, this.#ballot(n, from, to, alone), 0, rest, 0);
  }

  /** Whether one holding may be more than half, the lower ends of the others left out of the whole. */
  #mayWin(code: number): boolean {
    const flags = this.#bits[code] as number;
    const high = this.#holders.high[code] as number;
    if (2 * high <= WHOLE) return false;
    if ((flags & C_UNKNOWN) !== 0) return true;
    return 2 * (WHOLE - this.#named + (this.#sure[code] as number)) > WHOLE;
  }

  #ballot(n: number, from: number, to: number, into: Growing): number {
    const { rows, high } = this.#holders;
    const ballot = into.ballot(n, this.#named, this.#namedOpen);
    for (let i = from; i < to; i += 2) {
      const code = rows[i + 1] as number;
      const flags = this.#bits[code] as number;
      if ((flags & KIND) === BOARD || this.#mayWin(code)) continue;
      const open = (flags & (C_POSSIBLE | C_LOW_OPEN)) === C_LOW_OPEN;
      const bits =
        (open ? LOW_OPEN : 0) |
        ((flags & C_HIGH_OPEN) !== 0 ? HIGH_OPEN : 0) |
        ((flags & C_UNKNOWN) !== 0 ? ALONE : 0);
      into.hold(rows[i] as number, ballot, this.#sure[code] as number, high[code] as number, bits);
    }
    return ballot;
  }
}
