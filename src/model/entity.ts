import { z } from "zod";

export const ENTITY_KINDS = [
  "person",
  "company",
  "partnership",
  "fund",
  "trust",
  "state",
  "state-body",
  "outlet",
  "product",
  "arrangement",
  "group",
  "unknown",
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** An entity as it stands in an answer, with its names in several scripts. `placeholder`: only referred to so far. */
export const Entity = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ENTITY_KINDS),
  jurisdiction: z.string(),
  sector: z.string(),
  names: z.array(z.object({ lang: z.string(), text: z.string() })),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  note: z.string(),
  placeholder: z.boolean(),
});
export type Entity = z.infer<typeof Entity>;
