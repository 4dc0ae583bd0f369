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
 * Adds the control in one plain company, decided as far as it can be: a holding that wins by itself is a right, holdings
 * that cannot win together are nothing, only the rest are counted (`graph/reduce.ts` says why this changes nothing).
 * False, having added nothing, where its holdings pass the whole.
 */
export function addPlainCompany(holders: Holders, n: number, ends: Ends, phantom: number): boolean {
  const { start, end } = holders;
  const [from, to] = [start[n] as number, end[n] as number];
  let [named, namedOpen, voters] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const flags = holders.bits[i] as number;
    if ((flags & KIND) === BOARD) continue;
    voters++;
    if ((flags & (C_UNKNOWN | C_POSSIBLE)) !== 0) continue;
    named += holders.low[holders.share[i] as number] as number;
    if ((flags & C_LOW_OPEN) !== 0) namedOpen++;
  }
  if (named > WHOLE || (named === WHOLE && namedOpen > 0)) return false;
  addBoards(holders, n, from, to, ends);
  addLower(holders, n, from, to, ends);
  addUpper(holders, n, from, to, ends, { named, namedOpen, voters, phantom });
  return true;
}

function addBoards(holders: Holders, n: number, from: number, to: number, { lower, upper }: Ends): void {
  for (let i = from; i < to; i++) {
    const flags = holders.bits[i] as number;
    if ((flags & KIND) !== BOARD) continue;
    const [low, high] = [lowOf(holders, i), highOf(holders, i)];
    if (high === 0) continue;
    upper.right(holders.party[i] as number, n);
    const most = 2 * low > WHOLE || (2 * low === WHOLE && (flags & C_LOW_OPEN) !== 0);
    if (most && (flags & C_POSSIBLE) === 0) lower.right(holders.party[i] as number, n);
  }
}

const lowOf = ({ low, share }: Holders, i: number) => low[share[i] as number] as number;
const highOf = ({ high, share }: Holders, i: number) => high[share[i] as number] as number;

function addLower(holders: Holders, n: number, from: number, to: number, { lower }: Ends): void {
  let [sum, open, decided] = [0, false, false];
  for (let i = from; i < to; i++) {
    const flags = holders.bits[i] as number;
    if ((flags & KIND) === BOARD || (flags & C_POSSIBLE) !== 0) continue;
    const low = lowOf(holders, i);
    const lowOpen = (flags & C_LOW_OPEN) !== 0;
    if (2 * low > WHOLE || (2 * low === WHOLE && lowOpen)) {
      lower.right(holders.party[i] as number, n);
      decided ||= (flags & C_UNKNOWN) === 0;
    } else if ((flags & C_UNKNOWN) === 0) {
      sum += low;
      open ||= lowOpen;
    }
  }
  if (decided || 2 * sum < WHOLE || (2 * sum === WHOLE && !open)) return;
  const ballot = lower.ballot(n, 0, 0);
  for (let i = from; i < to; i++) {
    const flags = holders.bits[i] as number;
    if ((flags & KIND) === BOARD || (flags & (C_POSSIBLE | C_UNKNOWN)) !== 0) continue;
    const low = lowOf(holders, i);
    const bits = (flags & C_LOW_OPEN) !== 0 ? LOW_OPEN : 0;
    if (2 * low < WHOLE || (2 * low === WHOLE && bits === 0))
      lower.hold(holders.party[i] as number, ballot, low, highOf(holders, i), bits);
  }
}

interface Named {
  readonly named: number;
  readonly namedOpen: number;
  readonly voters: number;
  readonly phantom: number;
}

function addUpper(holders: Holders, n: number, from: number, to: number, ends: Ends, all: Named): void {
  const { named, namedOpen, voters, phantom } = all;
  const rest = WHOLE - named;
  let [high, inLow, several] = [0, 0, false];
  for (let i = from; i < to; i++) {
    const flags = holders.bits[i] as number;
    if ((flags & KIND) === BOARD) continue;
    if (decidesAtMost(holders, i, named)) ends.upper.right(holders.party[i] as number, n);
    else {
      high += highOf(holders, i);
      inLow += countedLow(holders, i);
      several = true;
    }
  }
  if (voters === 0) return;
  const wins = (most: number, inside: number) => 2 * Math.min(most, rest + inside) > WHOLE;
  if (several && wins(high, inLow)) addBallot(holders, n, from, to, ends.upper, named, namedOpen);
  if (wins(rest, 0)) ends.alone.right(phantom, n);
  else if (rest > 0 && several && wins(high + rest, inLow)) {
    const ballot = addBallot(holders, n, from, to, ends.alone, named, namedOpen);
    ends.alone.hold(phantom, ballot, 0, rest, 0);
  }
}

/** The lower end that others can count on: of direct, certain holdings. */
const countedLow = (holders: Holders, i: number) =>
  ((holders.bits[i] as number) & (C_UNKNOWN | C_POSSIBLE)) === 0 ? lowOf(holders, i) : 0;

function decidesAtMost(holders: Holders, i: number, named: number): boolean {
  const high = highOf(holders, i);
  if (((holders.bits[i] as number) & C_UNKNOWN) !== 0 && 2 * high > WHOLE) return true;
  return 2 * Math.min(high, WHOLE - named + countedLow(holders, i)) > WHOLE;
}

function addBallot(
  holders: Holders,
  n: number,
  from: number,
  to: number,
  into: Growing,
  named: number,
  namedOpen: number,
): number {
  const ballot = into.ballot(n, named, namedOpen);
  for (let i = from; i < to; i++) {
    const flags = holders.bits[i] as number;
    if ((flags & KIND) === BOARD || decidesAtMost(holders, i, named)) continue;
    const sure = (flags & C_POSSIBLE) === 0;
    const bits =
      (sure && (flags & C_LOW_OPEN) !== 0 ? LOW_OPEN : 0) |
      ((flags & C_HIGH_OPEN) !== 0 ? HIGH_OPEN : 0) |
      ((flags & C_UNKNOWN) !== 0 ? ALONE : 0);
    into.hold(holders.party[i] as number, ballot, sure ? lowOf(holders, i) : 0, highOf(holders, i), bits);
  }
  return ballot;
}
