import type { Clocks } from "../ask/question.ts";
import type { ControlNetwork } from "../graph/control.ts";
import { type PortfolioEnds, portfolioEnds } from "../graph/portfolio-ends.ts";
import type { Reader } from "../store/port.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import { economicNetwork } from "./economic.ts";
import { type HeldTable, heldOn } from "./held.ts";
import { readInterests } from "./read-interests.ts";
import { registerOf } from "./register/of-case.ts";
import { tallied } from "./register/tallied.ts";

/** How far everybody's arms reach, by entity ordinal. */
export interface Arms {
  /** How many entities each controls for certain, and possibly beyond these. */
  readonly certain: Int32Array;
  readonly possible: Int32Array;
  /** In how many companies each holds something directly. */
  readonly stakes: Int32Array;
  /** How many groups control something only together, for certain, and how many more possibly: in nobody's counts. */
  readonly together: { readonly certain: number; readonly possible: number };
  /** What the integrated shares of each in all companies add up to. */
  readonly portfolio: PortfolioEnds;
}

type Told = (done: number, total: number) => void;

/** Counts what everybody controls, then adds up what everybody has; one network is let go before the next is built. */
export async function armsOf(store: Reader, clocks: Clocks, told: Told): Promise<Arms> {
  const { certain, possible, together } = await controlled(store, clocks, told);
  const entities = certain.length;
  const interests = await readInterests(store, clocks.known);
  const held = heldOn(interests, clocks.asOf, clocks.carry);
  const network = economicNetwork(held, entities);
  const stakes = new Int32Array(entities);
  const last = new Int32Array(entities).fill(-1);
  for (let n = 0; n < entities; n++)
    for (let e = network.start[n] as number; e < (network.start[n + 1] as number); e++) {
      const holder = network.holder[e] as number;
      if (holder === n || network.high[e] === 0 || last[holder] === n) continue;
      last[holder] = n;
      stakes[holder] = (stakes[holder] as number) + 1;
    }
  for (const [leader, companies] of ledIn(held))
    for (const n of companies) {
      const holders = network.holder.subarray(network.start[n], network.start[n + 1]);
      if (leader !== n && !holders.includes(leader)) stakes[leader] = (stakes[leader] as number) + 1;
    }
  return { certain, possible, stakes, together, portfolio: portfolioEnds(network) };
}

/** Who leads a concert, with the companies in which its members' votes are theirs to cast. */
function ledIn(held: HeldTable): Map<number, Set<number>> {
  const led = new Map<number, Set<number>>();
  for (let row = 0; row < held.length; row++) {
    const leader = held.leader[row] as number;
    if (leader < 0 || EFFECT[held.right[row] as number] !== "concert" || isDeclaration(held, row)) continue;
    led.set(leader, (led.get(leader) ?? new Set()).add(held.subject[row] as number));
  }
  return led;
}

async function controlled(store: Reader, clocks: Clocks, told: Told) {
  const register = await registerOf(store, clocks);
  const { entities, own } = register;
  const joint = [...own.virtual].filter(([, { kind }]) => kind === "joint").map(([node]) => node);
  const count = async (net: ControlNetwork, certain: boolean, half: number) => {
    const counts = await tallied(net, certain, entities, (done, all) => told(half * all + done, 2 * all));
    const groups = joint.filter((node) => (counts[node] as number) > 0).length;
    return { each: counts.subarray(0, entities), groups };
  };
  const certain = await count(register.lower, true, 0);
  const possible = await count(register.upper, false, 1);
  return {
    certain: certain.each,
    possible: possible.each.map((n, x) => n - (certain.each[x] as number)),
    together: { certain: certain.groups, possible: possible.groups - certain.groups },
  };
}
