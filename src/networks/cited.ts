import type { Reader } from "../store/port.ts";
import { relaysOf } from "./relays.ts";

/** Ids of entities by ordinal. */
export const entityIds = (store: Reader, ordinals: Iterable<number>) => store.entityIds(ordinals);

/** The ordinal of an entity id, which the contract has resolved already. */
export const ordinalOf = (store: Reader, id: string): Promise<number> => store.ordinal(id);

/** Ids of statements by ordinal. */
export async function statementIds(store: Reader, ordinals: Iterable<number>): Promise<Map<number, string>> {
  return new Map([...(await store.statementsAt(ordinals))].map(([n, { id }]) => [n, id]));
}

/** Stands before an ordinal where an id is still to come. */
const MARK = "\u0000";

/**
 * Statements cited while an answer is worked out: `said` gives a mark for each, and `written` puts ids in their place at
 * the end, in one look-up of those that were really cited.
 */
export const said = (statements: Iterable<number>): string[] =>
  [...new Set(statements)].map((n) => `${MARK}${n}`);

/** Puts ids for marks, in place: every list with marks in it becomes the sorted list of its statements' ids. */
export async function written<T>(store: Reader, found: T): Promise<T> {
  const lists: string[][] = [];
  collect(found, lists);
  const wanted = new Set<number>();
  for (const list of lists) for (const text of list) if (text.startsWith(MARK)) wanted.add(ordinal(text));
  const statements = await store.statementsAt(wanted);
  for (const list of lists) {
    const ids = list.map((text) => (text.startsWith(MARK) ? statements.get(ordinal(text))?.id : text));
    const once = [...new Set(ids.filter((id) => id !== undefined))].sort();
    list.length = 0;
    for (const id of once) list.push(id);
  }
  return found;
}

const ordinal = (text: string) => Number(text.slice(MARK.length));

function collect(value: unknown, lists: string[][]): void {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    if (value.some((one) => typeof one === "string" && one.startsWith(MARK))) lists.push(value);
    else for (const one of value) collect(one, lists);
  } else for (const one of Object.values(value)) collect(one, lists);
}

/**
 * Independent origins of statements: distinct sources after following `derivedFrom` to its root. Where a source does
 * not say what it derives from it counts as its own origin, so this is at most the number. `count` tells how many of
 * the roots are independent.
 */
export async function originsOf(
  store: Reader,
  statements: Iterable<number>,
  count: (roots: readonly string[]) => Promise<number>,
): Promise<number> {
  const used = await store.statementsAt([...new Set(statements)].filter((n) => n >= 0));
  const first = new Set([...used.values()].map((one) => one.source));
  const { rootOf } = await relaysOf(store, first);
  return count([...new Set([...first].map(rootOf))]);
}
