import type { EconomicNetwork } from "../graph/economic.ts";
import { integratedShares, type ShareRange } from "../graph/integrated.ts";
import type { Rational } from "../graph/rational.ts";
import { upwardFrom } from "../graph/upward.ts";
import type { Percent } from "../model/share.ts";
import { economicNetwork } from "./economic.ts";
import { economicWith } from "./economic-with.ts";
import type { HeldTable } from "./held.ts";

/** Economic shares of one entity in everything below it; null where a ring that owns all of itself stands in the way. */
export type EconomicShares = ReadonlyMap<number, ShareRange | null>;

/**
 * Economic claims on some holdings; the network, and the shares of each entity, are worked out once. Shares are worked out
 * with a node for each class of shares where there are several, which come after all entities.
 */
export interface Economic {
  readonly network: () => EconomicNetwork;
  /** The same with a node for each class of shares. */
  readonly byClass: () => EconomicNetwork;
  readonly sharesOf: (source: number) => EconomicShares;
  /** The share of one entity in another; undefined where it has none. */
  readonly shareIn: (source: number, company: number) => ShareRange | null | undefined;
}

/** Holdings that differ from others, already known, in rows about one company only. */
export interface Beside {
  readonly held: HeldTable;
  readonly company: number;
}

/** Several parts of one answer ask for the same. */
const kept = new WeakMap<HeldTable, Economic>();

export function economicOn(held: HeldTable, entities: number, beside?: Beside): Economic {
  const before = kept.get(held);
  if (before !== undefined) return before;
  const others = beside && economicOn(beside.held, entities);
  const made = (classes: boolean): EconomicNetwork => {
    const other = classes ? others?.byClass() : others?.network();
    return (
      (beside && other && economicWith(other, held, entities, beside.company)) ??
      economicNetwork(held, entities, classes)
    );
  };
  let network: EconomicNetwork | null = null;
  let byClass: EconomicNetwork | null = null;
  const shares = new Map<number, EconomicShares>();
  const economic: Economic = {
    network: () => {
      network ??= byClass?.nodes === entities ? byClass : made(false);
      return network;
    },
    byClass: () => {
      byClass ??= made(true);
      return byClass;
    },
    sharesOf: (source) => {
      const found = shares.get(source) ?? integratedShares(economic.byClass(), source);
      shares.set(source, found);
      return found;
    },
    shareIn: (source, company) =>
      shares.get(source)?.get(company) ?? shareIn(economic.byClass(), source, company),
  };
  kept.set(held, economic);
  return economic;
}

/** What an entity has in one company; undefined where that is nothing, null in a ring. */
export function shareIn(
  net: EconomicNetwork,
  source: number,
  company: number,
): ShareRange | null | undefined {
  return integratedShares(net, source, new Set([company]), upwardFrom(net, [company])).get(company);
}

const KEPT = 30;
const TENTHS = 10n ** BigInt(KEPT);

/** A range as exact decimal percentages, rounded outward only beyond thirty decimals. */
export function economicPercent(range: ShareRange): Percent {
  const low = decimal(range.low, false);
  const high = decimal(range.high, true);
  return low === high ? low : { low, high };
}

function decimal(share: Rational, up: boolean): string {
  const all = share.n * 100n * TENTHS;
  const value = all / share.d + (up && all % share.d > 0n ? 1n : 0n);
  const text = value.toString().padStart(KEPT + 1, "0");
  const fraction = text.slice(-KEPT).replace(/0+$/, "");
  const integer = text.slice(0, -KEPT);
  return fraction === "" ? integer : `${integer}.${fraction}`;
}
