import { ALONE, ControlSearch, LOW_OPEN } from "../../../graph/control.ts";
import { WHOLE } from "../../../model/share.ts";
import { EFFECT, isDeclaration } from "../../../networks/company.ts";
import type { ControlView } from "../../../networks/controllers.ts";
import { withShare } from "../../../networks/what-if.ts";
import { type Analysis, companiesShown, heldAbove, rowsOf, stepsFor } from "../analyse.ts";
import type { Moved, Standings, Trials } from "./trial.ts";

type Verdict = Analysis["controllers"]["verdict"];

/** One holding moved as little as turns the verdict. */
export interface Move {
  /** Row of the holdings table. */
  readonly row: number;
  /** Who loses certain control, or gains it: the one who casts the votes. */
  readonly party: number;
  readonly kind: "loses" | "gains";
  /** Where it turns, in halves of a share unit, and how far that is from what is held at the least. */
  readonly at: number;
  readonly by: number;
  /** It turns at that figure itself; else only beyond it. */
  readonly reached: boolean;
  /** What else in that ballot counts for the party without it, in share units. */
  readonly others: number;
  readonly verdict: Verdict;
  readonly moved: readonly Moved[];
  /** With whom the party loses it, or gains it. */
  readonly together: readonly number[];
}

const MOST_MOVES = 5;

/**
 * The least change of any one holding by which the verdict turns, nearest first. Where it turns is slack arithmetic in
 * the ballot the holding counts in: what the same voter and all it controls without it have there. Each is then checked
 * by working the verdict out again at that figure and one share unit to either side.
 */
export function nearestMoves(trials: Trials, analysis: Analysis): Move[] {
  const { held, view } = analysis;
  if (trials.beyond(held.length + view.own.entities)) return unchecked(trials, analysis);
  const lost = nearest(trials, analysis, losses(analysis, trials));
  const gained = nearest(trials, analysis, gains(analysis, trials));
  return [...lost, ...gained].sort(byDistance).slice(0, MOST_MOVES);
}

/** Where not one move can be checked, all there is to find out is whether there was any to check: then it is cut off. */
function unchecked(trials: Trials, analysis: Analysis): Move[] {
  for (const drafts of [losses, gains])
    for (const draft of drafts(analysis, trials)) {
      checked(trials, analysis, draft);
      if (trials.cutOff) return [];
    }
  return [];
}

/** What turns at a figure itself comes before what turns only beyond it. */
const byDistance = (a: Draft, b: Draft) =>
  a.by - b.by || Number(b.reached) - Number(a.reached) || a.row - b.row || a.party - b.party;

function nearest(trials: Trials, analysis: Analysis, drafts: Iterable<Draft>): Move[] {
  const kept: Move[] = [];
  for (const draft of [...drafts].sort(byDistance)) {
    if (kept.length === MOST_MOVES) break;
    if (kept.some((m) => m.row === draft.row && m.at === draft.at)) continue;
    const move = checked(trials, analysis, draft);
    if (move !== null) kept.push(move);
  }
  return kept;
}

type Draft = Omit<Move, "verdict" | "moved" | "together">;

interface Turn {
  readonly at: number;
  readonly reached: boolean;
  readonly others: number;
}

interface Block {
  readonly voter: number;
  readonly ballot: number;
  readonly edge: number;
  readonly alone: boolean;
}

/** The block a row is in the lower network, if anybody certainly casts it. */
function blockOf({ own }: ControlView, row: number): Block | null {
  const { holds, network } = own.lower;
  const companyOf = (e: number) => network.company[holds.head[e] as number] as number;
  let edge = holds.row.indexOf(row);
  while (edge >= 0 && companyOf(edge) >= own.entities) edge = holds.row.indexOf(row, edge + 1);
  if (edge < 0) return null;
  const voter = holds.tail[edge] as number;
  const ballot = holds.head[edge] as number;
  return { voter, ballot, edge, alone: ((holds.flags[edge] as number) & ALONE) !== 0 };
}

