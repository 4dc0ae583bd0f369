import { STAMP, WHOLE, word } from "./memory";
import { ROW_BITS, ROW_HIGH, ROW_LOW, ROW_START, ROWS } from "./rows";

/** The bits of a code, as in `src/networks/register/compact.ts`. */
const KIND: i32 = 3;
const BOARD: i32 = 2;
const LOW_OPEN: i32 = 4;
const HIGH_OPEN: i32 = 8;
const UNKNOWN: i32 = 32;
const POSSIBLE: i32 = 64;

/** What two searches last reached has of the votes in a company: both ends, and whether each is open (0 or 1). */
export let low: f64 = 0;
export let high: f64 = 0;
export let lowOpen: i32 = 0;
export let highOpen: i32 = 0;

/**
 * Adds up the rows of a plain company as `GroupVotes` does in `src/networks/register/votes.ts`; false where none is of
 * votes. Whom the lower search last reached has its run at `below`; this end's search is the upper one.
 */
export function votesIn(company: i32, below: usize, runBelow: i32, run: i32): bool {
  let voters = 0;
  let named: f64 = 0;
  let namedOpens = 0;
  let sum: f64 = 0;
  let opens = 0;
  let alone: f64 = 0;
  let aloneOpen = 0;
  let inside: f64 = 0;
  let insideOpens = 0;
  let most: f64 = 0;
  let mostOpens = 0;
  let aloneMost: f64 = 0;
  let aloneMostOpen = 0;
  const to = load<i32>(word(ROW_START, company + 1));
  for (let i = load<i32>(word(ROW_START, company)); i < to; i++) {
    const party = load<i32>(word(ROWS, 2 * i));
    const code = load<i32>(word(ROWS, 2 * i), 4);
    const flags: i32 = load<u8>(ROW_BITS + code);
    if ((flags & KIND) === BOARD) continue;
    voters++;
    const sure = (flags & POSSIBLE) === 0;
    const least = sure ? load<f64>(ROW_LOW + ((<usize>code) << 3)) : 0;
    const open = sure && (flags & LOW_OPEN) !== 0 ? 1 : 0;
    const single = (flags & UNKNOWN) !== 0;
    if (!single) {
      named += least;
      namedOpens += open;
    }
    if (load<i32>(word(below, party)) === runBelow) {
      if (!single) {
        sum += least;
        opens += open;
      } else if (least > alone) {
        alone = least;
        aloneOpen = open;
      } else if (least === alone) aloneOpen |= open;
    }
    if (load<i32>(word(STAMP, party)) === run) {
      const top = load<f64>(ROW_HIGH + ((<usize>code) << 3));
      const topOpen = (flags & HIGH_OPEN) !== 0 ? 1 : 0;
      if (!single) {
        inside += least;
        insideOpens += open;
      } else if (top > aloneMost) {
        aloneMost = top;
        aloneMostOpen = topOpen;
      } else if (top === aloneMost) aloneMostOpen &= topOpen;
      most = Math.min(WHOLE, most + top);
      mostOpens += topOpen;
    }
  }
  low = Math.max(sum, alone);
  lowOpen = (sum === low && opens > 0) || (alone === low && aloneOpen !== 0) ? 1 : 0;
  const left = WHOLE - (named - inside);
  const shared = Math.max(0, Math.min(most, left));
  high = Math.max(shared, aloneMost);
  const sharedOpen = (most === shared && mostOpens > 0) || (left === shared && namedOpens > insideOpens);
  highOpen = (aloneMost > shared || sharedOpen) && (aloneMost < shared || aloneMostOpen !== 0) ? 1 : 0;
  return voters > 0;
}
