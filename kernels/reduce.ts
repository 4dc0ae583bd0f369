import {
  BALLOT,
  figure,
  HOLD_BALLOT,
  HOLD_START,
  HOLDING,
  HOLDS,
  JUDGED,
  KEPT,
  KEPT_IN,
  PIECE,
  RIGHT,
  RIGHT_START,
  RIGHT_TO,
  START,
  STARTS,
  setBit,
  word,
} from "./memory";
import { begins, mark, placeOf } from "./ranks";

/** The e-th holding of those left, of the kind of the end asked about. */
export function holding<H>(e: i32): H {
  return changetype<H>(HOLDING + <usize>e * offsetof<H>());
}

function ballot<B>(b: i32): B {
  return changetype<B>(BALLOT + ((<usize>b) << 6));
}

function judged<J>(b: i32): J {
  return changetype<J>(JUDGED + <usize>b * offsetof<J>());
}

/**
 * Makes of the network as written the one that is searched: every holding that decides by itself becomes a right, and
 * what can decide nothing is left out (`src/graph/reduce.ts` has the same with its reasons). In six passes one after the
 * other, each in pieces that several may take: over vote counts, holdings (of one that decides, HOLD_BALLOT has the
 * company instead, every bit turned), vote counts twice, nodes, and nodes again, to clear what is to hold stamps. `count`
 * is how many there are of them.
 */
export function reduce<H, B, J>(pass: i32, piece: i32, count: i32): void {
  const from = piece * PIECE;
  const to = min(from + PIECE, count);
  if (pass === 0) for (let b = from; b < to; b++) judged<J>(b).read(b);
  else if (pass === 1) {
    for (let e = from; e < to; e++) {
      const b = load<i32>(word(HOLD_BALLOT, e));
      const company = judged<J>(b).decides(b, e);
      if (company >= 0) store<i32>(word(HOLD_BALLOT, e), ~company);
    }
  } else if (pass === 2) keep<B, J>(piece, from, to);
  else if (pass === 3) {
    const last = from + load<i32>(word(KEPT_IN, piece));
    for (let b = from; b < last; b++) ballot<B>(b).follow();
  } else if (pass === 4) merge<H>(piece, from, to);
  else memory.fill(word(HOLD_START, from), 0, (<usize>(to - from)) << 2);
}

/** Those vote counts of a piece that are kept stand at its beginning: what a search touches lies close together. */
function keep<B, J>(piece: i32, from: i32, to: i32): void {
  let at = from;
  for (let b = from; b < to; b++) {
    begins(KEPT, b, at);
    if (!judged<J>(b).kept(b)) continue;
    mark(KEPT, b);
    ballot<B>(at++).read(b);
  }
  store<i32>(word(KEPT_IN, piece), at - from);
}

/** What is left of a piece of the nodes stands where it would if everything were: pieces are merged in any order. */
function merge<H>(piece: i32, from: i32, to: i32): void {
  let e = load<i32>(word(HOLD_START, from));
  let r = load<i32>(word(RIGHT_START, from));
  let holdings = e;
  let rights = r + e;
  let at = from + piece;
  for (let n = from; n < to; n++) {
    begins(HOLDS, n, at);
    const rightsBefore = rights;
    const holdingsBefore = holdings;
    const lastRight = load<i32>(word(RIGHT_START, n + 1));
    for (; r < lastRight; r++) store<i32>(word(RIGHT, rights++), load<i32>(word(RIGHT_TO, r)));
    const lastHold = load<i32>(word(HOLD_START, n + 1));
    for (; e < lastHold; e++) {
      const b = load<i32>(word(HOLD_BALLOT, e));
      if (b < 0) store<i32>(word(RIGHT, rights++), ~b);
      else {
        const kept = placeOf(KEPT, b);
        if (kept >= 0) holding<H>(holdings++).read(e, kept);
      }
    }
    if (rights === rightsBefore && holdings === holdingsBefore) continue;
    mark(HOLDS, n);
    store<i32>(figure(START, at), rightsBefore);
    store<i32>(figure(START, at++), holdingsBefore, 4);
    // Of a company with several vote counts, too, one holding alone wins at most one.
    if (rights > rightsBefore || holdings > holdingsBefore + 1) setBit(STARTS, n);
  }
  store<i32>(figure(START, at), rights);
  store<i32>(figure(START, at), holdings, 4);
}
