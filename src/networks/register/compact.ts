import type { Day } from "../../model/date.ts";
import { type Effect, RIGHT_CODES, RIGHTS } from "../../model/rights.ts";
import { WHOLE } from "../../model/share.ts";
import { knownStatements, type Reader } from "../../store/port.ts";
import { lastDay, NO_DAY } from "../interests.ts";
import { RowsByRange } from "./rows-by-range.ts";

/** What a statement is, in the two lowest bits of `bits`. */
export const SHARES = 0;
export const VOTES = 1;
export const BOARD = 2;
/** Counts for nothing in control. */
export const IDLE = 3;
export const KIND = 3;
export const C_LOW_OPEN = 4;
export const C_HIGH_OPEN = 8;
export const C_INDIRECT = 16;
export const C_UNKNOWN = 32;
/** Holds on the day for some reading of its dates only; does not hold on it at all. */
export const C_POSSIBLE = 64;
export const C_ABSENT = 128;

/**
 * The interests of a whole register in the fewest bytes: those that one statement each settles, in rows; and which
 * companies have any other (an observation, a contract, a concert, a class, a party not named …), in `odd`.
 * `code` is a place in `bits`, `low` and `high`: a register knows few different figures.
 */
export interface Compact {
  /** In the order of the statements, one part after the other; taken away as they are sorted (`holders.ts`). */
  readonly parts: readonly RowsByRange[];
  readonly bits: number[];
  readonly low: number[];
  readonly high: number[];
  readonly odd: Uint8Array;
}

const kindOf: Readonly<Record<Effect, number | null>> = {
  shares: SHARES,
  votes: VOTES,
  board: BOARD,
  none: IDLE,
  economic: IDLE,
  dominant: null,
  contract: null,
  "conditional-contract": null,
  partnership: null,
  concert: null,
  nominator: null,
  nominal: null,
  influence: null,
};

const ODD = 256;

/** Streams the rows come in at a time: each is the work of one thread of the engine. */
const STREAMS = 2;

/** Reads them as they stand on a day, one pass over the statements known on another (null: all). */
export async function readCompact(
  store: Reader,
  clocks: { readonly asOf: Day; readonly known: Day | null },
  entities: number,
): Promise<Compact> {
  const [all] = await store.rows<{ most: number | null }>("SELECT max(n) AS most FROM statement_all");
  const share = Math.ceil(((all?.most ?? 0) + 1) / STREAMS);
  const parts = Array.from({ length: STREAMS }, () => new RowsByRange(entities));
  const out: Compact = { parts, bits: [], low: [], high: [], odd: new Uint8Array(entities) };
  const codes = new Codes(out);
  const sql = query(clocks.asOf, clocks.known);
  await Promise.all([
    markQualified(store, clocks.known, out.odd),
    ...parts.map((rows, k) =>
      store.each(
        `${sql} AND s.n >= ${k * share} AND s.n < ${(k + 1) * share}`,
        { subject: "int32", object: "int32", bits: "int32", low: "float64", high: "float64" },
        (length, { subject, object, bits, low, high }) => {
          for (let i = 0; i < length; i++) {
            const [company, party, flags] = [subject[i] as number, object[i] as number, bits[i] as number];
            if ((flags & ODD) !== 0 || party < 0 || party === company) out.odd[company] = 1;
            else rows.add(company, party, codes.place(flags, low[i] as number, high[i] as number));
          }
        },
      ),
    ),
  ]);
  return out;
}

/** Marks the companies of statements that are odd by what few say: a query of its own, since most cases have none of these. */
async function markQualified(store: Reader, known: Day | null, odd: Uint8Array): Promise<void> {
  const what = `basis = 'observation' OR class <> '' OR joint <> '' OR members <> '' OR reason <> '' OR dispute <> ''
    OR leader IS NOT NULL OR conditional IN ('yes', 'holder')`;
  await store.each(
    `SELECT subject FROM ${knownStatements(known, "statement_qualified")}
    WHERE kind = 'interest' AND subject IS NOT NULL AND (${what})`,
    { subject: "int32" },
    (length, { subject }) => {
      for (let i = 0; i < length; i++) odd[subject[i] as number] = 1;
    },
  );
}

