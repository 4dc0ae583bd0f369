import { z } from "zod";

const words = z.object({ en: z.string().min(1), zh: z.string().min(1) });

/** What a record settles: who the holders are and how much each has; who owns in the end; rights by contract or articles. */
export const Settles = z.enum(["holders", "owners", "rights"]);
export type Settles = z.infer<typeof Settles>;

/** A kind of record one can ask for: where it is kept, what it discloses, of which companies. */
export const RegisterRecord = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: words,
  discloses: words,
  /** Companies whose shares trade, the others, or both. */
  of: z.enum(["listed", "unlisted", "any"]),
  /** Only companies of the register's own jurisdiction, only others, or all. */
  issuer: z.enum(["any", "home", "foreign"]).default("any"),
  settles: z.array(Settles).min(1),
});
export type RegisterRecord = z.infer<typeof RegisterRecord>;

/** What may be had about companies of a jurisdiction, or listed there, as it stood on a day. */
export const Register = z.object({
  id: z.string().regex(/^[a-z]{2}$/),
  /** ISO 3166-1 code of the jurisdiction. */
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  name: words,
  /** Prefixes of tickers of companies listed there, whatever their jurisdiction. */
  exchanges: z.array(z.string()),
  /** Schemes of identifiers that companies whose shares trade get by filing there. */
  filers: z.array(z.string()).default([]),
  source: z.url(),
  asOf: z.iso.date(),
  /** What of this was read, and what is from general knowledge. */
  note: z.string().min(1),
  records: z.array(RegisterRecord),
  /** Where there is no public record, said so. */
  none: words.nullable(),
});
export type Register = z.infer<typeof Register>;
