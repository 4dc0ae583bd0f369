import { bit, FOUND, PIECE, STARTS, word } from "./memory";
import { search } from "./search";

/** How many nodes below `below` each source of a piece controls, into an i32 a source at `into`, where 0 stands. */
export function tally<H>(piece: i32, sources: i32, below: i32, into: usize): void {
  const to = min((piece + 1) * PIECE, sources);
  for (let x = piece * PIECE; x < to; x++) {
    if (!bit(STARTS, x)) continue;
    const found = search<H>(x);
    let count = 0;
    for (let i = 0; i < found; i++) if (load<i32>(word(FOUND, i)) < below) count++;
    store<i32>(word(into, x), count);
  }
}
