import type { Gap } from "../../ask/answer.ts";
import type { Context, Found } from "../../ask/question.ts";
import type { SinceInput } from "../../ask/since.ts";
import { Problem } from "../../errors.ts";
import { LAWS, majority } from "../../laws/index.ts";
import type { EntityKind } from "../../model/entity.ts";
import { networkAround } from "../../networks/around.ts";
import { begun } from "../../networks/begun.ts";
import { kindAt, kindsOf } from "../../networks/case-network.ts";
import { certainProof } from "../../networks/certain-proof.ts";
import { entityIds, ordinalOf, originsOf, said, written } from "../../networks/cited.ts";
import { about, everAbove, momentsOf } from "../../networks/closure.ts";
import { EFFECT } from "../../networks/company.ts";
import type { Step } from "../../networks/proof.ts";
import { independent } from "../../networks/publishers.ts";
import {
  type Above,
  type Analysis,
  analyse,
  becauseOf,
  boundVotes,
  carriedBehind,
  codeOf,
  companiesShown,
  economicIn,
  extraOf,
  groundsOf,
  isDeclaration,
  type RightAnalysis,
  rangeOf,
  rightsAbove,
  rowsOf,
  stepsFor,
  votesIn,
  votesPercent,
} from "./analyse.ts";
import { comparedSince } from "./change.ts";
import { declarationsLeftOut, declaredAbout } from "./declared/answer.ts";
import type { ControlFinding } from "./finding.ts";
import { gapsOf, historyLeftOut } from "./gaps.ts";
import { byControl, type Course, historyOf, MOST_MOMENTS, writeHistory } from "./history.ts";
import { holdingsShown, notFollowed } from "./holdings.ts";
import { judgeLaws } from "./laws/answer.ts";
import { withChanges } from "./laws/change.ts";
import { checkList } from "./laws/scope.ts";
import { isPlain } from "./laws/write.ts";
import { nobodyHolds, notHeld } from "./not-held.ts";
import { readAhead } from "./read-ahead.ts";
import { checkTogether } from "./together.ts";
import { MOST_STATEMENTS, turnsOf } from "./turns/turns.ts";
import { turnsUnder } from "./turns/under-law.ts";
import { unnamedVotes } from "./unnamed-votes.ts";
import { workingIn } from "./working.ts";

export interface ControlInput extends SinceInput {
  readonly entity: string;
  readonly law: string;
  /** Ids of the entities on the list some laws are about, and its date. */
  readonly list?: readonly string[] | undefined;
  readonly listDate?: string | undefined;
}

/** The network that was ever above an entity, cut out of the case and renumbered. */
export async function networkAbove(
  context: Context,
  id: string,
): Promise<{ above: Above; ordinals: Int32Array; kind: (local: number) => EntityKind }> {
  const ordinal = await ordinalOf(context.store, id);
  const network = await networkAround(context.store, context.known, [ordinal], "above");
  const part = about(network.index(), everAbove(network.index(), ordinal));
  const above = {
    interests: part.interests,
    entities: part.ordinals.length,
    kinds: kindsOf(network, part.ordinals),
    carry: context.carry,
  };
  return { above, ordinals: part.ordinals, kind: kindAt(network, part.ordinals) };
}

