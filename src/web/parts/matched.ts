import type { Entity } from "../api.ts";

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** Of an entity that was found: the other name, or the id, that has what was asked in it where the name shown has not. */
export function matchedBy(entity: Entity, shown: string, asked: string): string {
  const wanted = plain(asked);
  const has = (text: string) => plain(text).includes(wanted);
  if (wanted === "" || has(shown)) return "";
  return [entity.name, ...entity.names.map((one) => one.text), entity.id].find(has) ?? "";
}