/** The lower network searched with one block at another size. */
function searchWith({ own }: ControlView, edge: number, units: number): ControlSearch {
  const { network } = own.lower;
  const holdLow = network.holdLow.slice();
  const holdFlags = network.holdFlags.slice();
  holdLow[edge] = units;
  holdFlags[edge] = (holdFlags[edge] as number) & ~LOW_OPEN;
  return new ControlSearch({ ...network, holdLow, holdFlags });
}

/** At how many half units the block wins its ballot for a party, given what falls to it without the block. */
function turningPoint(view: ControlView, party: number, block: Block): Turn | null {
  const { holds, network } = view.own.lower;
  const without = searchWith(view, block.edge, 0);
  without.certain(party);
  if (block.voter !== party && !without.reached(block.voter)) return null;
  let others = 0;
  let open = network.treasuryOpen[block.ballot] === 1;
  for (let e = 0; e < holds.head.length && !block.alone; e++) {
    if (holds.head[e] !== block.ballot || e === block.edge) continue;
    const holder = holds.tail[e] as number;
    if (holder !== party && !without.reached(holder)) continue;
    if (((holds.flags[e] as number) & ALONE) !== 0) continue;
    others += holds.low[e] as number;
    if (((holds.flags[e] as number) & LOW_OPEN) !== 0) open = true;
  }
  const at = network.whole - (network.treasuryLow[block.ballot] as number) - 2 * others;
  return at >= 0 ? { at, reached: open, others } : null;
}

/** Whether what the other named holders have at the least leaves as much. */
function roomFor(view: ControlView, block: Block, turn: Turn): boolean {
  const { holds, network } = view.own.lower;
  const named = network.namedLow[block.ballot] as number;
  const others = block.alone ? named : named - (holds.low[block.edge] as number);
  const room = network.whole - others - (network.treasuryLow[block.ballot] as number);
  return turn.at < 2 * room || (turn.at === 2 * room && turn.reached);
}

const isVotes = (analysis: Analysis, row: number) => {
  const effect = EFFECT[analysis.held.right[row] as number];
  return (effect === "votes" || effect === "shares") && !isDeclaration(analysis.held, row);
};

/** Holdings of the proofs that could fall so far that control is certain no more. */
function* losses(analysis: Analysis, trials: Trials): Generator<Draft> {
  const { view, held, controllers } = analysis;
  for (const c of controllers.ultimate.filter((one) => one.certainty === "certain"))
    for (const { from, over } of waysOf(view, c)) {
      const rows = new Set(stepsFor(analysis, from, true, over).map((s) => s.row));
      for (const row of [...rows].filter((r) => r >= 0 && isVotes(analysis, r))) {
        const block = blockOf(view, row);
        if (block === null || !trials.spend(held.length + trials.above.entities)) continue;
        const without = searchWith(view, block.edge, 0);
        without.certain(from);
        if (without.reached(over)) continue;
        const turn = turningPoint(view, from, block);
        if (turn === null) continue;
        const by = 2 * (held.low[row] as number) - turn.at;
        const reached = !turn.reached;
        yield { row, party: c.party, kind: "loses", at: turn.at, by, reached, others: turn.others };
      }
    }
}

/** From whom a certain controller's proofs lead to what: to the subject, and to those it stands behind who control it together. */
function waysOf(view: ControlView, { party, through }: Analysis["controllers"]["ultimate"][number]) {
  const stands = view.behind(through).filter((n) => n !== party);
  const over = party === through ? [] : stands.map((n) => ({ from: party, over: n }));
  return [{ from: through, over: 0 }, ...over];
}

