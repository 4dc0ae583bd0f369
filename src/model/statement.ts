import { z } from "zod";

/** What a statement can be about; each is one table of a case folder (QUESTIONS §0). */
export const KINDS = [
  "interest",
  "office",
  "membership",
  "family",
  "association",
  "publishes",
  "supplies",
  "share",
  "action",
  "claim",
  "evidence",
  "hypothesis",
  "rating",
  "denial",
  "removal",
  "data-holding",
] as const;
export type Kind = (typeof KINDS)[number];

/** How a statement lasts: a period until it ends, an observation for its day. */
export const BASES = ["period", "observation"] as const;

export const DIRECTNESS = ["direct", "indirect", "unknown"] as const;

/** Whose hands the condition of a right lies in: nobody's named, or the holder's own. */
export const CONDITIONS = ["", "yes", "holder"] as const;

/**
 * One thing one source says, as it stands in an answer. `subject` and `object` are entity ids; for an interest the
 * object is the interested party, empty where the source does not name it. Dates are EDTF as written.
 */
export const Statement = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  subject: z.string().nullable(),
  object: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  basis: z.enum(BASES),
  statedOn: z.string(),
  source: z.string(),
  locator: z.string(),
  quote: z.string(),
  dispute: z.string(),
  note: z.string(),
  status: z.enum(["active", "superseded", "withdrawn", "redacted"]),
  /** Of a withdrawn one: from which day, and the reason given. */
  withdrawn: z.object({ on: z.string(), why: z.string() }).optional(),
  /** The kind's own columns, as written: right, share, class, direct, … of an interest. */
  properties: z.record(z.string(), z.string()),
});
export type Statement = z.infer<typeof Statement>;
