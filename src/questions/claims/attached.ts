import type { Day } from "../../model/date.ts";
import type { Source } from "../../model/source.ts";
import type { Statement } from "../../model/statement.ts";
import type { Relays } from "../../networks/relays.ts";
import type { Attached } from "./finding.ts";
import type { Dated } from "./read.ts";

export const ANONYMOUS = "anonymous";

/** What must be known to say whether a statement counts for or against a claim. */
export interface Ground {
  readonly asOf: Day;
  readonly relays: Relays;
  /** Where the text itself comes from. */
  readonly textOrigin: string;
  /** The first day the text may have been published; null where its source does not say. */
  readonly textDay: Day | null;
  /** Whom the claim is about, and who denies it. */
  readonly parties: ReadonlySet<string>;
  readonly prediction: boolean;
}

/** A list in a cell, with bars between. */
export const barred = (text: string | undefined): string[] =>
  (text ?? "")
    .split("|")
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** Every source that says what a statement says. */
export const sourcesOf = (statement: Statement): string[] => [
  statement.source,
  ...barred(statement.properties.also),
];

/** An attached statement as it bears on a claim, and why it does not count where it does not. */
export function attachedAs(link: Statement, dated: Dated, ground: Ground): Attached {
  const { statement } = dated;
  const sources = sourcesOf(statement);
  const origins = [...new Set(sources.map(ground.relays.rootOf))];
  const speaker = statement.properties.speaker ?? "";
  const bearing = (["part", "indirect"] as const).find((one) => one === link.properties.bearing) ?? "whole";
  const base: Omit<Attached, "not"> = {
    statement: statement.id,
    kind: statement.kind,
    text: statement.kind === "claim" ? (statement.properties.statement ?? "") : "",
    subject: statement.subject,
    object: statement.object,
    bearing,
    speaker,
    interested: interestOf(sources.map((id) => ground.relays.read.get(id))),
    source: statement.source,
    origins,
    publisher: publisherOf(statement.source, ground.relays),
    publishers: origins.map((id) => publisherOf(id, ground.relays)),
    note: link.note,
    because: [link.id, statement.id].sort(),
  };
  return { ...base, not: reason(base, link.properties.for ?? "", dated, ground) };
}

const publisherOf = (id: string, { read }: Relays): string =>
  read.get(id)?.publisher || read.get(id)?.title || id;

/** Whose side they are all on; "" where one is on nobody's. */
function interestOf(sources: readonly (Source | undefined)[]): string {
  const sides = sources.map((source) => source?.interested ?? "");
  return sides.every((side) => side !== "") ? (sides[0] ?? "") : "";
}

function reason(
  one: Omit<Attached, "not">,
  side: string,
  dated: Dated,
  { asOf, textOrigin, textDay, parties, prediction }: Ground,
): Attached["not"] {
  if (side !== "yes" && side !== "no") return "context";
  if (one.origins.every((origin) => origin === textOrigin)) return "same-text";
  if (dated.from !== null && dated.from > asOf) return "later";
  if (prediction && textDay !== null && (dated.fromLast ?? dated.from ?? textDay) < textDay) return "earlier";
  if (side === "no" && parties.has(one.speaker)) return "denial";
  if (one.bearing === "indirect") return "indirect";
  return "";
}
