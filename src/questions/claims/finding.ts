import { z } from "zod";

const ids = z.array(z.string());

export const STANDINGS = ["supported", "contested", "contradicted", "unsupported", "not checkable"] as const;
export const CLAIM_KINDS = ["fact", "attribution", "inference", "motive", "opinion", "prediction"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Which rule decided; `method.md` says each in full. */
export const RULES = [
  "opinion",
  "motive-unstated",
  "still-open",
  "shown",
  "view-reported",
  "borne-out",
  "both-sides",
  "figure-differs",
  "only-against",
  "part-only",
  "part-denied",
  "anonymous-only",
  "one-origin",
  "indirect-only",
  "denied-only",
  "nothing",
] as const;
export type Rule = (typeof RULES)[number];

/** A statement attached to a claim, and whether it counts; `not` says why it does not. */
export const Attached = z.object({
  statement: z.string(),
  kind: z.string(),
  /** What a claim says; of other kinds of statement empty. */
  text: z.string(),
  subject: z.string().nullable(),
  object: z.string().nullable(),
  bearing: z.enum(["whole", "part", "indirect"]),
  /** Whose words the source passes on: an entity, `anonymous`, or nobody's but its own. */
  speaker: z.string(),
  /** Whose side a source is on; for all sources that say it, "" where one has no interest. */
  interested: z.string(),
  source: z.string(),
  /** The roots of its sources after following what they repeat; its own source's first. */
  origins: ids,
  /** Who publishes its source, and each of its origins in their order. */
  publisher: z.string(),
  publishers: ids,
  not: z.enum(["", "context", "indirect", "denial", "later", "earlier", "same-text"]),
  note: z.string(),
  because: ids,
});
export type Attached = z.infer<typeof Attached>;

/** A published figure recomputed from others. */
export const Recomputed = z.object({
  of: z.string(),
  published: z.string(),
  expression: z.string(),
  /** To at most eight decimals, in the published unit; null where it could not be computed. */
  value: z.string().nullable(),
  /** The same as a fraction in lowest terms. */
  exact: z.string(),
  unit: z.string(),
  stands: z.boolean().nullable(),
  missing: z.string(),
  because: ids,
});
export type Recomputed = z.infer<typeof Recomputed>;

export const Denial = z.object({
  of: z.string(),
  by: z.string(),
  text: z.string(),
  because: ids,
});
export type Denial = z.infer<typeof Denial>;

/** One claim of the text and how it stands. */
export const ClaimFinding = z.object({
  claim: z.string(),
  place: z.string(),
  text: z.string(),
  kind: z.enum(CLAIM_KINDS),
  about: ids,
  standing: z.enum(STANDINGS),
  rule: z.enum(RULES),
  /** It alleges wrongdoing of a person, so that unnamed people alone do not support it. */
  guarded: z.boolean(),
  /** Independent origins at most, of what counts. */
  origins: z.object({ for: z.number(), against: z.number() }),
  /** All that counts for it comes from sources with an interest, or from people who are not named. */
  onlyInterested: z.boolean(),
  onlyAnonymous: z.boolean(),
  for: z.array(Attached),
  against: z.array(Attached),
  context: z.array(Attached),
  denials: z.array(Denial),
  recomputed: z.array(Recomputed),
  note: z.string(),
  because: ids,
});
export type ClaimFinding = z.infer<typeof ClaimFinding>;
