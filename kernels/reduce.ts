import { COUNTS, MAY_COUNT } from "./flags";
import {
  BALLOT,
  bit,
  DECIDABLE,
  FATE,
  HOLD_BALLOT,
  HOLD_START,
  HOLDING,
  HOLDS,
  RIGHT,
  RIGHT_START,
  RIGHT_TO,
  START,
  STARTS,
  setBit,
  word,
} from "./memory";

/** The e-th holding of those left, of the kind of the end asked about. */
export function holding<H>(e: i32): H {
  return changetype<H>(HOLDING + <usize>e * offsetof<H>());
}

function ballot<B>(b: i32): B {
  return changetype<B>(BALLOT + ((<usize>b) << 6));
}

/** How many rights and holdings are left of the nodes merged so far. */
let rights: i32 = 0;
let holdings: i32 = 0;

/**
 * Makes of the network as written the one that is searched: every holding that decides by itself becomes a right, and
 * what can decide nothing is left out (`src/graph/reduce.ts` has the same with its reasons). In four passes, over vote
 * counts, holdings, vote counts, nodes; each in pieces, in order, as an engine optimises a function between two calls.
 */
export function reduce<H, B>(pass: i32, from: i32, to: i32): void {
  if (pass === 0) for (let b = from; b < to; b++) ballot<B>(b).read(b);
  else if (pass === 1) for (let e = from; e < to; e++) judge<B>(e);
  else if (pass === 2) {
    for (let b = from; b < to; b++) if (ballot<B>(b).decidable()) setBit(DECIDABLE, b);
  } else {
    if (from === 0) store<i64>(START, 0);
    for (let n = from; n < to; n++) merge<H>(n);
  }
}

function judge<B>(e: i32): void {
  store<i32>(word(FATE, e), ballot<B>(load<i32>(word(HOLD_BALLOT, e))).fate(e));
}

function merge<H>(n: i32): void {
  const rightsBefore = rights;
  const holdingsBefore = holdings;
  const lastRight = load<i32>(word(RIGHT_START, n + 1));
  for (let r = load<i32>(word(RIGHT_START, n)); r < lastRight; r++)
    store<i32>(word(RIGHT, rights++), load<i32>(word(RIGHT_TO, r)));
  const lastHold = load<i32>(word(HOLD_START, n + 1));
  for (let e = load<i32>(word(HOLD_START, n)); e < lastHold; e++) {
    const fate = load<i32>(word(FATE, e));
    if (fate >= 0) store<i32>(word(RIGHT, rights++), fate);
    else if (fate === COUNTS || (fate === MAY_COUNT && bit(DECIDABLE, load<i32>(word(HOLD_BALLOT, e)))))
      holding<H>(holdings++).read(e);
  }
  store<i32>(word(START, 2 * n + 2), rights);
  store<i32>(word(START, 2 * n + 3), holdings);
  if (rights > rightsBefore || holdings > holdingsBefore) setBit(HOLDS, n);
  // Of a company with several vote counts, too, one holding alone wins at most one.
  if (rights > rightsBefore || holdings > holdingsBefore + 1) setBit(STARTS, n);
}
