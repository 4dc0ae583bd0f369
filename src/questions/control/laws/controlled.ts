import { reaches, together } from "../../../graph/holdings.ts";
import type { Law, Rule } from "../../../laws/law.ts";
import type { Percent } from "../../../model/share.ts";
import {
  isEligible,
  type LawFacts,
  type LawNetwork,
  limitOf,
  MEASURES,
  mayMeet,
  partPercent,
} from "./facts.ts";
import { type Certainty, Ground, type Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

type ControlledHolders = Extract<Rule, { mechanism: "controlled-holders" }>;

/** What the entities somebody controls, alone or jointly with others, hold of the subject directly, together. */
export function byControlledHolders(rule: ControlledHolders, law: Law, facts: LawFacts): Outcome {
  const grounds = new Map<number, Ground>();
  const joint = jointControl(facts);
  for (const party of [...overHolders(law, facts), ...joint.map((j) => j.party)].sort((a, b) => a - b)) {
    if (grounds.has(party) || !isEligible(law, facts, party)) continue;
    const alone = heldBy(rule, facts, party, []);
    if (alone?.certainty === "certain") {
      grounds.set(party, alone);
      continue;
    }
    const jointly = joint
      .filter((j) => j.party === party)
      .map((j) => heldBy(rule, facts, party, j.joint, j))
      .filter((found) => found !== null);
    const best = jointly.find((found) => found.certainty === "certain") ?? alone ?? jointly[0];
    if (best) grounds.set(party, best);
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
  return facts.own("joint control of holders", () => {
    const { view, once } = facts;
    const found = new Map<string, JointControl & { readonly holders: Map<number, Certainty> }>();
    if (!anyJointly(facts)) return [];
    for (const holder of holdersOf(facts)) {
      const { ultimate } = once(`who controls ${holder}`, () => view.controllers(holder));
      for (const { party, joint, certainty } of ultimate) {
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

/** Whether anybody may control anything with others only: joint holders, and those of an arrangement. */
export const anyJointly = ({ view: { own }, once }: LawNetwork): boolean =>
  once("any joint control", () => {
    const several = [...own.virtual.values()].some(({ kind }) => kind === "joint");
    return several || Array.from({ length: own.entities }, (_, n) => n).some(own.kinds.arrangement);
  });

/** Entities that hold anything of the subject directly. */
const holdersOf = (facts: LawFacts): ReadonlySet<number> =>
  facts.own("holders", () => {
    const { holdings, entities, subject } = facts;
    const found = new Set<number>();
    for (const measure of MEASURES) {
      const { start, holder } = holdings(measure);
      for (const n of holder.subarray(start[subject], start[subject + 1]))
        if (n < entities && n !== subject) found.add(n);
    }
    return found;
  });

/** Whoever might control a direct holder of the subject, of those a law is about. */
function overHolders(law: Law, facts: LawFacts): ReadonlySet<number> {
  const over = mightControl(law, facts);
  return new Set([...holdersOf(facts)].flatMap((holder) => over.get(holder) ?? []));
}

/** Company → who might control it, of those a law is about. */
function mightControl(law: Law, network: LawNetwork): ReadonlyMap<number, readonly number[]> {
  return network.once(`who might control what ${law.id}`, () => {
    const over = new Map<number, number[]>();
    for (let party = 0; party < network.entities; party++) {
      if (!mayMeet(law, network, party)) continue;
      for (const company of controlledBy(network, party, "possible")) {
        const some = over.get(company);
        if (some) some.push(party);
        else over.set(company, [party]);
      }
    }
    return over;
  });
}

function heldBy(
  rule: ControlledHolders,
  facts: LawFacts,
  party: number,
  joint: readonly number[],
  jointly: JointControl | null = null,
): Ground | null {
  for (const certainty of ["certain", "possible"] as const) {
    const alone = controlledBy(facts, party, certainty);
    const shared = (n: number) => {
      const how = jointly?.holders.get(n);
      return how === "certain" || (how === "possible" && certainty === "possible");
    };
    const counted = (n: number) => n !== facts.subject && ((n !== party && alone.has(n)) || shared(n));
    const share = shareOf(rule, facts, counted, certainty === "certain");
    if (share === null) continue;
    const steps = () => stepsOf(facts, party, joint, counted, certainty);
    return new Ground({ rule, certainty, joint }, { share, steps });
  }
  return null;
}

function shareOf(
  { of, threshold }: ControlledHolders,
  facts: LawFacts,
  counted: (n: number) => boolean,
  certain: boolean,
): (() => Percent) | null {
  if (![...holdersOf(facts)].some(counted)) return null;
  for (const measure of of) {
    const net = facts.holdings(measure);
    const part = together(net, facts.subject, counted);
    if (reaches(net, part, limitOf(threshold), certain)) return () => partPercent(part);
  }
  return null;
}

/** What a party controls by itself. */
const controlledBy = ({ view, once }: LawNetwork, party: number, certainty: Certainty): ReadonlySet<number> =>
  once(`controlled by ${party} ${certainty}`, () => {
    const found = certainty === "certain" ? view.lower.certain(party) : view.upper.possible(party);
    return new Set(found);
  });

/** How the parties come to control the holders, and what these hold; what the parties hold themselves is not counted. */
function stepsOf(
  facts: LawFacts,
  party: number,
  joint: readonly number[],
  counted: (n: number) => boolean,
  certainty: Certainty,
) {
  const { analysis, entities, subject } = facts;
  const parties = [party, ...joint];
  const all = parties.map((p) => controlledBy(facts, p, certainty));
  const inGroup = (n: number) =>
    counted(n) || parties.includes(n) || (n < entities && n !== subject && all.some((some) => some.has(n)));
  return stepsWithin(analysis, inGroup, party, subject, (n) => n !== subject).filter(
    (s) => s.held !== subject || counted(s.holder),
  );
}
