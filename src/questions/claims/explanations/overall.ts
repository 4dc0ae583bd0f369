import { z } from "zod";

const ids = z.array(z.string());

export const RATINGS = ["CC", "C", "N", "I", "II", "NA"] as const;
export const LEVELS = ["low", "medium", "high"] as const;

export const Explanation = z.object({
  hypothesis: z.string(),
  text: z.string(),
  note: z.string(),
  /** Weighted inconsistency: what counts against it, each origin once; a decimal, to eight places. */
  inconsistency: z.string(),
  /** The same with all weights alike. */
  unweighted: z.string(),
  /** Of how many origins it is rated at all, out of all. */
  rated: z.number(),
  of: z.number(),
  /** How many of those say anything either way: a rating other than N. */
  telling: z.number(),
  /** Nothing in the matrix counts against it by anyone, though it is rated: it may be drawn so wide that nothing could. */
  unfalsifiable: z.boolean(),
  /** Least inconsistent of those compared. */
  least: z.boolean(),
  leastUnweighted: z.boolean(),
  /** Explanations no origin tells against less than against this one, whatever the weights. */
  ahead: ids,
  because: ids,
});
export type Explanation = z.infer<typeof Explanation>;

export const Cell = z.object({
  hypothesis: z.string(),
  ratings: z.array(
    z.object({
      rater: z.string(),
      rating: z.enum(RATINGS),
      reason: z.string(),
      credibility: z.enum(LEVELS),
      relevance: z.enum(LEVELS),
      because: ids,
    }),
  ),
});
export type Cell = z.infer<typeof Cell>;

export const Item = z.object({
  evidence: z.string(),
  statement: z.string(),
  kind: z.string(),
  text: z.string(),
  subject: z.string().nullable(),
  object: z.string().nullable(),
  note: z.string(),
  cells: z.array(Cell),
  because: ids,
});
export type Item = z.infer<typeof Item>;

/** The items of one origin, which count as one. */
export const Origin = z.object({
  origins: ids,
  items: ids,
  /** Mean difference between two explanations; null where it is rated for fewer than two. */
  diagnosticity: z.string().nullable(),
  /** Without it other explanations are the least inconsistent; two explanations change places. */
  without: z.boolean(),
  reorders: z.boolean(),
  /** Explanations whose rating here, if it were the opposite, would make others the least inconsistent. */
  reversed: ids,
  because: ids,
});
export type Origin = z.infer<typeof Origin>;

export const ExplanationSet = z.object({
  set: z.string(),
  exclusive: z.boolean(),
  raters: ids,
  explanations: z.array(Explanation),
  items: z.array(Item),
  origins: z.array(Origin),
  /** Krippendorff's α of the raters over all cells, ordinal; null with one rater, or where all say the same one thing. */
  agreement: z.object({
    alpha: z.string().nullable(),
    nominal: z.string().nullable(),
    cells: z.number(),
    why: z.enum(["", "one-rater", "no-cell-twice", "one-rating"]),
  }),
  /** From least to most inconsistent, equals together; null where a ranking would say more than the matrix does. */
  ranking: z.array(ids).nullable(),
  notRanked: z.enum(["", "not-exclusive", "coverage", "unfalsifiable", "too-few"]),
  because: ids,
});
export type ExplanationSet = z.infer<typeof ExplanationSet>;

/** What is found of the text as a whole: its title, and the explanations that bear on it. */
export const ClaimsOverall = z.object({ title: z.string(), sets: z.array(ExplanationSet) });
export type ClaimsOverall = z.infer<typeof ClaimsOverall>;
