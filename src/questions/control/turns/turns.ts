import type { Context } from "../../../ask/question.ts";
import { formatHalves, formatUnits } from "../../../model/share.ts";
import { identifiersOf } from "../../../networks/identifiers.ts";
import { HELD_HIGH_OPEN } from "../../../networks/interests.ts";
import { jurisdictionsOf } from "../../../networks/jurisdiction.ts";
import { provenanceOf } from "../../../networks/provenance.ts";
import { recordsFor } from "../../../registers/index.ts";
import {
  type Above,
  type Analysis,
  becauseOf,
  codeOf,
  extraOf,
  proofsOf,
  type RightAnalysis,
  rangeOf,
  stepsFor,
} from "../analyse.ts";
import { jointWith } from "../holdings.ts";
import { type Decides, decidedBy, type Outcome } from "./documents.ts";
import type { Turns } from "./finding.ts";
import { loadBearing } from "./load-bearing.ts";
import { type Move, nearestMoves } from "./moves.ts";
import { rightSets } from "./right-sets.ts";
import { type Moved, Trials } from "./trial.ts";

export interface Asked {
  readonly above: Above;
  readonly analysis: Analysis;
  readonly rights: readonly RightAnalysis[];
  readonly ordinals: Int32Array;
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
}

export type Some = NonNullable<Turns>;
type Four = [Trials, Trials, Trials, Trials];

/** Statements above a subject up to which sources are left out in turn. */
export const MOST_STATEMENTS = 5_000;

/** What the verdict on entity 0 hangs on: holdings, rights, sources, and what is missing. */
export async function turnsOf(context: Context, asked: Asked): Promise<Some> {
  const { above, analysis, rights, said } = asked;
  const { held, controllers } = analysis;
  const ancestors = analysis.view.ancestorsOf(0).length;
  const [moved, together, left, missing] = [1, 2, 3, 4].map(
    () => new Trials(above, controllers, ancestors),
  ) as Four;
  const flips = nearestMoves(moved, analysis).map((move) =>
    flip(
      asked,
      move,
      controllers.ultimate
        .filter((c) => c.party === move.party && c.certainty === "certain")
        .flatMap((c) => stepsFor(analysis, c.through, true).flatMap((s) => [...s.statements])),
    ),
  );
  const sets = rightSets(together, analysis, rights).map((set) => ({
    rights: set.rows.map((row) => rights.findIndex((r) => r.row === row)),
    how: set.how,
    party: asked.id(set.party),
    now: set.now,
    after: set.after,
    because: said(set.rows.flatMap((row) => becauseOf(held, row))),
  }));
  const certain = controllers.verdict === "controlled";
  const proofs = certain ? proofsOf(analysis).flatMap((s) => [...s.statements]) : [];
  const sources = await sourcesUnder(context, asked, left, proofs);
  const decided = decidedBy(missing, analysis);
  return {
    flips,
    rights: sets,
    ...sources,
    nextDocuments: await documents(context, asked, decided),
    cutOff: [moved, together, left, missing].some((trials) => trials.cutOff),
  };
}

const moves = (asked: Asked, moved: readonly Moved[]) =>
  moved.map((m) => ({ party: asked.id(m.party), now: m.now, after: m.after }));

/** A move as it stands in an answer; `proof`: the statements by which its party is what it is now. */
export function flip(asked: Asked, move: Move, proof: readonly number[]): Some["flips"][number] {
  const { held } = asked.analysis;
  const holder = held.party[move.row] as number;
  const [low, high] = [held.low[move.row] as number, held.high[move.row] as number];
  const by = Math.abs(move.at - 2 * low);
  // Who loses it has it at every figure of the range.
  const closed = move.reached && ((held.flags[move.row] as number) & HELD_HIGH_OPEN) === 0;
  return {
    kind: move.kind,
    party: asked.id(move.party),
    together: move.together.map(asked.id).sort(),
    holder: holder >= 0 ? asked.id(holder) : null,
    heldWith: jointWith(asked.analysis, move.row).map(asked.id).sort(),
    held: asked.id(held.subject[move.row] as number),
    right: codeOf(held, move.row),
    class: extraOf(held, move.row).class,
    range: rangeOf(held, move.row),
    at: formatHalves(move.at),
    by: formatHalves(by),
    reached: move.reached,
    within:
      move.kind === "gains" && move.at >= 2 * low && (closed ? move.at <= 2 * high : move.at < 2 * high),
    others: formatUnits(move.others),
    verdict: move.verdict,
    moved: moves(asked, move.moved),
    because: asked.said([...becauseOf(held, move.row), ...proof]),
  };
}

/** The sources a verdict hangs on, and the one origin of its proofs, if they have one only. */
export async function sourcesUnder(
  context: Context,
  asked: Asked,
  trials: Trials,
  proofs: readonly number[],
) {
  const { above, analysis, said } = asked;
  if (above.interests.length > MOST_STATEMENTS) {
    trials.cutOff = true;
    return { loadBearing: [], oneOrigin: null };
  }
  const from = await provenanceOf(context.store, above.interests.n);
  const bearing = loadBearing(trials, analysis, context.asOf, from).map((b) => ({
    origin: b.origin,
    sources: [...b.sources],
    title: from.titleOf(b.sources.length === 1 ? (b.sources[0] as string) : b.origin),
    verdict: b.verdict,
    moved: moves(asked, b.moved),
    because: said(b.statements),
  }));
  const origins = new Set(proofs.map((n) => from.originOf(from.sourceOf(n))));
  const [only] = origins;
  return { loadBearing: bearing, oneOrigin: origins.size === 1 ? from.titleOf(only as string) : null };
}

export async function documents(
  context: Context,
  asked: Asked,
  decided: readonly Decides[],
): Promise<Some["nextDocuments"]> {
  if (decided.length === 0) return [];
  const { held } = asked.analysis;
  const companies = Int32Array.from(decided, ({ hole }) => asked.ordinals[hole.company] as number);
  const jurisdiction = await jurisdictionsOf(context.store, companies);
  const identifiers = await identifiersOf(context.store, companies);
  return decided.map(({ hole, low, high }, at) => {
    const { kind, company, row } = hole;
    const holder = row < 0 ? -1 : (held.party[row] as number);
    const { tickers, schemes } = identifiers(at);
    // Who files about another's shares has a number there as well: it is none of a company nothing is filed about.
    const filed = kind === "no-record" ? [] : schemes;
    const settles = kind === "right" ? "rights" : "holders";
    const records = recordsFor(jurisdiction(at), tickers, settles, filed);
    return {
      about: asked.id(company),
      holder: holder < 0 ? null : asked.id(holder),
      kind,
      right: row < 0 ? "" : codeOf(held, row),
      range: row < 0 ? null : rangeOf(held, row),
      jurisdiction: jurisdiction(at),
      records: records.map((r) => ({ register: r.register.id, record: r.record?.id ?? "" })),
      low: written(asked, low),
      high: written(asked, high),
      because: row < 0 ? [] : asked.said(becauseOf(held, row)),
    };
  });
}

const written = (asked: Asked, outcome: Outcome | null) =>
  outcome && {
    verdict: outcome.verdict,
    moved: moves(asked, outcome.moved),
    somebodyNew: outcome.somebodyNew,
  };
