import type { Reader } from "../store/port.ts";

/** What an entity is found by elsewhere. */
interface Identifiers {
  /** Where its shares trade: `NYSE:BABA`. */
  readonly tickers: readonly string[];
  /** Of every identifier. */
  readonly schemes: readonly string[];
}

/** The identifiers of entities given by ordinal, by their place in the list. */
export async function identifiersOf(
  store: Reader,
  ordinals: Int32Array,
): Promise<(at: number) => Identifiers> {
  const ids = await store.entityIds(ordinals);
  const entities = await store.entities([...ids.values()]);
  const found = new Map(entities.map((entity) => [entity.id, entity.identifiers]));
  return (at) => {
    const all = found.get(ids.get(ordinals[at] ?? -1) ?? "") ?? [];
    return {
      tickers: all.filter(({ scheme }) => scheme === "ticker").map(({ value }) => value),
      schemes: all.map(({ scheme }) => scheme),
    };
  };
}
