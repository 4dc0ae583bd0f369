import type { Day } from "../../../model/date.ts";
import { heldOn } from "../../../networks/held.ts";
import { type Interests, rowsTaken } from "../../../networks/interests.ts";
import type { Provenance } from "../../../networks/provenance.ts";
import { type Analysis, becauseOf, companiesShown, groundsOf, rowsOf } from "../analyse.ts";
import type { Moved, Trials } from "./trial.ts";

/** A source, or all sources of one origin, without whose statements the verdict is another. */
export interface LoadBearing {
  readonly origin: string;
  readonly sources: readonly string[];
  /** Statements among the grounds that rest on it. */
  readonly statements: readonly number[];
  readonly verdict: Analysis["controllers"]["verdict"];
  readonly moved: readonly Moved[];
}

export const MOST_SOURCES = 40;

/**
 * The sources and independent origins the verdict hangs on: the holdings are worked out again on the day from all
 * statements but theirs, and the verdict from these. Tested are those behind anything considered.
 */
export function loadBearing(
  trials: Trials,
  analysis: Analysis,
  day: Day,
  from: Pick<Provenance, "sourceOf" | "originOf">,
): LoadBearing[] {
  const { above } = trials;
  const considered = companiesShown(analysis)
    .flatMap((company) => rowsOf(analysis, company))
    .flatMap((row) => [...becauseOf(analysis.held, row)]);
  const grounds = new Set([...groundsOf(analysis), ...considered]);
  const bySource = new Map<string, number[]>();
  for (const n of grounds) {
    const source = from.sourceOf(n);
    bySource.set(source, [...(bySource.get(source) ?? []), n]);
  }
  const byOrigin = new Map<string, string[]>();
  for (const source of [...bySource.keys()].sort()) {
    const origin = from.originOf(source);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), source]);
  }
  const groups = [...byOrigin].flatMap(([origin, sources]) => [
    { origin, sources, rests: (source: string) => from.originOf(source) === origin },
    ...(sources.length > 1
      ? sources.map((one) => ({ origin, sources: [one], rests: (source: string) => source === one }))
      : []),
  ]);
  if (groups.length > MOST_SOURCES) trials.cutOff = true;
  const found = groups.slice(0, MOST_SOURCES).flatMap(({ origin, sources, rests }): LoadBearing[] => {
    if (!trials.spend(2 * above.interests.length)) return [];
    const left = leaving(above.interests, (n) => !rests(from.sourceOf(n)));
    const then = trials.controllers(heldOn(left, day, above.carry));
    if (then === null) return [];
    const moved = trials.moved(then);
    if (moved.length === 0 && then.verdict === trials.now.verdict) return [];
    const statements = sources.flatMap((source) => bySource.get(source) ?? []);
    return [{ origin, sources, statements, verdict: then.verdict, moved }];
  });
  return found.sort((a, b) => weight(trials, b) - weight(trials, a));
}

/** What changes the verdict first, then what touches certain control, then the rest. */
const weight = (trials: Trials, { verdict, moved }: LoadBearing): number =>
  verdict !== trials.now.verdict
    ? 2
    : moved.some((m) => m.now === "certain" || m.after === "certain")
      ? 1
      : 0;

/** The statements that stay. */
function leaving(all: Interests, stays: (n: number) => boolean): Interests {
  const rows = [...all.n.keys()].filter((i) => stays(all.n[i] as number));
  return rowsTaken(all, rows);
}
