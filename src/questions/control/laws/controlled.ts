import { reaches } from "../../../graph/holdings.ts";
import type { Law, Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import { eligible, type LawFacts, limitOf, partOf, partPercent } from "./facts.ts";
import type { Certainty, Ground, Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

type ControlledHolders = Extract<Rule, { mechanism: "controlled-holders" }>;

/** What the entities somebody controls, alone or jointly with others, hold of the subject directly, together. */
export function byControlledHolders(rule: ControlledHolders, law: Law, facts: LawFacts): Outcome {
  const grounds = new Map<number, Ground>();
  for (const party of eligible(law, facts)) {
    const alone = heldBy(rule, facts, party, []);
    if (alone?.certainty === "certain") {
      grounds.set(party, alone.ground);
      continue;
    }
    const jointly = jointControl(facts)
      .filter((j) => j.party === party)
      .map((j) => heldBy(rule, facts, party, j.joint, j))
      .filter((found) => found !== null);
    const best = jointly.find((found) => found.certainty === "certain") ?? alone ?? jointly[0];
    if (best) grounds.set(party, best.ground);
  }
  return { grounds, open: heldBy(rule, facts, facts.entities, []) !== null, missing: [], behind: [] };
}

/** Who controls holders of the subject only together with others, and which. */
interface JointControl {
  readonly party: number;
  readonly joint: readonly number[];
  readonly holders: ReadonlyMap<number, Certainty>;
}

function jointControl(facts: LawFacts): readonly JointControl[] {
  return facts.once("joint control of holders", () => {
    const { view } = facts.analysis;
    const found = new Map<string, JointControl & { readonly holders: Map<number, Certainty> }>();
    if (![...view.own.virtual.values()].some(({ kind }) => kind === "joint")) return [];
    for (const holder of holdersOf(facts)) {
      for (const { party, joint, certainty } of view.controllers(holder).ultimate) {
        if (joint.length === 0) continue;
        const key = [party, ...[...joint].sort((a, b) => a - b)].join(" ");
        const known = found.get(key) ?? { party, joint, holders: new Map<number, Certainty>() };
        known.holders.set(holder, certainty);
        found.set(key, known);
      }
    }
    return [...found.values()];
  });
}

/** Entities that hold anything of the subject directly. */
function holdersOf({ holdings, entities }: LawFacts): Set<number> {
  const found = new Set<number>();
  for (const measure of ["shares", "votes", "profit"] as const) {
    const { start, holder } = holdings(measure);
    for (const n of holder.subarray(start[0], start[1])) if (n < entities && n !== 0) found.add(n);
  }
  return found;
}

interface Held {
  readonly certainty: Certainty;
  readonly ground: Ground;
}

function heldBy(
  rule: ControlledHolders,
  facts: LawFacts,
  party: number,
  joint: readonly number[],
  jointly: JointControl | null = null,
): Held | null {
  for (const certainty of ["certain", "possible"] as const) {
    const group = controlledBy(facts, party, certainty);
    for (const [n, how] of jointly?.holders ?? [])
      if (how === "certain" || certainty === "possible") group[n] = 1;
    const share = shareOf(rule, facts, group, certainty === "certain");
    if (share === null) continue;
    const steps = stepsOf(facts, party, joint, group, certainty);
    return { certainty, ground: { rule, certainty, share, band: null, joint, steps } };
  }
  return null;
}

function shareOf(
  { of, threshold }: ControlledHolders,
  facts: LawFacts,
  group: Uint8Array,
  certain: boolean,
): Percent | null {
  for (const measure of of) {
    const net = facts.holdings(measure);
    const part = partOf(net, 0, group);
    if (reaches(net, part, limitOf(threshold), certain)) return partPercent(part);
  }
  return null;
}

/** What a party controls by itself. */
function controlledBy({ analysis, entities }: LawFacts, party: number, certainty: Certainty): Uint8Array {
  const { view } = analysis;
  const group = new Uint8Array(entities + 1);
  for (const n of certainty === "certain" ? view.lower.certain(party) : view.upper.possible(party))
    if (n < entities && n !== 0 && n !== party) group[n] = 1;
  return group;
}

/** How the parties come to control the holders, and what these hold; what the parties hold themselves is not counted. */
function stepsOf(
  facts: LawFacts,
  party: number,
  joint: readonly number[],
  counted: Uint8Array,
  certainty: Certainty,
) {
  const group = counted.slice();
  for (const p of [party, ...joint]) {
    group[p] = 1;
    controlledBy(facts, p, certainty).forEach((mark, n) => {
      if (mark === 1) group[n] = 1;
    });
  }
  return stepsWithin(facts.analysis, group, party, 0, (n) => n !== 0).filter(
    (s) => s.held !== 0 || counted[s.holder] === 1,
  );
}
