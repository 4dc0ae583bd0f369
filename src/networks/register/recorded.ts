import { sortedBy } from "../../graph/csr.ts";
import { PAGE } from "../../graph/kernel.ts";
import { nextChunk, type TwoEnds } from "./two-ends.ts";

/** Bits of a pair, as `kernels/ultimate.ts` records them; LATER: its votes are to be counted yet. */
const [LOW_IS_OPEN, HIGH_IS_OPEN, NO_VOTES, CERTAIN, LATER] = [1, 2, 4, 8, 16];

/** Words of a record, and where in it each part stands: figures in words of 8 bytes, the rest in those of 4. */
const [WORDS, FIGURES] = [8, 4];
const [LOW, HIGH, NODE, CONTROLLER, BITS] = [0, 1, 4, 5, 6];
/** Bytes of a record, and of a chunk's head. */
const RECORD = 4 * WORDS;
const HEAD = 2 * RECORD;

/**
 * Pairs of a node and somebody who controls it, as the kernel records them: all of a pair stands in one line of a cache.
 * Of the two ends of the votes nothing in particular is there where none are on record.
 */
export interface Pairs {
  readonly length: number;
  readonly words: Int32Array;
  readonly figures: Float64Array;
}

/** Pairs by node: of n, places `start[n] … start[n + 1] − 1`, in the order in which they were found. */
export interface PairsByNode extends Pairs {
  readonly start: Int32Array;
}

export const nodeOf = ({ words }: Pairs, at: number): number => words[WORDS * at + NODE] as number;
export const controllerOf = ({ words }: Pairs, at: number): number =>
  words[WORDS * at + CONTROLLER] as number;
export const lowOf = ({ figures }: Pairs, at: number): number => figures[FIGURES * at + LOW] as number;
export const highOf = ({ figures }: Pairs, at: number): number => figures[FIGURES * at + HIGH] as number;

const has = ({ words }: Pairs, at: number, bit: number) => ((words[WORDS * at + BITS] as number) & bit) !== 0;
export const isCertain = (pairs: Pairs, at: number): boolean => has(pairs, at, CERTAIN);
export const isLater = (pairs: Pairs, at: number): boolean => has(pairs, at, LATER);
export const anyVotes = (pairs: Pairs, at: number): boolean => !has(pairs, at, NO_VOTES);
export const lowIsOpen = (pairs: Pairs, at: number): boolean => has(pairs, at, LOW_IS_OPEN);
export const highIsOpen = (pairs: Pairs, at: number): boolean => has(pairs, at, HIGH_IS_OPEN);

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

export function setPair(pairs: Pairs, at: number, node: number, controller: number): void {
  pairs.words[WORDS * at + NODE] = node;
  pairs.words[WORDS * at + CONTROLLER] = controller;
}

/** Sets how a pair is held: certainly or not, with what votes; null where none are on record. */
export function setVotes({ words, figures }: Pairs, at: number, certain: boolean, votes: Votes | null): void {
  figures[FIGURES * at + LOW] = votes?.lowValue ?? 0;
  figures[FIGURES * at + HIGH] = votes?.highValue ?? 0;
  const ends = votes ? (votes.lowOpen ? LOW_IS_OPEN : 0) | (votes.highOpen ? HIGH_IS_OPEN : 0) : NO_VOTES;
  words[WORDS * at + BITS] = (certain ? CERTAIN : 0) | ends;
}

/** The same pairs by node; `places`: where they stand among them, in the order that they are to keep. */
export function byNode(all: Pairs, places: Int32Array, nodes: number): PairsByNode {
  const node = places.map((at) => nodeOf(all, at));
  const { start, order } = sortedBy(nodes, node, node.length, places);
  const pairs = roomFor(order.length);
  for (let to = 0; to < order.length; to++) {
    const at = order[to] as number;
    setPair(pairs, to, nodeOf(all, at), controllerOf(all, at));
    pairs.figures[FIGURES * to + LOW] = lowOf(all, at);
    pairs.figures[FIGURES * to + HIGH] = highOf(all, at);
    pairs.words[WORDS * to + BITS] = all.words[WORDS * at + BITS] as number;
  }
  return { start, ...pairs };
}

interface Chunk extends Pairs {
  readonly piece: number;
  readonly at: number;
}

/** What a crew recorded, in the order of the pieces; null where it ran out of memory. */
function chunksOf({ memory, records }: TwoEnds): Chunk[] | null {
  const { buffer } = memory;
  const [next, full] = new Uint32Array(buffer, nextChunk(records), 2) as unknown as [number, number];
  if (full !== 0) return null;
  const chunks: Chunk[] = [];
  for (let at = records; at < next; at += PAGE) {
    const [piece, length] = new Int32Array(buffer, at, 2) as unknown as [number, number];
    const words = new Int32Array(buffer, at + HEAD, length * WORDS);
    chunks.push({ piece, at, length, words, figures: new Float64Array(buffer, at + HEAD, length * FIGURES) });
  }
  return chunks.sort((a, b) => a.piece - b.piece || a.at - b.at);
}

/** All of it by node; null where memory ran out. */
export function pairsByNode(ends: TwoEnds, nodes: number): PairsByNode | null {
  const chunks = chunksOf(ends);
  if (chunks === null) return null;
  const { buffer } = ends.memory;
  const length = Math.floor(buffer.byteLength / RECORD);
  const all = { length, words: new Int32Array(buffer), figures: new Float64Array(buffer) };
  const places = new Int32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let to = 0;
  for (const chunk of chunks) {
    const first = (chunk.at + HEAD) / RECORD;
    for (let i = 0; i < chunk.length; i++) places[to++] = first + i;
  }
  return byNode(all, places, nodes);
}

/** All of it as it was found; null where memory ran out. */
export function pairList(ends: TwoEnds): Pairs | null {
  const chunks = chunksOf(ends);
  if (chunks === null) return null;
  const pairs = roomFor(chunks.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const { words, length } of chunks) {
    pairs.words.set(words, WORDS * to);
    to += length;
  }
  return pairs;
}
