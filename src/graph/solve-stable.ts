import type { LinearSystem } from "./arithmetic.ts";
import { StableFactors } from "./stable-factors.ts";

/** Systems smaller than this are factored sooner than compared. */
const WORTH_KEEPING = 50;

/** The last system that was factored: both ends of exact holdings, and one round after another, often ask for the same. */
let last: { readonly system: LinearSystem<number>; readonly factors: StableFactors } | null = null;

/**
 * Solves a linear system of shares in doubles without a single subtraction, so that every share comes out to a few units
 * in its own last places, however nearly the companies own all of each other: see `StableFactors`. Cost: O(size³) time,
 * size² doubles; size² time where the weights are those of the system before.
 */
export function solveStably(system: LinearSystem<number>): number[] {
  const { size, whole, weight, given } = system;
  if (size < WORTH_KEEPING) return new StableFactors(size, whole, weight).up(given);
  if (last === null || !alike(last.system, system))
    last = { system, factors: new StableFactors(size, whole, weight) };
  return last.factors.up(given);
}

function alike(a: LinearSystem<number>, b: LinearSystem<number>): boolean {
  if (a.size !== b.size || a.whole !== b.whole) return false;
  for (let e = 0; e < a.weight.length; e++) if (a.weight[e] !== b.weight[e]) return false;
  return true;
}
