import type { Context, Found } from "../../ask/question.ts";
import { Problem } from "../../errors.ts";
import type { Links } from "../../graph/links.ts";
import { strongestFrom } from "../../graph/strongest-from.ts";
import { type StrongestPaths, strongestPaths } from "../../graph/strongest-paths.ts";
import { ENTITY_KINDS } from "../../model/entity.ts";
import { entityIds, ordinalOf, written } from "../../networks/cited.ts";
import { type CaseTies, caseTies } from "../../networks/ties/case-ties.ts";
import { type FoundTies, findTies } from "../../networks/ties/find.ts";
import { originsBehind } from "../../networks/ties/look-into.ts";
import { tiesOf } from "../../networks/ties/near.ts";
import { evidenceOf, isContested } from "../../networks/ties/strength.ts";
import type { TiesFinding, TiesOverall } from "./finding.ts";
import { gapsOf } from "./gaps.ts";
import { countingOf, longestOf, type TiesInput } from "./input.ts";
import { linksIn } from "./report.ts";

/** Ends of links looked at for one answer: a few seconds at most. */
const WORK = 400_000_000;
/** Whom paths lead to where nobody is named. */
const ENDS = new Set(["person", "state", "state-body"].map((kind) => ENTITY_KINDS.indexOf(kind as "person")));

/** The search an input asks for: between two, or from one to those near it. */
export async function searchOf(
  context: Context,
  ties: CaseTies,
  input: TiesInput,
): Promise<{ readonly ends: readonly number[]; readonly search: (links: Links) => StrongestPaths }> {
  const from = await ordinalOf(context.store, input.entity);
  const asked = { count: input.paths, longest: longestOf(input), budget: { left: WORK } };
  const isEnd = (node: number) => ENDS.has(ties.kind[node] as number);
  if (input.to === undefined)
    return { ends: [from], search: (links) => strongestFrom(links, from, isEnd, asked) };
  const to = await ordinalOf(context.store, input.to);
  return { ends: [from, to], search: (links) => strongestPaths(links, from, to, asked) };
}

/** The strongest documented paths from X to Y, or from X to those near it, link by link. */
export async function runTies(context: Context, input: TiesInput): Promise<Found<TiesFinding, TiesOverall>> {
  if (input.to === input.entity)
    throw new Problem(
      "bad-input",
      `"${input.to}" is asked for at both ends`,
      "Name two different ones.",
      [],
      [`两端都是“${input.to}”。`, "请给出两个不同的对象。"],
    );
  const ties = await caseTies(context.store, context.known);
  const { ends, search } = await searchOf(context, ties, input);
  const found = await findTies(context, ties, countingOf(context, input), search);
  const findings = await findingsOf(context, ties, found);
  const apart = ends.filter((n) => tiesOf(ties, n) === 0);
  const ids = await entityIds(context.store, apart);
  const gaps = gapsOf(input, found, findings, [...ids.values()]);
  const { longest, complete } = found;
  return written(context.store, { findings, gaps, overall: { longest, complete } });
}

async function findingsOf(context: Context, ties: CaseTies, found: FoundTies): Promise<TiesFinding[]> {
  const ids = await entityIds(context.store, new Set(found.paths.flatMap(({ nodes }) => [...nodes])));
  const id = (node: number) => ids.get(node) ?? "";
  const links = await linksIn(context, ties, found);
  const findings: TiesFinding[] = [];
  for (const { nodes, strength, links: numbers } of found.paths) {
    const rows = numbers.flatMap((number) => found.rows.get(number) ?? []);
    const path = Array.from(nodes, id);
    const shown = numbers.map((number, i) => ({
      from: path[i] ?? "",
      to: path[i + 1] ?? "",
      ...structuredClone(links.get(number) as NonNullable<ReturnType<typeof links.get>>),
    }));
    findings.push({
      from: path[0] ?? "",
      to: path.at(-1) ?? "",
      evidence: evidenceOf(strength),
      contested: isContested(strength),
      denied: shown.some((link) => link.deniedBy.length > 0),
      origins: await originsBehind(context, ties, rows),
      path,
      through: Array.from(nodes.subarray(1, -1), (node) => ({
        entity: id(node),
        ties: tiesOf(ties, node),
      })),
      links: shown,
      because: [...new Set(shown.flatMap((link) => link.because))].sort(),
    });
  }
  return findings;
}
