import type { Level } from "./krippendorff.ts";
import { NOTHING, plus, type Rational, rational, times } from "./rational.ts";

/** α as it is defined: the mean difference of values within units over that of all values, pair by pair. */
export function krippendorffOf(table: readonly (readonly number[])[], level: Level): Rational | null {
  const units = table.map((unit) => unit.filter((value) => value >= 0)).filter((unit) => unit.length > 1);
  const all = units.flat();
  const often = (c: number) => all.filter((value) => value === c).length;
  const apart = (a: number, b: number): Rational => {
    if (a === b) return NOTHING;
    if (level === "nominal") return rational(1n, 1n);
    if (level === "interval") return rational(BigInt((a - b) ** 2), 1n);
    let passed = 0;
    for (let g = Math.min(a, b); g <= Math.max(a, b); g++) passed += 2 * often(g);
    return rational(BigInt(passed - often(a) - often(b)) ** 2n, 4n);
  };
  const between = (values: readonly number[]): Rational =>
    values.flatMap((a, i) => values.filter((_, j) => j !== i).map((b) => apart(a, b))).reduce(plus, NOTHING);
  const n = BigInt(all.length);
  const within = units
    .map((unit) => times(between(unit), rational(1n, BigInt(unit.length - 1))))
    .reduce(plus, NOTHING);
  const chance = between(all);
  if (n < 2n || chance.n === 0n) return null;
  const disagreement = times(times(within, rational(n - 1n, 1n)), rational(chance.d, chance.n));
  return plus(rational(1n, 1n), times(rational(-1n, 1n), disagreement));
}
