import type { Day } from "../model/date.ts";
import { RIGHT_CODES } from "../model/rights.ts";
import { WHOLE } from "../model/share.ts";
import { knownStatements, type Params, type Reader } from "../store/port.ts";

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
const CODES = new Map(RIGHT_CODES.map((code, i) => [code as string, i]));

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

/** Reads the interests known on a day (null: all the case holds), all of them or those in some companies. */
export async function readInterests(
  store: Reader,
  known: Day | null,
  companies: Iterable<number> | null = null,
): Promise<Interests> {
  const among = amongOf(companies);
  const columns = await readColumns(store, known, among);
  const rare = columns.bits.some((bits) => (bits & RARE) !== 0);
  return inOrder({ ...columns, texts: rare ? await readText(store, known, among) : new Map() });
}

/** The rows by number of their statement: an engine returns them as they lie, which no answer may rest on. */
function inOrder(read: Interests): Interests {
  const { n, length } = read;
  let ordered = true;
  for (let i = 1; i < length && ordered; i++) ordered = (n[i] as number) > (n[i - 1] as number);
  if (ordered) return read;
  return rowsTaken(read, length < FEW ? sortedBy(n, length) : countedBy(n, length));
}

/** Below so many rows they are sorted: they may be any of millions. */
const FEW = 1 << 16;

const sortedBy = (n: Int32Array, length: number): Int32Array =>
  Int32Array.from({ length }, (_, i) => i).sort((a, b) => (n[a] as number) - (n[b] as number));

/** The same of numbers of which there are not many more than rows. */
function countedBy(n: Int32Array, length: number): Int32Array {
  let most = 0;
  for (let i = 0; i < length; i++) most = Math.max(most, n[i] as number);
  const row = new Int32Array(most + 1).fill(-1);
  for (let i = 0; i < length; i++) row[n[i] as number] = i;
  const sorted = new Int32Array(length);
  let at = 0;
  for (const i of row) if (i >= 0) sorted[at++] = i;
  return sorted;
}

interface Among {
  readonly where: string;
  readonly params: Params;
}

/** Some rows of many are put in order by the engine: it would hand them on a few at a time as it comes across them. */
function amongOf(companies: Iterable<number> | null): Among {
  if (companies === null) return { where: "", params: {} };
  return {
    where: "AND subject IN (SELECT CAST(unnest(string_split($companies, '|')) AS INTEGER)) ORDER BY n",
    params: { companies: ["-1", ...companies].join("|") },
  };
}

async function readColumns(
  store: Reader,
  known: Day | null,
  { where, params }: Among,
): Promise<Omit<Interests, "texts">> {
  const codes = RIGHT_CODES.map((code, i) => `WHEN '${code}' THEN ${i}`).join(" ");
  const bit = (condition: string, value: number) => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
  const day = (column: string) => `coalesce(${column}, ${NO_DAY})`;
  const { length, column } = await store.columns(
    `SELECT n, subject, coalesce(object, -1) AS party,
       CASE interest_type ${codes} ELSE ${CODES.get("unknownInterest")} END AS kind_of_right,
       CAST(coalesce(low, 0) AS DOUBLE) AS low, CAST(coalesce(high, ${WHOLE}) AS DOUBLE) AS high,
       ${bit("low_open", HELD_LOW_OPEN)} + ${bit("high_open", HELD_HIGH_OPEN)}
         + ${bit("direct = 'indirect'", HELD_INDIRECT)} + ${bit("direct = 'unknown'", HELD_UNKNOWN_DIRECTNESS)}
         + ${bit("share_text LIKE 'about%'", HELD_READING)} + ${bit("basis = 'observation'", OBSERVATION)}
         + ${bit("class <> '' OR joint <> '' OR members <> '' OR reason <> '' OR dispute <> ''", RARE)}
         + ${bit("conditional = 'yes'", CONDITIONAL)} + ${bit("conditional = 'holder'", OWN_CONDITION)} AS bits,
       ${day("from_lo")} AS from_lo, ${day("from_hi")} AS from_hi, ${day("to_lo")} AS to_lo, ${day("to_hi")} AS to_hi,
       ${day("stated")} AS stated, coalesce(leader, -1) AS leader
     FROM ${knownStatements(known)} WHERE kind = 'interest' AND subject IS NOT NULL ${where}`,
    {
      n: "int32",
      subject: "int32",
      party: "int32",
      kind_of_right: "int32",
      low: "float64",
      high: "float64",
      bits: "int32",
      from_lo: "int32",
      from_hi: "int32",
      to_lo: "int32",
      to_hi: "int32",
      stated: "int32",
      leader: "int32",
    },
    params,
  );
  const ints = (name: keyof typeof column) => column[name] as Int32Array;
  return {
    length,
    n: ints("n"),
    subject: ints("subject"),
    party: ints("party"),
    right: ints("kind_of_right"),
    low: column.low as Float64Array,
    high: column.high as Float64Array,
    bits: ints("bits"),
    fromLo: ints("from_lo"),
    fromHi: ints("from_hi"),
    toLo: ints("to_lo"),
    toHi: ints("to_hi"),
    stated: ints("stated"),
    leader: ints("leader"),
  };
}

async function readText(
  store: Reader,
  known: Day | null,
  { where, params }: Among,
): Promise<Map<number, InterestText>> {
  const { length, column } = await store.columns(
    `SELECT n, class, joint, members, reason, dispute FROM ${knownStatements(known)}
     WHERE kind = 'interest' AND (class <> '' OR joint <> '' OR members <> '' OR reason <> '' OR dispute <> '') ${where}`,
    { n: "int32", class: "text", joint: "text", members: "text", reason: "text", dispute: "text" },
    params,
  );
  const text = (name: keyof typeof column, i: number) => (column[name] as readonly string[])[i] ?? "";
  const rare = new Map<number, InterestText>();
  for (let i = 0; i < length; i++) {
    const members = text("members", i)
      .split("|")
      .filter((m) => m !== "")
      .map(Number);
    rare.set((column.n as Int32Array)[i] as number, {
      class: text("class", i),
      joint: text("joint", i),
      members,
      reason: text("reason", i),
      dispute: text("dispute", i),
    });
  }
  return rare;
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

type Column<T> = (one: Interests) => T;

/** Every column, made by what is told which it is. */
function columnsOf(
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
