import { begin, roomIn, wrote } from "./chunks";
import { beginAt, room, word } from "./memory";
import { CERTAIN, HIGH_IS_OPEN, LOW_IS_OPEN, NO_VOTES, Pair } from "./pairs";

/** What stands of everyone in a line, as the caller writes it (`src/networks/register/lines.ts`). */
export let IDS: usize = 0;
export let ID_START: usize = 0;
/** Entities in the order of their lines, and a byte an entity: how its line comes about. */
export let SORTED: usize = 0;
export let HOW: usize = 0;
/** Lines made before, those of each entity after how many bytes they are; where those of each piece begin. */
export let MADE: usize = 0;
export let MADE_START: usize = 0;
/** Text between what differs, one after the other; where each begins. */
export let TEXT: usize = 0;
export let TEXT_START: usize = 0;

/** The pairs of each entity: where they begin in a list of where they stand, counted in pairs from the first byte. */
export let PAIR_START: usize = 0;
export let PAIR: usize = 0;

/** How a line comes about: from one pair, or made before; else it is a text after the id, counted from the first of those. */
const PAIRED: i32 = 254;
const BEFORE: i32 = 255;

/** Places of texts: before and after the controller where it is possible, where it is certain; no votes; open ends; lines. */
const POSSIBLE_TEXT: i32 = 0;
const CERTAIN_TEXT: i32 = 2;
const NO_VOTES_TEXT: i32 = 4;
const OPEN_TEXT: i32 = 5;
const ALONE_TEXT: i32 = 9;

/** Lines looked at ahead. */
const AHEAD: i32 = 32;

/** No line that is put together here takes more bytes. */
const MOST: usize = 3072;
/** Units of a percent: ten decimals. */
const PERCENT: i64 = 10000000000;
const COMMA: i32 = 0x2c;
const POINT: i32 = 0x2e;
const ZERO: i32 = 0x30;

/** Lays them out from a byte on, and says where they end; bytes are copied eight at a time, and read beyond their end. */
export function placeLines(
  from: f64,
  entities: i32,
  ids: i32,
  pieces: i32,
  made: i32,
  texts: i32,
  text: i32,
  pairs: i32,
): f64 {
  beginAt(from);
  IDS = room(ids + 8, 1);
  ID_START = room(entities + 1, 4);
  SORTED = room(entities, 4);
  HOW = room(entities, 1);
  MADE = room(made + 8, 1);
  MADE_START = room(pieces, 4);
  TEXT = room(text + 8, 1);
  TEXT_START = room(texts + 1, 4);
  PAIR_START = room(entities + 1, 4);
  PAIR = room(pairs, 4);
  return <f64>room(0, 1);
}

/** Writes the lines of a piece of those in order, of so many each, in chunks; pieces are counted from `first` on. */
export function lines(nth: i32, first: i32, size: i32, entities: i32): void {
  const piece = first + nth;
  begin(piece);
  const to = min((piece + 1) * size, entities);
  let made = MADE + <usize>load<u32>(word(MADE_START, piece));
  let touched = piece * size;
  for (let rank = touched; rank < to; rank++) {
    if (rank === touched) touched = touch(rank, min(rank + AHEAD, to));
    const n = load<i32>(word(SORTED, rank));
    const how: i32 = load<u8>(HOW + n);
    if (how === BEFORE) {
      const bytes = <usize>load<u32>(made);
      if (!passOn(made + 4, bytes)) return;
      made += 4 + bytes;
      continue;
    }
    let at = roomIn(MOST);
    if (at === 0) return;
    at = id(at, n);
    wrote(
      how === PAIRED
        ? paired(at, load<i32>(word(PAIR, load<i32>(word(PAIR_START, n)))))
        : text(at, ALONE_TEXT + how),
    );
  }
}

/**
 * Reads a little of what some lines are put together from, and returns where they end: it lies anywhere, and memory that is
 * asked for all of it at once answers nearly as soon as for one.
 */
function touch(from: i32, to: i32): i32 {
  let sum: i32 = 0;
  for (let rank = from; rank < to; rank++) {
    const n = load<i32>(word(SORTED, rank));
    if (<i32>load<u8>(HOW + n) !== PAIRED) continue;
    const place = load<i32>(word(PAIR, load<i32>(word(PAIR_START, n))));
    const controller = changetype<Pair>((<usize>place) << 5).controller;
    sum += <i32>load<u8>(IDS + <usize>load<u32>(word(ID_START, controller)));
  }
  // It always is: asked, so that what is read has a use and no compiler leaves it out.
  return sum >= 0 ? to : from;
}

/** The rest of a line: the one who controls, how certainly, with what votes. */
function paired(to: usize, place: i32): usize {
  const pair = changetype<Pair>((<usize>place) << 5);
  const bits = pair.bits;
  const first = (bits & CERTAIN) !== 0 ? CERTAIN_TEXT : POSSIBLE_TEXT;
  let at = text(id(text(to, first), pair.controller), first + 1);
  if ((bits & NO_VOTES) !== 0) return text(at, NO_VOTES_TEXT);
  const low = Math.min(pair.low, pair.high);
  at = percent(at, <i64>low);
  store<u8>(at, COMMA);
  at = percent(at + 1, <i64>pair.high);
  const open = (bits & LOW_IS_OPEN) !== 0 ? 1 : 0;
  const ends = open + ((bits & HIGH_IS_OPEN) !== 0 ? 2 : 0);
  return text(at, OPEN_TEXT + (low < pair.high ? ends : 0));
}

function id(to: usize, n: i32): usize {
  const from = load<u32>(word(ID_START, n));
  // Each is followed by a separator.
  return copied(to, IDS + <usize>from, <usize>(load<u32>(word(ID_START, n + 1)) - from - 1));
}

function text(to: usize, place: i32): usize {
  const from = load<u32>(word(TEXT_START, place));
  return copied(to, TEXT + <usize>from, <usize>(load<u32>(word(TEXT_START, place + 1)) - from));
}

/** Copies some bytes, and up to seven more; returns where they end. */
function copied(to: usize, from: usize, bytes: usize): usize {
  for (let i: usize = 0; i < bytes; i += 8) store<u64>(to + i, load<u64>(from + i));
  return to + bytes;
}

/** Units as a percentage: as many decimals as it takes. */
function percent(to: usize, units: i64): usize {
  const whole = <i32>(units / PERCENT);
  let at = to;
  if (whole >= 100) store<u8>(at++, ZERO + whole / 100);
  if (whole >= 10) store<u8>(at++, ZERO + ((whole / 10) % 10));
  store<u8>(at++, ZERO + (whole % 10));
  let rest = units % PERCENT;
  if (rest === 0) return at;
  store<u8>(at++, POINT);
  for (let unit = PERCENT / 10; rest !== 0; unit /= 10) {
    store<u8>(at++, ZERO + <i32>(rest / unit));
    rest %= unit;
  }
  return at;
}

/** Copies bytes however many there are; false where memory has come to its end. */
function passOn(from: usize, bytes: usize): bool {
  for (let done: usize = 0; done < bytes; ) {
    const at = roomIn(MOST);
    if (at === 0) return false;
    const part = min(bytes - done, MOST);
    memory.copy(at, from + done, part);
    wrote(at + part);
    done += part;
  }
  return true;
}
