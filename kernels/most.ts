import { ALONE, TREASURY } from "./flags";
import {
  BALLOT,
  COMPANY,
  COUNT,
  figure,
  HOLD_FLAGS,
  HOLD_HIGH,
  HOLD_LOW,
  NAMED_LOW,
  TREASURY_HIGH,
  TREASURY_LOW,
  WHOLE,
  word,
} from "./memory";

/** What is left by the lower ends outside goes to the group first, then to the treasury. */
function mayBeMajority(inLow: f64, high: f64, named: f64, treasuryLow: f64, treasuryHigh: f64): bool {
  const left = WHOLE - (named - inLow);
  const votes = Math.min(high, left - treasuryLow);
  return 2 * votes + Math.min(treasuryHigh, left - votes) > WHOLE;
}

/** A holding that is not summed may be the same votes as somebody else's, so nobody's lower end narrows it. */
function mayBeMajorityAlone(high: f64, treasuryHigh: f64): bool {
  return 2 * high + treasuryHigh > WHOLE;
}

/** A vote count at the upper end as it is judged. */
@unmanaged
export class MostJudged {
  /** The holdings that do not decide by themselves, added up. */
  low: i64;
  high: i64;
  named: f64;
  company: i32;
  bits: i32;

  read(b: i32): void {
    const treasury = load<f64>(figure(TREASURY_LOW, b)) !== 0 || load<f64>(figure(TREASURY_HIGH, b)) !== 0;
    this.company = load<i32>(word(COMPANY, b));
    this.named = load<f64>(figure(NAMED_LOW, b));
    this.bits = treasury ? TREASURY : 0;
  }

  /** The company that a holding decides by itself, or −1; what does not decide is added up. */
  decides(b: i32, e: i32): i32 {
    const low = load<f64>(figure(HOLD_LOW, e));
    const high = load<f64>(figure(HOLD_HIGH, e));
    const alone = (load<u8>(HOLD_FLAGS + e) & ALONE) !== 0;
    const treasuryHigh = this.treasury(TREASURY_HIGH, b);
    if (this.wins(b, alone ? 0 : low, high) || (alone && mayBeMajorityAlone(high, treasuryHigh)))
      return this.company;
    atomic.add<i64>(changetype<usize>(this) + offsetof<MostJudged>("high"), <i64>high);
    if (!alone) atomic.add<i64>(changetype<usize>(this) + offsetof<MostJudged>("low"), <i64>low);
    return -1;
  }

  /** Whether it has still to be counted: all that was added up wins it together. */
  kept(b: i32): bool {
    return this.wins(b, <f64>this.low, Math.min(WHOLE, <f64>this.high));
  }

  private wins(b: i32, inLow: f64, high: f64): bool {
    return mayBeMajority(
      inLow,
      high,
      this.named,
      this.treasury(TREASURY_LOW, b),
      this.treasury(TREASURY_HIGH, b),
    );
  }

  private treasury(column: usize, b: i32): f64 {
    return (this.bits & TREASURY) === 0 ? 0 : load<f64>(figure(column, b));
  }
}

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

  wins(inLow: f64, high: f64): bool {
    return mayBeMajority(inLow, high, this.named, this.treasuryLow, this.treasuryHigh);
  }

  winsAlone(high: f64): bool {
    return mayBeMajorityAlone(high, this.treasuryHigh);
  }

  won(): bool {
    return this.wins(this.low, this.high) || this.winsAlone(this.aloneHigh);
  }

  add(low: f64, high: f64, alone: bool): void {
    this.high = Math.min(WHOLE, this.high + high);
    if (!alone) this.low += low;
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

  /** Reads the e-th of those as written, whose vote count is kept at a place. */
  read(e: i32, ballot: i32): void {
    this.low = load<f64>(figure(HOLD_LOW, e));
    this.high = load<f64>(figure(HOLD_HIGH, e));
    this.ballot = ballot;
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
