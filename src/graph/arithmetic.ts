import { ALL, compare, NOTHING, plus, type Rational, rational } from "./rational.ts";
import { solveExactly } from "./solve-exact.ts";
import { solveStably } from "./solve-stable.ts";

/**
 * x_j = given_j + Σ_e units[e] · x_from[e] / whole over e = start[j] … start[j + 1] − 1. Units are whole and not negative;
 * those of a row sum to at most `whole`, and to less on some way out of every row.
 */
export interface LinearSystem<T> {
  readonly size: number;
  readonly whole: number;
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly units: Float64Array;
  readonly given: readonly T[];
}

/** All units of such a system: what i has of row j at j · size + i. */
export function densely({ size, start, from, units }: LinearSystem<unknown>): Float64Array {
  const all = new Float64Array(size * size);
  for (let j = 0; j < size; j++)
    for (let e = start[j]; e < start[j + 1]; e++) all[j * size + from[e]] += units[e];
  return all;
}

/** What integrated ownership asks of numbers, so that it is written once for exact fractions and for doubles. */
export interface Arithmetic<T> {
  readonly zero: T;
  readonly one: T;
  plus(a: T, b: T): T;
  /** `value · units / whole`. */
  part(value: T, units: number, whole: number): T;
  /** Above nought where a is more than b, beyond rounding. */
  compare(a: T, b: T): number;
  solve(system: LinearSystem<T>): T[];
}

export const EXACT: Arithmetic<Rational> = {
  zero: NOTHING,
  one: ALL,
  plus,
  part: (value, units, whole) => rational(value.n * BigInt(units), value.d * BigInt(whole)),
  compare,
  solve: solveExactly,
};

const ROUNDING = 1e-13;

export const DOUBLE: Arithmetic<number> = {
  zero: 0,
  one: 1,
  plus: (a, b) => a + b,
  part: (value, units, whole) => (value * units) / whole,
  compare: (a, b) => (a > b + b * ROUNDING ? 1 : b > a + a * ROUNDING ? -1 : 0),
  solve: solveStably,
};
