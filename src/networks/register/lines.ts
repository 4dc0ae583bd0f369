import {
  addressOf,
  instancesOf,
  type Kernel,
  kernelModule,
  Layout,
  type Memory,
  PAGE,
} from "../../graph/kernel.ts";
import { crewOf, membersFor } from "../../threads/crew.ts";
import { chunksFrom, clearChunks, nextChunk } from "./chunks.ts";
import type { Ids } from "./listed.ts";
import type { PairsByNode, Within } from "./recorded.ts";

/** How a line comes about: from the one pair of its entity, or written before; else, id and all, as one of `alone` says. */
export const [PAIRED, BEFORE] = [254, 255] as const;
/** Bytes that ids may have at most where a line is put together from them, and a text between them. */
export const LONGEST = 1024;
/** Lines of a piece of work, pieces of work before what they came to is handed on, and bytes handed on at a time. */
const [SIZE, PIECES, PIECE] = [1 << 12, 32, 1 << 20];

/** What stands in lines between ids and figures. */
export interface Texts {
  /** Before the controller and after it. */
  readonly possible: readonly [string, string];
  readonly certain: readonly [string, string];
  readonly noVotes: string;
  /** After both ends of the votes: none of them open, the lower one, the upper one, both. */
  readonly open: readonly [string, string, string, string];
  /** All there is after the id. */
  readonly alone: readonly string[];
}

/** What everyone's lines are put together from. */
export interface Everyone {
  readonly ids: Ids;
  /** Entities in the order of their lines. */
  readonly sorted: Int32Array;
  /** Entity → a place in `alone`, `PAIRED` or `BEFORE`. */
  readonly how: Uint8Array;
  readonly texts: Texts;
  /** The lines of an entity that has them written before, as UTF-8; good until the next call. */
  readonly before: (n: number) => Uint8Array;
}

/**
 * The lines of entities `first` to before `end` in order, as UTF-8 in one piece after the other, of which a letter may begin
 * in one and end in the next; null where memory ran out.
 */
export interface Written {
  readonly first: number;
  readonly end: number;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[] | null;
}

/**
 * Everyone's lines, put together by as many threads as there are processors in the memory that has the pairs, some at a
 * time while those before are handed on. Nothing at all where there is not enough memory.
 */
export async function* linesOf(pairs: PairsByNode, everyone: Everyone): AsyncGenerator<Written> {
  const laid = pairs.within && laidOut(pairs, pairs.within, everyone);
  if (!laid) return;
  const { memory } = pairs.within;
  const { first, calls } = laid;
  const count = everyone.sorted.length;
  const parts = Array.from({ length: Math.max(1, membersFor(count)) }, () => [{ calls }]);
  const crew = crewOf({ module: kernelModule(), memory, make: instancesOf, parts });
  try {
    write(crew.own[0] as Kernel, memory, pairs, everyone, laid);
    let ready: Written | null = null;
    for (let from = 0; from < count; from += SIZE * PIECES) {
      clearChunks(memory, first);
      const end = Math.min(count, from + SIZE * PIECES);
      const pieces = Math.ceil((end - from) / SIZE);
      const running = crew.run({ part: 0, name: "lines", pieces, args: [from / SIZE, SIZE, count] });
      running.catch(() => undefined);
      if (ready !== null) yield ready;
      await running;
      ready = { first: from, end, pieces: piecesFrom(memory, first) };
    }
    if (ready !== null) yield ready;
  } finally {
    await crew.close();
  }
}

/** What the chunks from a byte on came to: copies, as the next lines go where these stand. */
function piecesFrom(memory: Memory, first: number): Uint8Array<ArrayBuffer>[] | null {
  const chunks = chunksFrom(memory, first);
  if (chunks === null) return null;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let rest = chunks.reduce((sum, { count }) => sum + count, 0);
  let piece = new Uint8Array(0);
  let length = 0;
  for (const { at, count } of chunks) {
    if (length + count > piece.length) {
      pieces.push(piece.subarray(0, length));
      piece = new Uint8Array(Math.max(count, Math.min(PIECE, rest)));
      length = 0;
    }
    piece.set(new Uint8Array(memory.buffer, at, count), length);
    length += count;
    rest -= count;
  }
  pieces.push(piece.subarray(0, length));
  return pieces.filter((one) => one.length > 0);
}

