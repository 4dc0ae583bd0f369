import { cascade } from "../../../graph/cascade.ts";
import { LOW_OPEN } from "../../../graph/control.ts";
import { companiesByHolder, type Holdings, jointHolders, together } from "../../../graph/holdings.ts";
import type { Rule } from "../../../laws/law.ts";
import { type LawFacts, type LawNetwork, limitOf, partPercent } from "./facts.ts";
import { Ground, type Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

/** Listed persons who together own as much of the subject as the rule asks, through entities they so own. */
export function byCascade(rule: CascadeRule, facts: LawFacts): Outcome {
  const { listed, entities, subject } = facts;
  if (listed === null)
    return { grounds: new Map(), open: true, missing: [{ code: "no-list", about: [subject] }], behind: [] };
  const net = facts.holdings(rule.of);
  const open = fallen(rule, facts, [...listed, entities], false)[subject] === 1;
  const grounds = new Map<number, Ground>();
  if (listed.has(subject)) {
    grounds.set(subject, new Ground({ rule, certainty: "certain" }, { steps: () => [] }));
    return { grounds, open, missing: [], behind: [] };
  }
  for (const certainty of ["certain", "possible"] as const) {
    const certain = certainty === "certain";
    const group = fallen(rule, facts, [...listed], certain);
    if (group[subject] !== 1) continue;
    const inGroup = (n: number) => group[n] === 1;
    const owners = [...listed].filter((x) => contributes(rule, facts, group, x, certain));
    for (const party of owners) {
      if (grounds.has(party)) continue;
      const alone = fallen(rule, facts, [party], certain)[subject] === 1;
      const joint = alone ? [] : owners.filter((x) => x !== party);
      const shown = {
        share: () => partPercent(together(net, subject, inGroup)),
        steps: () => stepsWithin(facts.analysis, inGroup, party, subject, () => false),
      };
      grounds.set(party, new Ground({ rule, certainty, joint }, shown));
    }
  }
  return { grounds, open, missing: [], behind: [] };
}

type CascadeRule = Extract<Rule, { mechanism: "aggregate-cascade" }>;

/** What falls to some, whoever is the subject. */
const fallen = (
  rule: CascadeRule,
  network: LawNetwork,
  to: readonly number[],
  certain: boolean,
): Uint8Array =>
  network.once(`fallen ${JSON.stringify(rule.threshold)} ${rule.of} ${certain} ${to.join(" ")}`, () =>
    cascade(network.holdings(rule.of), to, limitOf(rule.threshold), certain),
  );

/** Whether a party's own holdings lead to the subject through what has fallen. */
function contributes(
  rule: CascadeRule,
  { once, holdings, subject }: LawFacts,
  group: Uint8Array,
  party: number,
  certain: boolean,
): boolean {
  const net = holdings(rule.of);
  const below = once(`companies by holder ${rule.of}`, () => companiesByHolder(net));
  const seen = new Set([party]);
  for (const node of seen) {
    for (let e = below.start[node] as number; e < (below.start[node + 1] as number); e++) {
      const company = below.company[e] as number;
      if (group[company] === 1 && hasOf(net, company, node, group, certain)) seen.add(company);
    }
    if (seen.has(subject)) return true;
  }
  return false;
}

/** Whether a holder has anything of a company; what it holds jointly counts where all its holders have fallen. */
function hasOf(net: Holdings, company: number, node: number, fallen: Uint8Array, certain: boolean): boolean {
  const [from, to] = [net.start[company] as number, net.start[company + 1] as number];
  for (let e = from; e < to; e++) {
    if (net.holder[e] !== node) continue;
    if (!certain && (net.high[e] as number) > 0) return true;
    const stated = (net.low[e] as number) > 0 || ((net.flags[e] as number) & LOW_OPEN) !== 0;
    if (certain && stated && jointHolders(net, company, e).every((h) => fallen[h] === 1)) return true;
  }
  return false;
}
