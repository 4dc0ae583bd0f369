import { type ControlNetwork, ControlSearch } from "../../graph/control.ts";
import type { Analysis } from "./analyse.ts";
import { unnamedAbove } from "./open-above.ts";

const MOST_PARTIES = 6;
const MOST_ABOVE = 60;

/**
 * Where nobody named and nobody unnamed could control the subject: who could, if all that nobody is named for above it were
 * that party's too, with entities whose holders are not all named and none of which can be left out of these. Of a party and
 * a company it controls, the party; of those who control each other, each.
 */
export function namedBehind({ view, controllers }: Analysis): { party: number; entities: number[] }[] {
  const { own } = view;
  if (controllers.verdict !== "no controller on record") return [];
  const above = [...view.ancestorsOf(0)].filter((n) => n > 0 && n < own.entities);
  const open = unnamedAbove(view);
  if (open.size === 0 || above.length > MOST_ABOVE) return [];
  const found = above.flatMap((party) => {
    const network = withRight(own.upper.network, own.phantom, party);
    const reaches = (left: readonly number[]) => {
      const search = new ControlSearch(withoutRests(network, own.phantom, new Set(left)));
      search.possible(own.phantom);
      return search.reached(0);
    };
    if (!reaches([])) return [];
    const all = [0, ...above].filter((n) => n !== party && open.has(n));
    const left: number[] = [];
    for (const n of [...all].reverse()) if (reaches([...left, n])) left.push(n);
    return [{ party, entities: all.filter((n) => !left.includes(n)) }];
  });
  const below = new Map(found.map(({ party }) => [party, new Set(view.lower.certain(party))]));
  const under = (party: number, by: number) => below.get(by)?.has(party) && !below.get(party)?.has(by);
  return found.filter(({ party }) => !found.some((by) => under(party, by.party))).slice(0, MOST_PARTIES);
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

/** The same network in which a party has nothing of some entities, neither votes nor rights. */
function withoutRests(network: ControlNetwork, party: number, some: ReadonlySet<number>): ControlNetwork {
  const { holdStart, holdBallot, rightStart, company } = network;
  const [holdHigh, rightTo] = [network.holdHigh.slice(), network.rightTo.slice()];
  for (let e = holdStart[party] as number; e < (holdStart[party + 1] as number); e++)
    if (some.has(company[holdBallot[e] as number] as number)) holdHigh[e] = 0;
  for (let e = rightStart[party] as number; e < (rightStart[party + 1] as number); e++)
    if (some.has(rightTo[e] as number)) rightTo[e] = party;
  return { ...network, holdHigh, rightTo };
}
