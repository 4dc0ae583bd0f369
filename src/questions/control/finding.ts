import { z } from "zod";
import { Percent } from "../../model/share.ts";
import { ControlChange } from "./change-finding.ts";
import { Declared } from "./declared/entry.ts";
import { Turns } from "./turns/finding.ts";

const ids = z.array(z.string());
const certainty = z.enum(["certain", "possible"]);

/** One step of a proof: who holds what in whom, and the statements that say so. */
export const Step = z.object({
  /** Empty where several hold it together. */
  holder: z.string(),
  /** Those who hold or vote it only together; empty where one does. */
  together: ids,
  /** The registered holder whose votes the holder casts, where that is somebody else; null where it is its own. */
  castFor: z.string().nullable(),
  held: z.string(),
  range: Percent,
  right: z.string(),
  /** What tells the right from others of its kind, and whether it hangs on a condition. */
  class: z.string(),
  conditional: z.boolean(),
  because: ids,
});

export const Controller = z.object({
  party: z.string(),
  certainty,
  /** Those without whom the party does not control: several act together. */
  joint: ids,
  /** Direct votes in the subject of the party and all it controls; null where no votes are on record. */
  votes: Percent.nullable(),
  /** Economic share in the subject; null in a ring of companies that own all of each other. */
  economic: Percent.nullable(),
  /** What the party is under the law, with the article: "beneficial owner, art. 54(a): …". */
  basis: z.string(),
  /**
   * The rules it meets, how surely, with what it has as each counts, the band that falls into, those without whom not, and
   * all statements that count.
   */
  grounds: z.array(
    z.object({
      rule: z.string(),
      certainty,
      share: Percent.nullable(),
      band: z.string().nullable(),
      joint: ids,
      because: ids,
    }),
  ),
  proof: z.array(Step),
  /** Of a possible controller: rights of others, as places in `rights`, that would outrank its votes if they counted in full. */
  rivals: z.array(z.number()),
  /** No fewer statements would do; false where that was not searched, or the search was cut off. */
  smallest: z.boolean(),
});

/** A right other than plain votes on the way up, with what the verdict would be without it and if it counted in full. */
export const RightShown = z.object({
  party: z.string().nullable(),
  /** Who decides, or for whom, where the statement says so. */
  leader: z.string().nullable(),
  members: ids,
  company: z.string(),
  right: z.string(),
  class: z.string(),
  range: Percent,
  /** Of a concert: what its members have of the votes. */
  bound: Percent.nullable(),
  conditional: z.boolean(),
  /** How it counts on this day. */
  counts: z.enum(["certain", "possible", "none"]),
  /** Whose control of the subject it bears on, and that party's certainty now, without it, and with it in full. */
  beneficiary: z.string().nullable(),
  now: z.enum(["certain", "possible", "none"]),
  without: z.enum(["certain", "possible", "none"]),
  inFull: z.enum(["certain", "possible", "none"]),
  because: ids,
});

/** What sources state about the subject or one of its controllers, as it counts on the day. */
export const Holding = z.object({
  party: z.string().nullable(),
  /** Whom it counts for, where the party is looked through: a nomination for its nominator. */
  countsFor: ids,
  held: z.string(),
  right: z.string(),
  class: z.string(),
  /** With whom it is held, where several hold it together and each reports the whole. */
  joint: ids,
  range: Percent,
  presence: certainty,
  /** Under a condition that is not in the holder's own hands. */
  conditional: z.boolean(),
  /** Of a right that is not plain votes: whether it is control in full, at the upper end, or not at all. */
  counts: z.enum(["certain", "possible", "none"]),
  disputed: z.boolean(),
  /** Where sources disagree: each figure that is given, and who gives it. */
  says: z.array(z.object({ range: Percent, because: ids })),
  reading: z.boolean(),
  carriedDays: z.number().nullable(),
  /** The last observation is older than one is carried: nothing is certain of it. */
  aged: z.boolean(),
  because: ids,
});

/** Power below half: an indication, apart from control. Percentages of all power, as decimals. */
export const Working = z.object({
  index: z.literal("shapley-shubik"),
  /** Votes nobody is named for are an ocean of very small holders. */
  model: z.literal("oceanic"),
  /** Named holders too many to work out, counted with the ocean. */
  leftOut: z.number(),
  holders: z.array(
    z.object({ party: z.string().nullable(), joint: ids, low: z.string(), high: z.string(), because: ids }),
  ),
  /** The Network Power Index of the subject alone, sampled; null where not every vote above is a single figure. */
  network: z
    .object({
      seed: z.number(),
      rounds: z.number(),
      holders: z.array(z.object({ party: z.string(), chance: z.string(), error: z.string() })),
    })
    .nullable(),
});

export const ControlFinding = z.object({
  subject: z.string(),
  law: z.string(),
  basis: z.string(),
  verdict: z.enum(["controlled", "no controller on record", "not known"]),
  /** The day lies outside the days the law applies. */
  hypothetical: z.boolean(),
  controllers: z.array(Controller),
  /** Who would come under the law but for an entity at which its chains stop. */
  behind: z.array(z.object({ party: z.string(), through: ids, certainty })),
  /** The list a law is about, as it was given; null where none was. */
  list: z.object({ parties: ids, date: z.string() }).nullable(),
  /** Everyone above the subject who controls it, certainly or possibly, ultimate or not. */
  chain: z.array(z.object({ party: z.string(), certainty })),
  holdings: z.array(Holding),
  /** Holders in those holdings whose own holders are on record and left out: nobody there may control the subject. */
  notFollowed: ids,
  rights: z.array(RightShown),
  declared: z.array(Declared),
  conflicts: z.array(z.object({ company: z.string(), because: ids })),
  /** Votes in the subject that no named holder is known to have, as a range. */
  unnamedVotes: Percent.nullable(),
  /** Who has how much power short of control; null where somebody certainly controls it, or it cannot be said. */
  working: Working.nullable(),
  /** The least changes that would turn the verdict, the sources it hangs on, and what to ask for next. */
  turns: Turns,
  /** Age in days of the oldest carried observation behind the verdict. */
  carriedDays: z.number().nullable(),
  /** Independent origins of the sources behind the verdict: at most this many. */
  origins: z.number(),
  /** Who controlled it when, from one day on which something changed to the next; `to` empty for still. */
  history: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      verdict: z.string(),
      controllers: z.array(z.object({ party: z.string(), certainty })),
      because: ids,
    }),
  ),
  /** Every statement that bears on that history on any day. */
  historyRests: z.object({ because: ids }),
  /** What changed since an earlier point, where it was asked; else null. */
  change: ControlChange.nullable(),
  because: ids,
});
export type ControlFinding = z.infer<typeof ControlFinding>;
export type RightShown = z.infer<typeof RightShown>;
