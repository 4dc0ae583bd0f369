/** Bits of `flags`. */
export const HELD_LOW_OPEN = 1;
export const HELD_HIGH_OPEN = 2;
/** Holds on the day for some reading of its dates only. */
export const HELD_POSSIBLE = 4;
export const HELD_DISPUTED = 8;
/** A figure read from "about". */
export const HELD_READING = 16;
export const HELD_INDIRECT = 32;
export const HELD_UNKNOWN_DIRECTNESS = 64;
/** Bits of `bits`, beyond those of `flags`. */
export const OBSERVATION = 256;
/** Has text of its own: a class, a token, members, a reason. */
export const RARE = 512;
export const CONDITIONAL = 1024;
export const OWN_CONDITION = 2048;

/** What rare statements carry besides numbers. */
export interface HeldExtra {
  readonly class: string;
  readonly joint: string;
  readonly members: readonly number[];
  readonly reason: string;
}

/** A day that is not stated. */
export const NO_DAY = -2_000_000_000;

/** The last day of a date that leaves open how late it is ("[2018..]"): later than any other. */
export const OPEN_DAY = 2_000_000_000;

/** The last day of a date in a column as `OPEN_DAY` or `NO_DAY` where it has none, as SQL. */
export const lastDay = (lo: string, hi: string) =>
  `coalesce(${hi}, CASE WHEN ${lo} IS NULL THEN ${NO_DAY} ELSE ${OPEN_DAY} END)`;

/** Every interest known on a day as flat columns, one row a statement, whatever day it is about. */
export interface Interests {
  readonly length: number;
  readonly n: Int32Array;
  readonly subject: Int32Array;
  readonly party: Int32Array;
  readonly right: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bits: Int32Array;
  readonly fromLo: Int32Array;
  readonly fromHi: Int32Array;
  readonly toLo: Int32Array;
  readonly toHi: Int32Array;
  readonly stated: Int32Array;
  readonly leader: Int32Array;
  readonly texts: ReadonlyMap<number, InterestText>;
}

/** Text of a rare statement, by its ordinal. */
export interface InterestText extends HeldExtra {
  readonly dispute: string;
}

/** The rows by number of their statement: an engine returns them as they lie, which no answer may rest on. */
export function inOrder(read: Interests): Interests {
  const { n, length } = read;
  let ordered = true;
  for (let i = 1; i < length && ordered; i++) ordered = (n[i] as number) > (n[i - 1] as number);
  if (ordered) return read;
  return rowsTaken(
    read,
    Int32Array.from({ length }, (_, i) => i).sort((a, b) => (n[a] as number) - (n[b] as number)),
  );
}

/** The rows of several readings, none of them in two, as one reading. */
export function interestsOf(parts: readonly Interests[]): Interests {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const laid = <T extends Int32Array | Float64Array>(into: T, column: Column<T>): T => {
    let at = 0;
    for (const part of parts) {
      into.set(column(part).subarray(0, part.length), at);
      at += part.length;
    }
    return into;
  };
  return inOrder({
    length,
    ...columnsOf(
      (column) => laid(new Int32Array(length), column),
      (column) => laid(new Float64Array(length), column),
    ),
    texts: new Map(parts.flatMap((part) => [...part.texts])),
  });
}

/** A column of a reading. */
export type Column<T> = (one: Omit<Interests, "texts">) => T;

/** Every column, made by what is told which it is. */
export function columnsOf(
  ints: (column: Column<Int32Array>) => Int32Array,
  reals: (column: Column<Float64Array>) => Float64Array,
): Omit<Interests, "length" | "texts"> {
  return {
    n: ints((one) => one.n),
    subject: ints((one) => one.subject),
    party: ints((one) => one.party),
    right: ints((one) => one.right),
    low: reals((one) => one.low),
    high: reals((one) => one.high),
    bits: ints((one) => one.bits),
    fromLo: ints((one) => one.fromLo),
    fromHi: ints((one) => one.fromHi),
    toLo: ints((one) => one.toLo),
    toHi: ints((one) => one.toHi),
    stated: ints((one) => one.stated),
    leader: ints((one) => one.leader),
  };
}

/** Some rows of the columns, as columns of their own. */
export function rowsTaken(all: Interests, rows: ArrayLike<number>): Interests {
  const picked = <T extends Int32Array | Float64Array>(column: T, into: T): T => {
    for (let k = 0; k < rows.length; k++) into[k] = column[rows[k] as number] as number;
    return into;
  };
  return {
    length: rows.length,
    ...columnsOf(
      (column) => picked(column(all), new Int32Array(rows.length)),
      (column) => picked(column(all), new Float64Array(rows.length)),
    ),
    texts: all.texts,
  };
}