function query(day: Day, known: Day | null): string {
  const kinds = RIGHT_CODES.flatMap((code) => {
    const kind = kindOf[RIGHTS[code].effect];
    return kind === null ? [] : [`WHEN '${code}' THEN ${kind}`];
  });
  const bit = (condition: string, value: number) => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
  const start = `CASE WHEN from_lo IS NULL AND from_hi IS NULL THEN coalesce(stated, ${NO_DAY}) ELSE ${lastDay("from_lo", "from_hi")} END`;
  const mayHaveEnded = `${lastDay("to_lo", "to_hi")} <> ${NO_DAY} AND (to_lo IS NULL OR to_lo <= ${day})`;
  return `SELECT subject, object,
      CASE interest_type ${kinds.join(" ")} ELSE ${ODD} END
        + ${bit("low_open", C_LOW_OPEN)} + ${bit("high_open", C_HIGH_OPEN)}
        + CASE direct WHEN 'indirect' THEN ${C_INDIRECT} WHEN 'unknown' THEN ${C_UNKNOWN} ELSE 0 END
        + CASE WHEN from_lo > ${day} OR to_hi <= ${day} THEN ${C_ABSENT}
          WHEN ${start} > ${day} OR (${mayHaveEnded}) THEN ${C_POSSIBLE} ELSE 0 END AS bits,
      CAST(coalesce(low, 0) AS DOUBLE) AS low, CAST(coalesce(high, ${WHOLE}) AS DOUBLE) AS high
    FROM ${knownStatements(known)} WHERE kind = 'interest' AND subject IS NOT NULL`;
}

/** Numbers what different statements say of their size, by open addressing. */
class Codes {
  readonly #out: Compact;
  #slots = new Int32Array(1 << 12).fill(-1);
  /** Two figures, and the same as words. */
  readonly #figures = new Float64Array(2);
  readonly #words = new Int32Array(this.#figures.buffer);

  constructor(out: Compact) {
    this.#out = out;
  }

  place(bits: number, low: number, high: number): number {
    const out = this.#out;
    const mask = this.#slots.length - 1;
    let slot = this.#hash(bits, low, high) & mask;
    for (;;) {
      const at = this.#slots[slot] as number;
      if (at < 0) break;
      if (out.low[at] === low && out.high[at] === high && out.bits[at] === bits) return at;
      slot = (slot + 1) & mask;
    }
    const at = out.low.push(low) - 1;
    out.high.push(high);
    out.bits.push(bits);
    this.#slots[slot] = at;
    if (at * 2 > mask) this.#grow();
    return at;
  }

  #hash(bits: number, low: number, high: number): number {
    this.#figures[0] = low;
    this.#figures[1] = high;
    return mix(bits, this.#words);
  }

  #grow(): void {
    const { bits, low, high } = this.#out;
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let at = 0; at < low.length; at++) {
      let slot = this.#hash(bits[at] as number, low[at] as number, high[at] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = at;
    }
    this.#slots = slots;
  }
}

/** Mixes the two words of each figure with the bits: share units are multiples of big powers of ten and reach beyond 32 bits. */
function mix(bits: number, words: Int32Array): number {
  let h = Math.imul((words[0] as number) ^ Math.imul(words[1] as number, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(
    h ^ (h >>> 15) ^ (words[2] as number) ^ Math.imul(words[3] as number, 0x27d4eb2f),
    0x2c1b3c6d,
  );
  h = Math.imul(h ^ (h >>> 13) ^ bits, 0x9e3779b1);
  return h ^ (h >>> 15);
}
