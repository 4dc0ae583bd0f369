import type { Reader } from "../store/port.ts";

/** The jurisdiction of entities by their local number; empty where the case does not say. */
export async function jurisdictionsOf(
  store: Reader,
  ordinals: Int32Array,
): Promise<(local: number) => string> {
  const ids = await store.entityIds(ordinals.filter((n) => n >= 0));
  const entities = await store.entities([...ids.values()]);
  const found = new Map(entities.map((entity) => [entity.id, entity.jurisdiction]));
  return (local) => found.get(ids.get(ordinals[local] ?? -1) ?? "") ?? "";
}
