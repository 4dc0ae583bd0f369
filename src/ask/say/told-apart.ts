import type { Entity } from "../../model/entity.ts";
import type { Lang } from "../answer.ts";
import { entityKinds } from "./entity-kinds.ts";
import { nameOf } from "./name.ts";

type Entities = Readonly<Record<string, Entity>>;

/**
 * Entities as sentences name them: where several have one name, each with what tells it from the others, the
 * jurisdiction, else the kind, else its id. "Example Ltd (GB)".
 */
export function toldApart(entities: Entities, lang: Lang): Entities {
  const byName = new Map<string, Entity[]>();
  for (const entity of Object.values(entities)) {
    const name = nameOf(entity, lang, entity.id);
    byName.set(name, [...(byName.get(name) ?? []), entity]);
  }
  const several = [...byName].filter(([, alike]) => alike.length > 1);
  if (several.length === 0) return entities;
  const told: Record<string, Entity> = { ...entities };
  for (const [name, alike] of several) {
    const more = [
      (e: Entity) => e.jurisdiction,
      (e: Entity) => entityKinds[lang][e.kind],
      (e: Entity) => e.id,
    ];
    const by = more.find(
      (of) => new Set(alike.map(of)).size === alike.length && !alike.some((e) => of(e) === ""),
    );
    for (const entity of alike) {
      const tag = (by ?? ((e: Entity) => e.id))(entity);
      told[entity.id] = {
        ...entity,
        name: lang === "zh" ? `${name}（${tag}）` : `${name} (${tag})`,
        names: [],
      };
    }
  }
  return told;
}
