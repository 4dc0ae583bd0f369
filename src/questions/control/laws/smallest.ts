import { smallestSets } from "../../../graph/smallest-sets.ts";
import type { Law } from "../../../laws/law.ts";
import { ControlView } from "../../../networks/controllers.ts";
import { ownership } from "../../../networks/ownership.ts";
import type { Step } from "../../../networks/proof.ts";
import { keeping } from "../../../networks/what-if.ts";
import { becauseOf } from "../analyse.ts";
import { type LawFacts, lawFacts } from "./facts.ts";
import { apply } from "./judge.ts";
import type { Ground } from "./outcome.ts";

/** Rows and entities gone through for one proof; and the most sets tried. */
const MOST_WORK = 200_000;
const MOST_TRIES = 400;

/** A smallest set of steps by which a party certainly meets a rule. */
export interface Proven {
  readonly steps: readonly Step[];
  /** No fewer would do; false where not all smaller sets were tried. */
  readonly smallest: boolean;
}

/**
 * The fewest of the holdings that count from which alone the rule is met for certain: found by applying the rule again to
 * these and nothing else. Where that is too much work, none that can be left out; or all of them.
 */
export function provenBy(ground: Ground, law: Law, facts: LawFacts, party: number): Proven {
  const { steps } = ground;
  const { held, view } = facts.analysis;
  const { entities, kinds } = view.own;
  const tries = Math.min(MOST_TRIES, Math.floor(MOST_WORK / (held.length + entities)));
  if (ground.certainty !== "certain" || steps.length === 0 || tries < steps.length ** 2)
    return { steps, smallest: false };
  const met = (chosen: Int32Array) => {
    const said = new Set([...chosen].flatMap((at) => steps[at]?.statements ?? []));
    const table = keeping(held, (row) => becauseOf(held, row).every((n) => said.has(n)));
    const alone = new ControlView(ownership(table, entities, kinds));
    const { kind, jurisdiction, listed } = facts;
    const analysis = { held: table, view: alone, controllers: alone.controllers(0) };
    const again = lawFacts(analysis, { kind, jurisdiction, listed, only: [party, ...ground.joint] });
    return apply(ground.rule, law, again).grounds.get(party)?.certainty === "certain";
  };
  const all = Int32Array.from(steps, (_, at) => at);
  if (!met(all)) return { steps, smallest: false };
  const { sets, exact } = smallestSets(steps.length, met, tries);
  const [first = all] = sets;
  return { steps: [...first].map((at) => steps[at] as Step), smallest: exact };
}
