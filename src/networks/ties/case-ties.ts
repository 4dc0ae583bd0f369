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
  /** In the order of the links: those of link l are the rows `first[l]` … `first[l + 1] − 1`. */
  readonly mentions: Mentions;
  readonly first: Int32Array;
  readonly origins: Origins;
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
  const { first, graph } = linked(mentions, kind.length);
  const denials = await readDenials(store, known);
  const denied = new Uint8Array(mentions.length);
  if (denials.size > 0)
    for (let i = 0; i < denied.length; i++) if (denials.has(mentions.n[i] as number)) denied[i] = 1;
  return { kind, mentions, first, graph, origins: await readOrigins(store), denied, denials };
}

/** One link for each two that are tied, whoever stands first. */
function linked(mentions: Mentions, nodes: number): Pick<CaseTies, "first" | "graph"> {
  const { low, high } = endsOf(mentions);
  const first = new Int32Array(low.length + 1);
  let links = 0;
  for (let i = 0; i < low.length; i++)
    if (i === 0 || low[i] !== low[i - 1] || high[i] !== high[i - 1]) first[links++] = i;
  first[links] = low.length;
  const starts = first.subarray(0, links);
  return {
    first: first.slice(0, links + 1),
    graph: neighboursIn(nodes, taken(low, starts), taken(high, starts)),
  };
}

function endsOf({ length, a, b }: Mentions): { readonly low: Int32Array; readonly high: Int32Array } {
  const [low, high] = [new Int32Array(length), new Int32Array(length)];
  for (let i = 0; i < length; i++) {
    const [one, other] = [a[i] as number, b[i] as number];
    low[i] = one < other ? one : other;
    high[i] = one < other ? other : one;
  }
  return { low, high };
}

/** Links sorted by their lower, then their higher end, as neighbours: lower ones first, so that all are ascending. */
function neighboursIn(nodes: number, low: Int32Array, high: Int32Array): CaseTies["graph"] {
  const links = low.length;
  const tail = new Int32Array(2 * links);
  tail.set(high);
  tail.set(low, links);
  const { start, order } = csr(nodes, tail);
  const head = new Int32Array(2 * links);
  head.set(low);
  head.set(high, links);
  const link = new Int32Array(2 * links);
  for (let i = 0; i < link.length; i++) link[i] = (order[i] as number) % links;
  return { start, to: taken(head, order), link };
}

function taken(column: Int32Array, order: Int32Array): Int32Array {
  const into = new Int32Array(order.length);
  for (let i = 0; i < into.length; i++) into[i] = column[order[i] as number] as number;
  return into;
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
