import { sortedBy } from "../../graph/csr.ts";
import type { Memory } from "../../graph/kernel.ts";
import { chunksFrom } from "./chunks.ts";
import type { TwoEnds } from "./two-ends.ts";

/** Bits of a pair, as `kernels/ultimate.ts` records them; LATER: its votes are to be counted yet. */
const [LOW_IS_OPEN, HIGH_IS_OPEN, NO_VOTES, CERTAIN, LATER] = [1, 2, 4, 8, 16];

/** Words of a record, and where in it each part stands: figures in words of 8 bytes, the rest in those of 4. */
const [WORDS, FIGURES] = [8, 4];
const [LOW, HIGH, NODE, CONTROLLER, BITS] = [0, 1, 4, 5, 6];
/** Bytes of a record. */
const RECORD = 4 * WORDS;

/**
 * Pairs of a node and somebody who controls it, as the kernel records them: all of a pair stands in one line of a cache.
 * Of the two ends of the votes nothing in particular is there where none are on record.
 */
export interface Records {
  readonly words: Int32Array;
  readonly figures: Float64Array;
}

/** So many of them, one after the other. */
export interface Pairs extends Records {
  readonly length: number;
}

/** Pairs by node: those of n stand at `order[start[n]] … order[start[n + 1] − 1]`, in the order in which they were found. */
export interface PairsByNode extends Records {
  readonly start: Int32Array;
  readonly order: Int32Array;
  /** The memory they stand in, from its first byte on, if it has no other use any more. */
  readonly within?: Within;
}

/** A memory that is free from one byte to before another, and beyond its end. */
export interface Within {
  readonly memory: Memory;
  readonly from: number;
  readonly to: number;
}

export const nodeOf = ({ words }: Records, at: number): number => words[WORDS * at + NODE] as number;
export const controllerOf = ({ words }: Records, at: number): number =>
  words[WORDS * at + CONTROLLER] as number;
export const lowOf = ({ figures }: Records, at: number): number => figures[FIGURES * at + LOW] as number;
export const highOf = ({ figures }: Records, at: number): number => figures[FIGURES * at + HIGH] as number;

const has = ({ words }: Records, at: number, bit: number) =>
  ((words[WORDS * at + BITS] as number) & bit) !== 0;
export const isCertain = (pairs: Records, at: number): boolean => has(pairs, at, CERTAIN);
export const isLater = (pairs: Records, at: number): boolean => has(pairs, at, LATER);
export const anyVotes = (pairs: Records, at: number): boolean => !has(pairs, at, NO_VOTES);
export const lowIsOpen = (pairs: Records, at: number): boolean => has(pairs, at, LOW_IS_OPEN);
export const highIsOpen = (pairs: Records, at: number): boolean => has(pairs, at, HIGH_IS_OPEN);

/** What is known of the votes of a pair: both ends, and whether each is open. */
export interface Votes {
  readonly lowValue: number;
  readonly highValue: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Room for so many pairs. */
export function roomFor(length: number): Pairs {
  const bytes = new ArrayBuffer(length * WORDS * 4);
  return { length, words: new Int32Array(bytes), figures: new Float64Array(bytes) };
}

/** The first so many of them. */
export const firstOf = ({ words, figures }: Pairs, length: number): Pairs => ({
  length,
  words: words.subarray(0, length * WORDS),
  figures: figures.subarray(0, length * FIGURES),
});

export function setPair(pairs: Records, at: number, node: number, controller: number): void {
  pairs.words[WORDS * at + NODE] = node;
  pairs.words[WORDS * at + CONTROLLER] = controller;
}

/** Sets how a pair is held: certainly or not, with what votes; null where none are on record. */
export function setVotes(
  { words, figures }: Records,
  at: number,
  certain: boolean,
  votes: Votes | null,
): void {
  figures[FIGURES * at + LOW] = votes?.lowValue ?? 0;
  figures[FIGURES * at + HIGH] = votes?.highValue ?? 0;
  const ends = votes ? (votes.lowOpen ? LOW_IS_OPEN : 0) | (votes.highOpen ? HIGH_IS_OPEN : 0) : NO_VOTES;
  words[WORDS * at + BITS] = (certain ? CERTAIN : 0) | ends;
}

/** What a crew recorded: pairs somewhere in its memory, and where they stand, in the order of the pieces. */
export interface Recorded {
  readonly all: Records;
  readonly places: Int32Array;
}

/** All of it; null where memory ran out. */
export function recordedBy({ memory, records }: TwoEnds): Recorded | null {
  const { buffer } = memory;
  const chunks = chunksFrom(memory, records);
  if (chunks === null) return null;
  const places = new Int32Array(chunks.reduce((sum, { count }) => sum + count, 0));
  let to = 0;
  for (const { at, count } of chunks) {
    const first = at / RECORD;
    for (let i = 0; i < count; i++) places[to++] = first + i;
  }
  return { all: { words: new Int32Array(buffer), figures: new Float64Array(buffer) }, places };
}

/** The same by node. */
export function byNode({ all, places }: Recorded, nodes: number): PairsByNode {
  const node = places.map((at) => nodeOf(all, at));
  return { ...all, ...sortedBy(nodes, node, node.length, places) };
}

/** The same in their order, word by word: as figures, engines may change bits that are none. */
export function listOf({ all, places }: Recorded): Pairs {
  const pairs = roomFor(places.length);
  for (let to = 0; to < places.length; to++) {
    const at = WORDS * (places[to] as number);
    for (let k = 0; k < WORDS; k++) pairs.words[WORDS * to + k] = all.words[at + k] as number;
  }
  return pairs;
}
