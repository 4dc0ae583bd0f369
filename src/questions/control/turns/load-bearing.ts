import type { Day } from "../../../model/date.ts";
import { type HeldTable, heldOn } from "../../../networks/held.ts";
import { type Interests, rowsTaken } from "../../../networks/interests.ts";
import type { Provenance } from "../../../networks/provenance.ts";
import {
  type Above,
  type Analysis,
  becauseOf,
  companiesShown,
  extraOf,
  groundsOf,
  rowsOf,
} from "../analyse.ts";
import type { Moved, Trials } from "./trial.ts";

/** A source, or all sources of one origin, without whose statements the verdict is another. */
export interface LoadBearing {
  readonly origin: string;
  readonly sources: readonly string[];
  /** Statements among the grounds that rest on it; where none does, all above that do. */
  readonly statements: readonly number[];
  readonly verdict: Analysis["controllers"]["verdict"];
  readonly moved: readonly Moved[];
}

export const MOST_SOURCES = 40;

/**
 * The sources and independent origins the verdict hangs on: the holdings are worked out again on the day from all
 * statements but theirs, and the verdict from these. Tested are all with statements above, of whatever day, without which
 * something else is held; those behind what was considered first.
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
  const [first, all] = [bySource(grounds, from), bySource(above.interests.n, from)];
  const sources = [...new Set([...[...first.keys()].sort(), ...[...all.keys()].sort()])];
  const byOrigin = new Map<string, string[]>();
  for (const source of sources) {
    const origin = from.originOf(source);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), source]);
  }
  const groups = [...byOrigin].flatMap(([origin, sources]) => [
    { origin, sources, rests: (source: string) => from.originOf(source) === origin },
    ...(sources.length > 1
      ? sources.map((one) => ({ origin, sources: [one], rests: (source: string) => source === one }))
      : []),
  ]);
  let tested = 0;
  const found = groups.flatMap(({ origin, sources, rests }): LoadBearing[] => {
    const stays = (n: number) => !rests(from.sourceOf(n));
    if (!counts(above, stays, day)) return [];
    if (++tested > MOST_SOURCES) trials.cutOff = true;
    if (tested > MOST_SOURCES || !trials.spend(2 * above.interests.length)) return [];
    const then = trials.controllers(heldOn(leaving(above.interests, stays), day, above.carry));
    if (then === null) return [];
    const moved = trials.moved(then);
    if (moved.length === 0 && then.verdict === trials.now.verdict) return [];
    const behind = sources.flatMap((source) => first.get(source) ?? []);
    const statements = behind.length > 0 ? behind : sources.flatMap((source) => all.get(source) ?? []);
    return [{ origin, sources, statements, verdict: then.verdict, moved }];
  });
  return found.sort((a, b) => weight(trials, b) - weight(trials, a));
}

function bySource(statements: Iterable<number>, { sourceOf }: Pick<Provenance, "sourceOf">) {
  const found = new Map<string, number[]>();
  for (const n of statements) found.set(sourceOf(n), [...(found.get(sourceOf(n)) ?? []), n]);
  return found;
}

/** Whether something else is held where only some statements stay; if not, the verdict is the same. */
function counts({ interests, carry }: Above, stays: (n: number) => boolean, day: Day): boolean {
  const companies = new Set<number>();
  for (let i = 0; i < interests.length; i++)
    if (!stays(interests.n[i] as number)) companies.add(interests.subject[i] as number);
  const rows = [...interests.n.keys()].filter((i) => companies.has(interests.subject[i] as number));
  const about = rowsTaken(interests, rows);
  return !sameHeld(heldOn(about, day, carry), heldOn(leaving(about, stays), day, carry));
}

function sameHeld(a: HeldTable, b: HeldTable): boolean {
  const columns = ["party", "subject", "right", "low", "high", "flags", "conditional", "leader"] as const;
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) {
    if (columns.some((column) => a[column][row] !== b[column][row])) return false;
    if (extraOf(a, row) !== extraOf(b, row)) return false;
  }
  return true;
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
