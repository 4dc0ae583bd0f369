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

/** That of every entity by ordinal, of so many, at four bytes each. */
export async function everyJurisdiction(store: Reader, entities: number): Promise<(n: number) => string> {
  const codes = new Map([["", 0]]);
  const code = new Int32Array(entities);
  await store.each(
    "SELECT n, jurisdiction FROM entity_version WHERE jurisdiction <> ''",
    { n: "int32", jurisdiction: "text" },
    (length, column) => {
      for (let i = 0; i < length; i++) {
        const jurisdiction = column.jurisdiction[i] as string;
        if (!codes.has(jurisdiction)) codes.set(jurisdiction, codes.size);
        code[column.n[i] as number] = codes.get(jurisdiction) as number;
      }
    },
  );
  const all = [...codes.keys()];
  return (n) => all[code[n] as number] as string;
}
