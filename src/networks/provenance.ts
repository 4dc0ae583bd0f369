import type { Reader } from "../store/port.ts";
import { relaysOf } from "./relays.ts";

/** Which source each statement comes from, from which origin each source, and what sources are called. */
export interface Provenance {
  readonly sourceOf: (statement: number) => string;
  readonly originOf: (source: string) => string;
  readonly titleOf: (source: string) => string;
}

/** Reads where some statements come from: their sources, and the root of each after following `derivedFrom`. */
export async function provenanceOf(store: Reader, statements: Iterable<number>): Promise<Provenance> {
  const used = await store.statementsAt([...new Set(statements)].filter((n) => n >= 0));
  const { read, rootOf } = await relaysOf(
    store,
    [...used.values()].map((one) => one.source),
  );
  return {
    sourceOf: (n) => used.get(n)?.source ?? "",
    originOf: rootOf,
    titleOf: (id) => read.get(id)?.title || id,
  };
}
