import { type ControlNetwork, ControlSearch } from "../../graph/control.ts";
import type { Analysis } from "./analyse.ts";
import { unnamedAbove } from "./open-above.ts";

const MOST_PARTIES = 6;
const MOST_ABOVE = 60;

/**
 * Where nobody named and nobody unnamed could control the subject: who could, if all that nobody is named for above it were
 * that party's too, with the entities whose holders are not all named. Those without whose control another of them would
 * not, come alone: of a party and a company it controls, the party.
 */
export function namedBehind({ view, controllers }: Analysis): { party: number; entities: number[] }[] {
  const { own } = view;
  if (controllers.verdict !== "no controller on record") return [];
  const above = [...view.ancestorsOf(0)].filter((n) => n > 0 && n < own.entities);
  const open = unnamedAbove(view);
  if (open.size === 0 || above.length > MOST_ABOVE) return [];
  const found = above.flatMap((party) => {
    const search = new ControlSearch(withRight(own.upper.network, own.phantom, party));
    search.possible(own.phantom);
    if (!search.reached(0)) return [];
    return [{ party, entities: [0, ...above].filter((n) => n !== party && open.has(n)) }];
  });
  const controlled = new Set(
    found.flatMap(({ party }) => [...view.lower.certain(party)].filter((n) => n !== party)),
  );
  return found.filter(({ party }) => !controlled.has(party)).slice(0, MOST_PARTIES);
}

/** The same network in which one node has a right that is control over another. */
function withRight(network: ControlNetwork, from: number, to: number): ControlNetwork {
  const at = network.rightStart[from + 1] as number;
  const rightTo = new Int32Array(network.rightTo.length + 1);
  rightTo.set(network.rightTo.subarray(0, at));
  rightTo[at] = to;
  rightTo.set(network.rightTo.subarray(at), at + 1);
  return {
    ...network,
    rightTo,
    rightStart: network.rightStart.map((start, n) => start + (n > from ? 1 : 0)),
  };
}
