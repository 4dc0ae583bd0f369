import type { Law } from "../../../laws/law.ts";
import { MOST_TRIES } from "../../../networks/causes.ts";
import type { HeldTable } from "../../../networks/held.ts";
import { type Above, analyseHeld, companiesShown, groundsOf } from "../analyse.ts";
import type { Rule, Ruling } from "../ruling.ts";
import { type LawFacts, lawFacts } from "./facts.ts";
import { type Judgement, jointOf, judge } from "./judge.ts";

type Small = Pick<Above, "entities" | "kinds">;
type About = Pick<LawFacts, "kind" | "jurisdiction" | "listed">;

/** Entities judged anew at most, whatever the changes tried. */
const MOST_JUDGED = 400_000;

/** A law as a rule that is put to one state of the holdings after another. */
export const byLaw = (law: Law, small: Small, about: About): Rule => ({
  on: (held) => rulingOf(law, held, small, about),
  tries: Math.min(MOST_TRIES, Math.floor(MOST_JUDGED / small.entities)),
});

function rulingOf(law: Law, held: HeldTable, small: Small, about: About): Ruling {
  const analysis = analyseHeld(small, held);
  const { verdict, parties } = judge(law, lawFacts(analysis, about));
  const steps = parties.flatMap(({ grounds }) => grounds.flatMap((ground) => ground.steps));
  const of = (party: number): Judgement["parties"][number] | undefined =>
    parties.find((one) => one.party === party);
  return {
    verdict,
    parties: parties.map((judged) => ({ ...judged, joint: jointOf(judged) })),
    standing: (party) => of(party)?.certainty ?? "none",
    votes: () => null,
    counted: (party) => (of(party)?.grounds ?? []).map(({ rule, share }) => ({ rule: rule.id, share })),
    rests: [...groundsOf(analysis), ...steps.flatMap((step) => [...step.statements])],
    companies: [...companiesShown(analysis), ...steps.map((step) => step.held)],
  };
}
