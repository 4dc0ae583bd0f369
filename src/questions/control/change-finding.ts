import { z } from "zod";
import { Cause, Point, Search } from "../../ask/since.ts";
import { Percent } from "../../model/share.ts";

const ids = z.array(z.string());

/** Who controlled the subject, or came under a law, at one point of the two clocks. */
const Side = Point.extend({
  verdict: z.enum(["controlled", "no controller on record", "not known"]),
  controllers: z.array(
    z.object({
      party: z.string(),
      certainty: z.enum(["certain", "possible"]),
      joint: ids,
      votes: Percent.nullable(),
    }),
  ),
  /** How surely those that are ultimate controllers at either point control it at this one, ultimately or not at all. */
  standing: z.array(
    z.object({
      party: z.string(),
      certainty: z.enum(["certain", "possible", "none"]),
      votes: Percent.nullable(),
      /** What it has as each rule of a law counts it; nothing under majority rule, which counts votes. */
      counted: z.array(z.object({ rule: z.string(), share: Percent.nullable() })),
    }),
  ),
  because: ids,
});

/** What changed in who controls the subject, or comes under a law, between two points, and because of what. */
export const ControlChange = z.object({
  from: Side,
  to: Side,
  /** Parties that control it, certainly or possibly, and did not; that did and do not. */
  gained: ids,
  lost: ids,
  /** Possible before and certain now, and the other way round. */
  surer: ids,
  lessSure: ids,
  /** Control it at both points, but ultimately only at the later, or only at the earlier. */
  onTop: ids,
  below: ids,
  causes: z.array(Cause),
  search: Search,
  because: ids,
});
export type ControlChange = z.infer<typeof ControlChange>;
export type Side = z.infer<typeof Side>;
