import { minus } from "./chain-ends.ts";
import { compare, plus, type Rational, rational, times } from "./rational.ts";

const HALF = rational(1n, 2n);
/** Far below the thirty decimals of a percentage that an answer gives. */
const SLIVER = rational(1n, 10n ** 40n);
const MOST_STEPS = 120;

/**
 * The least x in [from, to] with f(x) ≥ level, for a continuous, piecewise linear f that nowhere falls and reaches the
 * level at `to`. Bisection closes in on the piece; the straight lines through known points give the exact place, which
 * counts once f meets the level there and not a sliver before. A place not met exactly is bounded from below.
 */
export function firstAtLeast(
  f: (x: Rational) => Rational,
  from: Rational,
  to: Rational,
  level: Rational,
): Rational {
  const reaches = (x: Rational) => compare(f(x), level) >= 0;
  if (reaches(from)) return from;
  const first = (x: Rational) =>
    compare(x, from) > 0 &&
    compare(x, to) <= 0 &&
    compare(f(x), level) === 0 &&
    compare(f(minus(x, SLIVER)), level) < 0;
  if (first(to)) return to;
  let [low, high] = [from, to];
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = times(plus(low, high), HALF);
    for (const [a, b] of [
      [low, high],
      [low, middle],
    ] as const) {
      const met = crossing(f, a, b, level);
      if (met && first(met)) return met;
    }
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/** Where the line through two points of f meets the level; null where it is flat. */
function crossing(f: (x: Rational) => Rational, a: Rational, b: Rational, level: Rational): Rational | null {
  const [fa, fb] = [f(a), f(b)];
  const rise = minus(fb, fa);
  if (rise.n === 0n) return null;
  const part = times(minus(level, fa), rational(rise.d, rise.n));
  return plus(a, times(minus(b, a), part));
}