interface LaidOut {
  readonly calls: Layout["calls"];
  /** Where the lines go. */
  readonly first: number;
  readonly texts: readonly Uint8Array[];
  readonly made: Made;
}

/** Says where everything goes, with memory for it; null where there is not as much. */
function laidOut(
  { order }: PairsByNode,
  { memory, from, to }: Within,
  { ids, sorted, how, texts, before }: Everyone,
): LaidOut | null {
  const layout = Layout.blank();
  if (layout === null) return null;
  const made = madeBefore(sorted, how, before);
  const encoder = new TextEncoder();
  const each = [texts.possible, texts.certain, texts.noVotes, texts.open, texts.alone].flat();
  const encoded = each.map((text) => encoder.encode(text));
  const length = encoded.reduce((sum, text) => sum + text.length, 0);
  const sizes = [ids.bytes.length, made.start.length, made.bytes.length, each.length, length, order.length];
  if (layout.place("placeLines", from, sorted.length, ...sizes) > to) return null;
  const first = memory.buffer.byteLength + PAGE;
  if (!grows(memory)) return null;
  return { calls: [...layout.calls, ["placeChunks", nextChunk(first)]], first, texts: encoded, made };
}

/** Has one page more, for what stands before the chunks. */
function grows(memory: Memory): boolean {
  try {
    memory.grow(1);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Lines written before, in the order of all, each entity's after how many bytes they are; and where those of each piece begin. */
interface Made {
  readonly bytes: Uint8Array;
  readonly start: Uint32Array;
}

function madeBefore(sorted: Int32Array, how: Uint8Array, before: Everyone["before"]): Made {
  const start = new Uint32Array(Math.ceil(sorted.length / SIZE));
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  for (let rank = 0; rank < sorted.length; rank++) {
    if (rank % SIZE === 0) start[rank / SIZE] = length;
    const n = sorted[rank] as number;
    if (how[n] !== BEFORE) continue;
    const lines = before(n);
    if (length + 4 + lines.length > bytes.length) {
      const wide = new Uint8Array(2 * (length + 4 + lines.length));
      wide.set(bytes);
      bytes = wide;
    }
    new DataView(bytes.buffer).setUint32(length, lines.length, true);
    bytes.set(lines, length + 4);
    length += 4 + lines.length;
  }
  return { bytes: bytes.subarray(0, length), start };
}

/** Puts everything where it goes. */
function write(
  to: Kernel,
  { buffer }: Memory,
  { start: pairStart, order }: PairsByNode,
  { ids, sorted, how }: Everyone,
  { texts, made }: LaidOut,
): void {
  const bytes = (at: { readonly value: number }, from: Uint8Array) =>
    new Uint8Array(buffer, addressOf(at), from.length).set(from);
  bytes(to.IDS, ids.bytes);
  const words = (at: { readonly value: number }, from: Int32Array | Uint32Array) =>
    new Uint32Array(buffer, addressOf(at), from.length).set(from);
  words(to.ID_START, ids.start);
  words(to.SORTED, sorted);
  words(to.PAIR_START, pairStart.subarray(0, sorted.length + 1));
  words(to.PAIR, order);
  bytes(to.HOW, how);
  bytes(to.MADE, made.bytes);
  words(to.MADE_START, made.start);
  const start = new Uint32Array(buffer, addressOf(to.TEXT_START), texts.length + 1);
  const text = new Uint8Array(buffer, addressOf(to.TEXT));
  start[0] = 0;
  for (const [k, each] of texts.entries()) {
    text.set(each, start[k] as number);
    start[k + 1] = (start[k] as number) + each.length;
  }
}
