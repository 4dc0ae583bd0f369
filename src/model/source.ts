import { z } from "zod";

/** Where statements come from. `derivedFrom` is the source it merely repeats, `interested` whose side it is on. */
export const Source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  archivedUrl: z.string(),
  published: z.string(),
  retrieved: z.string(),
  lang: z.string(),
  kind: z.string(),
  licence: z.string(),
  derivedFrom: z.string(),
  interested: z.string(),
  sha256: z.string(),
  note: z.string(),
});
export type Source = z.infer<typeof Source>;
