import { z } from "zod";
import { Percent } from "../../../model/share.ts";

const ids = z.array(z.string());
const standing = z.enum(["certain", "possible", "none"]);
const verdict = z.enum(["controlled", "no controller on record", "not known"]);

/** Whose standing would be another, now and then. */
const Moved = z.array(z.object({ party: z.string(), now: standing, after: standing }));

/** One holding, moved as little as turns the verdict. */
const Flip = z.object({
  /** The party loses certain control by less, or gains it by more. */
  kind: z.enum(["loses", "gains"]),
  party: z.string(),
  /** With whom the party controls, where it does only together with others. */
  together: ids,
  holder: z.string().nullable(),
  /** With whom the holding is held, each of whom reports the whole. */
  heldWith: ids,
  held: z.string(),
  right: z.string(),
  class: z.string(),
  range: Percent,
  /** Where it turns, and how many points that is from the least that is held. */
  at: z.string(),
  by: z.string(),
  /** It turns at that figure itself; else only beyond it. */
  reached: z.boolean(),
  /** That figure lies within what the record allows: it is a matter of knowing, not of buying or selling. */
  within: z.boolean(),
  /** What else of those votes counts for the party, at the least; nothing under another law than majority rule. */
  others: z.string(),
  verdict,
  moved: Moved,
  because: ids,
});

/** The smallest sets of rights, up to three, that turn a party's standing together; as places in `rights`. */
const RightSet = z.object({
  rights: z.array(z.number()),
  how: z.enum(["in full", "without"]),
  party: z.string(),
  now: standing,
  after: standing,
  because: ids,
});

/** A source, or all sources of one origin, without which the verdict would be another. */
const LoadBearing = z.object({
  origin: z.string(),
  sources: ids,
  title: z.string(),
  verdict,
  moved: Moved,
  because: ids,
});

const Outcome = z.object({ verdict, moved: Moved, somebodyNew: z.boolean() }).nullable();

/** Something not known, the records that would settle it, and what would follow at its low and at its high end. */
const NextDocument = z.object({
  about: z.string(),
  holder: z.string().nullable(),
  kind: z.enum([
    "no-record",
    "unnamed-holders",
    "unknown-share",
    "band",
    "disputed",
    "old-observation",
    "end-unknown",
    "right",
  ]),
  right: z.string(),
  range: Percent.nullable(),
  jurisdiction: z.string(),
  /** Ids of registers and records; `record` empty where the register has none in public. */
  records: z.array(z.object({ register: z.string(), record: z.string() })),
  low: Outcome,
  high: Outcome,
  because: ids,
});

/** What the verdict hangs on; null under one of several laws that are not majority rule. */
export const Turns = z
  .object({
    flips: z.array(Flip),
    rights: z.array(RightSet),
    loadBearing: z.array(LoadBearing),
    /** Where all statements of the proofs come from one origin: its title. */
    oneOrigin: z.string().nullable(),
    nextDocuments: z.array(NextDocument),
    /** The work was bounded and not everything was tried. */
    cutOff: z.boolean(),
  })
  .nullable();
export type Turns = z.infer<typeof Turns>;
