import type { Law, Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import type { VoteRange } from "../../../networks/controllers.ts";
import { stepsFor, votesPercent } from "../analyse.ts";
import { isEligible, type LawFacts } from "./facts.ts";
import { Ground, type Outcome } from "./outcome.ts";

/** The votes it controls by; nothing where it has none, and controls by another right. */
function counted(votes: VoteRange | null): Percent | null {
  const percent = votesPercent(votes);
  return percent === "0" ? null : percent;
}

/** Those who control the subject by majority rule: the ultimate ones, and of the kinds a law is about everyone. */
export function byFixpoint(rule: Rule, law: Law, facts: LawFacts): Outcome {
  const { analysis, subject } = facts;
  const { controllers, view } = analysis;
  const grounds = new Map<number, Ground>();
  for (const c of controllers.ultimate) {
    if (!isEligible(law, facts, c.party)) continue;
    const { certainty, joint } = c;
    const shown = {
      share: () => counted(c.votes),
      steps: () => stepsFor(analysis, c.through, certainty === "certain", subject),
    };
    grounds.set(c.party, new Ground({ rule, certainty, joint }, shown));
  }
  for (const [party, certainty] of law.kinds.length === 0 ? [] : controllers.chain) {
    if (!isEligible(law, facts, party)) continue;
    const known = grounds.get(party);
    if (known && (known.certainty === "certain" || certainty === "possible")) continue;
    const shown = {
      share: () => counted(view.votes(party, subject)),
      steps: () => stepsFor(analysis, party, certainty === "certain", subject),
    };
    grounds.set(party, new Ground({ rule, certainty }, shown));
  }
  return { grounds, open: controllers.phantom || controllers.unnamed, missing: [], behind: [] };
}
