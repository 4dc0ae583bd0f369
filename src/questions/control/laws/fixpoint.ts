import type { Law, Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import type { VoteRange } from "../../../networks/controllers.ts";
import { stepsFor, votesPercent } from "../analyse.ts";
import { eligible, type LawFacts } from "./facts.ts";
import type { Ground, Outcome } from "./outcome.ts";

/** The votes it controls by; nothing where it has none, and controls by another right. */
function counted(votes: VoteRange | null): Percent | null {
  const percent = votesPercent(votes);
  return percent === "0" ? null : percent;
}

/** Those who control the subject by majority rule: the ultimate ones, and of the kinds a law is about everyone. */
export function byFixpoint(rule: Rule, law: Law, facts: LawFacts): Outcome {
  const { analysis, entities } = facts;
  const { controllers, view } = analysis;
  const may = new Set(eligible(law, facts));
  const grounds = new Map<number, Ground>();
  for (const c of controllers.ultimate) {
    if (!may.has(c.party)) continue;
    grounds.set(c.party, {
      rule,
      certainty: c.certainty,
      share: counted(c.votes),
      band: null,
      joint: c.joint,
      steps: stepsFor(analysis, c.through, c.certainty === "certain"),
    });
  }
  for (const [party, certainty] of law.kinds.length === 0 ? [] : controllers.chain) {
    if (!may.has(party) || party >= entities) continue;
    const known = grounds.get(party);
    if (known && (known.certainty === "certain" || certainty === "possible")) continue;
    grounds.set(party, {
      rule,
      certainty,
      share: counted(view.votes(party, 0)),
      band: null,
      joint: [],
      steps: stepsFor(analysis, party, certainty === "certain"),
    });
  }
  return { grounds, open: controllers.phantom || controllers.unnamed, missing: [], behind: [] };
}
