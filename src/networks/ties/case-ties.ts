import { csr } from "../../graph/csr.ts";
import type { Links } from "../../graph/links.ts";
import type { Day } from "../../model/date.ts";
import { knownStatements, type Reader } from "../../store/port.ts";
import { readKinds } from "../case-network.ts";
import { type Mentions, readMentions, TIE_KINDS } from "./mentions.ts";
import { type Origins, readOrigins } from "./origins.ts";

/** All documented ties of a case known on a day: one link for each two entities that some statement ties. */
export interface CaseTies {
  /** Entity ordinal → index into ENTITY_KINDS. */
  readonly kind: Uint8Array;
  readonly mentions: Mentions;
  readonly origins: Origins;
  /** Links by number: those of link l are `order[first[l]] … order[first[l + 1] − 1]`, rows of `mentions`. */
  readonly first: Int32Array;
  readonly order: Int32Array;
  /** Neighbours by ordinal. */
  readonly graph: Omit<Links, "strength">;
  /** 1 for each row of `mentions` whose statement somebody denies. */
  readonly denied: Uint8Array;
  /** Denials of a statement, both by ordinal. */
  readonly denials: ReadonlyMap<number, readonly number[]>;
}

const kept = new WeakMap<Reader, { readonly key: string; readonly ties: Promise<CaseTies> }>();

/** Reads the ties of a case, once as long as the case does not change. */
export async function caseTies(store: Reader, known: Day | null): Promise<CaseTies> {
  const key = `${await store.digest()} ${known}`;
  const before = kept.get(store);
  if (before?.key === key) return before.ties;
  const ties = read(store, known);
  kept.set(store, { key, ties });
  ties.catch(() => kept.delete(store));
  return ties;
}

async function read(store: Reader, known: Day | null): Promise<CaseTies> {
  const kind = await readKinds(store);
  const mentions = await readMentions(store, known);
  const denials = await readDenials(store, known);
  const denied = new Uint8Array(mentions.length);
  if (denials.size > 0)
    for (let i = 0; i < denied.length; i++) if (denials.has(mentions.n[i] as number)) denied[i] = 1;
  return {
    kind,
    mentions,
    origins: await readOrigins(store),
    ...linked(mentions, kind.length),
    denied,
    denials,
  };
}

/** One link for each two that are tied, whoever stands first. */
function linked({ length, a, b }: Mentions, nodes: number): Pick<CaseTies, "first" | "order" | "graph"> {
  const low = a.map((n, i) => Math.min(n, b[i] as number));
  const high = a.map((n, i) => Math.max(n, b[i] as number));
  const byHigh = csr(nodes, high).order;
  const byLow = csr(
    nodes,
    byHigh.map((i) => low[i] as number),
  ).order;
  const order = byLow.map((at) => byHigh[at] as number);
  const first = new Int32Array(length + 1);
  let links = 0;
  for (let at = 0; at < length; at++) {
    const [i, before] = [order[at] as number, order[at - 1] ?? -1];
    if (before < 0 || low[i] !== low[before] || high[i] !== high[before]) first[links++] = at;
  }
  first[links] = length;
  const end = (of: Int32Array) => (at: number) => of[order[at] as number] as number;
  const starts = first.subarray(0, links);
  return {
    first: first.slice(0, links + 1),
    order,
    graph: ends(nodes, starts.map(end(low)), starts.map(end(high))),
  };
}

/** Links sorted by their lower, then their higher end, as neighbours: lower ones first, so that all are ascending. */
function ends(nodes: number, low: Int32Array, high: Int32Array): CaseTies["graph"] {
  const links = low.length;
  const tail = new Int32Array(2 * links);
  tail.set(high);
  tail.set(low, links);
  const { start, order } = csr(nodes, tail);
  return {
    start,
    to: order.map((e) => (e < links ? low[e] : high[e - links]) as number),
    link: order.map((e) => (e < links ? e : e - links)),
  };
}

async function readDenials(store: Reader, known: Day | null): Promise<Map<number, number[]>> {
  const kinds = TIE_KINDS.map((kind) => `'${kind}'`).join(", ");
  const rows = await store.rows<{ n: number; denial: number }>(
    `SELECT s.n AS n, d.n AS denial FROM (SELECT n, json_extract_string(props, '$.of') AS denied
       FROM ${knownStatements(known)} WHERE kind = 'denial') AS d
     JOIN (SELECT n, id FROM ${knownStatements(known)} WHERE kind IN (${kinds})) AS s ON s.id = d.denied
     ORDER BY d.n`,
  );
  const denials = new Map<number, number[]>();
  for (const { n, denial } of rows)
    denials.set(Number(n), [...(denials.get(Number(n)) ?? []), Number(denial)]);
  return denials;
}
