import { DOUBLE, EXACT } from "./arithmetic.ts";
import { bracket } from "./bracket.ts";
import { leastFixpoint } from "./least-fixpoint.ts";
import { fromNumber, type Rational, toNumber } from "./rational.ts";
import { leastOf, leastValue, mostOf, mostValue, type Stake } from "./stakes.ts";

/** The companies of one strongly connected component, each with its holders. */
export type Core<T> = readonly (readonly Stake<T>[])[];

/** A share from the least to the most the record allows. */
export interface Ends<T> {
  readonly low: T;
  readonly high: T;
}

const MOST_SOLVED = 700;
const WARM_SWEEPS = 30;
/** A share that grows by less than this part of itself is near enough to begin with. */
const WARM = 0.1;
const GUESS_DIGITS = 17;

/**
 * Both ends in doubles, to 1e-12 of each. With `onlyHigh` lower ends are not worked out but given as nought, which is for
 * holdings no upper end of which hangs on a lower one.
 */
export function solveDoubly(core: Core<number>, whole: number, onlyHigh = false): Ends<number>[] {
  if (core.length > MOST_SOLVED) {
    const { low, high } = bracket(core, whole);
    return low.map((value, j) => ({ low: value, high: high[j] }));
  }
  const least = (j: number, x: readonly number[]) => leastOf(DOUBLE, core[j], x, whole);
  const lowest = (j: number, x: readonly number[]) => leastValue(DOUBLE, core[j], x, whole);
  const low = onlyHigh
    ? core.map(() => 0)
    : leastFixpoint(DOUBLE, core.length, whole, least, lowest, warm(core.length, lowest));
  const most = (j: number, x: readonly number[]) => mostOf(DOUBLE, core[j], x, whole, low[j]);
  const highest = (j: number, x: readonly number[]) => mostValue(DOUBLE, core[j], x, whole, low[j]);
  const high = leastFixpoint(DOUBLE, core.length, whole, most, highest, warm(core.length, highest));
  return low.map((value, j) => ({ low: value, high: high[j] }));
}

/** Both ends exactly; doubles only say which completions to try first. */
export function solveExactly(core: Core<Rational>, whole: number): Ends<Rational>[] {
  const near = solveDoubly(
    core.map((stakes) => stakes.map((s) => ({ ...s, low: toNumber(s.low), high: toNumber(s.high) }))),
    whole,
  );
  const guess = (end: keyof Ends<number>) => near.map((ends) => fromNumber(ends[end], GUESS_DIGITS, false));
  const least = (j: number, x: readonly Rational[]) => leastOf(EXACT, core[j], x, whole);
  const lowest = (j: number, x: readonly Rational[]) => leastValue(EXACT, core[j], x, whole);
  const low = leastFixpoint(EXACT, core.length, whole, least, lowest, guess("low"));
  const most = (j: number, x: readonly Rational[]) => mostOf(EXACT, core[j], x, whole, low[j]);
  const highest = (j: number, x: readonly Rational[]) => mostValue(EXACT, core[j], x, whole, low[j]);
  const high = leastFixpoint(EXACT, core.length, whole, most, highest, guess("high"));
  return low.map((value, j) => ({ low: value, high: high[j] }));
}

/** Sweeps up from nothing to where it is worth solving from. */
function warm(size: number, value: (j: number, x: readonly number[]) => number): number[] {
  const x = new Array<number>(size).fill(0);
  for (let sweep = 0, moved = true; moved && sweep < WARM_SWEEPS; sweep++) {
    moved = false;
    for (let j = 0; j < size; j++) {
      const next = value(j, x);
      if (next > x[j] * (1 + WARM)) moved = true;
      x[j] = next;
    }
  }
  return x;
}
