import type { Day } from "../../model/date.ts";
import { WHOLE } from "../../model/share.ts";
import { knownStatements, type Reader } from "../../store/port.ts";
import { lastDay, NO_DAY } from "../interests.ts";

/** Kinds of statement that are ties between two entities, in the order they are numbered. */
export const TIE_KINDS = ["interest", "office", "membership", "association", "family"] as const;
export const FAMILY = TIE_KINDS.indexOf("family");

const INTS = {
  n: "int32",
  a: "int32",
  b: "int32",
  kind: "int32",
  from_lo: "int32",
  from_hi: "int32",
  to_lo: "int32",
  to_hi: "int32",
  stated: "int32",
  observed: "int32",
  source: "int32",
  over: "int32",
} as const;

/**
 * Every statement that ties two entities, one row for each two it ties, as flat columns: `n` the statement, `a` who holds,
 * is in office, is a member; `kind` an index into TIE_KINDS; days as in `Interests`, NO_DAY where not stated; `observed`
 * 1 for an observation; `source` its number in NUMBERED. An interest ties party and subject; where the party acts with
 * others or holds for them it also ties the party and each of them, with the subject as `over` (else −1).
 */
export type Mentions = Readonly<Record<keyof typeof INTS, Int32Array>> & { readonly length: number };

/** Sources numbered in the order of their ids. */
export const NUMBERED =
  "(SELECT id, CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS k FROM source_now)";

/**
 * Reads all ties known on a day (null: all the case holds), holdings of nothing left out: sorted by the lower of the two
 * they tie, then the higher, then in the order in which they were said.
 */
export async function readMentions(store: Reader, known: Day | null): Promise<Mentions> {
  const kinds = TIE_KINDS.map((kind, i) => `WHEN '${kind}' THEN ${i}`).join(" ");
  const day = (column: string) => `coalesce(${column}, ${NO_DAY}) AS ${column}`;
  const last = (end: "from" | "to") => `${lastDay(`${end}_lo`, `${end}_hi`)} AS ${end}_hi`;
  const rows = (a: string, b: string, over: string, from: string, where: string) =>
    `SELECT n, ${a} AS a, ${b} AS b, CASE kind ${kinds} END AS kind, ${day("from_lo")}, ${last("from")},
       ${day("to_lo")}, ${last("to")}, ${day("stated")}, CASE WHEN basis = 'observation' THEN 1 ELSE 0 END AS observed,
       coalesce(r.k, -1) AS source, ${over} AS over
     FROM ${from} LEFT JOIN ${NUMBERED} AS r ON r.id = source
     WHERE kind IN (${TIE_KINDS.map((kind) => `'${kind}'`).join(", ")}) AND ${a} IS NOT NULL AND ${b} IS NOT NULL
       AND ${a} <> ${b} AND (kind <> 'interest' OR coalesce(high, ${WHOLE}) > 0) AND ${where}`;
  const by = (interest: string, other: string) =>
    `CASE WHEN kind = 'interest' THEN ${interest} ELSE ${other} END`;
  const all = knownStatements(known);
  const members = `(SELECT *, CAST(unnest(string_split(members, '|')) AS INTEGER) AS member FROM ${all} WHERE members <> '') AS s`;
  const { length, column } = await store.columns(
    `SELECT * FROM (${[
      rows(by("object", "subject"), by("subject", "object"), "-1", all, "true"),
      rows("object", "leader", "subject", all, "kind = 'interest'"),
      rows("object", "member", "subject", members, "kind = 'interest'"),
    ].join(
      " UNION ALL ",
    )}) AS x ORDER BY CASE WHEN a < b THEN a ELSE b END, CASE WHEN a < b THEN b ELSE a END, n`,
    INTS,
  );
  return { length, ...(column as Readonly<Record<keyof typeof INTS, Int32Array>>) };
}
