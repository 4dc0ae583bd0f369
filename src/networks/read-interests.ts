import type { Day } from "../model/date.ts";
import { RIGHT_CODES } from "../model/rights.ts";
import { WHOLE } from "../model/share.ts";
import { knownStatements, type Params, type Reader } from "../store/port.ts";
import {
  CONDITIONAL,
  type Column,
  columnsOf,
  HELD_HIGH_OPEN,
  HELD_INDIRECT,
  HELD_LOW_OPEN,
  HELD_READING,
  HELD_UNKNOWN_DIRECTNESS,
  type Interests,
  type InterestText,
  inOrder,
  lastDay,
  NO_DAY,
  OBSERVATION,
  OWN_CONDITION,
  RARE,
} from "./interests.ts";

const CODES = new Map(RIGHT_CODES.map((code, i) => [code as string, i]));

/** Streams in which all of them come: each is the work of one thread of the engine. */
const STREAMS = 2;

/** Reads the interests known on a day (null: all the case holds), all of them or those in some companies. */
export async function readInterests(
  store: Reader,
  known: Day | null,
  companies: Iterable<number> | null = null,
): Promise<Interests> {
  const among = companies === null ? null : amongOf(companies);
  const columns = among === null ? await readAll(store, known) : await readSome(store, known, among);
  const rare = columns.bits.some((bits) => (bits & RARE) !== 0);
  return inOrder({ ...columns, texts: rare ? await readText(store, known, among) : new Map() });
}

interface Among {
  readonly where: string;
  readonly params: Params;
}

/** Some rows of many are put in order by the engine: it would hand them on a few at a time as it comes across them. */
const amongOf = (companies: Iterable<number>): Among => ({
  where: "AND subject IN (SELECT CAST(unnest(string_split($companies, '|')) AS INTEGER)) ORDER BY n",
  params: { companies: ["-1", ...companies].join("|") },
});

const interestsKnown = (known: Day | null) =>
  `FROM ${knownStatements(known)} WHERE kind = 'interest' AND subject IS NOT NULL`;

type Columns = Omit<Interests, "texts">;

/** The columns as they are asked for. */
const TYPES = {
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
} as const;

function select(known: Day | null, where: string): string {
  const codes = RIGHT_CODES.map((code, i) => `WHEN '${code}' THEN ${i}`).join(" ");
  const bit = (condition: string, value: number) => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
  const day = (column: string) => `coalesce(${column}, ${NO_DAY})`;
  return `SELECT n, subject, coalesce(object, -1) AS party,
       CASE interest_type ${codes} ELSE ${CODES.get("unknownInterest")} END AS kind_of_right,
       CAST(coalesce(low, 0) AS DOUBLE) AS low, CAST(coalesce(high, ${WHOLE}) AS DOUBLE) AS high,
       ${bit("low_open", HELD_LOW_OPEN)} + ${bit("high_open", HELD_HIGH_OPEN)}
         + ${bit("direct = 'indirect'", HELD_INDIRECT)} + ${bit("direct = 'unknown'", HELD_UNKNOWN_DIRECTNESS)}
         + ${bit("share_text LIKE 'about%'", HELD_READING)} + ${bit("basis = 'observation'", OBSERVATION)}
         + ${bit("class <> '' OR joint <> '' OR members <> '' OR reason <> '' OR dispute <> ''", RARE)}
         + ${bit("conditional = 'yes'", CONDITIONAL)} + ${bit("conditional = 'holder'", OWN_CONDITION)} AS bits,
       ${day("from_lo")} AS from_lo, ${lastDay("from_lo", "from_hi")} AS from_hi,
       ${day("to_lo")} AS to_lo, ${lastDay("to_lo", "to_hi")} AS to_hi,
       ${day("stated")} AS stated, coalesce(leader, -1) AS leader
     ${interestsKnown(known)} ${where}`;
}

type Read = Readonly<Record<keyof typeof TYPES, unknown>>;

const named = (length: number, column: Read): Columns => ({
  length,
  n: column.n as Int32Array,
  subject: column.subject as Int32Array,
  party: column.party as Int32Array,
  right: column.kind_of_right as Int32Array,
  low: column.low as Float64Array,
  high: column.high as Float64Array,
  bits: column.bits as Int32Array,
  fromLo: column.from_lo as Int32Array,
  fromHi: column.from_hi as Int32Array,
  toLo: column.to_lo as Int32Array,
  toHi: column.to_hi as Int32Array,
  stated: column.stated as Int32Array,
  leader: column.leader as Int32Array,
});

async function readSome(store: Reader, known: Day | null, { where, params }: Among): Promise<Columns> {
  const { length, column } = await store.columns(select(known, where), TYPES, params);
  return named(length, column);
}

/**
 * All of them, each row put where it belongs as it comes: there are tens of millions, and they come in any order. Once more
 * where others came in between.
 */
async function readAll(store: Reader, known: Day | null): Promise<Columns> {
  for (;;) {
    const { length, places } = await placesOf(store, known);
    const laid = new Laid(length);
    const share = Math.ceil(places.length / STREAMS);
    const stream = (first: number, end: number) =>
      store.each(select(known, `AND n >= ${first} AND n < ${end}`), TYPES, (count, column) =>
        laid.put(named(count, column), places),
      );
    await Promise.all(
      Array.from({ length: STREAMS }, (_, k) => stream(k * share, Math.min(places.length, (k + 1) * share))),
    );
    if (laid.rows === length) return laid.columns;
  }
}

/** Columns with room for so many rows, which are put in place. */
class Laid {
  readonly columns: Columns;
  rows = 0;

  constructor(length: number) {
    const [ints, reals] = [() => new Int32Array(length), () => new Float64Array(length)];
    this.columns = { length, ...columnsOf(ints, reals) };
  }

  put(read: Columns, places: Int32Array): void {
    const to = read.n.subarray(0, read.length).map((n) => places[n] as number);
    const first = to[0] as number;
    const together = to.every((place, i) => place === first + i);
    const put = <T extends Int32Array | Float64Array>(column: Column<T>): T => {
      const [from, all] = [column(read), column(this.columns)];
      if (together) all.set(from.subarray(0, read.length), first);
      else for (let i = 0; i < read.length; i++) all[to[i] as number] = from[i] as number;
      return all;
    };
    columnsOf(put, put);
    this.rows += read.length;
  }
}

/** Statement → its place among the interests, if it is one; and how many there are. */
async function placesOf(store: Reader, known: Day | null): Promise<{ length: number; places: Int32Array }> {
  const [last] = await store.rows<{ most: number | null }>("SELECT max(n) AS most FROM statement_all");
  const places = new Int32Array((last?.most ?? -1) + 1);
  await store.each(`SELECT n ${interestsKnown(known)}`, { n: "int32" }, (count, { n }) => {
    for (let i = 0; i < count; i++) places[n[i] as number] = 1;
  });
  let length = 0;
  for (let n = 0; n < places.length; n++) if (places[n] === 1) places[n] = length++;
  return { length, places };
}

async function readText(
  store: Reader,
  known: Day | null,
  among: Among | null,
): Promise<Map<number, InterestText>> {
  const { where, params } = among ?? { where: "", params: {} };
  const { length, column } = await store.columns(
    `SELECT n, class, joint, members, reason, dispute ${interestsKnown(known)}
     AND (class <> '' OR joint <> '' OR members <> '' OR reason <> '' OR dispute <> '') ${where}`,
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
