import { z } from "zod";

const Words = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const Percentage = z.string().regex(/^\d{1,3}(\.\d+)?$/);

/** A share to be passed, or to be reached: an exact decimal of 0–100. */
export const Threshold = z.union([
  z.strictObject({ moreThan: Percentage }),
  z.strictObject({ atLeast: Percentage }),
]);
export type Threshold = z.infer<typeof Threshold>;

/** What is counted: shares; votes (one a share where none are stated); rights to profit, else shares. */
export const Measure = z.enum(["shares", "votes", "profit"]);
export type Measure = z.infer<typeof Measure>;

/** Why the party is what the law calls it, after that name: "art. 54(a): controls …". */
const base = { id: z.string(), article: z.string(), basis: Words };

/** One way to come under a law: a mechanism and its figures. A law is met where any of its rules is. */
export const Rule = z.discriminatedUnion("mechanism", [
  /** More than half of the votes through whatever one controls, or a right that is control: the least fixpoint. */
  z.strictObject({ ...base, mechanism: z.literal("majority-fixpoint"), moreThan: z.literal("50") }),
  /**
   * Direct shares multiplied along chains and added over chains, each measure by itself: in the subject, or in an
   * entity that controls the subject.
   */
  z.strictObject({
    ...base,
    mechanism: z.literal("multiply-and-add"),
    of: z.array(Measure).min(1),
    threshold: Threshold,
    in: z.enum(["subject", "controllers"]),
  }),
  /** Direct shares of the entities a party controls, added: their figures, not the party's. */
  z.strictObject({
    ...base,
    mechanism: z.literal("controlled-holders"),
    of: z.array(Measure).min(1),
    threshold: Threshold,
  }),
  /** What a party holds itself and through unbroken chains of majority stakes, added; figures are not multiplied. */
  z.strictObject({
    ...base,
    mechanism: z.literal("majority-stake-chain"),
    of: z.enum(["shares", "votes", "board", "influence"]),
    threshold: Threshold.optional(),
    /** The stake that makes a link of the chain: votes of one holder alone, or a right that is control. */
    link: Threshold,
    /** Ranges the law sorts holdings into, as `>25-50`. */
    bands: z.array(z.string()),
    /** Rights that make their holder count as a link to a trust; without them a chain stops at a trust. */
    trustees: z.array(z.string()),
  }),
  /** Shares of all persons on a list together, and of every entity they so own, cascading; not multiplied. */
  z.strictObject({
    ...base,
    mechanism: z.literal("aggregate-cascade"),
    of: Measure,
    threshold: Threshold,
  }),
]);
export type Rule = z.infer<typeof Rule>;

/** A rule pack: what counts under one law, dated and sourced. Thresholds are data, never constants in code. */
export const Law = z.strictObject({
  id: z.string(),
  name: Words,
  /** What the law calls a party that meets it. */
  party: Words,
  rules: z.array(Rule).min(1),
  /** Kinds of entity that can meet it; empty for any. */
  kinds: z.array(z.string()),
  /** Entities with a register of their own, at which a chain stops, and what they are called; null where it never does. */
  stops: z
    .strictObject({ jurisdictions: z.array(z.string()), kinds: z.array(z.string()), party: Words })
    .nullable(),
  /** Whose owners or controllers it is about, by where they are registered; null where it is any entity. */
  subjects: z.strictObject({ jurisdictions: z.array(z.string()).min(1), are: Words }).nullable(),
  /** It is about the persons of a given, dated list. */
  list: z.boolean(),
  basis: z.string(),
  statute: z.string(),
  source: z.url(),
  /** First and last day it applies, ISO; empty for always. Outside them its answers are hypothetical. */
  from: z.string(),
  to: z.string(),
  version: z.string(),
  /** How far the text was read, and what is from elsewhere. */
  note: z.string(),
});
export type Law = z.infer<typeof Law>;