/** Holdings that could grow so far that whoever casts them, or somebody behind that voter, certainly controls the subject. */
function* gains(analysis: Analysis, trials: Trials): Generator<Draft> {
  const { view, held } = analysis;
  const companies = new Set([...companiesShown(analysis), ...heldAbove(analysis)]);
  const rows = [...companies].flatMap((company) => rowsOf(analysis, company));
  const outside = notYet(analysis, rows);
  const goals = goalsOf(analysis);
  for (const row of rows) {
    const company = held.subject[row] as number;
    if (!isVotes(analysis, row) || held.party[row] === company || view.own.conflicts.has(company)) continue;
    let block = blockOf(view, row);
    let trial: ControlView | null = view;
    if (block === null) {
      trial = trials.changed(view, () => withShare(held, row, 1), company)?.view() ?? null;
      block = trial === null ? null : blockOf(trial, row);
    }
    if (trial === null || block === null) continue;
    for (const [party, group] of outside) {
      if (party !== block.voter && !group.has(block.voter)) continue;
      if (!trials.spend(held.length + trials.above.entities)) return;
      const most = searchWith(trial, block.edge, WHOLE);
      most.certain(party);
      const gained = goals.some((goal) => goal !== party && !group.has(goal) && most.reached(goal));
      const turn = gained ? turningPoint(trial, party, block) : null;
      if (turn === null || !roomFor(trial, block, turn)) continue;
      const by = turn.at - 2 * (held.low[row] as number);
      const { at, reached, others } = turn;
      yield { row, party, kind: "gains", at, by, reached, others };
    }
  }
}

/** What to control is to control the subject: itself, and each of those who do only together. */
function goalsOf({ controllers, view }: Analysis): number[] {
  const together = controllers.ultimate.filter((c) => c.certainty === "certain" && c.party !== c.through);
  return [...new Set([0, ...together.flatMap((c) => view.behind(c.through))])];
}

/** Named parties above the subject that do not certainly control it, with what they do. */
function notYet({ view, held }: Analysis, rows: readonly number[]): Map<number, Set<number>> {
  const parties = new Set([...view.ancestorsOf(0), ...rows.map((row) => held.party[row] as number)]);
  const named = [...parties].filter((x) => x > 0 && x < view.own.entities);
  const groups = new Map(named.map((x) => [x, new Set(view.lower.certain(x))]));
  for (const [x, group] of groups) if (group.has(0)) groups.delete(x);
  return groups;
}

/** The verdict worked out at the figure where it turns, and just short of it. */
function checked(trials: Trials, analysis: Analysis, draft: Draft): Move | null {
  const { held, view } = analysis;
  const half = draft.at / 2;
  const up = draft.reached ? Math.ceil(half) : Math.floor(half) + 1;
  const down = draft.reached ? Math.floor(half) : Math.ceil(half) - 1;
  const [turned, short] = draft.kind === "gains" ? [up, up - 1] : [down, down + 1];
  if (turned < 0 || turned > WHOLE || (draft.kind === "gains" && short < 0)) return null;
  const verdictAt = (units: number) => {
    const changed = () => withShare(held, draft.row, units);
    const trial = trials.changed(view, changed, held.subject[draft.row] as number);
    return trial && trials.verdict(trial);
  };
  const then = verdictAt(turned);
  const still = verdictAt(Math.min(WHOLE, short));
  if (then === null || still === null) return null;
  const certain = (controllers: NonNullable<typeof then>) =>
    controllers.chain.get(draft.party) === "certain" ||
    controllers.ultimate.some((c) => c.party === draft.party && c.certainty === "certain");
  const turns = draft.kind === "gains" ? certain(then) && !certain(still) : !certain(then) && certain(still);
  const moved = trials.moved(then);
  if (!turns || (moved.length === 0 && then.verdict === trials.now.verdict)) return null;
  const together = togetherIn(draft.kind === "gains" ? then : trials.now, draft.party);
  return { ...draft, verdict: then.verdict, moved, together };
}

/** With whom a party certainly controls, where it does only with others. */
export const togetherIn = ({ ultimate }: Standings, party: number): readonly number[] =>
  ultimate.find((c) => c.party === party && c.certainty === "certain")?.joint ?? [];
