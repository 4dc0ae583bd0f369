import { ALONE, HIGH_OPEN, LOW_OPEN } from "../../graph/control.ts";
import { type Csr, csr } from "../../graph/csr.ts";
import type { EndSearch } from "../../graph/end-search.ts";
import { WHOLE } from "../../model/share.ts";
import type { VoteRange } from "../controllers.ts";
import type { NetworkEnd } from "../ownership.ts";
import { BOARD, C_HIGH_OPEN, C_LOW_OPEN, C_POSSIBLE, C_UNKNOWN, KIND } from "./compact.ts";
import type { Register } from "./register.ts";

/** Whom a search last reached. */
export type Reached = Pick<EndSearch, "reached">;

/** What the parties two searches last reached have of the votes in a company, read from its holdings. */
export class GroupVotes {
  readonly #register: Register;
  readonly #lower: Reached;
  readonly #upper: Reached;
  readonly #lowerBlocks: Csr;
  readonly #upperBlocks: Csr;
  readonly #sum = new Sum();

  constructor(register: Register, lower: Reached, upper: Reached) {
    this.#register = register;
    this.#lower = lower;
    this.#upper = upper;
    const { own } = register;
    const ballots = own.upper.network.company.length;
    this.#lowerBlocks = csr(ballots, own.lower.holds.head);
    this.#upperBlocks = csr(ballots, own.upper.holds.head);
  }

  /** Both ends of the last answer of `take`. */
  lowValue = 0;
  lowOpen = false;
  highValue = 0;
  highOpen = false;

  /** Least by the lower search's source and all it controls, most by the upper's; null where no votes are on record. */
  of(company: number): VoteRange | null {
    if (!this.take(company)) return null;
    return {
      low: { value: this.lowValue, open: this.lowOpen },
      high: { value: this.highValue, open: this.highOpen },
    };
  }

  /** The same into `lowValue` … `highOpen`, making nothing; false where no votes are on record. */
  take(company: number): boolean {
    const { holders, entities } = this.#register;
    return company < entities && holders.odd[company] === 0 ? this.#plain(company) : this.#counted(company);
  }

  #plain(company: number): boolean {
    const { start, rows, bits, low, high } = this.#register.holders;
    const sum = this.#sum;
    sum.clear();
    let voters = 0;
    const to = 2 * (start[company + 1] as number);
    for (let i = 2 * (start[company] as number); i < to; i += 2) {
      const [party, code] = [rows[i] as number, rows[i + 1] as number];
      const flags = bits[code] as number;
      if ((flags & KIND) === BOARD) continue;
      voters++;
      const sure = (flags & C_POSSIBLE) === 0;
      const least = sure ? (low[code] as number) : 0;
      const open = sure && (flags & C_LOW_OPEN) !== 0;
      const alone = (flags & C_UNKNOWN) !== 0;
      if (!alone) sum.name(least, open);
      if (this.#lower.reached(party)) sum.least(least, open, alone);
      if (this.#upper.reached(party))
        sum.most(least, open, high[code] as number, (flags & C_HIGH_OPEN) !== 0, alone);
    }
    this.lowValue = sum.low();
    this.lowOpen = sum.lowIsOpen(this.lowValue);
    this.highValue = sum.high(0);
    this.highOpen = sum.highIsOpen(this.highValue, 0, false);
    return voters > 0;
  }

  #counted(company: number): boolean {
    const { own, view } = this.#register;
    let first = true;
    for (const ballot of view.ballotsOf(company)) {
      const sum = this.#sum;
      sum.clear();
      const net = own.upper.network;
      sum.named = net.namedLow[ballot] as number;
      sum.namedOpen = net.namedOpen[ballot] as number;
      eachBlock(own.lower, this.#lowerBlocks, ballot, (holder, low, flags) => {
        if (this.#lower.reached(holder)) sum.least(low, (flags & LOW_OPEN) !== 0, (flags & ALONE) !== 0);
      });
      eachBlock(own.upper, this.#upperBlocks, ballot, (holder, low, flags, high) => {
        if (this.#upper.reached(holder))
          sum.most(low, (flags & LOW_OPEN) !== 0, high, (flags & HIGH_OPEN) !== 0, (flags & ALONE) !== 0);
      });
      const treasury = net.treasuryLow[ballot] as number;
      const [low, high] = [sum.low(), sum.high(treasury)];
      const lowOpen = sum.lowIsOpen(low);
      if (first || low < this.lowValue || (low === this.lowValue && !lowOpen)) {
        this.lowValue = low;
        this.lowOpen = lowOpen;
      }
      const highOpen = sum.highIsOpen(high, treasury, net.treasuryOpen[ballot] === 1);
      if (first || high > this.highValue || (high === this.highValue && !highOpen)) {
        this.highValue = high;
        this.highOpen = highOpen;
      }
      first = false;
    }
    return !first;
  }
}

