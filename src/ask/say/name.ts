import type { Entity } from "../../model/entity.ts";
import type { Lang } from "../answer.ts";

/** What an entity is called for a reader: its first name in the reader's language where a source gives one. */
export function nameOf(entity: Entity | undefined, lang: Lang, id = ""): string {
  if (!entity) return id;
  if (lang === "en") return entity.name;
  return entity.names.find((n) => n.lang === "zh" || n.lang === "zh-Hans")?.text ?? entity.name;
}

/** Several names as a list: "A, B and C"; 「A、B和C」. */
export function listOf(parts: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(lang === "zh" ? "zh-Hans" : "en-GB", { type: "conjunction" }).format(parts);
}
