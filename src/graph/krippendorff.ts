import { type Rational, rational } from "./rational.ts";

export type Level = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's α: how far raters agree beyond chance, exactly; 1 is full agreement, 0 what chance gives, below it less.
 * `value[u · raters + r]` is the category of unit u by rater r, an integer from 0 (its number is its place, for
 * `interval`), −1 where there is none; `categories` is how many there are. A unit with fewer than two values is left
 * out. Null where there is nothing to compare: no unit with two values, or all values in one category.
 *
 * Cost: units · categories² + categories³. K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorff(
  value: Int8Array,
  raters: number,
  categories: number,
  level: Level,
): Rational | null {
  const units = raters === 0 ? 0 : value.length / raters;
  const total = new Float64Array(categories);
  const counts = new Float64Array(units * categories);
  const size = new Int32Array(units);
  for (let u = 0; u < units; u++) {
    for (let r = 0; r < raters; r++) {
      const c = value[u * raters + r];
      if (c < 0) continue;
      counts[u * categories + c]++;
      size[u]++;
    }
    if (size[u] < 2) continue;
    for (let c = 0; c < categories; c++) total[c] += counts[u * categories + c];
  }
  const apart = distances(total, level);
  const observed = new Map<number, bigint>();
  for (let u = 0; u < units; u++) {
    if (size[u] < 2) continue;
    const between = pairs(counts.subarray(u * categories, (u + 1) * categories), apart);
    observed.set(size[u], (observed.get(size[u]) ?? 0n) + between);
  }
  const expected = pairs(total, apart);
  if (expected === 0n) return null;
  let [n, d] = [0n, 1n];
  for (const [m, sum] of observed) [n, d] = [n * BigInt(m - 1) + sum * d, d * BigInt(m - 1)];
  const all = BigInt(total.reduce((sum, each) => sum + each, 0));
  return rational(d * expected - (all - 1n) * n, d * expected);
}

/** δ² between categories, times 4 so that the ordinal one is whole; the factor falls out of α. */
function distances(total: Float64Array, level: Level): bigint[] {
  const categories = total.length;
  const apart = new Array<bigint>(categories * categories).fill(0n);
  for (let c = 0; c < categories; c++) {
    let passed = total[c];
    for (let k = c + 1; k < categories; k++) {
      passed += total[k];
      const step =
        level === "nominal" ? 2 : level === "interval" ? 2 * (k - c) : 2 * passed - total[c] - total[k];
      apart[c * categories + k] = BigInt(step) ** 2n;
    }
  }
  return apart;
}

/** Σ over pairs of categories of how often they meet, times how far they are apart. */
function pairs(count: Float64Array, apart: readonly bigint[]): bigint {
  let sum = 0n;
  for (let c = 0; c < count.length; c++)
    for (let k = c + 1; k < count.length; k++) {
      if (count[c] > 0 && count[k] > 0)
        sum += 2n * BigInt(count[c]) * BigInt(count[k]) * apart[c * count.length + k];
    }
  return sum;
}
