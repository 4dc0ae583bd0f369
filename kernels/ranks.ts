/**
 * Bits with a number beside each word of them: where what is kept of the first marked one of the word stands. What is
 * marked is kept close together, and found again from two words of few. A word is of one piece, and filled in order.
 */

/** Bytes of a word of bits with its number; bits of a word. */
const PAIR: i32 = 8;
const WORD_BITS: i32 = 5;

/** Words that so many bits take. */
export function pairsFor(count: i32): i32 {
  return (count >>> WORD_BITS) + 1;
}

function pair(from: usize, i: i32): usize {
  return from + <usize>(i >>> WORD_BITS) * PAIR;
}

/** Begins the word that starts with i, if one does: what is kept of its first will stand at a place. */
export function begins(from: usize, i: i32, place: i32): void {
  if ((i & 31) === 0) store<i32>(pair(from, i), place, 4);
}

export function mark(from: usize, i: i32): void {
  const at = pair(from, i);
  store<u32>(at, load<u32>(at) | (1 << (i & 31)));
}

export function marked(from: usize, i: i32): bool {
  return (load<u32>(pair(from, i)) & (1 << (i & 31))) !== 0;
}

/** Where what is kept of i stands; −1 where it is not marked. */
export function placeOf(from: usize, i: i32): i32 {
  const at = pair(from, i);
  const bits = load<u32>(at);
  const own: u32 = 1 << (i & 31);
  return (bits & own) === 0 ? -1 : load<i32>(at, 4) + <i32>popcnt<u32>(bits & (own - 1));
}
