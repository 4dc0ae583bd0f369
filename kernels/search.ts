import { bit, FOUND, HOLDS, RIGHT, RUN, STAMP, STARTS, starts, word } from "./memory";
import { holding } from "./reduce";

let run: i32 = 0;
let count: i32 = 0;
let source: i32 = 0;
let begun: bool = false;

/** Everything a source controls into FOUND; returns how many. Each search is a run of its own number, above 0. */
export function search<H>(from: i32): i32 {
  run = load<i32>(RUN) + 1;
  store<i32>(RUN, run);
  count = 0;
  source = from;
  store<i32>(word(STAMP, source), run);
  begun = bit(STARTS, source);
  if (!begun) return 0;
  expand<H>(source);
  return follow<H>(0);
}

/** Goes on as if the last source controlled this node too; returns how many there are now. */
export function also<H>(node: i32): i32 {
  const from = count;
  if (!begun) expand<H>(source);
  begun = true;
  fall(node);
  return follow<H>(from);
}

function follow<H>(from: i32): i32 {
  for (let head = from; head < count; head++) expand<H>(load<i32>(word(FOUND, head)));
  return count;
}

/** Adds what falls by what one holder has. */
function expand<H>(holder: i32): void {
  if (!bit(HOLDS, holder)) return;
  const start = starts(holder);
  const lastRight = word(RIGHT, load<i32>(start, 8));
  for (let at = word(RIGHT, load<i32>(start)); at < lastRight; at += 4) fall(load<i32>(at));
  const lastHold = changetype<usize>(holding<H>(load<i32>(start, 12)));
  for (let at = changetype<usize>(holding<H>(load<i32>(start, 4))); at < lastHold; at += offsetof<H>()) {
    const company = changetype<H>(at).add(run);
    if (company >= 0) fall(company);
  }
}

function fall(node: i32): void {
  const stamp = word(STAMP, node);
  if (load<i32>(stamp) === run) return;
  store<i32>(stamp, run);
  store<i32>(word(FOUND, count++), node);
}
