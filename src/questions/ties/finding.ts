import { z } from "zod";
import { EVIDENCE } from "../../networks/ties/strength.ts";

const ids = z.array(z.string());
const Evidence = z.enum(EVIDENCE);

/** What one source says of one tie, with its dates as written. */
export const Said = z.object({
  share: z.string(),
  from: z.string(),
  to: z.string(),
  basis: z.enum(["period", "observation"]),
  statedOn: z.string(),
  /** How the statement by itself stands to the day. */
  presence: z.enum(["holds", "may hold", "past"]),
  because: ids,
});
export type Said = z.infer<typeof Said>;

/** One sort of tie between two: an office, a holding, a membership, with everything said of it. */
export const Tie = z.object({
  kind: z.enum(["interest", "office", "membership", "association", "family"]),
  /** Who holds, is in office, is a member. */
  party: z.string(),
  object: z.string(),
  /** Of an agreement between two: the company it is about. */
  over: z.string().nullable(),
  role: z.string(),
  /** Of an interest: the code of the right, and what tells it from others of its kind. */
  right: z.string(),
  class: z.string(),
  conditional: z.boolean(),
  /** Declared to be held through others. */
  indirect: z.boolean(),
  said: z.array(Said),
});
export type Tie = z.infer<typeof Tie>;

/** One link of a path: all that is documented between two, who reports it, who denies it. */
export const Link = z.object({
  from: z.string(),
  to: z.string(),
  evidence: Evidence,
  /** Only denied statements give it that much. */
  contested: z.boolean(),
  /** Independent origins, at most. */
  origins: z.number(),
  ties: z.array(Tie),
  reportedBy: z.array(
    z.object({
      source: z.string(),
      publisher: z.string(),
      published: z.string(),
      /** The source it repeats in the end. */
      repeats: z.object({ source: z.string(), publisher: z.string() }).nullable(),
      /** Whose side it is on. */
      interested: z.string(),
      because: ids,
    }),
  ),
  deniedBy: z.array(
    z.object({
      by: z.string(),
      text: z.string(),
      /** The denial, and the statement it denies. */
      statement: z.string(),
      of: z.string(),
      source: z.string(),
      because: ids,
    }),
  ),
  because: ids,
});
export type Link = z.infer<typeof Link>;

/** One documented path, as strong as its weakest link. */
export const TiesFinding = z.object({
  from: z.string(),
  to: z.string(),
  evidence: Evidence,
  contested: z.boolean(),
  /** Some link of it is denied. */
  denied: z.boolean(),
  /** Independent origins of all of it, at most: one where every link comes from a single report. */
  origins: z.number(),
  path: ids,
  /** Those between, each with how many it is tied with on record, whatever the day; null: more than 50. */
  through: z.array(z.object({ entity: z.string(), ties: z.number().nullable() })),
  links: z.array(Link),
  because: ids,
});
export type TiesFinding = z.infer<typeof TiesFinding>;

/** How far was looked: paths of so many links, and whether all of those. */
export const TiesOverall = z.object({ longest: z.number(), complete: z.boolean() });
export type TiesOverall = z.infer<typeof TiesOverall>;
