import { z } from "zod";
import { Problem } from "../errors.ts";
import { formatDay, parseDay } from "../model/date.ts";
import { Percent } from "../model/share.ts";
import { type Clocks, fields } from "./question.ts";

/** The fields of a question that can be asked what changed: since a day, or since what was known on one. */
export const sinceFields = {
  since: z.iso
    .date()
    .optional()
    .register(fields, {
      label: { en: "Changed since", zh: "自何日以来的变化" },
      about: {
        en: "Also say what changed since this day, and because of which statements",
        zh: "同时说明自该日以来有何变化、由哪些陈述引起",
      },
    }),
  knownSince: z.iso
    .date()
    .optional()
    .register(fields, {
      label: { en: "Learned since", zh: "自何日以来新知" },
      about: {
        en: "Also say what is known now that was not known on this day",
        zh: "同时说明哪些是该日尚不知道、现在才知道的",
      },
    }),
};

export interface SinceInput {
  readonly since?: string | undefined;
  readonly knownSince?: string | undefined;
}

/** The earlier of the two points compared, or null where nobody asks; throws `bad-input` where it is the later one. */
export function earlierClocks(clocks: Clocks, { since, knownSince }: SinceInput): Clocks | null {
  if (since === undefined && knownSince === undefined) return null;
  const asOf = since === undefined ? clocks.asOf : parseDay(since);
  const known = knownSince === undefined ? clocks.known : parseDay(knownSince);
  const late = (option: string, day: string, than: string) =>
    new Problem(
      "bad-input",
      `${option} ${day} is later than ${than}`,
      "Give the earlier day there.",
      [],
      [`${option} ${day} 晚于 ${than}。`, "这一项应填较早的日期。"],
    );
  if (asOf > clocks.asOf) throw late("since", formatDay(asOf), `as-of ${formatDay(clocks.asOf)}`);
  if (known !== null && clocks.known !== null && known > clocks.known)
    throw late("known-since", formatDay(known), `known ${formatDay(clocks.known)}`);
  return { asOf, known, carry: clocks.carry };
}

const ids = z.array(z.string());

/** One point of the two clocks, as an answer shows it. */
export const Point = z.object({ asOf: z.string(), knownAsOf: z.string().nullable() });
export type Point = z.infer<typeof Point>;

export const pointOf = ({ asOf, known }: Clocks): Point => ({
  asOf: formatDay(asOf),
  knownAsOf: known === null ? null : formatDay(known),
});

/** A holding that differs between two states, and what happened to the statements behind it. */
export const Cause = z.object({
  party: z.string().nullable(),
  held: z.string(),
  right: z.string(),
  /** What it was worth in each state; null where it was not held. */
  before: Percent.nullable(),
  after: Percent.nullable(),
  happened: z.array(
    z.object({
      how: z.enum([
        "began",
        "beginning",
        "ended",
        "ending",
        "replaced",
        "again",
        "aged",
        "bounded",
        "stated",
        "superseded",
        "withdrawn",
      ]),
      /** The day, where one is stated; else empty. */
      on: z.string(),
      /** It happened on that day or before: no source says when. */
      by: z.literal(true).optional(),
      because: ids,
    }),
  ),
  /** The later state without this difference alone is another one. */
  needed: z.boolean(),
  /** What it was worth rests on these, then and now. */
  beforeBecause: ids,
  afterBecause: ids,
  because: ids,
});
export type Cause = z.infer<typeof Cause>;

/**
 * How the causes were found. `smallest`: they stand in a smallest set that makes the change; `irreducible`: none of them
 * can be left out, but a smaller set may exist; `candidates`: all that might matter, there being too many to try.
 */
export const Search = z.enum(["smallest", "irreducible", "candidates"]);
export type Search = z.infer<typeof Search>;
