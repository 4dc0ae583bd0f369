import { densely, type LinearSystem } from "./arithmetic.ts";
import { StableFactors } from "./stable-factors.ts";
import { sweepCore } from "./sweep-core.ts";

/** Systems of so many and more are swept; smaller ones are factored sooner. */
export const SWEPT = 50;
const MOST_SWEEPS = 200;
/** What is proven of each share that was swept, and how little the last sweep may have moved it. */
const PROVEN = 5e-13;
const STILL = 1e-15;

/**
 * Solves a linear system of shares in doubles, every share to 5e-13 of itself: swept until that is proven (`sweepCore`);
 * where 200 sweeps prove nothing, as of companies that nearly own all of each other, factored without a single
 * subtraction (`StableFactors`). Cost: a sweep is linear in the holdings; O(size³) time and size² doubles where factored.
 */
export function solveStably(system: LinearSystem<number>): number[] {
  const { size, whole, start, from, units } = system;
  if (size >= SWEPT) {
    const sparse = { start, from, part: units.map((u) => u / whole) };
    const given = Float64Array.from(system.given);
    const { value, bound } = sweepCore(sparse, given, PROVEN, MOST_SWEEPS, STILL);
    if (bound <= PROVEN) return Array.from(value);
  }
  return new StableFactors(size, whole, densely(system)).up(system.given);
}
