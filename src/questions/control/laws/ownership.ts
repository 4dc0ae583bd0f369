import type { Law, Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import { stepsFor } from "../analyse.ts";
import { percentOf } from "../declared/ranges.ts";
import { eligible, type LawFacts, limitOf, passes } from "./facts.ts";
import type { Certainty, Ground, Missing, Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

type RuleOf<M extends Rule["mechanism"]> = Extract<Rule, { mechanism: M }>;

/** Products along chains, added over chains, at or above the threshold: in the subject, or in who controls it. */
export function byProducts(rule: RuleOf<"multiply-and-add">, law: Law, facts: LawFacts): Outcome {
  const { analysis } = facts;
  const targets = new Map<number, Certainty>(
    rule.in === "subject"
      ? [[0, "certain"]]
      : [...analysis.controllers.chain].filter(([n]) => !["person", "state"].includes(facts.kind(n))),
  );
  const grounds = new Map<number, Ground>();
  const missing: Missing[] = [];
  for (const party of eligible(law, facts)) {
    const best = bestOf(rule, facts, party, targets);
    if (best.ring !== null && best.found?.certainty !== "certain")
      missing.push({ code: "law-ring", about: [party, best.ring] });
    if (best.found) grounds.set(party, groundFor(rule, facts, party, best.found));
  }
  const unnamed = bestOf(rule, facts, facts.entities, targets);
  return { grounds, open: unnamed.found !== null || unnamed.ring !== null, missing, behind: [] };
}

interface Best {
  readonly certainty: Certainty;
  readonly share: Percent;
  readonly target: number;
}

function bestOf(
  rule: RuleOf<"multiply-and-add">,
  facts: LawFacts,
  party: number,
  targets: ReadonlyMap<number, Certainty>,
): { readonly found: Best | null; readonly ring: number | null } {
  const limit = limitOf(rule.threshold);
  let found: Best | null = null;
  let ring: number | null = null;
  for (const measure of rule.of) {
    const chains = facts.chains(measure);
    const near = chains.near(party);
    for (const [target, controls] of targets) {
      const about = target === party ? undefined : near.get(target);
      if (about === null) ring = target;
      if (!about || !passes({ ...about, lowOpen: false, highOpen: false }, limit, false)) continue;
      const range = chains.of(party).get(target);
      if (!range || !passes(range, limit, false)) continue;
      const certainty = controls === "certain" && passes(range, limit, true) ? "certain" : "possible";
      if (found === null || (found.certainty === "possible" && certainty === "certain"))
        found = { certainty, share: percentOf(range), target };
    }
  }
  return { found, ring };
}

function groundFor(rule: Rule, facts: LawFacts, party: number, best: Best): Ground {
  const { analysis } = facts;
  const group = belowOf(facts, party);
  const control = best.target === 0 ? [] : stepsFor(analysis, best.target, best.certainty === "certain");
  const steps = [...stepsWithin(analysis, group, party, best.target, () => true), ...control];
  return { rule, certainty: best.certainty, share: best.share, band: null, joint: [], steps };
}

/** A party and everything it holds anything of, however indirectly. */
function belowOf(facts: LawFacts, party: number): Uint8Array {
  const group = new Uint8Array(facts.entities + 1);
  group[party] = 1;
  for (const measure of ["shares", "votes", "profit"] as const)
    for (const n of facts.chains(measure).below(party)) if (n < facts.entities) group[n] = 1;
  return group;
}
