import type { Reader } from "../store/port.ts";

const CHUNK = 5_000;

/** The jurisdiction of entities by their local number; empty where the case does not say. */
export async function jurisdictionsOf(
  store: Reader,
  ordinals: Int32Array,
): Promise<(local: number) => string> {
  const found = new Map<number, string>();
  for (let i = 0; i < ordinals.length; i += CHUNK) {
    const part = ordinals.subarray(i, i + CHUNK).filter((n) => n >= 0);
    if (part.length === 0) continue;
    const rows = await store.rows<{ n: number; jurisdiction: string }>(
      `SELECT CAST(n AS INTEGER) AS n, jurisdiction FROM entity_now
       WHERE jurisdiction <> '' AND n IN (${part.join(", ")})`,
    );
    for (const row of rows) found.set(Number(row.n), row.jurisdiction);
  }
  return (local) => found.get(ordinals[local] ?? -1) ?? "";
}
