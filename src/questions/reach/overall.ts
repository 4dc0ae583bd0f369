import { z } from "zod";
import { Cause, Point, Search } from "../../ask/since.ts";
import { Percent } from "../../model/share.ts";
import { Jointly } from "./finding.ts";

const ids = z.array(z.string());
/** How a party stands to an entity: what it controls with others only, a stake of its own apart from what only others hold, and nothing at all. */
export const Standing = z.enum(["certain", "possible", "jointly", "stake", "exposure", "nothing"]);
export type Standing = z.infer<typeof Standing>;
const Counts = z.object({
  certain: z.number(),
  possible: z.number(),
  /** What it controls, or may, only together with others: in no other count. */
  jointly: z.number(),
  stake: z.number(),
});

/** How many entities the party controls, may control, does or may with others only, and has stakes in, from one change to the next. */
export const OverTime = z.object({
  steps: z.array(
    z.object({
      from: z.string(),
      all: Counts,
      outlets: Counts,
      /** Entities whose standing is another than before. */
      changed: ids,
      because: ids,
    }),
  ),
  /** Days on which something may change, and how many of them were looked at. */
  moments: z.number(),
  looked: z.number(),
  /** Every statement about the companies it ever reached: each bears on some day. */
  because: ids,
});
export type OverTime = z.infer<typeof OverTime>;

/** What another party reaches as well. */
export const Overlap = z.object({
  with: z.string(),
  shared: z.array(
    z.object({
      entity: z.string(),
      kind: z.string(),
      standing: Standing.exclude(["nothing"]),
      withStanding: Standing.exclude(["nothing"]),
      /** With whom each controls it, or may, only together. */
      jointly: Jointly.nullable(),
      withJointly: Jointly.nullable(),
      votes: Percent.nullable(),
      withVotes: Percent.nullable(),
      because: ids,
      withBecause: ids,
    }),
  ),
  /** Every statement about the companies the other ever reached: each bears on what both reach. */
  because: ids,
});
export type Overlap = z.infer<typeof Overlap>;

/** What changed in the reach between two points, and because of what. */
export const ReachChange = z.object({
  from: Point,
  to: Point,
  changed: z.array(
    z.object({
      entity: z.string(),
      kind: z.string(),
      before: Standing,
      after: Standing,
      /** With whom it controlled it, or might, only together; null where it did by itself, or not at all. */
      jointlyBefore: Jointly.nullable(),
      jointlyAfter: Jointly.nullable(),
      causes: z.array(Cause),
      search: Search,
      because: ids,
    }),
  ),
});
export type ReachChange = z.infer<typeof ReachChange>;

/** What `reach` finds of all it reaches together. */
export const ReachOverall = z.object({
  /** Null where there are too many statements to work through every day. */
  overTime: OverTime.nullable(),
  overlap: Overlap.nullable(),
  change: ReachChange.nullable(),
  /** Every statement about those it controls something with, and those above them: each bears on who controls these. */
  partners: z.object({ because: ids }),
});
export type ReachOverall = z.infer<typeof ReachOverall>;
