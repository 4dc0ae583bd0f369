import type { Day } from "../model/date.ts";
import { knownStatements, type Reader } from "../store/port.ts";
import { type CaseNetwork, caseNetwork, networkKept, networkOf, readKinds } from "./case-network.ts";
import { type Interests, interestsOf } from "./interests.ts";
import { readInterests } from "./read-interests.ts";

/**
 * How much of a big case is read for answers before it is read whole. A step looks through a column or two, which takes
 * two tenths of a second over twenty million statements; all of it takes twenty seconds and gigabytes, once.
 */
export interface Limits {
  /** So many steps for all answers together. */
  readonly steps: number;
  /** So many entities in one answer. */
  readonly entities: number;
}

/** Entities beyond which an answer is about a part of what stands around one. */
export const MOST_AROUND = 20_000;

const LIMITS: Limits = { steps: 150, entities: MOST_AROUND };

/** Whether what stands above entities is wanted, or what stands below. */
export type Side = "above" | "below";

/** Steps taken in a case as it stands. */
const taken = new WeakMap<Reader, { readonly digest: string; steps: number }>();

/**
 * The networks of a case as known on some days, each with every statement about the entities that ever stood on one side
 * of these, by any of the networks: whole where it has been read, is small, or gave more to read than the limits allow.
 */
export async function networksAround(
  store: Reader,
  knowns: readonly (Day | null)[],
  ordinals: readonly number[],
  side: Side,
  limits: Limits = LIMITS,
): Promise<CaseNetwork[]> {
  const kept = await Promise.all(knowns.map((known) => networkKept(store, known)));
  const whole = async () => {
    const all: CaseNetwork[] = [];
    for (const known of knowns) all.push(await caseNetwork(store, known));
    return all;
  };
  if (kept.every((one) => one !== null) || !(await store.isBig())) return whole();
  const read = await (side === "above" ? readAbove : readBelow)(store, knowns, ordinals, limits);
  if (read === null) return whole();
  const kind = await readKinds(store, namedIn(read, ordinals));
  return read.map((rows) => networkOf(rows, kind));
}

/** The network of a case as far as stands on one side of some entities, or more. */
export async function networkAround(
  store: Reader,
  known: Day | null,
  ordinals: readonly number[],
  side: Side,
  limits: Limits = LIMITS,
): Promise<CaseNetwork> {
  const [network] = await networksAround(store, [known], ordinals, side, limits);
  return network as CaseNetwork;
}

/** One more look through the case; false where there have been enough. */
async function step(store: Reader, { steps }: Limits): Promise<boolean> {
  const digest = await store.digest();
  const before = taken.get(store);
  const now = before?.digest === digest ? before : { digest, steps: 0 };
  taken.set(store, now);
  now.steps++;
  return now.steps <= steps;
}

/** Everyone reached from some entities by going on to whoever is `next` to those reached last; null where that is too much. */
async function reached(
  store: Reader,
  ordinals: readonly number[],
  limits: Limits,
  next: (last: readonly number[]) => Promise<Iterable<number>>,
): Promise<Set<number> | null> {
  const seen = new Set(ordinals);
  for (let last = [...seen]; last.length > 0; ) {
    if (seen.size > limits.entities || !(await step(store, limits))) return null;
    const found = new Set(await next(last));
    last = [...found].filter((n) => !seen.has(n));
    for (const n of last) seen.add(n);
  }
  return seen;
}

/** Every statement about everyone above, read holder by holder; null where that is too much. */
async function readAbove(
  store: Reader,
  knowns: readonly (Day | null)[],
  ordinals: readonly number[],
  limits: Limits,
): Promise<Interests[] | null> {
  const parts: Interests[][] = knowns.map(() => []);
  const all = await reached(store, ordinals, limits, async (last) => {
    const read = await Promise.all(knowns.map((known) => readInterests(store, known, last)));
    for (const [k, rows] of read.entries()) parts[k]?.push(rows);
    return read.flatMap((rows) => [...holdersIn(rows)]);
  });
  return all && parts.map(interestsOf);
}

/** Every statement about everyone below, themselves found company by company; null where that is too much. */
async function readBelow(
  store: Reader,
  knowns: readonly (Day | null)[],
  ordinals: readonly number[],
  limits: Limits,
): Promise<Interests[] | null> {
  const besides = await Promise.all(knowns.map((known) => besidesParties(store, known)));
  const all = await reached(store, ordinals, limits, async (last) => {
    const held = await Promise.all(knowns.map((known) => heldBy(store, known, last)));
    return [
      ...held.flatMap((some) => [...some]),
      ...besides.flatMap((by) => last.flatMap((n) => by.get(n) ?? [])),
    ];
  });
  return all && Promise.all(knowns.map((known) => readInterests(store, known, all)));
}

/** Companies in which one of these is party. */
async function heldBy(store: Reader, known: Day | null, holders: readonly number[]): Promise<Int32Array> {
  const { column, length } = await store.columns(
    `SELECT subject FROM ${knownStatements(known)} WHERE kind = 'interest' AND subject IS NOT NULL
       AND object IN (SELECT CAST(unnest(string_split($holders, '|')) AS INTEGER))`,
    { subject: "int32" },
    { holders: ["-1", ...holders].join("|") },
  );
  return (column.subject as Int32Array).subarray(0, length);
}

/** Companies by who decides in them, or is a member of a concert, without being party: few. */
async function besidesParties(store: Reader, known: Day | null): Promise<Map<number, number[]>> {
  const rows = await store.rows<{ subject: number; leader: number | null; members: string }>(
    `SELECT subject, leader, members FROM ${knownStatements(known)} WHERE kind = 'interest' AND subject IS NOT NULL
       AND (leader IS NOT NULL OR members <> '')`,
  );
  const by = new Map<number, number[]>();
  for (const { subject, leader, members } of rows) {
    const named = members.split("|").filter((text) => text !== "");
    for (const n of [...(leader === null ? [] : [leader]), ...named.map(Number)]) {
      const list = by.get(n);
      if (list) list.push(subject);
      else by.set(n, [subject]);
    }
  }
  return by;
}

/** Everyone who holds or decides something, or is a member of a concert. */
function* holdersIn({ length, party, leader, texts }: Interests): Generator<number> {
  for (let i = 0; i < length; i++) {
    for (const n of [party[i] as number, leader[i] as number]) if (n >= 0) yield n;
  }
  for (const { members } of texts.values()) yield* members;
}

function namedIn(networks: readonly Interests[], ordinals: readonly number[]): Set<number> {
  const named = new Set(ordinals);
  for (const rows of networks) {
    for (let i = 0; i < rows.length; i++) named.add(rows.subject[i] as number);
    for (const n of holdersIn(rows)) named.add(n);
  }
  return named;
}
