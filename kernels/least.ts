import { ALONE, DECIDED, LOST, LOW_OPEN, SEVERAL, TOO_MUCH, TREASURY } from "./flags";
import {
  BALLOT,
  BALLOTS,
  COMPANY,
  COUNT,
  figure,
  HOLD_FLAGS,
  HOLD_LOW,
  KEPT,
  NAMED_LOW,
  NAMED_OPEN,
  START,
  TREASURY_LOW,
  TREASURY_OPEN,
  WHOLE,
  word,
} from "./memory";
import { placeOf } from "./ranks";

/** More than half: 2·votes + treasury > whole; an open end at exactly half is more than half. */
function isMajority(votes: f64, open: i32, treasury: f64, treasuryOpen: i32): bool {
  const twice = 2 * votes + treasury;
  return twice > WHOLE || (twice === WHOLE && (open | treasuryOpen) !== 0);
}

/** A vote count at the lower end as it is judged, in one byte: those of millions fit a cache. */
@unmanaged
export class LeastJudged {
  bits: u8;

  read(b: i32): void {
    const several = load<i32>(word(BALLOTS, load<i32>(word(COMPANY, b)))) > 1;
    const treasury = load<f64>(figure(TREASURY_LOW, b)) !== 0 || load<u8>(TREASURY_OPEN + b) !== 0;
    const named = load<f64>(figure(NAMED_LOW, b));
    const open = load<i32>(word(NAMED_OPEN, b)) > 0;
    this.bits = <u8>(
      ((several ? SEVERAL : 0) |
        (treasury ? TREASURY : 0) |
        (isMajority(named, open ? 1 : 0, 0, 0) ? 0 : LOST) |
        (named > WHOLE || (named === WHOLE && open) ? TOO_MUCH : 0))
    );
  }

  /** The company that a holding decides by itself, or −1. */
  decides(b: i32, e: i32): i32 {
    const bits: i32 = this.bits;
    if ((bits & SEVERAL) !== 0) return -1;
    const flags: i32 = load<u8>(HOLD_FLAGS + e);
    if ((bits & (LOST | TREASURY)) === LOST && (flags & ALONE) === 0) return -1;
    const treasury = (bits & TREASURY) !== 0;
    const treasuryLow = treasury ? load<f64>(figure(TREASURY_LOW, b)) : 0;
    const treasuryOpen: i32 = treasury ? load<u8>(TREASURY_OPEN + b) : 0;
    const low = load<f64>(figure(HOLD_LOW, e));
    if (!isMajority(low, flags & LOW_OPEN, treasuryLow, treasuryOpen)) return -1;
    if ((flags & ALONE) === 0) this.bits = <u8>(bits | DECIDED);
    return load<i32>(word(COMPANY, b));
  }

  /**
   * Whether it has still to be counted. Not where all that is named does not win it, nor where one that is part of that
   * does: what it leaves is less than half, unless there is more than a whole company. Of one with treasury shares not
   * everything need be named (`ControlNetwork`).
   */
  kept(_: i32): bool {
    const bits: i32 = this.bits;
    if ((bits & (SEVERAL | TREASURY)) !== 0) return true;
    return (bits & LOST) === 0 && (bits & (DECIDED | TOO_MUCH)) !== DECIDED;
  }
}

/** A vote count at the lower end: what the group has of it in a run, and what is fixed. */
@unmanaged
export class LeastBallot {
  low: f64;
  alone: f64;
  treasury: f64;
  run: i32;
  company: i32;
  lowOpens: i32;
  aloneOpen: i32;
  treasuryOpen: i32;
  /** How many the company has, and the first of them, which counts those won in a run. */
  ballots: i32;
  first: i32;
  passed: i32;
  passedRun: i32;

  /** Reads what is fixed of the b-th. At START, at the place of a company, one of them, and one, stands till that is filled. */
  read(b: i32): void {
    this.company = load<i32>(word(COMPANY, b));
    this.treasury = load<f64>(figure(TREASURY_LOW, b));
    this.treasuryOpen = load<u8>(TREASURY_OPEN + b);
    this.ballots = load<i32>(word(BALLOTS, this.company));
    if (this.ballots === 1) return;
    const first = figure(START, this.company);
    const before = atomic.cmpxchg<i32>(first, 0, b + 1);
    this.first = before === 0 ? b : before - 1;
  }

  wins(votes: f64, open: i32): bool {
    return isMajority(votes, open, this.treasury, this.treasuryOpen);
  }

  won(): bool {
    return this.wins(this.low, this.lowOpens) || this.wins(this.alone, this.aloneOpen);
  }

  /** Counts it as won; true when all of the company's are. */
  settles(run: i32): bool {
    if (this.ballots === 1) return true;
    const first = counted(this.first);
    if (first.passedRun !== run) {
      first.passedRun = run;
      first.passed = 0;
    }
    first.passed++;
    return first.passed >= this.ballots;
  }

  /** The first of the company where it is now. */
  follow(): void {
    if (this.ballots > 1) this.first = placeOf(KEPT, this.first);
  }
}

function counted(b: i32): LeastBallot {
  return changetype<LeastBallot>(COUNT + ((<usize>b) << 6));
}

/** A block of votes at the lower end. */
@unmanaged
export class LeastHolding {
  low: f64;
  ballot: i32;
  flags: i32;

  /** Reads the e-th of those as written, whose vote count is kept at a place. */
  read(e: i32, ballot: i32): void {
    this.low = load<f64>(figure(HOLD_LOW, e));
    this.ballot = ballot;
    this.flags = load<u8>(HOLD_FLAGS + e);
  }

  /** Copies what is fixed of its vote count, at the first time. */
  private fix(into: LeastBallot): void {
    const from = BALLOT + ((<usize>this.ballot) << 6);
    memory.copy(changetype<usize>(into), from, offsetof<LeastBallot>("passed"));
  }

  /** Adds it to its vote count; the company that falls by it, or −1. */
  add(run: i32): i32 {
    const into = counted(this.ballot);
    let had = false;
    if (into.run !== run) {
      if (into.run === 0) this.fix(into);
      into.run = run;
      into.low = 0;
      into.alone = 0;
      into.lowOpens = 0;
      into.aloneOpen = 0;
    } else had = into.won();
    const open = this.flags & LOW_OPEN;
    if ((this.flags & ALONE) === 0) {
      into.low += this.low;
      into.lowOpens += open;
    } else if (this.low > into.alone) {
      into.alone = this.low;
      into.aloneOpen = open;
    } else if (this.low === into.alone) into.aloneOpen |= open;
    return !had && into.won() && into.settles(run) ? into.company : -1;
  }
}
