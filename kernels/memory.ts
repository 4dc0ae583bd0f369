import { pairsFor } from "./ranks";

/** Where everything is, each part at the beginning of a cache line; what nobody filled in is 0. */

/** The network as the caller writes it, column by column (`ControlNetwork` in `src/graph/control.ts`); read once. */
export let RIGHT_START: usize = 0;
export let RIGHT_TO: usize = 0;
export let HOLD_START: usize = 0;
export let HOLD_BALLOT: usize = 0;
export let HOLD_LOW: usize = 0;
export let HOLD_HIGH: usize = 0;
export let HOLD_FLAGS: usize = 0;
export let COMPANY: usize = 0;
export let BALLOTS: usize = 0;
export let TREASURY_LOW: usize = 0;
export let TREASURY_HIGH: usize = 0;
export let TREASURY_OPEN: usize = 0;
export let NAMED_LOW: usize = 0;
export let NAMED_OPEN: usize = 0;

/**
 * A searcher's own, for there may be several of them on one memory. i32 a node: the last run that reached it; i32 a node:
 * what the last run found, in the order it fell; as many bytes as at BALLOT: what a run adds up; i32: the last run.
 */
export let STAMP: usize = 0;
export let FOUND: usize = 0;
export let COUNT: usize = 0;
export let RUN: usize = 0;

/** i32, two for each node that has any and two after the last of each piece: where its rights begin, where its holdings begin. */
export let START: usize = 0;
/** i32 a right: the company it is control of. */
export let RIGHT: usize = 0;
/** Holdings by holder, and what is fixed of vote counts, of 64 bytes: one cache line each (`least.ts`, `most.ts`). */
export let HOLDING: usize = 0;
export let BALLOT: usize = 0;
/** Ranked bits (`ranks.ts`), one a node: it has a right or a holding at all, and where at START. Most have none. */
export let HOLDS: usize = 0;
/** A bit a node: a search from it may find somebody. Fewer still: one holding alone decides nothing any more. */
export let STARTS: usize = 0;
/** Ranked bits, one a vote count: it is kept, and where at BALLOT; i32 a piece: how many are, all at its beginning there. */
export let KEPT: usize = 0;
export let KEPT_IN: usize = 0;
/** What it takes to judge a vote count when the network is reduced: few bytes, for all of them are gone through at random. */
export let JUDGED: usize = 0;
/** Units in all of a company. */
export let WHOLE: f64 = 0;

let end: f64 = 0;

/** What is laid out next begins at a byte. */
export function beginAt(from: f64): void {
  end = from;
}

/** Room for so many of so many bytes each. */
export function room(count: i32, bytes: i32): usize {
  const at = end;
  end = Math.ceil((at + <f64>count * bytes) / 64) * 64;
  return <usize>at;
}

/** Lays out a network of a size from a byte on, and says where it ends: to be had before anything is written. */
export function place(
  from: f64,
  nodes: i32,
  rights: i32,
  holdings: i32,
  ballots: i32,
  holding: i32,
  judged: i32,
  whole: f64,
): f64 {
  WHOLE = whole;
  beginAt(from);
  RIGHT_START = room(nodes + 1, 4);
  RIGHT_TO = room(rights, 4);
  HOLD_START = room(nodes + 1, 4);
  HOLD_BALLOT = room(holdings, 4);
  HOLD_LOW = room(holdings, 8);
  HOLD_HIGH = room(holdings, 8);
  HOLD_FLAGS = room(holdings, 1);
  COMPANY = room(ballots, 4);
  BALLOTS = room(nodes, 4);
  TREASURY_LOW = room(ballots, 8);
  TREASURY_HIGH = room(ballots, 8);
  TREASURY_OPEN = room(ballots, 1);
  NAMED_LOW = room(ballots, 8);
  NAMED_OPEN = room(ballots, 4);
  START = room(nodes + (nodes >>> PIECE_BITS) + 2, 8);
  RIGHT = room(rights + holdings, 4);
  HOLDING = room(holdings, holding);
  BALLOT = room(ballots, 64);
  HOLDS = room(pairsFor(nodes), 8);
  STARTS = room((nodes >>> 5) + 1, 4);
  KEPT = room(pairsFor(ballots), 8);
  KEPT_IN = room((ballots >>> PIECE_BITS) + 1, 4);
  JUDGED = room(ballots, judged);
  return end;
}

/**
 * Lays out what one searcher needs of its own from a byte on, and says where it ends; after `place`. The first of them
 * has its nodes where those of the network as written were, which nobody reads once it is reduced, and adds up where what
 * is fixed of vote counts stands: the others copy that, and of the rest what they set to 0 before they read it.
 */
export function placeOwn(from: f64, nodes: i32, ballots: i32, first: bool): f64 {
  beginAt(from);
  RUN = room(1, 4);
  STAMP = first ? HOLD_START : room(nodes, 4);
  FOUND = first ? RIGHT_START : room(nodes, 4);
  COUNT = first ? BALLOT : room(ballots, 64);
  return end;
}

/** Nodes, holdings and vote counts are worked through in pieces of so many, by whoever is free. */
export const PIECE_BITS: i32 = 14;
export const PIECE: i32 = 1 << PIECE_BITS;

/** The address of the i-th i32, or f64, from a place. */
export function word(from: usize, i: i32): usize {
  return from + ((<usize>i) << 2);
}
export function figure(from: usize, i: i32): usize {
  return from + ((<usize>i) << 3);
}

/** The bit of i in the bits at a place. */
export function bit(from: usize, i: i32): bool {
  return (load<u32>(word(from, i >>> 5)) & (1 << (i & 31))) !== 0;
}
export function setBit(from: usize, i: i32): void {
  const at = word(from, i >>> 5);
  store<u32>(at, load<u32>(at) | (1 << (i & 31)));
}
