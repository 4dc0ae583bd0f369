import { densely, type LinearSystem } from "./arithmetic.ts";
import { gcd, type Rational, rational } from "./rational.ts";

/**
 * Solves a linear system of shares in whole numbers, without rounding (Bareiss 1968: each division leaves no rest). No
 * exchange of rows is needed, as every leading minor of such a system is above nought. Cost: O(size³) on integers of
 * size · log₂(units) bits: for some sixty companies at most.
 */
export function solveExactly(system: LinearSystem<Rational>): Rational[] {
  const { size, whole, given } = system;
  const below = given.reduce((all, g) => (all * g.d) / gcd(all, g.d), 1n);
  const weight = densely(system);
  const unit = weight.reduce((by, w) => gcd(by, BigInt(w)), BigInt(whole));
  const right = BigInt(whole) / unit;
  const rows: bigint[][] = [];
  for (let j = 0; j < size; j++) {
    const row: bigint[] = [];
    for (let i = 0; i < size; i++) row.push((i === j ? right : 0n) - BigInt(weight[j * size + i]) / unit);
    row.push(((given[j].n * below) / given[j].d) * right);
    rows.push(row);
  }
  let before = 1n;
  for (let k = 0; k < size; k++) {
    const pivot = rows[k][k];
    for (let j = 0; j < size; j++) {
      if (j === k) continue;
      const factor = rows[j][k];
      for (let i = k + 1; i <= size; i++) rows[j][i] = (rows[j][i] * pivot - factor * rows[k][i]) / before;
      if (j < k) rows[j][j] = pivot;
      rows[j][k] = 0n;
    }
    before = pivot;
  }
  return rows.map((row, j) => rational(row[size], row[j] * below));
}
