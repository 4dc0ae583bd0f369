import { z } from "zod";
import { Percent } from "../../model/share.ts";

const ids = z.array(z.string());

/** Others without whom it does not control something, and whether with them it does or may. */
export const Jointly = z.object({ with: ids, certainty: z.enum(["certain", "possible"]) });
export type Jointly = z.infer<typeof Jointly>;

/** One thing the asked party controls, or merely holds a stake in (`none`). */
export const ReachFinding = z.object({
  party: z.string(),
  entity: z.string(),
  kind: z.string(),
  sector: z.string(),
  certainty: z.enum(["certain", "possible", "none"]),
  /** Others without whom it does not control it, and with whom it does or may; null where there are none. */
  jointly: Jointly.extend({
    /** Who ultimately and certainly controls one of these others (`through`), alone or only together with more. */
    behind: z.array(z.object({ party: z.string(), through: z.string(), joint: ids, because: ids })),
  }).nullable(),
  /** Held only by companies the party does not certainly control: economic exposure, not a stake of its own. */
  indirect: z.boolean(),
  /** Direct votes in the entity of the party and all it controls; null where no votes are on record. */
  votes: Percent.nullable(),
  /** Economic share; null in a ring of companies that own all of each other, and below it. */
  economic: Percent.nullable(),
  /** Fewest holdings from the party down to the entity, through what it certainly controls where there is such a way. */
  depth: z.number(),
  /** The entities on one such way, from the party to the entity. */
  path: ids,
  /** What is stated directly of the entity by the one above it on the way. */
  links: z.array(
    z.object({
      holder: z.string(),
      right: z.string(),
      /** Of which class of shares, where it is stated. */
      class: z.string(),
      /** Who holds the same block with it, as each of them states or is said to; nobody where it is its own. */
      jointlyWith: ids,
      range: Percent,
      /** Under a condition that is not in the holder's own hands. */
      conditional: z.boolean(),
      presence: z.enum(["certain", "possible"]),
      disputed: z.boolean(),
      reading: z.boolean(),
      carriedDays: z.number().nullable(),
      because: ids,
    }),
  ),
  because: ids,
});
export type ReachFinding = z.infer<typeof ReachFinding>;
