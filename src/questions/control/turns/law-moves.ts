import { formatUnits, WHOLE } from "../../../model/share.ts";
import { EFFECT, isDeclaration } from "../../../networks/company.ts";
import { withShare } from "../../../networks/what-if.ts";
import { type Analysis, companiesShown, heldAbove, rowsOf } from "../analyse.ts";
import { roomFor } from "./holes.ts";
import { type Move, togetherIn } from "./moves.ts";
import type { Standings, Trials } from "./trial.ts";

const MOST_MOVES = 5;

/**
 * The least change of any one holding after which somebody certainly comes under a law who did not, or no longer does who
 * did, nearest first. Each is found by working the law out again: where it turns at one end of what the holding could be,
 * between there and what it is at the least, by bisection to one share unit, with the figures of the law tried first. More
 * of a holding never makes less certain of those above it; where a law stops at an entity it may, and another figure nearer
 * by may turn it too.
 */
export function movesUnder(trials: Trials, analysis: Analysis, thresholds: readonly number[]): Move[] {
  const { held, view } = analysis;
  const moves: Move[] = [];
  for (const company of new Set([...companiesShown(analysis), ...heldAbove(analysis)])) {
    if (view.own.conflicts.has(company)) continue;
    for (const row of rowsOf(analysis, company)) {
      const effect = EFFECT[held.right[row] as number];
      const counts = (effect === "votes" || effect === "shares") && !isDeclaration(held, row);
      if (!counts || held.party[row] === company) continue;
      const low = held.low[row] as number;
      const room = Math.min(WHOLE, roomFor(analysis, company, row));
      const others = rowsOf(analysis, company).map((r) => held.low[r] as number);
      const likely = likelyFigures(thresholds, others);
      for (const kind of ["gains", "loses"] as const) {
        const move = moved(trials, analysis, {
          row,
          company,
          kind,
          low,
          end: kind === "gains" ? room : 0,
          likely,
        });
        if (move !== null) moves.push(move);
      }
    }
  }
  return moves.sort((a, b) => a.by - b.by || a.row - b.row).slice(0, MOST_MOVES);
}

/** Where a law is likely to turn: its figures, and what others leave of them, one by one and all together. */
function likelyFigures(thresholds: readonly number[], others: readonly number[]): number[] {
  const all = others.reduce((sum, one) => sum + one, 0);
  const beside = [0, all, ...others, ...others.map((one) => all - one)];
  return [...new Set(thresholds.flatMap((figure) => beside.map((one) => figure - one)))];
}

interface Asked {
  readonly row: number;
  readonly company: number;
  readonly kind: Move["kind"];
  readonly low: number;
  readonly end: number;
  readonly likely: readonly number[];
}

function moved(
  trials: Trials,
  { held, view }: Analysis,
  { row, company, kind, low, end, likely }: Asked,
): Move | null {
  if (kind === "gains" ? end <= low : low <= end) return null;
  const at = (units: number): Standings | null => {
    const trial = trials.changed(view, () => withShare(held, row, units), company);
    return trial && trials.verdict(trial);
  };
  let then = at(end);
  if (then === null || turnedTo(trials.now, then, kind) === null) return null;
  let [stays, turned] = [low, end];
  const narrow = (units: number): boolean => {
    const [least, most] = [Math.min(stays, turned), Math.max(stays, turned)];
    if (units <= least || units >= most) return true;
    const found = at(units);
    if (found === null) return false;
    if (turnedTo(trials.now, found, kind) === null) stays = units;
    else [turned, then] = [units, found];
    return true;
  };
  const near = (a: number, b: number) => Math.abs(a - low) - Math.abs(b - low);
  for (const figure of [...likely].sort(near)) {
    if (Math.abs(turned - stays) === 1) break;
    for (const units of [figure, figure - 1, figure + 1]) if (!narrow(units)) return null;
  }
  while (Math.abs(turned - stays) > 1) if (!narrow(Math.floor((turned + stays) / 2))) return null;
  const party = turnedTo(trials.now, then, kind);
  if (party === null) return null;
  // Next to each other either says the same: the rounder figure is told.
  const reached = formatUnits(turned).length <= formatUnits(stays).length;
  const told = reached ? turned : stays;
  return {
    ...{ row, party, kind, at: 2 * told, by: Math.abs(2 * told - 2 * low), reached, others: 0 },
    verdict: then.verdict,
    moved: trials.moved(then),
    together: togetherIn(kind === "gains" ? then : trials.now, party),
  };
}

/** Who certainly comes under it and did not, or did and does not. */
function turnedTo(now: Standings, then: Standings, kind: Move["kind"]): number | null {
  const certain = ({ ultimate }: Standings) =>
    ultimate.filter((one) => one.certainty === "certain").map((one) => one.party);
  const [more, less] = kind === "gains" ? [certain(then), certain(now)] : [certain(now), certain(then)];
  return more.find((party) => !less.includes(party)) ?? null;
}
