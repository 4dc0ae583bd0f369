import type { Law, Rule } from "../../../laws/law.ts";
import { byCascade } from "./cascade.ts";
import { byControlledHolders } from "./controlled.ts";
import { type LawFacts, ofUnknownKind } from "./facts.ts";
import { byFixpoint } from "./fixpoint.ts";
import type { Behind, Certainty, Ground, Missing, Outcome } from "./outcome.ts";
import { byProducts } from "./ownership.ts";
import { byStakes, stopsAt } from "./stakes.ts";

/** A party that comes under a law, by one or more of its rules, the surest first. */
export interface Judged {
  readonly party: number;
  readonly certainty: Certainty;
  readonly grounds: readonly Ground[];
  /** An entity at which the chains of the law stop. */
  readonly stop: boolean;
}

/** Those without whom a party comes under it by none of its rules; nobody where it does by itself. */
export const jointOf = ({ grounds }: Pick<Judged, "grounds">): readonly number[] =>
  grounds.every(({ joint }) => joint.length > 0) ? (grounds[0]?.joint ?? []) : [];

export interface Judgement {
  readonly verdict: "controlled" | "no controller on record" | "not known";
  readonly parties: readonly Judged[];
  readonly behind: readonly Behind[];
  readonly missing: readonly Missing[];
  /** A party nobody names might come under it. */
  readonly open: boolean;
}

/** Judges the subject by every rule of a law, at both ends. Nothing here knows any law by name. */
export function judge(law: Law, facts: LawFacts): Judgement {
  const outcomes = law.rules.map((rule) => apply(rule, law, facts)).map((o) => unsureOfKinds(o, law, facts));
  const byParty = new Map<number, Ground[]>();
  for (const { grounds } of outcomes) {
    for (const [party, ground] of grounds) {
      byParty.set(party, [...(byParty.get(party) ?? []), ground]);
    }
  }
  const rank = (c: Certainty) => (c === "certain" ? 0 : 1);
  const parties = [...byParty]
    .map(([party, grounds]): Judged => {
      const sorted = [...grounds].sort((a, b) => rank(a.certainty) - rank(b.certainty));
      return {
        party,
        certainty: sorted[0]?.certainty ?? "possible",
        grounds: sorted,
        stop: stopsAt(law, facts, party),
      };
    })
    .sort((a, b) => rank(a.certainty) - rank(b.certainty) || a.party - b.party);
  const missing = unique(outcomes.flatMap((o) => o.missing));
  const open = outcomes.some((o) => o.open) || missing.some(({ code }) => code !== "law-kind");
  const behind = unique(outcomes.flatMap((o) => o.behind).filter((b) => !byParty.has(b.party)));
  return {
    verdict: parties.some((p) => p.certainty === "certain")
      ? "controlled"
      : parties.length > 0 || open
        ? "not known"
        : "no controller on record",
    parties,
    behind: behind.filter((b, i) => behind.findIndex((o) => o.party === b.party) === i),
    missing,
    open,
  };
}

/** What is not known to be of a kind the law is about comes under it possibly at most. */
function unsureOfKinds(outcome: Outcome, law: Law, facts: LawFacts): Outcome {
  const unsure = [...outcome.grounds.keys()].filter((party) => ofUnknownKind(law, facts, party));
  if (unsure.length === 0) return outcome;
  const grounds = new Map(outcome.grounds);
  for (const party of unsure) {
    const ground = grounds.get(party);
    if (ground) grounds.set(party, ground.possibly());
  }
  const missing = unsure.map((party) => ({ code: "law-kind" as const, about: [party] }));
  return { ...outcome, grounds, missing: [...outcome.missing, ...missing] };
}

export function apply(rule: Rule, law: Law, facts: LawFacts): Outcome {
  switch (rule.mechanism) {
    case "majority-fixpoint":
      return byFixpoint(rule, law, facts);
    case "multiply-and-add":
      return byProducts(rule, law, facts);
    case "controlled-holders":
      return byControlledHolders(rule, law, facts);
    case "majority-stake-chain":
      return byStakes(rule, law, facts);
    case "aggregate-cascade":
      return byCascade(rule, facts);
  }
}

function unique<T>(items: readonly T[]): T[] {
  const kept = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...kept.values()];
}
