import { z } from "zod";
import { Percent } from "../../../model/share.ts";

const ids = z.array(z.string());

/** Why a declaration and the direct statements may differ, or both be right. */
export const EXPLANATIONS = [
  "components",
  "unknown-links",
  "part-or-whole",
  "not-multiplied",
  "own-shares",
  "rounded",
  "components-only",
  "band",
  "directly-or-indirectly",
  "class",
  "joint",
  "stops-at-entity",
  "threshold",
  "not-registrable",
  "attribution",
  "other-rule",
  "other-means",
  "unnamed-rest",
  "dates",
  "old",
  "day",
  "disputed",
  "ring",
] as const;
export type ExplanationCode = (typeof EXPLANATIONS)[number];

const Explanation = z.object({
  code: z.enum(EXPLANATIONS),
  /** The law that makes it apply, by its id; null where none is needed. */
  law: z.string().nullable(),
  /** The entities it is about. */
  about: ids,
  /** What the direct statements come to if counted this way. */
  range: Percent.nullable(),
  because: ids,
});
export type Explanation = z.infer<typeof Explanation>;

export const OUTCOMES = ["agrees", "wider", "narrower", "contradicts", "cannot be tested"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the direct statements come to, for the same party in the same company. */
const Computed = z.object({
  /** Of a share or of votes; null where the claim has no figure, or companies own all of each other in a ring. */
  range: Percent.nullable(),
  /** The same if every rest nobody is named for were the party's: a declaration above it cannot hold beside them. */
  most: z.string().nullable(),
  /** How surely the party controls the company; of a claim about nobody, how surely anybody does. */
  standing: z.enum(["certain", "possible", "none"]),
  /** Who certainly and ultimately controls the company. */
  controllers: ids,
  /** First and last day on which the statements were made. */
  stated: z.array(z.string()),
  because: ids,
});

/** What a source declares about the subject, or about somebody shown above it; never an edge. Beside it what the direct statements come to. */
export const Declared = z.object({
  company: z.string(),
  /** A share or right held through others; being an owner or controller; that there is nobody; that it is not said. */
  claim: z.enum(["interest", "owner", "nobody", "undisclosed"]),
  party: z.string().nullable(),
  right: z.string(),
  range: Percent,
  /** Why a party is not named, as a BODS code; empty where it is. */
  reason: z.string(),
  /** What it is tested against. */
  measure: z.enum(["economic", "votes", "control"]).nullable(),
  /** First and last day on which the declaration was made. */
  stated: z.array(z.string()),
  computed: Computed.nullable(),
  outcome: z.enum(OUTCOMES),
  explanations: z.array(Explanation),
  /** What holdings of unknown size must be if the declaration is right: of all the party has, or of its part through others. */
  implied: z.array(
    z.object({
      holder: z.string(),
      held: z.string(),
      range: Percent,
      reading: z.enum(["whole", "part"]),
      because: ids,
    }),
  ),
  /** The same holdings together: constant + Σ weight % of each = what is declared. */
  sum: z
    .object({
      /** What they add up to, where all weigh alike; may pass 100. */
      together: Percent.nullable(),
      constant: Percent,
      terms: z.array(z.object({ holder: z.string(), held: z.string(), weight: Percent })),
    })
    .nullable(),
  /** What the party has in all, directly and through others, if the declaration is right; null where the two do not meet. */
  total: Percent.nullable(),
  /** Companies of which it would have to be known who holds them. */
  missing: ids,
  because: ids,
});
export type Declared = z.infer<typeof Declared>;