/** Answers `control` under every law asked for. What stands above is read at once: parts of the answer ask for it in turn. */
export async function runControl(context: Context, input: ControlInput): Promise<Found<ControlFinding>> {
  const laws = input.law === "all" ? LAWS : LAWS.filter((law) => law.id === input.law);
  if (laws.length === 0) {
    throw new Problem(
      "not-in-this-version",
      `law "${input.law}" is not in this version`,
      `Laws here: ${LAWS.map((l) => l.id).join(", ")}, or all.`,
      [],
      [`本版本没有规则“${input.law}”。`, `现有规则：${LAWS.map((l) => l.id).join("、")}，或 all。`],
    );
  }
  checkList(input, laws);
  const compared = await comparedSince(context, input);
  const { above, ordinals, kind } = await networkAbove(context, input.entity);
  const small = above.interests.length <= MOST_STATEMENTS;
  const all = small ? begun(context.store.statementsAt(above.interests.n)) : null;
  const analysis = analyse(above, context.asOf);
  const names = await entityIds(context.store, ordinals);
  const id = (local: number) => names.get(ordinals[local] ?? -1) ?? "";
  checkTogether(analysis, id);
  const reading = begun(readAhead(context.store, { above, analysis, id, all }));
  const days = momentsOf(above.interests, context.carry, MOST_MOMENTS);
  const past = (course: Course) => historyOf(above, days, course);
  const controlled = laws.some(isPlain) ? past(byControl) : null;
  const rights = rightsAbove(above, analysis);
  const asked = { above, analysis, rights, ordinals, id, said };
  const hangs = laws.some(isPlain) ? begun(turnsOf(context, asked)) : null;
  const { declared, leftOut } = await declaredAbout(
    context,
    above,
    analysis,
    { kind, ordinals },
    { id, said },
  );
  const write = {
    id,
    said,
    history: writeHistory(controlled, { id, said }),
    declared,
  };
  const found = finding(above, analysis, rights, write);
  const facts = { ...found, turns: await hangs };
  const judged = await judgeLaws(
    context,
    input,
    laws,
    {
      ...{ facts, analysis, kind, ordinals, names },
      past: laws.length > 1 ? null : past,
      hangs:
        laws.length > 1 ? null : (law, judgement, about) => turnsUnder(context, asked, law, judgement, about),
    },
    {
      id,
      said,
      step: (s) => writeStep(analysis, s, { id, said }),
      votes: (party) => votesPercent(votesIn(analysis, party)),
      economic: (parties) => economicIn(above, analysis.held, parties),
    },
  );
  const gaps: Gap[] = gapsOf(above, analysis, {
    id,
    said,
  });
  if (laws.some(isPlain) && controlled === null) gaps.push(historyLeftOut(id(0)));
  if (leftOut > 0) gaps.push(declarationsLeftOut(id(0), leftOut));
  await reading;
  const bare = judged.findings.every((each) => notHeld(kind(0), each) !== null);
  const answer = await written(context.store, {
    findings:
      compared === null
        ? judged.findings
        : await withChanges(context, compared, laws, input, judged.findings),
    gaps: bare ? [nobodyHolds(id(0))] : [...gaps, ...judged.gaps],
  });
  const origins = await originsOf(context.store, groundsOf(analysis), (roots) => independent(context, roots));
  return { ...answer, findings: answer.findings.map((each) => ({ ...each, origins })) };
}

interface Write {
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
  readonly history: Pick<ControlFinding, "history" | "historyRests">;
  readonly declared: ControlFinding["declared"];
}

/** A step of a proof as it stands in an answer. */
function writeStep({ held, view }: Analysis, s: Step, { id, said }: Pick<Write, "id" | "said">) {
  const several = view.own.virtual.get(s.holder);
  const voter = castFor(held, s, several?.kind === "joint");
  return {
    holder: id(s.holder),
    together: several?.kind === "joint" ? several.members.map(id).sort() : [],
    castFor: voter === null ? null : id(voter),
    held: id(s.held),
    range: s.row >= 0 ? rangeOf(held, s.row) : "0",
    right: s.row >= 0 ? codeOf(held, s.row) : "",
    class: s.row >= 0 ? extraOf(held, s.row).class : "",
    conditional: s.row >= 0 && held.conditional[s.row] !== 0,
    because: said(s.statements),
  };
}

