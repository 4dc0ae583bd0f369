import { z } from "zod";
import { ENTITY_KINDS } from "../model/entity.ts";
import { isJurisdiction } from "../model/jurisdictions.ts";
import { RIGHT_CODES } from "../model/rights.ts";

const Text = z.string().min(1);
const Words = z.strictObject({ en: Text, zh: Text });
const Percentage = z
  .string()
  .regex(/^(\d{1,2}(\.\d{1,10})?|100)$/, "no percentage of 0–100 in digits, of up to ten decimals");
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters and digits, with hyphens between");
const Kinds = z.array(z.enum(ENTITY_KINDS));
const Jurisdictions = z
  .array(
    z.string().refine(isJurisdiction, "no ISO 3166 code of a country or of a part of one, as GB or GB-SCT"),
  )
  .min(1);
const DAY = "no day, as 2024-01-31, and not empty";
const Day = z.union([z.literal(""), z.iso.date(DAY)], DAY);

/** A share to be passed, or to be reached: an exact decimal of 0–100. */
export const Threshold = z.union(
  [
    z.strictObject({ moreThan: Percentage.refine((text) => Number(text) < 100, "nobody can have more") }),
    z.strictObject({ atLeast: Percentage.refine((text) => Number(text) > 0, "everybody has as much") }),
  ],
  'it is { "moreThan": … } or { "atLeast": … } with a percentage in quotes, as "25" or "33.3"',
);
export type Threshold = z.infer<typeof Threshold>;

/** What is counted: shares; votes (one a share where none are stated); rights to profit, else shares. */
export const Measure = z.enum(["shares", "votes", "profit"]);
export type Measure = z.infer<typeof Measure>;

/** Why the party is what the law calls it, after that name: "art. 54(a): controls …". */
const base = { id: Id, article: Text, basis: Words };

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
    bands: z.array(z.string()).default([]),
    /** Rights that make their holder count as a link to a trust; without them a chain stops at a trust. */
    trustees: z.array(z.enum(RIGHT_CODES)).default([]),
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

/** How much a rule asks a holder of shares or votes to have; null where it asks for something else. */
export const asksOfHolders = (rule: Rule): Threshold | null => {
  if (!("threshold" in rule) || rule.threshold === undefined) return null;
  return [rule.of].flat().some((of) => of === "shares" || of === "votes") ? rule.threshold : null;
};

/** A rule pack: what counts under one law, dated and sourced. Thresholds are data, never constants in code. */
export const Law = z.strictObject({
  /** The name of its file, without the ending; what `--law` takes. */
  id: Id.refine((id) => id !== "all", "`--law all` is every law"),
  /** Its place among the laws; those without one come after all that have one, by id. */
  order: z.int().positive().optional(),
  /** It is the rule `control` itself is worked out by, asked where none is named, and answered with all there is. One is. */
  control: z.boolean().default(false),
  name: Words,
  /** What the law calls a party that meets it. */
  party: Words,
  rules: z.array(Rule).min(1),
  /** Kinds of entity that can meet it; empty for any. */
  kinds: Kinds,
  /** Entities with a register of their own, at which a chain stops, and what they are called; null where it never does. */
  stops: z.strictObject({ jurisdictions: Jurisdictions, kinds: Kinds.min(1), party: Words }).nullable(),
  /** Whose owners or controllers it is about, by where they are registered; null where it is any entity. */
  subjects: z.strictObject({ jurisdictions: Jurisdictions, are: Words }).nullable(),
  /** It is about the persons of a given, dated list. */
  list: z.boolean(),
  /** Who is declared an owner, or that nobody is one, is held against its thresholds, whatever law is asked for. */
  declared: z.boolean().default(false),
  basis: Text,
  statute: Text,
  source: z.url({ protocol: /^https?$/ }),
  /** First and last day it applies, ISO; empty for always. Outside them its answers are hypothetical. */
  from: Day,
  to: Day,
  version: Text,
  /** How far the text was read, and what is from elsewhere. */
  note: Text,
});
export type Law = z.infer<typeof Law>;
