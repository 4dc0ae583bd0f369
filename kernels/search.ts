import { bit, FOUND, figure, HOLDS, RIGHT, RUN, STAMP, START, STARTS, word } from "./memory";
import { placeOf } from "./ranks";
import { holding } from "./reduce";

/** So many found are looked through one by one: most searches find fewer, and never touch a stamp. */
const FEW: i32 = 8;

let run: i32 = 0;
let count: i32 = 0;
let source: i32 = 0;
let begun: bool = false;
/** How many of those found have their stamp; the source has its own with the first. */
let stamped: i32 = 0;

/** Everything a source controls into FOUND; returns how many. Each search is a run of its own number, above 0. */
export function search<H>(from: i32): i32 {
  run = load<i32>(RUN) + 1;
  store<i32>(RUN, run);
  count = 0;
  stamped = -1;
  source = from;
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

/** The source and everybody found have the number of the run at STAMP. */
export function stamp(): void {
  if (stamped < 0) store<i32>(word(STAMP, source), run);
  for (let i = max(stamped, 0); i < count; i++) store<i32>(word(STAMP, load<i32>(word(FOUND, i))), run);
  stamped = count;
}

function follow<H>(from: i32): i32 {
  for (let head = from; head < count; head++) expand<H>(load<i32>(word(FOUND, head)));
  return count;
}

/** Adds what falls by what one holder has. */
function expand<H>(holder: i32): void {
  const place = placeOf(HOLDS, holder);
  if (place < 0) return;
  const start = figure(START, place);
  const lastRight = word(RIGHT, load<i32>(start, 8));
  for (let at = word(RIGHT, load<i32>(start)); at < lastRight; at += 4) fall(load<i32>(at));
  const lastHold = changetype<usize>(holding<H>(load<i32>(start, 12)));
  for (let at = changetype<usize>(holding<H>(load<i32>(start, 4))); at < lastHold; at += offsetof<H>()) {
    const company = changetype<H>(at).add(run);
    if (company >= 0) fall(company);
  }
}

function fall(node: i32): void {
  if (count < FEW ? isAmongFew(node) : load<i32>(word(STAMP, node)) === run) return;
  store<i32>(word(FOUND, count++), node);
  if (count < FEW) return;
  if (count === FEW) stamp();
  else {
    store<i32>(word(STAMP, node), run);
    stamped = count;
  }
}

function isAmongFew(node: i32): bool {
  if (node === source) return true;
  for (let i = 0; i < count; i++) if (load<i32>(word(FOUND, i)) === node) return true;
  return false;
}
