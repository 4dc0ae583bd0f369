import { DOUBLE } from "./arithmetic.ts";
import { leastValue, mostValue, type Stake } from "./stakes.ts";

const MOST_SWEEPS = 2_000;
const CLOSE = 1e-12;

/**
 * Both ends for a core too large to solve at once: Gauss–Seidel sweeps up from nothing and down from everything
 * (Haddad & Monmege 2014). Shares swept upward stay below the least fixpoint and shares swept downward above it, so the
 * pair bounds every completion whenever it is stopped: when 1e-12 apart, or after 2,000 sweeps. Cost: a sweep is linear
 * in the holdings but for sorting them.
 */
export function bracket(
  core: readonly (readonly Stake<number>[])[],
  whole: number,
): { low: number[]; high: number[] } {
  const least = sweep(core, whole, (stakes, x) => leastValue(DOUBLE, stakes, x, whole));
  const most = sweep(core, whole, (stakes, x, j) => mostValue(DOUBLE, stakes, x, whole, least.to[j]));
  return { low: least.from, high: most.to };
}

function sweep(
  core: readonly (readonly Stake<number>[])[],
  whole: number,
  value: (stakes: readonly Stake<number>[], x: readonly number[], j: number) => number,
): { from: number[]; to: number[] } {
  const from = core.map(() => 0);
  const to = core.map((stakes) => Math.min(1, stakes.reduce((sum, s) => sum + s.most, 0) / whole));
  for (let sweeps = 0; sweeps < MOST_SWEEPS; sweeps++) {
    let apart = false;
    core.forEach((stakes, j) => {
      from[j] = Math.max(from[j], value(stakes, from, j));
      to[j] = Math.min(to[j], value(stakes, to, j));
      if (to[j] - from[j] > to[j] * CLOSE) apart = true;
    });
    if (!apart) break;
  }
  return { from, to };
}
