import type { Clocks } from "../ask/question.ts";
import { ENTITY_KINDS, type EntityKind } from "../model/entity.ts";
import type { Reader } from "../store/port.ts";
import { type InterestIndex, indexOf } from "./closure.ts";
import { type Interests, readInterests } from "./interests.ts";
import type { Kinds } from "./ownership.ts";

/** All interests of a case known on a day, and what each entity is. */
export interface CaseNetwork {
  readonly entities: number;
  readonly interests: Interests;
  /** Made at the first answer about one entity, kept with the network. */
  readonly index: () => InterestIndex;
  /** Entity ordinal → index into ENTITY_KINDS. */
  readonly kind: Uint8Array;
}

const kept = new WeakMap<Reader, { readonly key: string; readonly network: Promise<CaseNetwork> }>();

/** Reads the network of a case, once as long as the case does not change: a warm server does not read it again. */
export async function caseNetwork(store: Reader, known: Clocks["known"]): Promise<CaseNetwork> {
  const key = `${await store.digest()} ${known}`;
  const before = kept.get(store);
  if (before?.key === key) return before.network;
  const network = read(store, known);
  kept.set(store, { key, network });
  network.catch(() => kept.delete(store));
  return network;
}

/** The kind of every entity, by ordinal, as indices into ENTITY_KINDS. */
export async function readKinds(store: Reader): Promise<Uint8Array> {
  const codes = ENTITY_KINDS.map((kind, i) => `WHEN '${kind}' THEN ${i}`).join(" ");
  const unknown = ENTITY_KINDS.indexOf("unknown");
  const [ids] = await store.rows<{ count: bigint }>("SELECT count(*) AS count FROM entity_id_now");
  const kinds = new Uint8Array(Number(ids?.count)).fill(unknown);
  await store.each(
    `SELECT n, CASE kind ${codes} ELSE ${unknown} END AS code FROM entity_version`,
    { n: "int32", code: "int32" },
    (length, { n, code }) => {
      for (let i = 0; i < length; i++) kinds[n[i] as number] = code[i] as number;
    },
  );
  return kinds;
}

async function read(store: Reader, known: Clocks["known"]): Promise<CaseNetwork> {
  const kind = await readKinds(store);
  const entities = kind.length;
  const interests = await readInterests(store, known);
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
