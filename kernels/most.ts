import { ALONE, MAY_COUNT } from "./flags";
import {
  BALLOT,
  COMPANY,
  COUNT,
  figure,
  HOLD_BALLOT,
  HOLD_FLAGS,
  HOLD_HIGH,
  HOLD_LOW,
  MOVED,
  NAMED_LOW,
  summed,
  sumUp,
  TREASURY_HIGH,
  TREASURY_LOW,
  WHOLE,
  word,
} from "./memory";

/** A vote count at the upper end: what the group has of it in a run, and what is fixed. */
@unmanaged
export class MostBallot {
  low: f64;
  high: f64;
  aloneHigh: f64;
  treasuryLow: f64;
  treasuryHigh: f64;
  /** The lower ends of all its named holdings. */
  named: f64;
  run: i32;
  company: i32;

  /** Reads what is fixed of the b-th. */
  read(b: i32): void {
    this.company = load<i32>(word(COMPANY, b));
    this.treasuryLow = load<f64>(figure(TREASURY_LOW, b));
    this.treasuryHigh = load<f64>(figure(TREASURY_HIGH, b));
    this.named = load<f64>(figure(NAMED_LOW, b));
  }

  /** What is left by the lower ends outside goes to the group first, then to the treasury. */
  wins(inLow: f64, high: f64): bool {
    const left = WHOLE - (this.named - inLow);
    const votes = Math.min(high, left - this.treasuryLow);
    return 2 * votes + Math.min(this.treasuryHigh, left - votes) > WHOLE;
  }

  /** A holding that is not summed may be the same votes as somebody else's, so nobody's lower end narrows it. */
  winsAlone(high: f64): bool {
    return 2 * high + this.treasuryHigh > WHOLE;
  }

  won(): bool {
    return this.wins(this.low, this.high) || this.winsAlone(this.aloneHigh);
  }

  add(low: f64, high: f64, alone: bool): void {
    this.high = Math.min(WHOLE, this.high + high);
    if (!alone) this.low += low;
  }

  /** The company that a holding decides by itself, or what becomes of it; what does not decide is added up. */
  fate(e: i32): i32 {
    const low = load<f64>(figure(HOLD_LOW, e));
    const high = load<f64>(figure(HOLD_HIGH, e));
    const alone = (load<u8>(HOLD_FLAGS + e) & ALONE) !== 0;
    if (this.wins(alone ? 0 : low, high) || (alone && this.winsAlone(high))) return this.company;
    sumUp(changetype<usize>(this) + offsetof<MostBallot>("high"), high);
    if (!alone) sumUp(changetype<usize>(this) + offsetof<MostBallot>("low"), low);
    return MAY_COUNT;
  }

  /** Whether it has still to be counted: all that was added up wins it together. */
  kept(): bool {
    const low = summed(changetype<usize>(this) + offsetof<MostBallot>("low"));
    const high = summed(changetype<usize>(this) + offsetof<MostBallot>("high"));
    return this.wins(low, Math.min(WHOLE, high));
  }

  /** There is no other to follow. */
  follow(): void {}
}

/** A block of votes at the upper end. */
@unmanaged
export class MostHolding {
  low: f64;
  high: f64;
  ballot: i32;
  flags: i32;

  read(e: i32): void {
    this.low = load<f64>(figure(HOLD_LOW, e));
    this.high = load<f64>(figure(HOLD_HIGH, e));
    this.ballot = load<i32>(word(MOVED, load<i32>(word(HOLD_BALLOT, e))));
    this.flags = load<u8>(HOLD_FLAGS + e);
  }

  /** Adds it to its vote count; the company that falls by it, or −1. One vote count is enough. */
  add(run: i32): i32 {
    const at = (<usize>this.ballot) << 6;
    const into = changetype<MostBallot>(COUNT + at);
    let had = false;
    if (into.run !== run) {
      if (into.run === 0) memory.copy(COUNT + at, BALLOT + at, offsetof<MostBallot>());
      into.run = run;
      into.low = 0;
      into.high = 0;
      into.aloneHigh = 0;
    } else had = into.won();
    const alone = (this.flags & ALONE) !== 0;
    into.add(this.low, this.high, alone);
    if (alone) into.aloneHigh = Math.max(into.aloneHigh, this.high);
    return !had && into.won() ? into.company : -1;
  }
}