/** Control by majority rule, with all that bears on it. */
function finding(
  above: Above,
  analysis: Analysis,
  rights: readonly RightAnalysis[],
  write: Write,
): Omit<ControlFinding, "turns"> {
  const { held, controllers, view } = analysis;
  const { id, said } = write;
  const shown = new Set(companiesShown(analysis));
  const party = (row: number) => ((held.party[row] as number) >= 0 ? id(held.party[row] as number) : null);
  const economic = economicIn(
    above,
    held,
    controllers.ultimate.map((c) => c.party),
  );
  return {
    subject: id(0),
    law: majority.id,
    basis: majority.basis,
    verdict: controllers.verdict,
    hypothetical: false,
    controllers: controllers.ultimate.map((c) => ({
      party: id(c.party),
      certainty: c.certainty,
      joint: c.joint.map(id).sort(),
      votes: votesPercent(c.votes),
      economic: economic.get(c.party) ?? null,
      basis: majority.basis,
      grounds: [],
      proof: [
        ...(c.party === c.through ? [] : stepsInto(analysis, c.party, c.through)),
        ...stepsFor(analysis, c.through, c.certainty === "certain"),
      ].map((s) => writeStep(analysis, s, write)),
      rivals: c.certainty === "certain" ? [] : rivalsOf(analysis, rights, c),
      smallest: c.certainty === "certain" && certainProof(view, c.through, 0).smallest,
    })),
    behind: [],
    list: null,
    chain: [...controllers.chain].map(([node, certainty]) => ({ party: id(node), certainty })),
    holdings: holdingsShown(above, analysis, write),
    notFollowed: notFollowed(analysis).map(id).sort(),
    rights: rights.map((r) => ({
      party: party(r.row),
      leader: (held.leader[r.row] as number) >= 0 ? id(held.leader[r.row] as number) : null,
      members: extraOf(held, r.row).members.map(id),
      company: id(held.subject[r.row] as number),
      right: codeOf(held, r.row),
      class: extraOf(held, r.row).class,
      range: rangeOf(held, r.row),
      bound: codeOf(held, r.row) === "actingInConcert" ? boundVotes(analysis, r.row) : null,
      conditional: held.conditional[r.row] !== 0,
      counts: r.counts,
      beneficiary: r.beneficiary === null ? null : id(r.beneficiary),
      now: r.now,
      without: r.without,
      inFull: r.inFull,
      because: said(becauseOf(held, r.row)),
    })),
    declared: write.declared,
    conflicts: [...view.own.conflicts]
      .filter(([company]) => shown.has(company))
      .map(([company, rows]) => ({
        company: id(company),
        because: said(rows.flatMap((r) => becauseOf(held, r))),
      })),
    unnamedVotes: unnamedVotes(analysis),
    working: workingIn(analysis, write),
    carriedDays: carriedBehind(analysis),
    /** Counted last, once what is cited has been read. */
    origins: 0,
    ...write.history,
    change: null,
    because: said(groundsOf(analysis)),
  };
}

/** The registered holder of a step's votes, where somebody else casts them: several who hold them jointly cast their own. */
function castFor(held: Analysis["held"], s: Step, several: boolean): number | null {
  if (s.row < 0 || held.subject[s.row] !== s.held) return null;
  if (several && extraOf(held, s.row).joint !== "") return null;
  const registered = held.party[s.row] as number;
  return registered >= 0 && registered !== s.holder ? registered : null;
}

/** Rights that may outrank the votes by which a possible controller would control, of others than it controls itself. */
function rivalsOf({ held, view }: Analysis, rights: readonly RightAnalysis[], c: Controller): number[] {
  const own = new Set([c.party, c.through, ...view.lower.certain(c.through)]);
  return rights.flatMap(({ row, counts, beneficiary }, at) =>
    counts === "possible" &&
    OUTRANKS.has(EFFECT[held.right[row] as number] as string) &&
    (beneficiary === null || !own.has(beneficiary))
      ? [at]
      : [],
  );
}

type Controller = Analysis["controllers"]["ultimate"][number];
const OUTRANKS: ReadonlySet<string> = new Set(["contract", "conditional-contract", "partnership"]);

/** How a joint holder comes to what was looked through: its own holding in the arrangement, or the chain to one that has. */
function stepsInto(analysis: Analysis, party: number, through: number): Step[] {
  const { held, view } = analysis;
  const reached = new Set([party, ...view.lower.certain(party)]);
  const virtual = view.own.virtual.get(through);
  const company = virtual ? virtual.company : through;
  const row = rowsOf(analysis, company).find(
    (r) => reached.has(held.party[r] as number) && !isDeclaration(held, r),
  );
  if (row === undefined || virtual) return [];
  return [{ holder: held.party[row] as number, held: company, row, statements: becauseOf(held, row) }];
}
