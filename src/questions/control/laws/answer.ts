import type { Gap } from "../../../ask/answer.ts";
import type { Context } from "../../../ask/question.ts";
import type { Law } from "../../../laws/law.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { jurisdictionsOf } from "../../../networks/jurisdiction.ts";
import type { Analysis } from "../analyse.ts";
import type { ControlFinding } from "../finding.ts";
import { historyLeftOut } from "../gaps.ts";
import { type Course, type History, writeHistory } from "../history.ts";
import type { ControlInput } from "../run.ts";
import { courseUnder } from "./course.ts";
import { type LawFacts, lawFacts } from "./facts.ts";
import { type Judgement, judge } from "./judge.ts";
import { elsewhereGaps } from "./scope.ts";
import { provenBy } from "./smallest.ts";
import { findingUnder, gapsUnder, isHypothetical, isPlain, type LawWriter } from "./write.ts";

/** What control by majority rule was worked out from, in local numbers. */
export interface Known {
  readonly facts: ControlFinding;
  readonly analysis: Analysis;
  readonly kind: (local: number) => EntityKind;
  readonly ordinals: Int32Array;
  readonly names: ReadonlyMap<number, string>;
  /** Who came under a law when, day by day; null where several are asked. */
  readonly past: ((course: Course) => History | null) | null;
  /** What the verdict of a law hangs on; null where several are asked. */
  readonly hangs: ((law: Law, judgement: Judgement, about: About) => Promise<ControlFinding["turns"]>) | null;
}
type About = Pick<LawFacts, "kind" | "jurisdiction" | "listed">;

/** The subject under every law asked for, on the same facts, in the order of the laws. */
export async function judgeLaws(
  context: Context,
  input: ControlInput,
  laws: readonly Law[],
  known: Known,
  write: Omit<LawWriter, "proven">,
): Promise<{ readonly findings: ControlFinding[]; readonly gaps: Gap[] }> {
  const asked =
    input.list === undefined ? null : { parties: [...input.list].sort(), date: input.listDate ?? "" };
  const jurisdiction = laws.some((law) => law.stops !== null || law.subjects !== null)
    ? await jurisdictionsOf(context.store, known.ordinals)
    : () => "";
  const about = { kind: known.kind, jurisdiction, listed: asked && numbersOf(known, asked.parties) };
  let made: LawFacts | null = null;
  const facts = (): LawFacts => {
    made ??= lawFacts(known.analysis, about);
    return made;
  };
  const findings: ControlFinding[] = [];
  const gaps: Gap[] = [];
  for (const law of laws) {
    const hypothetical = isHypothetical(law, context.asOf);
    if (isPlain(law)) {
      findings.push({ ...known.facts, law: law.id, basis: law.basis, hypothetical });
      continue;
    }
    const judgement = judge(law, facts());
    const drawn = known.past !== null && !hypothetical && !law.list;
    const past = drawn ? (known.past?.(courseUnder(law, about)) ?? null) : null;
    findings.push({
      ...findingUnder(law, judgement, known.facts, {
        ...write,
        proven: (ground, party) => provenBy(ground, law, facts(), party),
      }),
      ...writeHistory(past, write),
      hypothetical,
      list: law.list ? asked : null,
      turns: (await known.hangs?.(law, judgement, about)) ?? null,
    });
    gaps.push(...gapsUnder(law, judgement, write));
    if (drawn && past === null) gaps.push(historyLeftOut(write.id(0)));
    if (law.list && asked?.date === "") gaps.push(undated(law, write));
  }
  gaps.push(...elsewhereGaps(laws, jurisdiction(0), write.id(0)));
  const once = new Map(gaps.map((gap) => [`${gap.code} ${gap.what} ${gap.about.join(" ")}`, gap]));
  return { findings, gaps: [...once.values()] };
}

const undated = (law: Law, write: Pick<LawWriter, "id">): Gap => ({
  code: "list-undated",
  what: "the date of the list",
  why: `${law.id} is about a list as of a day`,
  about: [write.id(0)],
  because: [],
});

/** Local numbers of entities by id; those not above the subject are left out. */
export function numbersOf(
  { ordinals, names }: Pick<Known, "ordinals" | "names">,
  ids: readonly string[],
): Set<number> {
  const wanted = new Set(ids);
  const found = new Set<number>();
  for (let local = 0; local < ordinals.length; local++) {
    if (wanted.has(names.get(ordinals[local] as number) ?? "")) found.add(local);
  }
  return found;
}
