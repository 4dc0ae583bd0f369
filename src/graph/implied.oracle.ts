import type { EconomicNetwork } from "./economic.ts";
import { ALL, compare, NOTHING, plus, type Rational, rational, times } from "./rational.ts";

/**
 * Every share the source has of the target over all completions in whole units with one holding fixed at a whole number
 * of units: with whole bounds the corners of the completions are whole, so least and most are the true ends. Holdings
 * that stand alone are left out of what it can say. Cost: exponential in the holdings.
 */
export function endsByEnumeration(
  net: EconomicNetwork,
  source: number,
  target: number,
  edge: number,
  units: number,
): { low: Rational; high: Rational } | null {
  let found: { low: Rational; high: Rational } | null = null;
  const chosen = new Float64Array(net.holder.length);
  const fill = (e: number): void => {
    if (e === net.holder.length) {
      const share = shareIn(net, chosen, source, target);
      found = {
        low: found && compare(found.low, share) <= 0 ? found.low : share,
        high: found && compare(found.high, share) >= 0 ? found.high : share,
      };
      return;
    }
    const [from, to] = e === edge ? [units, units] : [net.low[e], net.high[e]];
    for (let u = from; u <= to; u++) {
      chosen[e] = u;
      if (withinWhole(net, chosen, e)) fill(e + 1);
    }
    chosen[e] = 0;
  };
  fill(0);
  return found;
}

function withinWhole(net: EconomicNetwork, chosen: Float64Array, upTo: number): boolean {
  for (let n = 0; n < net.nodes; n++) {
    let sum = 0;
    for (let e = net.start[n]; e < net.start[n + 1] && e <= upTo; e++) sum += chosen[e];
    if (sum > Number(net.whole)) return false;
  }
  return true;
}

function shareIn(net: EconomicNetwork, chosen: Float64Array, source: number, node: number): Rational {
  if (node === source) return ALL;
  let share = NOTHING;
  for (let e = net.start[node]; e < net.start[node + 1]; e++) {
    const above = shareIn(net, chosen, source, net.holder[e]);
    share = plus(share, times(above, rational(BigInt(chosen[e]), net.whole)));
  }
  return share;
}
