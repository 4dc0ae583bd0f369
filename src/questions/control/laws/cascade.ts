import { cascade } from "../../../graph/cascade.ts";
import { LOW_OPEN } from "../../../graph/control.ts";
import { companiesByHolder, type Holdings, jointHolders } from "../../../graph/holdings.ts";
import type { Rule } from "../../../laws/law.ts";
import { type LawFacts, limitOf, partOf, partPercent } from "./facts.ts";
import type { Ground, Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

/** Listed persons who together own as much of the subject as the rule asks, through entities they so own. */
export function byCascade(rule: Extract<Rule, { mechanism: "aggregate-cascade" }>, facts: LawFacts): Outcome {
  const { listed, entities } = facts;
  if (listed === null)
    return { grounds: new Map(), open: true, missing: [{ code: "no-list", about: [0] }], behind: [] };
  const net = facts.holdings(rule.of);
  const limit = limitOf(rule.threshold);
  const fallen = { certain: cascade(net, listed, limit, true), possible: cascade(net, listed, limit, false) };
  const open = cascade(net, [...listed, entities], limit, false)[0] === 1;
  const grounds = new Map<number, Ground>();
  if (listed.has(0)) {
    grounds.set(0, { rule, certainty: "certain", share: null, band: null, joint: [], steps: [] });
    return { grounds, open, missing: [], behind: [] };
  }
  for (const certainty of ["certain", "possible"] as const) {
    const group = fallen[certainty];
    if (group[0] !== 1) continue;
    const owners = [...listed].filter((x) => contributes(net, group, x, certainty === "certain"));
    for (const party of owners) {
      if (grounds.has(party)) continue;
      const alone = cascade(net, [party], limit, certainty === "certain")[0] === 1;
      grounds.set(party, {
        rule,
        certainty,
        share: partPercent(partOf(net, 0, group)),
        band: null,
        joint: alone ? [] : owners.filter((x) => x !== party),
        steps: stepsWithin(facts.analysis, group, party, 0, () => false),
      });
    }
  }
  return { grounds, open, missing: [], behind: [] };
}

/** Whether a party's own holdings lead to the subject through what has fallen. */
function contributes(net: Holdings, fallen: Uint8Array, party: number, certain: boolean): boolean {
  const below = companiesByHolder(net);
  const seen = new Set([party]);
  for (const node of seen) {
    for (let e = below.start[node] as number; e < (below.start[node + 1] as number); e++) {
      const company = below.company[e] as number;
      const something = hasOf(net, company, node, fallen, certain);
      if (fallen[company] === 1 && something) seen.add(company);
    }
  }
  return seen.has(0);
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
