import { ALL, compare, NOTHING, plus, type Rational, rational } from "./rational.ts";
import { solveExactly } from "./solve-exact.ts";
import { solveStably } from "./solve-stable.ts";

/**
 * x_j = given_j + Σ_i weight[j·size + i] · x_i / whole. Weights are whole share units, not negative; a row's weights
 * sum to at most `whole`, and to less on some way out of every row.
 */
export interface LinearSystem<T> {
  readonly size: number;
  readonly whole: number;
  readonly weight: Float64Array;
  readonly given: readonly T[];
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
