/** A square matrix that is not negative, as CSR by row: row i has `part[e]` in column `from[e]`. */
export interface Sparse {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly part: Float64Array;
}

export interface Swept {
  readonly value: Float64Array;
  /** Proven: |value − x| ≤ bound · x, entry by entry, rounding included; infinite where nothing is proven. */
  readonly bound: number;
}

const ROUNDING = 2 ** -53;

/**
 * x = base + A x by Gauss–Seidel sweeps up from `base`, stopped by proof: with r = base + A y − y the residual of what is
 * reached, x − y = (I − A)⁻¹ r, and the inverse is not negative; so |r| ≤ ε · base proves |x − y| ≤ ε (I − A)⁻¹ base = ε x.
 * Where base has noughts, |r| ≤ ε · p is asked of p = base + A base + … + Aᵐ base instead, positive wherever x is, and
 * proves |x − y| ≤ (m + 1) ε x, as (I − A)⁻¹ Aᵏ base ≤ x. A p that is positive and hardly more proves little, so where
 * sweeps stand still m is taken so large that p is half of y, if nothing less proves enough. What rounding may hide in r is
 * added to it. That the
 * inverse is not negative is known where nobody is held above the whole; else |r| < base proves it where base is positive
 * everywhere, since then (I − A) y > 0 (Berman & Plemmons 1994, I27). It goes on as long as a sweep moves some entry by
 * more than `still` of itself. Cost: a sweep is linear.
 */
export function sweepCore(
  core: Sparse,
  base: Float64Array,
  close: number,
  most: number,
  still = Number.POSITIVE_INFINITY,
): Swept {
  const { start, from, part } = core;
  const size = base.length;
  const y = base.slice();
  if (base.every((b) => b === 0)) return { value: y, bound: 0 };
  const against = terms(core, base, (p) => p > 0);
  let next = 4;
  for (let sweep = 1; sweep <= most; sweep++) {
    let change = 0;
    for (let i = 0; i < size; i++) {
      let sum = base[i];
      let own = 0;
      for (let e = start[i]; e < start[i + 1]; e++) {
        if (from[e] === i) own += part[e];
        else sum += part[e] * y[from[e]];
      }
      const value = own < 1 ? sum / (1 - own) : Number.POSITIVE_INFINITY;
      if (value > 0) change = Math.max(change, (value - y[i]) / value);
      y[i] = value;
    }
    if (!(change < Number.POSITIVE_INFINITY)) break;
    if (change > still || (change > close && sweep < next)) continue;
    next = Math.ceil(sweep * 1.3) + 1;
    const bound = proven(core, base, y, against);
    if (bound <= close || sweep === most) return { value: y, bound };
    if (still < Number.POSITIVE_INFINITY) {
      const nearer = terms(core, base, (p, i) => 2 * p >= y[i]);
      return { value: y, bound: proven(core, base, y, nearer) };
    }
  }
  return { value: y, bound: proven(core, base, y, against) };
}

interface Against {
  readonly p: Float64Array;
  readonly times: number;
}

/** So many terms of p that it is enough everywhere. */
function terms(
  { start, from, part }: Sparse,
  base: Float64Array,
  enough: (p: number, i: number) => boolean,
): Against {
  let term = base;
  const p = base.slice();
  for (let times = 1; times <= base.length; times++) {
    if (p.every(enough)) return { p, times };
    const before = term;
    term = base.map((_, i) => {
      let sum = 0;
      for (let e = start[i]; e < start[i + 1]; e++) sum += part[e] * before[from[e]];
      return sum;
    });
    for (let i = 0; i < p.length; i++) p[i] += term[i];
  }
  return { p, times: base.length + 1 };
}

function proven(
  { start, from, part }: Sparse,
  base: Float64Array,
  y: Float64Array,
  { p, times }: Against,
): number {
  let worst = 0;
  for (let i = 0; i < y.length; i++) {
    let sum = base[i];
    for (let e = start[i]; e < start[i + 1]; e++) sum += part[e] * y[from[e]];
    const hidden = (start[i + 1] - start[i] + 8) * 2 * ROUNDING * Math.max(sum, y[i]);
    const residual = Math.abs(sum - y[i]) + hidden;
    if (residual > 0) worst = Math.max(worst, residual / p[i]);
  }
  const bound = worst * times * (1 + 1e-9);
  return bound < 1 ? bound : Number.POSITIVE_INFINITY;
}
