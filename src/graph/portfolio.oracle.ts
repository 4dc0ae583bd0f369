import { NOTHING, plus, type Rational, rational, times } from "./rational.ts";

/** One holding in whole percent. */
export interface Part {
  readonly holder: number;
  readonly company: number;
  readonly percent: number;
}

/** Who comes to whom along holdings, by trying every way; nobody to itself without one. */
function below(nodes: number, parts: readonly Part[]): boolean[][] {
  const way = Array.from({ length: nodes }, () => new Array<boolean>(nodes).fill(false));
  for (const p of parts) if (p.percent > 0) (way[p.holder] as boolean[])[p.company] = true;
  for (let k = 0; k < nodes; k++)
    for (let i = 0; i < nodes; i++)
      for (let j = 0; j < nodes; j++) if (way[i]?.[k] && way[k]?.[j]) (way[i] as boolean[])[j] = true;
  return way;
}

/** The nodes of rings whose companies own all of each other: those held wholly by such as they hold in turn. */
export function ringed(nodes: number, parts: readonly Part[]): Set<number> {
  const way = below(nodes, parts);
  const mutual = (i: number, j: number) => Boolean(way[i]?.[j] && way[j]?.[i]);
  const held = (j: number) =>
    parts.reduce((sum, p) => (p.company === j && mutual(p.holder, j) ? sum + p.percent : sum), 0);
  const all = [...Array(nodes).keys()];
  return new Set(all.filter((i) => mutual(i, i) && all.every((j) => !mutual(i, j) || held(j) >= 100)));
}

/**
 * V · worth by Gaussian elimination in fractions; what ringed nodes have is null. With `but`, ways that come back to that
 * node are left out, which is V̂ for its own entry.
 */
export function portfoliosByElimination(
  nodes: number,
  parts: readonly Part[],
  worth: readonly Rational[],
  but = -1,
): (Rational | null)[] {
  const ring = ringed(nodes, parts);
  const live = [...Array(nodes).keys()].filter((i) => !ring.has(i));
  const share = (i: number, j: number) =>
    j === but ? 0 : parts.reduce((sum, p) => (p.holder === i && p.company === j ? sum + p.percent : sum), 0);
  const rows = live.map((i) => [
    ...live.map((j) => rational(BigInt((i === j ? 100 : 0) - share(i, j)), 100n)),
    live.reduce(
      (sum, j) => plus(sum, times(rational(BigInt(share(i, j)), 100n), worth[j] as Rational)),
      NOTHING,
    ),
  ]);
  rows.forEach((row, k) => {
    const by = row[k] as Rational;
    rows[k] = row.map((v) => times(v, rational(by.d, by.n)));
    rows.forEach((other, j) => {
      const factor = other[k] as Rational;
      if (j === k || factor.n === 0n) return;
      rows[j] = other.map((v, c) => plus(v, times(rows[k]?.[c] as Rational, { n: -factor.n, d: factor.d })));
    });
  });
  return worth.map((_, i) => (ring.has(i) ? null : (rows[live.indexOf(i)]?.[live.length] as Rational)));
}
