import { begin, record } from "./chunks";
import { FOUND, PIECE, RUN, word } from "./memory";
import { MostHolding } from "./most";
import { CERTAIN, HIGH_IS_OPEN, LATER, LOW_IS_OPEN, NO_VOTES, Pair } from "./pairs";
import { BELOW, MARKS } from "./rows";
import { search, stamp } from "./search";
import { high, highOpen, low, lowOpen, votesIn } from "./votes";

/** Searches the lower end; this instance is over the upper one. Where that one keeps whom it found. */
declare function searchLower(source: i32): i32;
let lowerStamp: usize = 0;
let lowerFound: usize = 0;
let lowerRun: usize = 0;

export function joinLower(stamp: usize, found: usize, run: usize): void {
  lowerStamp = stamp;
  lowerFound = found;
  lowerRun = run;
}

/** The bits of a mark, as in `src/networks/register/two-ends.ts`. */
const HELD: i32 = 1;
const MUTE: i32 = 2;
const ODD: i32 = 4;

/** Records whom every source of a piece controls that nobody has a holding in, and marks who is below it. */
export function ultimate(piece: i32, sources: i32): void {
  begin(piece);
  const to = min((piece + 1) * PIECE, sources);
  for (let x = piece * PIECE; x < to; x++) {
    const mark: i32 = load<u8>(MARKS + x);
    if ((mark & HELD) !== 0) continue;
    const found = searchLower(x);
    for (let i = 0; i < found; i++) store<u8>(BELOW + load<i32>(word(lowerFound, i)), 1);
    if ((mark & MUTE) === 0) visit(x);
  }
}

/** Records whom every source in a piece of a list controls; pieces are numbered from `first` on. */
export function listed(piece: i32, list: f64, count: i32, size: i32, first: i32): void {
  begin(first + piece);
  const to = min((piece + 1) * size, count);
  for (let i = piece * size; i < to; i++) {
    const x = load<i32>(word(<usize>list, i));
    searchLower(x);
    visit(x);
  }
}

/** Records whom one source controls, as part of a piece. */
export function ultimateOf(x: i32, piece: i32): void {
  begin(piece);
  searchLower(x);
  if ((<i32>load<u8>(MARKS + x) & MUTE) === 0) visit(x);
}

function visit(x: i32): void {
  const count = search<MostHolding>(x);
  if (count === 0) return;
  stamp();
  const runBelow = load<i32>(lowerRun);
  const run = load<i32>(RUN);
  for (let i = 0; i < count; i++) {
    const y = load<i32>(word(FOUND, i));
    const at = record();
    if (at === 0) return;
    const pair = changetype<Pair>(at);
    pair.node = y;
    pair.controller = x;
    pair.low = 0;
    pair.high = 0;
    let bits = load<i32>(word(lowerStamp, y)) === runBelow ? CERTAIN : 0;
    if ((<i32>load<u8>(MARKS + y) & ODD) !== 0) bits |= LATER;
    else if (!votesIn(y, lowerStamp, runBelow, run)) bits |= NO_VOTES;
    else {
      bits |= (lowOpen !== 0 ? LOW_IS_OPEN : 0) | (highOpen !== 0 ? HIGH_IS_OPEN : 0);
      pair.low = low;
      pair.high = high;
    }
    pair.bits = bits;
  }
}
