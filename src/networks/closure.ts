import { type Csr, csr } from "../graph/csr.ts";
import type { Day } from "../model/date.ts";
import {
  type Interests,
  type InterestText,
  NO_DAY,
  OBSERVATION,
  OPEN_DAY,
  RARE,
  rowsTaken,
} from "./interests.ts";

/** Finds the statements about a company, and those in which somebody is party, decider or member, without scanning. */
export interface InterestIndex {
  readonly interests: Interests;
  readonly bySubject: Csr;
  readonly byParty: Csr;
  /** Rows by decider or concert member: few. */
  readonly byOther: ReadonlyMap<number, readonly number[]>;
}

/** Indexes the interests of a case with entity ordinals below `entities`. */
export function indexOf(interests: Interests, entities: number): InterestIndex {
  const byOther = new Map<number, number[]>();
  for (let i = 0; i < interests.length; i++) {
    for (const other of othersIn(interests, i)) {
      const list = byOther.get(other);
      if (list) list.push(i);
      else byOther.set(other, [i]);
    }
  }
  return {
    interests,
    bySubject: csr(entities, interests.subject),
    byParty: csr(entities, interests.party),
    byOther,
  };
}

const NOBODY: readonly number[] = [];

function othersIn(all: Interests, i: number): readonly number[] {
  const leader = all.leader[i] as number;
  const rare = ((all.bits[i] as number) & RARE) !== 0;
  const members = rare ? (all.texts.get(all.n[i] as number)?.members ?? NOBODY) : NOBODY;
  return leader >= 0 ? [leader, ...members] : members;
}

const rowsIn = ({ start, order }: Csr, n: number) => order.subarray(start[n], start[n + 1]);

/** Everyone who was ever above an entity by any of the indexes, itself included, whatever the day: parties, deciders, concert members. */
export function everAbove(index: InterestIndex, ordinal: number, ...more: InterestIndex[]): Set<number> {
  const seen = new Set<number>();
  addAbove(seen, ordinal, index, ...more);
  return seen;
}

/** Adds them to some who have everyone above them among them. Cost: that of those who were not. */
export function addAbove(seen: Set<number>, ordinal: number, ...all: InterestIndex[]): void {
  if (seen.has(ordinal)) return;
  const pending = [ordinal];
  const add = (n: number) => {
    if (n < 0 || seen.has(n)) return;
    seen.add(n);
    pending.push(n);
  };
  seen.add(ordinal);
  for (const n of pending) {
    for (const { interests, bySubject } of all) {
      const end = bySubject.start[n + 1] as number;
      for (let k = bySubject.start[n] as number; k < end; k++) {
        const i = bySubject.order[k] as number;
        add(interests.party[i] as number);
        for (const other of othersIn(interests, i)) add(other);
      }
    }
  }
}

/** Everything an entity was ever above by any of the indexes, itself included. */
export function everBelow(index: InterestIndex, ordinal: number, ...more: InterestIndex[]): Set<number> {
  const seen = new Set([ordinal]);
  for (const n of seen) {
    for (const each of [index, ...more]) {
      for (const i of rowsIn(each.byParty, n)) seen.add(each.interests.subject[i] as number);
      for (const i of each.byOther.get(n) ?? []) seen.add(each.interests.subject[i] as number);
    }
  }
  return seen;
}

/** The statements about some companies, entities renumbered 0 … `ordinals.length − 1`. */
export interface Part {
  readonly interests: Interests;
  /** Local number → entity ordinal. */
  readonly ordinals: Int32Array;
}

/**
 * Cuts out the statements about these companies. The first of them gets number 0, everyone else, parties outside among
 * them, theirs in the order of the ordinals: a statement more or less changes nobody's place beside another. With
 * `numbers` from an earlier cut, everyone in it keeps theirs, and it grows.
 */
export function about(
  index: InterestIndex,
  subjects: ReadonlySet<number>,
  numbers = new Map<number, number>(),
): Part {
  const all = index.interests;
  const rows = rowsAbout(index, subjects);
  if (numbers.size === 0) inOrder(all, rows, subjects).forEach((n, i) => void numbers.set(n, i));
  const local = (n: number) => {
    if (n < 0) return n;
    const known = numbers.get(n) ?? numbers.size;
    if (known === numbers.size) numbers.set(n, known);
    return known;
  };
  const interests = rowsTaken(all, rows);
  for (const column of [interests.subject, interests.party, interests.leader])
    for (let k = 0; k < column.length; k++) column[k] = local(column[k] as number);
  const texts = new Map<number, InterestText>();
  for (let k = 0; k < rows.length; k++) {
    const n = interests.n[k] as number;
    const text = all.texts.get(n);
    if (text) texts.set(n, { ...text, members: text.members.map(local) });
  }
  return { interests: { ...interests, texts }, ordinals: Int32Array.from(numbers.keys()) };
}

/** The rows about some companies, ascending. */
function rowsAbout({ bySubject }: InterestIndex, subjects: ReadonlySet<number>): Int32Array {
  let length = 0;
  for (const n of subjects) length += rowsIn(bySubject, n).length;
  const rows = new Int32Array(length);
  let at = 0;
  for (const n of subjects) {
    const own = rowsIn(bySubject, n);
    rows.set(own, at);
    at += own.length;
  }
  return rows.sort();
}

/** The companies and all whom the statements about them name: the first company, then the others ascending. */
function inOrder(all: Interests, rows: Int32Array, subjects: ReadonlySet<number>): number[] {
  const named = new Set(subjects);
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] as number;
    named.add(all.party[i] as number);
    for (const other of othersIn(all, i)) named.add(other);
  }
  const [first] = subjects;
  const others = Int32Array.from([...named].filter((n) => n >= 0 && n !== first)).sort();
  return first === undefined ? [...others] : [first, ...others];
}

/** The year 1000: earlier bounds stand for "no bound". */
const LONG_AGO = -354_000;

/**
 * Days on which what is held may change, ascending: starts, ends, observations and the days after them, and when what is
 * carried runs out. Where there are more than `most`, only so many are sure to be looked for.
 */
export function momentsOf(all: Interests, carry: number, most = Number.POSITIVE_INFINITY): Day[] {
  const days = new Set<Day>();
  const seen = observedPairs(all);
  for (let i = 0; i < all.length && days.size <= most; i++) {
    const [lo, hi] = startOf(all, i);
    const known = [lo, hi, all.toLo[i] as number, all.toHi[i] as number];
    const later = seen.has(pairOf(all, i)) && lo !== NO_DAY ? [lo + carry + 1, hi + 1] : [];
    for (const day of [...known, ...later]) if (day > LONG_AGO && day < OPEN_DAY) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

const pairOf = (all: Interests, i: number): string => `${all.subject[i]} ${all.party[i]}`;

/** Parties with companies in which anything of theirs was observed: what they hold there may grow too old. */
function observedPairs(all: Interests): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i < all.length; i++)
    if (((all.bits[i] as number) & OBSERVATION) !== 0) pairs.add(pairOf(all, i));
  return pairs;
}

/** When a statement starts to hold, by either reading; of an observation without a day, the day it was stated, or its end. */
function startOf(all: Interests, i: number): readonly [number, number] {
  const [lo, hi] = [all.fromLo[i] as number, all.fromHi[i] as number];
  if (lo !== NO_DAY || hi !== NO_DAY) return [lo, hi];
  const [stated, end] = [all.stated[i] as number, all.toHi[i] as number];
  if (((all.bits[i] as number) & OBSERVATION) === 0) return [NO_DAY, stated];
  const day = end === NO_DAY ? stated : Math.min(stated, end);
  return [day, day];
}
