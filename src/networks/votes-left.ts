import { ALONE } from "../graph/control.ts";
import { WHOLE } from "../model/share.ts";
import type { ControlView } from "./controllers.ts";

/**
 * The most votes of a company that may be a party's, in share units, if every rest nobody is named for were its own:
 * all but the lower ends of holders who are certainly somebody else's. Never less than may be; it may be more.
 */
export function mostVotesLeft(view: ControlView, party: number, company: number): number {
  const { own } = view;
  const [only, ...more] = view.ballotsOf(company);
  if (only === undefined || more.length > 0 || own.conflicts.has(company)) return WHOLE;
  const { holds } = own.upper;
  let left = WHOLE;
  for (let e = 0; e < holds.head.length; e++) {
    const holder = holds.tail[e] as number;
    if (holds.head[e] !== only || ((holds.flags[e] as number) & ALONE) !== 0) continue;
    if (isElse(view, holder, party)) left -= holds.low[e] as number;
  }
  return left;
}

/** A person other than the party, or what persons other than the party certainly control. */
function isElse(view: ControlView, holder: number, party: number): boolean {
  const { own } = view;
  if (holder === party || holder >= own.entities) return false;
  if (!own.kinds.ownable(holder)) return true;
  const { ultimate, chain } = view.controllers(holder);
  const certain = ultimate.filter((c) => c.certainty === "certain");
  return certain.length > 0 && !chain.has(party) && certain.every((c) => !own.kinds.ownable(c.party));
}