function eachBlock(
  { holds }: NetworkEnd,
  { start, order }: Csr,
  ballot: number,
  visit: (holder: number, low: number, flags: number, high: number) => void,
): void {
  for (let i = start[ballot] as number; i < (start[ballot + 1] as number); i++) {
    const e = order[i] as number;
    visit(holds.tail[e] as number, holds.low[e] as number, holds.flags[e] as number, holds.high[e] as number);
  }
}

/** Both ends of what a group has of one ballot, holding by holding (`ControlSearch.leastOf` and `mostOf` say the rule). */
class Sum {
  named = 0;
  namedOpen = 0;
  #low = 0;
  #lowOpen = 0;
  #alone = 0;
  #aloneOpen = false;
  #inLow = 0;
  #inOpen = 0;
  #high = 0;
  #highOpen = 0;
  #aloneHigh = 0;
  #aloneHighOpen = false;

  clear(): void {
    this.named = this.namedOpen = this.#low = this.#lowOpen = this.#alone = 0;
    this.#inLow = this.#inOpen = this.#high = this.#highOpen = this.#aloneHigh = 0;
    this.#aloneOpen = this.#aloneHighOpen = false;
  }

  name(low: number, open: boolean): void {
    this.named += low;
    if (open) this.namedOpen++;
  }

  least(low: number, open: boolean, alone: boolean): void {
    if (!alone) {
      this.#low += low;
      if (open) this.#lowOpen++;
    } else if (low > this.#alone) {
      this.#alone = low;
      this.#aloneOpen = open;
    } else if (low === this.#alone && open) this.#aloneOpen = true;
  }

  most(low: number, open: boolean, high: number, highOpen: boolean, alone: boolean): void {
    if (alone) {
      if (high > this.#aloneHigh) {
        this.#aloneHigh = high;
        this.#aloneHighOpen = highOpen;
      } else if (high === this.#aloneHigh) this.#aloneHighOpen &&= highOpen;
    } else {
      this.#inLow += low;
      if (open) this.#inOpen++;
    }
    this.#high = Math.min(WHOLE, this.#high + high);
    if (highOpen) this.#highOpen++;
  }

  low(): number {
    return Math.max(this.#low, this.#alone);
  }

  lowIsOpen(value: number): boolean {
    return (this.#low === value && this.#lowOpen > 0) || (this.#alone === value && this.#aloneOpen);
  }

  high(treasuryLow: number): number {
    const left = WHOLE - treasuryLow - (this.named - this.#inLow);
    return Math.max(0, Math.min(this.#high, left), this.#aloneHigh);
  }

  highIsOpen(value: number, treasuryLow: number, treasuryOpen: boolean): boolean {
    const left = WHOLE - treasuryLow - (this.named - this.#inLow);
    const summed = Math.max(0, Math.min(this.#high, left));
    if (this.#aloneHigh > summed) return this.#aloneHighOpen;
    const leftOpen = this.namedOpen - this.#inOpen > 0 || treasuryOpen;
    const open = (this.#high === value && this.#highOpen > 0) || (left === value && leftOpen);
    return open && (this.#aloneHigh < summed || this.#aloneHighOpen);
  }
}
