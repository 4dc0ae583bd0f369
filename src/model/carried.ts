import { z } from "zod";

/** The cells of a statement that is carried, as the staging table of a landing has them; empty ones are left out. */
export const STATEMENT_CELLS = [
  ...["id", "record", "kind", "subject", "object", "from_text", "to_text", "basis", "stated_text", "source"],
  ...["locator", "quote", "dispute", "note", "interest_type", "share_text", "class", "direct", "conditional"],
  ...["leader", "members", "joint", "reason", "props"],
] as const;

export const ENTITY_CELLS = [
  ...["id", "name", "kind", "jurisdiction", "sector", "names", "identifiers", "note"],
] as const;

export const SOURCE_CELLS = [
  ...["id", "title", "publisher", "url", "archived_url", "published", "retrieved", "lang", "kind", "licence"],
  ...["derived_from", "interested", "sha256", "note"],
] as const;

const rowOf = (cells: readonly string[]) => z.partialRecord(z.enum(cells), z.string());
const StatementRow = rowOf(STATEMENT_CELLS);
export type Row = Readonly<Partial<Record<string, string>>>;

/**
 * A part of a case that can stand alone: entities and sources as they are now, and what happened to its statements in
 * the order it happened, every version of each, so that both clocks run in it as they do in the case.
 */
export const Carried = z.object({
  entities: z.array(rowOf(ENTITY_CELLS)),
  sources: z.array(rowOf(SOURCE_CELLS)),
  events: z.array(
    z.discriminatedUnion("what", [
      z.object({ what: z.literal("imported"), at: z.iso.datetime(), statements: z.array(StatementRow) }),
      z.object({
        what: z.enum(["withdrawn", "restored"]),
        at: z.iso.datetime(),
        why: z.string(),
        statements: z.array(z.string()),
      }),
    ]),
  ),
});
export type Carried = z.infer<typeof Carried>;
