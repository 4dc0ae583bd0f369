import type { Day } from "../model/date.ts";
import { type Interests, type InterestText, NO_DAY, OBSERVATION } from "./interests.ts";

/** Everyone who was ever above an entity, itself included, whatever the day: parties, deciders, concert members. */
export function everAbove(all: Interests, ordinal: number): Set<number> {
  return closure(
    ordinal,
    edges(all, (subject, party, add) => add(subject, party)),
  );
}

/** Everything an entity was ever above, itself included. */
export function everBelow(all: Interests, ordinal: number): Set<number> {
  return closure(
    ordinal,
    edges(all, (subject, party, add) => add(party, subject)),
  );
}

type Add = (from: number, to: number) => void;

function edges(
  all: Interests,
  each: (subject: number, party: number, add: Add) => void,
): Map<number, number[]> {
  const next = new Map<number, number[]>();
  const add: Add = (from, to) => {
    const list = next.get(from);
    if (list) list.push(to);
    else next.set(from, [to]);
  };
  for (let i = 0; i < all.length; i++) {
    const subject = all.subject[i] as number;
    const others = all.texts.get(all.n[i] as number)?.members ?? [];
    for (const party of [all.party[i] as number, all.leader[i] as number, ...others]) {
      if (party >= 0) each(subject, party, add);
    }
  }
  return next;
}

function closure(from: number, next: ReadonlyMap<number, readonly number[]>): Set<number> {
  const seen = new Set([from]);
  for (const n of seen) for (const other of next.get(n) ?? []) seen.add(other);
  return seen;
}

/** The statements about some companies, entities renumbered 0 … `ordinals.length − 1`. */
export interface Part {
  readonly interests: Interests;
  /** Local number → entity ordinal. */
  readonly ordinals: Int32Array;
}

/** Cuts out the statements about these companies; parties outside get numbers after them, in order of appearance. */
export function about(all: Interests, subjects: ReadonlySet<number>): Part {
  const rows: number[] = [];
  for (let i = 0; i < all.length; i++) if (subjects.has(all.subject[i] as number)) rows.push(i);
  const numbers = new Map([...subjects].map((n, i) => [n, i]));
  const local = (n: number) => {
    if (n < 0) return n;
    const known = numbers.get(n) ?? numbers.size;
    if (known === numbers.size) numbers.set(n, known);
    return known;
  };
  const ints = (column: Int32Array) => Int32Array.from(rows, (i) => column[i] as number);
  const nodes = (column: Int32Array) => Int32Array.from(rows, (i) => local(column[i] as number));
  const reals = (column: Float64Array) => Float64Array.from(rows, (i) => column[i] as number);
  const texts = new Map<number, InterestText>();
  for (const i of rows) {
    const n = all.n[i] as number;
    const text = all.texts.get(n);
    if (text) texts.set(n, { ...text, members: text.members.map(local) });
  }
  const interests: Interests = {
    length: rows.length,
    n: ints(all.n),
    subject: nodes(all.subject),
    party: nodes(all.party),
    right: ints(all.right),
    low: reals(all.low),
    high: reals(all.high),
    bits: ints(all.bits),
    fromLo: ints(all.fromLo),
    fromHi: ints(all.fromHi),
    toLo: ints(all.toLo),
    toHi: ints(all.toHi),
    stated: ints(all.stated),
    leader: nodes(all.leader),
    texts,
  };
  return { interests, ordinals: Int32Array.from(numbers.keys()) };
}

/** Days on which what is held may change, ascending: starts, ends, observations, and when a carried one runs out. */
export function momentsOf(all: Interests, carry: number): Day[] {
  const days = new Set<Day>();
  for (let i = 0; i < all.length; i++) {
    const unknownStart = all.fromLo[i] === NO_DAY && all.fromHi[i] === NO_DAY;
    const start = unknownStart ? [all.stated[i]] : [all.fromLo[i], all.fromHi[i]];
    const runsOut = (start[0] as number) === NO_DAY ? NO_DAY : (start[0] as number) + carry + 1;
    const observed = ((all.bits[i] as number) & OBSERVATION) !== 0;
    for (const day of [...start, all.toLo[i], all.toHi[i], observed ? runsOut : NO_DAY]) {
      if (day !== undefined && day !== NO_DAY) days.add(day);
    }
  }
  return [...days].sort((a, b) => a - b);
}
