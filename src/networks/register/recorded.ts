import { PAGE } from "../../graph/kernel.ts";
import { nextChunk, type TwoEnds } from "./two-ends.ts";

/** Bits of a pair, as `kernels/ultimate.ts` records them; LATER: its votes are to be counted yet. */
export const LOW_IS_OPEN = 1;
export const HIGH_IS_OPEN = 2;
export const NO_VOTES = 4;
export const CERTAIN = 8;
export const LATER = 16;

/** Pairs of a node and somebody who controls it, by node: of n, places `start[n] … start[n + 1] − 1`, in the order of the pieces they were found in. */
export interface PairsByNode {
  readonly start: Int32Array;
  readonly controller: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bits: Uint8Array;
}

/** Bytes of a chunk's head and of a record, and where in it each part stands, in words of its size. */
const [HEAD, RECORD] = [64, 32];
const [LOW, HIGH, NODE, CONTROLLER, BITS] = [0, 1, 4, 5, 6];

/** Reads what a crew recorded; null where it ran out of memory. */
export function pairsByNode({ memory, records }: TwoEnds, nodes: number): PairsByNode | null {
  const { buffer } = memory;
  const [next, full] = new Uint32Array(buffer, nextChunk(records), 2) as unknown as [number, number];
  if (full !== 0) return null;
  const chunks: { readonly at: number; readonly piece: number; readonly count: number }[] = [];
  for (let at = records; at < next; at += PAGE) {
    const [piece, count] = new Int32Array(buffer, at, 2) as unknown as [number, number];
    chunks.push({ at, piece, count });
  }
  chunks.sort((a, b) => a.piece - b.piece || a.at - b.at);

  const start = new Int32Array(nodes + 1);
  for (const { at, count } of chunks) {
    const words = new Int32Array(buffer, at + HEAD, (count * RECORD) / 4);
    for (let i = NODE; i < words.length; i += RECORD / 4) {
      const after = (words[i] as number) + 1;
      start[after] = (start[after] as number) + 1;
    }
  }
  for (let n = 0; n < nodes; n++) start[n + 1] = (start[n + 1] as number) + (start[n] as number);
  const length = start[nodes] as number;
  const pairs: PairsByNode = {
    start,
    controller: new Int32Array(length),
    low: new Float64Array(length),
    high: new Float64Array(length),
    bits: new Uint8Array(length),
  };
  const place = start.slice();
  for (const { at, count } of chunks) {
    const words = new Int32Array(buffer, at + HEAD, (count * RECORD) / 4);
    const figures = new Float64Array(buffer, at + HEAD, (count * RECORD) / 8);
    for (let i = 0; i < count; i++) {
      const node = words[8 * i + NODE] as number;
      const to = place[node] as number;
      place[node] = to + 1;
      pairs.controller[to] = words[8 * i + CONTROLLER] as number;
      pairs.low[to] = figures[4 * i + LOW] as number;
      pairs.high[to] = figures[4 * i + HIGH] as number;
      pairs.bits[to] = words[8 * i + BITS] as number;
    }
  }
  return pairs;
}
