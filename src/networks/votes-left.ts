import { ALONE } from "../graph/control.ts";
import { WHOLE } from "../model/share.ts";
import type { ControlView } from "./controllers.ts";

/**
 * The most votes of a company that may be a party's, in share units, if every rest nobody is named for were its own:
 * all but the lower ends of holders who are certainly somebody else's. Never less than may be; it may be more.
 */
export function mostVotesLeft(view: ControlView, party: number, company: number): number {
  return heldByOthers(view, party, company).reduce((left, { low }) => left - low, WHOLE);
}

/** Holders of votes who are certainly somebody else's, with what they hold at the least and by whom they are controlled. */
export function heldByOthers(view: ControlView, party: number, company: number): Held[] {
  const { own } = view;
  const [only, ...more] = view.ballotsOf(company);
  if (more.length > 0 || own.conflicts.has(company)) return [];
  const { holds } = own.upper;
  const edges: number[] = [];
  for (let e = 0; e < holds.head.length; e++)
    if (holds.head[e] === only && ((holds.flags[e] as number) & ALONE) === 0) edges.push(e);
  view.upper.possible(party);
  view.upper.also(own.phantom, false);
  // Whom the party might come to control with all that nobody is named for may be its own, whoever else controls it.
  const others = edges.filter((e) => {
    const holder = holds.tail[e] as number;
    return holder < own.entities && !view.upper.reached(holder);
  });
  return others.flatMap((e) => {
    const [holder, low] = [holds.tail[e] as number, holds.low[e] as number];
    if (!own.kinds.ownable(holder)) return [{ holder, low, by: [] }];
    const { ultimate } = view.controllers(holder);
    const by = ultimate.filter((c) => c.certainty === "certain").map((c) => c.party);
    return by.length > 0 && by.every((p) => !own.kinds.ownable(p)) ? [{ holder, low, by }] : [];
  });
}

export interface Held {
  readonly holder: number;
  readonly low: number;
  /** Persons and states that certainly and ultimately control it; empty where it is one. */
  readonly by: readonly number[];
}
