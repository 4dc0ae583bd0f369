import type { EconomicNetwork } from "./economic.ts";
import { NOTHING, plus, type Rational, rational, times } from "./rational.ts";

/** One holding of a small world, in whole percent. */
export interface Holding {
  readonly holder: number;
  readonly company: number;
  readonly low: number;
  readonly high: number;
  readonly alone?: boolean;
}

export function networkOf(nodes: number, holdings: readonly Holding[]): EconomicNetwork {
  const sorted = [...holdings].sort((a, b) => a.company - b.company);
  const start = new Int32Array(nodes + 1);
  for (const h of sorted) start[h.company + 1]++;
  for (let v = 0; v < nodes; v++) start[v + 1] += start[v];
  return {
    nodes,
    whole: 100n,
    start,
    holder: Int32Array.from(sorted, (h) => h.holder),
    low: Float64Array.from(sorted, (h) => h.low),
    high: Float64Array.from(sorted, (h) => h.high),
    alone: Uint8Array.from(sorted, (h) => (h.alone ? 1 : 0)),
  };
}

/** `share[j][i]`: what i holds of j, in percent. */
export type Shares = readonly (readonly number[])[];

/**
 * What the source has of everyone by Gaussian elimination in fractions, by the definition: the source's own column
 * removed, those above whom the source does not stand left at nought.
 */
export function sharesByElimination(share: Shares, source: number): Rational[] {
  const live = new Set([source]);
  for (const i of live)
    share.forEach((row, j) => {
      if ((row[i] ?? 0) > 0) live.add(j);
    });
  const nodes = [...live].filter((j) => j !== source);
  const rows = nodes.map((j) => [
    ...nodes.map((i) => rational(BigInt((i === j ? 100 : 0) - (share[j]?.[i] ?? 0)), 100n)),
    rational(BigInt(share[j]?.[source] ?? 0), 100n),
  ]);
  rows.forEach((row, k) => {
    const by = row[k] as Rational;
    const inverse = rational(by.d, by.n);
    rows[k] = row.map((v) => times(v, inverse));
    rows.forEach((other, j) => {
      const factor = other[k] as Rational;
      if (j === k || factor.n === 0n) return;
      const minus = { n: -factor.n, d: factor.d };
      rows[j] = other.map((v, c) => plus(v, times(rows[k]?.[c] as Rational, minus)));
    });
  });
  return share.map((_, j) => {
    const at = nodes.indexOf(j);
    return at < 0 ? NOTHING : (rows[at]?.[nodes.length] as Rational);
  });
}

/** Every extreme way of filling one company: all at an end but at most one, which takes what is left of 100. */
export function extremes(holdings: readonly Holding[]): number[][] {
  const fill = (i: number, fixed: readonly number[]): number[][] => {
    const h = holdings[i];
    if (!h) return [[...fixed]];
    return [...new Set([h.low, h.high])].flatMap((v) => fill(i + 1, [...fixed, v]));
  };
  const corners = fill(0, []);
  const between = corners.flatMap((corner) =>
    holdings.map((h, i) => {
      const rest = 100 - corner.reduce((sum, v, k) => (k === i ? sum : sum + v), 0);
      return corner.map((v, k) => (k === i ? Math.max(h.low, Math.min(h.high, rest)) : v));
    }),
  );
  const kept = [...corners, ...between].filter((p) => p.reduce((sum, v) => sum + v, 0) <= 100);
  return [...new Map(kept.map((p) => [p.join(" "), p])).values()];
}
