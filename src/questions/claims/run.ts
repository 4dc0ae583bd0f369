import type { Gap } from "../../ask/answer.ts";
import type { Context, Found } from "../../ask/question.ts";
import { Problem } from "../../errors.ts";
import { parseDate } from "../../model/date.ts";
import type { Statement } from "../../model/statement.ts";
import { independence } from "../../networks/publishers.ts";
import { relaysOf } from "../../networks/relays.ts";
import { barred, sourcesOf } from "./attached.ts";
import { findingOf } from "./claim.ts";
import { explanationsOf } from "./explanations/explanations.ts";
import type { ClaimsOverall } from "./explanations/overall.ts";
import type { ClaimFinding } from "./finding.ts";
import { readText, type TextRead } from "./read.ts";
import { namedBy } from "./recompute/recompute.ts";

export interface ClaimsInput {
  readonly text: string;
  readonly claim?: string | undefined;
  /** The id of an entity: only the claims about it. */
  readonly about?: string | undefined;
  readonly set?: string | undefined;
  readonly rater?: string | undefined;
}

/** How each claim of a text stands, and how explanations of it sit with the evidence. */
export async function runClaims(
  context: Context,
  input: ClaimsInput,
): Promise<Found<ClaimFinding, ClaimsOverall>> {
  const { store, known, asOf } = context;
  const text = await readText(store, known, input.text, namedBy);
  const asked = askedOf(text, input);
  const statements = [...text.stated.values()].map((one) => one.statement);
  const relays = await relaysOf(store, [input.text, ...statements.flatMap(sourcesOf)]);
  const entities = await store.entities([
    ...new Set(asked.flatMap((claim) => barred(claim.properties.about))),
  ]);
  const source = relays.read.get(input.text);
  const published = source?.published ?? "";
  const ground = {
    asOf,
    relays,
    textOrigin: relays.rootOf(input.text),
    textDay: published === "" ? null : parseDate(published).lo,
  };
  const roots = [...new Set(statements.flatMap(sourcesOf).map(relays.rootOf))].sort();
  const count = await independence(context, roots);
  const findings: ClaimFinding[] = [];
  for (const claim of asked) {
    context.progress(findings.length, asked.length, "claims");
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    findings.push(findingOf(claim, { text, ground, entities: byId, count }));
  }
  const whole = input.claim === undefined && input.about === undefined;
  const sets = whole ? await explanationsOf(context, input, text, relays) : [];
  return {
    findings,
    gaps: gapsOf(text, asked, findings),
    overall: { title: source?.title || input.text, sets },
  };
}

function askedOf(text: TextRead, { claim, about }: ClaimsInput): readonly Statement[] {
  const asked = claim === undefined ? text.claims : [claimOf(text, claim)];
  return about === undefined ? asked : asked.filter((one) => barred(one.properties.about).includes(about));
}

function claimOf({ claims }: TextRead, id: string): Statement {
  const found = claims.find((one) => one.id.toLowerCase() === id.trim().toLowerCase());
  if (found) return found;
  const ids = claims.map((one) => one.id);
  throw new Problem(
    "unknown-statement",
    `the text has no claim "${id}"`,
    "Leave it out for all of them.",
    ids,
    [`该文本没有说法“${id}”。`, "不填则显示全部说法。"],
  );
}

function gapsOf(text: TextRead, asked: readonly Statement[], findings: readonly ClaimFinding[]): Gap[] {
  const gone = asked.flatMap((claim) =>
    (text.links.get(claim.id) ?? []).filter((link) => !text.stated.has(link.properties.statement ?? "")),
  );
  const uncomputed = findings.flatMap((finding) => finding.recomputed.filter((one) => one.stands === null));
  return [
    ...gone.map((link) => ({
      code: "statement-gone",
      what: `what "${link.properties.statement}" says on ${link.properties.claim}`,
      why: "it is withdrawn, not yet said on this day, or not in this case",
      about: [],
      because: [link.id],
    })),
    ...uncomputed.map((one) => ({
      code: "not-recomputed",
      what: `whether ${one.published} follows from ${one.expression}`,
      why: one.missing,
      about: [],
      because: [...one.because],
    })),
  ];
}
