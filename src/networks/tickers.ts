import type { Reader } from "../store/port.ts";

/** The tickers of entities given by ordinal, by their place in the list: `NYSE:BABA`. */
export async function tickersOf(
  store: Reader,
  ordinals: Int32Array,
): Promise<(at: number) => readonly string[]> {
  const ids = await store.entityIds(ordinals);
  const entities = await store.entities([...ids.values()]);
  const found = new Map(entities.map((entity) => [entity.id, entity.identifiers]));
  return (at) =>
    (found.get(ids.get(ordinals[at] ?? -1) ?? "") ?? [])
      .filter(({ scheme }) => scheme === "ticker")
      .map(({ value }) => value);
}
