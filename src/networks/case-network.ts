import type { Clocks } from "../ask/question.ts";
import { ENTITY_KINDS, type EntityKind } from "../model/entity.ts";
import type { Reader } from "../store/port.ts";
import { type InterestIndex, indexOf } from "./closure.ts";
import type { Interests } from "./interests.ts";
import type { Kinds } from "./ownership.ts";
import { readInterests } from "./read-interests.ts";

/** The interests of a case known on a day, all or those around some entities, and what each of these is. */
export interface CaseNetwork {
  readonly entities: number;
  readonly interests: Interests;
  /** Made at the first answer about one entity, kept with the network. */
  readonly index: () => InterestIndex;
  /** Entity ordinal → index into ENTITY_KINDS. */
  readonly kind: Uint8Array;
}

interface Kept {
  readonly digest: string;
  readonly known: Clocks["known"];
  readonly network: Promise<CaseNetwork>;
  done: CaseNetwork | null;
}

const kept = new WeakMap<Reader, Kept>();

/** Reads the network of a case, once as long as the case does not change: a warm server does not read it again. */
export async function caseNetwork(store: Reader, known: Clocks["known"]): Promise<CaseNetwork> {
  const digest = await store.digest();
  const before = kept.get(store);
  if (before?.digest === digest && before.known === known) return before.network;
  const keeping: Kept = { digest, known, network: read(store, known), done: null };
  kept.set(store, keeping);
  keeping.network.then(
    (network) => {
      keeping.done = network;
    },
    () => kept.delete(store),
  );
  return keeping.network;
}

/** The network of a case if it was read before and nothing changed since; it is not waited for. */
export async function networkKept(store: Reader, known: Clocks["known"]): Promise<CaseNetwork | null> {
  const digest = await store.digest();
  const before = kept.get(store);
  return before?.digest === digest && before.known === known ? before.done : null;
}

/**
 * Reads the whole case ahead of the answers to come, and makes ready what they are looked up in; a network of the case as it
 * stands that is kept already will do, whatever was known in it.
 */
export async function readAhead(store: Reader): Promise<void> {
  const digest = await store.digest();
  const network = kept.get(store)?.digest === digest ? null : caseNetwork(store, null);
  await Promise.all([network?.then((read) => read.index()), store.prepare()]);
}

/** The kind of every entity, or of some, by ordinal, as indices into ENTITY_KINDS; of the others, unknown. */
export async function readKinds(store: Reader, some: Iterable<number> | null = null): Promise<Uint8Array> {
  const codes = ENTITY_KINDS.map((kind, i) => `WHEN '${kind}' THEN ${i}`).join(" ");
  const unknown = ENTITY_KINDS.indexOf("unknown");
  const [ids] = await store.rows<{ count: bigint }>("SELECT count(*) AS count FROM entity_id_now");
  const kinds = new Uint8Array(Number(ids?.count)).fill(unknown);
  const among = some === null ? "" : "WHERE n IN (SELECT CAST(unnest(string_split($some, '|')) AS INTEGER))";
  await store.each(
    `SELECT n, CASE kind ${codes} ELSE ${unknown} END AS code FROM entity_version ${among}`,
    { n: "int32", code: "int32" },
    (length, { n, code }) => {
      for (let i = 0; i < length; i++) kinds[n[i] as number] = code[i] as number;
    },
    some === null ? {} : { some: ["-1", ...some].join("|") },
  );
  return kinds;
}

async function read(store: Reader, known: Clocks["known"]): Promise<CaseNetwork> {
  const kind = await readKinds(store);
  return networkOf(await readInterests(store, known), kind);
}

/** A network of these interests, entities by ordinal. */
export function networkOf(interests: Interests, kind: Uint8Array): CaseNetwork {
  const entities = kind.length;
  let index: InterestIndex | null = null;
  return {
    entities,
    interests,
    kind,
    index: () => {
      index ??= indexOf(interests, entities);
      return index;
    },
  };
}

const ARRANGEMENT = ENTITY_KINDS.indexOf("arrangement");
const STATE = ENTITY_KINDS.indexOf("state");
const STATE_BODY = ENTITY_KINDS.indexOf("state-body");
const PERSON = ENTITY_KINDS.indexOf("person");

/** What a network asks of kinds, for entities renumbered by `ordinals`, or all of them. */
export const kindsOf = (network: CaseNetwork, ordinals?: Int32Array): Kinds =>
  kindsFrom(network.kind, ordinals);

/** The same from the kinds by ordinal, as indices into ENTITY_KINDS. */
export function kindsFrom(kind: Uint8Array, ordinals?: Int32Array): Kinds {
  const code = (n: number) => kind[ordinals ? (ordinals[n] ?? -1) : n];
  return {
    arrangement: (n) => code(n) === ARRANGEMENT,
    state: (n) => code(n) === STATE,
    stateBody: (n) => code(n) === STATE_BODY,
    ownable: (n) => code(n) !== PERSON && code(n) !== STATE,
  };
}

/** The kind of an entity by its local number. */
export const kindAt =
  (network: CaseNetwork, ordinals: Int32Array) =>
  (local: number): EntityKind =>
    ENTITY_KINDS[network.kind[ordinals[local] ?? -1] ?? -1] ?? "unknown";
