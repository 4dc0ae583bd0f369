import { z } from "zod";

/** A rule pack: what counts as control under one law, dated and sourced. Thresholds are data, never constants in code. */
export const Law = z.object({
  id: z.string(),
  name: z.object({ en: z.string(), zh: z.string() }),
  /** The mechanism that evaluates it. */
  mechanism: z.enum(["majority-fixpoint"]),
  /** Half of the votes must be passed; exactly this share is not enough. */
  moreThan: z.string(),
  basis: z.string(),
  statute: z.string(),
  source: z.url(),
  /** First and last day it applies, ISO; empty for always. */
  from: z.string(),
  to: z.string(),
  version: z.string(),
});
export type Law = z.infer<typeof Law>;
