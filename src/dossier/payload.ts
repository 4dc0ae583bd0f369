import { createHash } from "node:crypto";
import { z } from "zod";
import type { Answer, Lang } from "../ask/answer.ts";
import { Carried } from "../model/carried.ts";

/** What a dossier was asked for, and the part of the case it carries. */
export interface Asked {
  readonly lang: Lang;
  /** The id of the entity or text it is about. */
  readonly subject: string;
  readonly caseName: string;
  /** The heading of each answer. */
  readonly titles: readonly string[];
  readonly asOf: string;
  readonly known: string | null;
  readonly carry: number;
  /** The day its answers were made on, where they are for a later one; else the day they are for. */
  readonly made: string;
  readonly carried: Carried;
}

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const digests = z.record(z.string(), digest);

/**
 * What lies inside a dossier for `verify`: the answers as they were given, the statements they were computed from, the
 * digest of each thing carried, of the page around it (where there is one), and of all of this.
 */
export const Payload = z.object({
  format: z.literal("armslength dossier 1"),
  version: z.string(),
  lang: z.enum(["en", "zh"]),
  subject: z.string(),
  caseName: z.string(),
  titles: z.array(z.string()),
  asOf: z.iso.date(),
  known: z.iso.date().nullable(),
  carry: z.number().int().nonnegative(),
  made: z.iso.date(),
  answers: z
    .array(
      z.looseObject({
        question: z.string(),
        revision: z.number(),
        input: z.record(z.string(), z.unknown()),
        run: z.object({
          ...{ version: z.string(), engine: z.string(), data: z.string() },
          rules: digests.optional(),
        }),
      }),
    )
    .min(1),
  carried: Carried,
  digests: z.object({ statements: digests, entities: digests, sources: digests }),
  page: digest.nullable(),
  seal: digest,
});
export type Payload = z.infer<typeof Payload>;

export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

/** An answer without the moment it was computed. */
export function still({ run: { at: _, ...run }, ...answer }: Answer): Omit<Answer, "run"> & {
  readonly run: Omit<Answer["run"], "at">;
} {
  return { ...answer, run };
}

/** The payload of answers, sealed. `page` is the digest of the page around it, or null. */
export function payloadOf(answers: readonly Answer[], asked: Asked, page: string | null): Payload {
  const { lang, subject, caseName, titles, asOf, known, carry, made, carried } = asked;
  const [first] = answers;
  const body = {
    format: "armslength dossier 1" as const,
    version: first?.run.version ?? "",
    ...{ lang, subject, caseName, titles: [...titles], asOf, known, carry, made },
    answers: answers.map(still),
    carried,
    digests: digestsOf(carried),
    page,
  };
  return { ...body, seal: sealOf(body) } as Payload;
}

/** The digest over everything in a payload but the seal itself. */
export const sealOf = ({ seal: _, ...body }: Omit<Payload, "seal"> & { readonly seal?: string }): string =>
  sha256(JSON.stringify(body));

type Digests = Payload["digests"];

/** The digest of each thing carried, by id; of a statement over all its versions and what became of them. */
export function digestsOf({ entities, sources, events }: Carried): Digests {
  const told = new Map<string, unknown[]>();
  const tell = (id: string, what: unknown) => void told.set(id, [...(told.get(id) ?? []), what]);
  for (const event of events)
    for (const one of event.statements)
      if (typeof one === "string") tell(one, { ...event, statements: [] });
      else tell(one.id ?? "", [event.at, one]);
  const each = (rows: readonly Readonly<Partial<Record<string, string>>>[]) =>
    sorted(rows.map((row) => [row.id ?? "", row]));
  return { statements: sorted([...told]), entities: each(entities), sources: each(sources) };
}

const sorted = (told: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(
    [...told]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([id, what]) => [id, sha256(JSON.stringify(what))]),
  );
