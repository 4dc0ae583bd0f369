import { Problem } from "../errors.ts";
import type { Day } from "../model/date.ts";
import type { Entity } from "../model/entity.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { Reader } from "../store/port.ts";
import { denialsOf } from "./denials.ts";

/** Everything findings and gaps refer to, by id, sorted by id. */
export interface Cited {
  readonly entities: Readonly<Record<string, Entity>>;
  readonly statements: Readonly<Record<string, Statement>>;
  readonly sources: Readonly<Record<string, Source>>;
}

/** Calls `on` for each text below a value, with the name of the field it stands in. */
function eachText(value: unknown, field: string, on: (text: string, field: string) => void): void {
  if (typeof value === "string") on(value, field);
  else if (Array.isArray(value)) for (const each of value) eachText(each, field, on);
  else if (value !== null && typeof value === "object")
    for (const [key, each] of Object.entries(value)) eachText(each, key, on);
}

/** Fields whose texts are statements: `because`, and those like `withBecause`. */
const CITES = /(^b|B)ecause$/;

/** Every statement id that stands in a `because` below a value, sorted. */
function becauseIn(value: unknown): string[] {
  const ids = new Set<string>();
  eachText(value, "", (text, field) => {
    if (CITES.test(field)) ids.add(text);
  });
  return [...ids].sort();
}

/**
 * Reads what an answer refers to: its statements, those by which somebody denied one of them, the sources of all with
 * what those repeat, and all entities named in any. `known`: denials known on this day.
 */
export async function citedBy(
  store: Reader,
  found: unknown,
  input: unknown,
  known: Day | null = null,
): Promise<Cited> {
  const cites = becauseIn(found);
  const wanted = [...new Set([...cites, ...(await denialsOf(store, known, cites))])].sort();
  const statements = await store.statements(wanted);
  if (statements.length < wanted.length) {
    const there = new Set(statements.map((one) => one.id));
    const missing = wanted.find((id) => !there.has(id));
    throw new Problem("internal", `an answer cites "${missing}", which is no statement`, "Report this.");
  }
  const sources = await withOrigins(store, [...new Set(statements.flatMap(sourcesSaying))]);
  const named = new Set<string>();
  eachText(found, "", (text, field) => {
    if (!CITES.test(field)) named.add(text);
  });
  eachText(input, "", (text) => named.add(text));
  for (const { subject, object, properties } of statements) {
    if (subject) named.add(subject);
    if (object) named.add(object);
    if (properties.leader) named.add(properties.leader);
    for (const member of (properties.with ?? "").split("|")) named.add(member);
  }
  for (const { interested } of sources) named.add(interested);
  const entities = await store.entities([...named].filter((id) => id !== "").sort());
  return { entities: byId(entities), statements: byId(statements), sources: byId(sources) };
}

/** The source of a statement, and those that say the same. */
const sourcesSaying = ({ source, properties }: Statement): string[] => [
  source,
  ...(properties.also ?? "").split("|").map((id) => id.trim()),
];

/** Sources by id, with the ones they repeat, and so on up. */
export async function withOrigins(store: Pick<Reader, "sources">, ids: readonly string[]): Promise<Source[]> {
  const all = new Map<string, Source>();
  let next = [...ids];
  while (next.length > 0) {
    const read = await store.sources(next);
    for (const source of read) all.set(source.id, source);
    next = read
      .flatMap((source) => source.derivedFrom.split("|"))
      .map((id) => id.trim())
      .filter((id) => id !== "" && !all.has(id));
  }
  return [...all.values()];
}

/** A list as an object by id, its keys sorted. */
export function byId<T extends { readonly id: string }>(list: readonly T[]): Record<string, T> {
  const sorted = [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return Object.fromEntries(sorted.map((one) => [one.id, one]));
}
