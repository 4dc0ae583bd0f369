import type { Analysis } from "../analyse.ts";
import { type Hole, holesIn } from "./holes.ts";
import type { Moved, Trial, Trials } from "./trial.ts";

/** What a verdict would be with something not known at one end of what it may be. */
export interface Outcome {
  readonly verdict: Analysis["controllers"]["verdict"];
  readonly moved: readonly Moved[];
  /** A party not on record would certainly control the subject. */
  readonly somebodyNew: boolean;
}

/** Something not known, with what would follow from it either way; `null` where it would change nothing. */
export interface Decides {
  readonly hole: Hole;
  readonly low: Outcome | null;
  readonly high: Outcome | null;
}

const MOST_DOCUMENTS = 8;

/** What is not known, by how much it would decide: both ways before one, more parties before fewer. */
export function decidedBy(trials: Trials, analysis: Analysis): Decides[] {
  const found: Decides[] = [];
  for (const hole of holesIn(trials, analysis)) {
    const low = outcome(trials, hole.low());
    const high = outcome(trials, hole.high());
    if (low !== null || high !== null) found.push({ hole, low, high });
  }
  return found.sort((a, b) => weight(b) - weight(a)).slice(0, MOST_DOCUMENTS);
}

function outcome(trials: Trials, trial: Trial | null): Outcome | null {
  const then = trial && trials.verdict(trial);
  if (then === null) return null;
  const { entities } = trials.above;
  const moved = trials.moved(then).filter((m) => m.party < entities);
  const somebodyNew = then.ultimate.some((c) => c.party >= entities && c.certainty === "certain");
  const decided = moved.some((m) => m.now === "possible" || m.after === "certain");
  const verdict = then.verdict !== trials.now.verdict;
  if (!decided && !somebodyNew && !verdict) return null;
  return { verdict: then.verdict, moved, somebodyNew };
}

/** Both ways first, then how many parties it decides about, one nobody names among them. */
function weight({ low, high }: Decides): number {
  const ends = [low, high].filter((o) => o !== null);
  const parties = ends.reduce((sum, o) => sum + o.moved.length + (o.somebodyNew ? 1 : 0), 0);
  return (ends.length === 2 ? 1_000_000 : 0) + parties;
}
