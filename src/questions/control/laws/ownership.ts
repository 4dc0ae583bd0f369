import type { Limit } from "../../../graph/holdings.ts";
import type { FractionRange } from "../../../graph/implied.ts";
import type { NearRange } from "../../../graph/near-shares.ts";
import type { Law, Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import type { Measure } from "../../../networks/holdings.ts";
import { stepsFor } from "../analyse.ts";
import { percentOf } from "../declared/ranges.ts";
import { clearly, type LawFacts, type LawNetwork, limitOf, MEASURES, mayMeet, passes } from "./facts.ts";
import { type Certainty, Ground, type Missing, type Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

type RuleOf<M extends Rule["mechanism"]> = Extract<Rule, { mechanism: M }>;

/** Products along chains, added over chains, at or above the threshold: in the subject, or in who controls it. */
export function byProducts(rule: RuleOf<"multiply-and-add">, law: Law, facts: LawFacts): Outcome {
  const { analysis, entities, subject } = facts;
  const targets = new Map<number, Certainty>(
    rule.in === "subject"
      ? [[subject, "certain"]]
      : [...analysis.controllers.chain].filter(([n]) => !["person", "state"].includes(facts.kind(n))),
  );
  const grounds = new Map<number, Ground>();
  const missing: Missing[] = [];
  const find = (party: number) => bestOf(rule, law, facts, party, targets);
  for (const party of holdersNear(rule, law, facts, targets)) {
    if (party === subject || party === entities) continue;
    const best = find(party);
    if (best.ring !== null && best.found?.certainty !== "certain")
      missing.push({ code: "law-ring", about: [party, best.ring] });
    if (best.found) grounds.set(party, groundFor(rule, facts, party, best.found));
  }
  const unnamed = find(entities);
  return { grounds, open: unnamed.found !== null || unnamed.ring !== null, missing, behind: [] };
}

/** Company → who may have as much of it along chains as a rule asks, for all that doubles say; null beyond a closed ring. */
type Near = ReadonlyMap<number, ReadonlyMap<number, NearRange | null>>;

function nearIn(law: Law, network: LawNetwork, measure: Measure, limit: Limit): Near {
  const chains = network.chains(measure);
  return network.once(`near ${law.id} ${limit.units} ${chains.id}`, () => {
    const found = new Map<number, Map<number, NearRange | null>>();
    const add = (party: number) => {
      for (const [company, range] of chains.near(party)) {
        if (range !== null && clearly(range, limit) === null) continue;
        const near = found.get(company) ?? new Map<number, NearRange | null>();
        found.set(company, near.set(party, range));
      }
    };
    for (let n = 0; n < network.entities; n++) if (mayMeet(law, network, n)) add(n);
    add(network.entities);
    return found;
  });
}

/** Who may have as much of any of the targets as a rule asks, ascending. */
function holdersNear(
  rule: RuleOf<"multiply-and-add">,
  law: Law,
  facts: LawFacts,
  targets: ReadonlyMap<number, Certainty>,
): number[] {
  const parties = new Set<number>();
  for (const measure of rule.of) {
    const near = nearIn(law, facts, measure, limitOf(rule.threshold));
    for (const target of targets.keys())
      for (const party of near.get(target)?.keys() ?? []) parties.add(party);
  }
  return [...parties].sort((a, b) => a - b);
}

interface Best {
  readonly certainty: Certainty;
  readonly share: () => Percent;
  readonly target: number;
}

function bestOf(
  rule: RuleOf<"multiply-and-add">,
  law: Law,
  facts: LawFacts,
  party: number,
  targets: ReadonlyMap<number, Certainty>,
): { readonly found: Best | null; readonly ring: number | null } {
  const limit = limitOf(rule.threshold);
  let found: Best | null = null;
  let ring: number | null = null;
  for (const measure of rule.of) {
    const near = nearIn(law, facts, measure, limit);
    for (const [target, controls] of targets) {
      const about = target === party ? undefined : near.get(target)?.get(party);
      if (about === null) ring = target;
      if (!about) continue;
      const exact = () => exactly(facts, measure, party, targets).get(target) ?? null;
      const reached = clearly(about, limit) ?? reachedBy(exact(), limit);
      if (reached === null) continue;
      const certainty = controls === "certain" ? reached : "possible";
      if (found === null || (found.certainty === "possible" && certainty === "certain"))
        found = { certainty, share: () => percentOf(exact() as FractionRange), target };
    }
  }
  return { found, ring };
}

function reachedBy(range: FractionRange | null, limit: Limit): Certainty | null {
  if (range === null || !passes(range, limit, false)) return null;
  return passes(range, limit, true) ? "certain" : "possible";
}

/** A party's shares in the subject, and in who controls it where that is asked for. */
function exactly(
  facts: LawFacts,
  measure: Measure,
  party: number,
  targets: ReadonlyMap<number, Certainty>,
): ReadonlyMap<number, FractionRange | null> {
  const chains = facts.chains(measure);
  const of = new Set(targets.keys());
  return facts.own(`shares ${chains.id} ${party} ${[...of].join(" ")}`, () => chains.of(party, of));
}

function groundFor(rule: Rule, facts: LawFacts, party: number, best: Best): Ground {
  const { analysis } = facts;
  const { target, certainty, share } = best;
  const steps = () => {
    const { subject } = facts;
    const control = target === subject ? [] : stepsFor(analysis, target, certainty === "certain", subject);
    return [...stepsWithin(analysis, below(facts, party), party, target, () => true), ...control];
  };
  return new Ground({ rule, certainty }, { share, steps });
}

/** Whether something is a party, or anything it holds anything of, however indirectly. */
function below(facts: LawFacts, party: number): (n: number) => boolean {
  const all = MEASURES.map((measure) => facts.chains(measure).below(party));
  return (n) => n < facts.entities && all.some((some) => some.has(n));
}
