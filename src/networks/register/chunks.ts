import { type Memory, PAGE } from "../../graph/kernel.ts";

/** Bytes of a chunk's head: the piece it is of, and how many records or bytes follow (`kernels/chunks.ts`). */
const HEAD = 64;

/** What stands in one chunk: so many records or bytes from a byte on. */
export interface Chunk {
  readonly at: number;
  readonly count: number;
}

/** Where a crew counts on how far its chunks go, the first of which begins at a byte: 64 bytes before them. */
export const nextChunk = (first: number): number => first - HEAD;

/** Forgets the chunks from a byte on. */
export function clearChunks({ buffer }: Memory, first: number): void {
  new Uint32Array(buffer, nextChunk(first), 2).set([first, 0]);
}

/** The chunks from a byte on, in the order of the pieces they are of; null where the crew ran out of memory. */
export function chunksFrom({ buffer }: Memory, first: number): Chunk[] | null {
  const [next, full] = new Uint32Array(buffer, nextChunk(first), 2) as unknown as [number, number];
  if (full !== 0) return null;
  const chunks: (Chunk & { readonly piece: number })[] = [];
  for (let at = first; at < next; at += PAGE) {
    const [piece, count] = new Int32Array(buffer, at, 2) as unknown as [number, number];
    chunks.push({ piece, at: at + HEAD, count });
  }
  return chunks.sort((a, b) => a.piece - b.piece || a.at - b.at);
}
