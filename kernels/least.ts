import { ALONE, COUNTS, LOW_OPEN, MAY_COUNT, OPENS, SEVERAL, TREASURY } from "./flags";
import {
  BALLOT,
  BALLOTS,
  COMPANY,
  COUNT,
  figure,
  HOLD_BALLOT,
  HOLD_FLAGS,
  HOLD_LOW,
  MOVED,
  starts,
  TREASURY_LOW,
  TREASURY_OPEN,
  WHOLE,
  word,
} from "./memory";

/** More than half: 2·votes + treasury > whole; an open end at exactly half is more than half. */
function isMajority(votes: f64, open: i32, treasury: f64, treasuryOpen: i32): bool {
  const twice = 2 * votes + treasury;
  return twice > WHOLE || (twice === WHOLE && (open | treasuryOpen) !== 0);
}

/** A vote count at the lower end as it is judged. */
@unmanaged
export class LeastJudged {
  /** The holdings that do not decide by themselves, added up. */
  low: i64;
  company: i32;
  bits: i32;

  read(b: i32): void {
    const company = load<i32>(word(COMPANY, b));
    const treasury = load<f64>(figure(TREASURY_LOW, b)) !== 0 || load<u8>(TREASURY_OPEN + b) !== 0;
    this.company = company;
    this.bits = (treasury ? TREASURY : 0) | (load<i32>(word(BALLOTS, company)) > 1 ? SEVERAL : 0);
  }

  private wins(b: i32, votes: f64, open: i32): bool {
    if ((this.bits & TREASURY) === 0) return isMajority(votes, open, 0, 0);
    return isMajority(votes, open, load<f64>(figure(TREASURY_LOW, b)), load<u8>(TREASURY_OPEN + b));
  }

  /** The company that a holding decides by itself, or what becomes of it; what does not decide is added up. */
  fate(b: i32, e: i32): i32 {
    if ((this.bits & SEVERAL) !== 0) return COUNTS;
    const low = load<f64>(figure(HOLD_LOW, e));
    const flags: i32 = load<u8>(HOLD_FLAGS + e);
    const open = flags & LOW_OPEN;
    if (this.wins(b, low, open)) return this.company;
    if ((flags & ALONE) === 0) {
      atomic.add<i64>(changetype<usize>(this) + offsetof<LeastJudged>("low"), <i64>low);
      if (open !== 0) atomic.or<i32>(changetype<usize>(this) + offsetof<LeastJudged>("bits"), OPENS);
    }
    return MAY_COUNT;
  }

  /** Whether it has still to be counted: all that was added up wins it together, or others of the company are. */
  kept(b: i32): bool {
    return (this.bits & SEVERAL) !== 0 || this.wins(b, <f64>this.low, this.bits & OPENS);
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

  /** Reads what is fixed of the b-th. Where the rights of a company will begin, one of them, and one, stands till then. */
  read(b: i32): void {
    this.company = load<i32>(word(COMPANY, b));
    this.treasury = load<f64>(figure(TREASURY_LOW, b));
    this.treasuryOpen = load<u8>(TREASURY_OPEN + b);
    this.ballots = load<i32>(word(BALLOTS, this.company));
    if (this.ballots === 1) return;
    const first = starts(this.company);
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
    if (this.ballots > 1) this.first = load<i32>(word(MOVED, this.first));
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

  read(e: i32): void {
    this.low = load<f64>(figure(HOLD_LOW, e));
    this.ballot = load<i32>(word(MOVED, load<i32>(word(HOLD_BALLOT, e))));
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
