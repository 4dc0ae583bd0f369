import { PAGE } from "../../graph/kernel.ts";
import { nextChunk, type TwoEnds } from "./two-ends.ts";

/** Bits of a pair, as `kernels/ultimate.ts` records them; LATER: its votes are to be counted yet. */
const [LOW_IS_OPEN, HIGH_IS_OPEN, NO_VOTES, CERTAIN, LATER] = [1, 2, 4, 8, 16];

/** Pairs of a node and somebody who controls it. */
export interface Pairs {
  readonly controller: Int32Array;
  /** Both ends of the votes; nothing in particular where there are none on record. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bits: Uint8Array;
}

/** Pairs by node: of n, places `start[n] … start[n + 1] − 1`, in the order in which they were found. */
export interface PairsByNode extends Pairs {
  readonly start: Int32Array;
}

/** Pairs in the order in which they were found. */
export interface PairList extends Pairs {
  readonly node: Int32Array;
}

const has = ({ bits }: Pairs, at: number, bit: number) => ((bits[at] as number) & bit) !== 0;
export const isCertain = (pairs: Pairs, at: number): boolean => has(pairs, at, CERTAIN);
export const isLater = (pairs: Pairs, at: number): boolean => has(pairs, at, LATER);
export const anyVotes = (pairs: Pairs, at: number): boolean => !has(pairs, at, NO_VOTES);
export const lowIsOpen = (pairs: Pairs, at: number): boolean => has(pairs, at, LOW_IS_OPEN);
export const highIsOpen = (pairs: Pairs, at: number): boolean => has(pairs, at, HIGH_IS_OPEN);

/** Bytes of a chunk's head and of a record, and where in it each part stands, in words of its size. */
const [HEAD, RECORD] = [64, 32];
const [LOW, HIGH, NODE, CONTROLLER, BITS] = [0, 1, 4, 5, 6];

interface Chunk {
  readonly piece: number;
  readonly at: number;
  readonly count: number;
  readonly words: Int32Array;
  readonly figures: Float64Array;
}

/** What a crew recorded, in the order of the pieces; null where it ran out of memory. */
function chunksOf({ memory, records }: TwoEnds): Chunk[] | null {
  const { buffer } = memory;
  const [next, full] = new Uint32Array(buffer, nextChunk(records), 2) as unknown as [number, number];
  if (full !== 0) return null;
  const chunks: Chunk[] = [];
  for (let at = records; at < next; at += PAGE) {
    const [piece, count] = new Int32Array(buffer, at, 2) as unknown as [number, number];
    chunks.push({
      piece,
      at,
      count,
      words: new Int32Array(buffer, at + HEAD, (count * RECORD) / 4),
      figures: new Float64Array(buffer, at + HEAD, (count * RECORD) / 8),
    });
  }
  return chunks.sort((a, b) => a.piece - b.piece || a.at - b.at);
}

const nodeAt = ({ words }: Chunk, i: number) => words[8 * i + NODE] as number;

function emptyPairs(length: number): Pairs {
  return {
    controller: new Int32Array(length),
    low: new Float64Array(length),
    high: new Float64Array(length),
    bits: new Uint8Array(length),
  };
}

function copy({ words, figures }: Chunk, i: number, pairs: Pairs, to: number): void {
  pairs.controller[to] = words[8 * i + CONTROLLER] as number;
  pairs.low[to] = figures[4 * i + LOW] as number;
  pairs.high[to] = figures[4 * i + HIGH] as number;
  pairs.bits[to] = words[8 * i + BITS] as number;
}

/** All of it by node; null where memory ran out. */
export function pairsByNode(ends: TwoEnds, nodes: number): PairsByNode | null {
  const chunks = chunksOf(ends);
  if (chunks === null) return null;
  const start = new Int32Array(nodes + 1);
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.count; i++) {
      const after = nodeAt(chunk, i) + 1;
      start[after] = (start[after] as number) + 1;
    }
  }
  for (let n = 0; n < nodes; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  const pairs = { start, ...emptyPairs(start[nodes] as number) };
  const place = start.slice();
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.count; i++) {
      const node = nodeAt(chunk, i);
      const to = place[node] as number;
      place[node] = to + 1;
      copy(chunk, i, pairs, to);
    }
  }
  return pairs;
}

/** All of it as it was found; null where memory ran out. */
export function pairList(ends: TwoEnds): PairList | null {
  const chunks = chunksOf(ends);
  if (chunks === null) return null;
  const length = chunks.reduce((sum, { count }) => sum + count, 0);
  const pairs = { node: new Int32Array(length), ...emptyPairs(length) };
  let to = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.count; i++) {
      pairs.node[to] = nodeAt(chunk, i);
      copy(chunk, i, pairs, to++);
    }
  }
  return pairs;
}

/** The bits of a pair whose votes `votes` took last, or did not find. */
export const bitsOf = (certain: boolean, any: boolean, votes: OpenEnds): number =>
  (certain ? CERTAIN : 0) |
  (any ? (votes.lowOpen ? LOW_IS_OPEN : 0) | (votes.highOpen ? HIGH_IS_OPEN : 0) : NO_VOTES);

interface OpenEnds {
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}
