/** Bytes of a chunk, of its header (the piece it is of, how many records or bytes), of a record. */
const CHUNK: usize = 1 << 16;
const HEADER: usize = 64;
const RECORD: usize = 32;
/** Pages memory grows by: 16 MiB. */
const GROWTH: i32 = 256;

/** u32: where the next chunk begins, for all who write; i32: 1 once there is no more memory. */
let NEXT: usize = 0;
let chunk: usize = 0;
let at: usize = 0;
let last: usize = 0;
let piece: i32 = -1;

/** Says where the word is that several count chunks on with; memory after it grows as they fill. */
export function placeChunks(next: f64): void {
  NEXT = <usize>next;
}

/** From here on, records are of a piece. */
export function begin(next: i32): void {
  if (piece === next) return;
  piece = next;
  at = last = 0;
}

/** Whether memory reaches so far, having grown where it did not. The last byte of 4 GiB is never reached. */
function reaches(end: u64): bool {
  if (end >= (<u64>1) << 32) return false;
  while ((<u64>memory.size()) << 16 < end) if (memory.grow(GROWTH) < 0 && memory.grow(1) < 0) return false;
  return true;
}

/** Room for one more record of the piece; 0 where memory has come to its end. */
export function record(): usize {
  if (at === last && !take()) return 0;
  const here = at;
  at += RECORD;
  store<i32>(chunk, load<i32>(chunk, 4) + 1, 4);
  return here;
}

/** Where the piece goes on with room for so many bytes, fewer than a chunk has; 0 where memory has come to its end. */
export function roomIn(bytes: usize): usize {
  return at + bytes > last && !take() ? 0 : at;
}

/** So far it has been written. */
export function wrote(to: usize): void {
  at = to;
  store<i32>(chunk, <i32>(at - chunk - HEADER), 4);
}

/** Takes the next chunk, and moves on only where it has been had: past the end, addresses would begin again. */
function take(): bool {
  for (;;) {
    const next = atomic.load<u32>(NEXT);
    if (!reaches(<u64>next + CHUNK)) {
      store<i32>(NEXT, 1, 4);
      return false;
    }
    chunk = <usize>next;
    if (atomic.cmpxchg<u32>(NEXT, next, next + <u32>CHUNK) === next) break;
  }
  at = chunk + HEADER;
  last = chunk + CHUNK;
  store<i32>(chunk, piece);
  store<i32>(chunk, 0, 4);
  return true;
}
