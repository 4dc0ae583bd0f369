/** A holding of a small invented world in whole percent. */
export interface Stated {
  readonly party: number;
  readonly subject: number;
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
}

const FINE = 1000;

/** Ends in thousandths of a percent; an open end lies a thousandth inside, which no sum of whole percents undoes. */
const endsOf = (r: Stated) => ({
  low: r.low * FINE + (r.lowOpen ? 1 : 0),
  high: r.high * FINE - (r.highOpen ? 1 : 0),
});

/** Every corner of "each holding in its range, together at most 100": some at an end, one filled with what is left. */
export function completions(rows: readonly Stated[]): number[][] {
  const least = rows.reduce((sum, r) => sum + endsOf(r).low, 0);
  const ranges = rows.map((r) => (least > 100 * FINE ? { low: 0, high: endsOf(r).high } : endsOf(r)));
  const all = ranges.reduce<number[][]>(
    (points, { low, high }) => points.flatMap((p) => [...new Set([low, high])].map((v) => [...p, v])),
    [[]],
  );
  const filled = all.flatMap((point) =>
    point.map((_, i) => {
      const rest = 100 * FINE - point.reduce((sum, v, j) => (j === i ? sum : sum + v), 0);
      const { low, high } = ranges[i] ?? { low: 0, high: 0 };
      return point.map((v, j) => (j === i ? Math.max(low, Math.min(high, rest)) : v));
    }),
  );
  return [...all, ...filled].filter((p) => p.reduce((a, b) => a + b, 0) <= 100 * FINE);
}

/** What some holders have of a company in a completion, and what it has of itself, in thousandths of a percent. */
export const sumFor = (rows: readonly Stated[], point: readonly number[], has: (party: number) => boolean) =>
  rows.reduce((sum, r, i) => sum + (has(r.party) ? (point[i] ?? 0) : 0), 0);

/** Percent in thousandths. */
export const fine = (percent: number): number => percent * FINE;

/**
 * OFAC FAQ 401 read literally: "one or more blocked persons' ownership of shares of an entity through another entity
 * or entities that are 50 percent or more owned in the aggregate by the blocked person(s)". For certain: in every
 * completion; possibly: in some.
 */
export function blocked(
  rows: readonly Stated[],
  nodes: number,
  listed: ReadonlySet<number>,
  limit: { readonly percent: number; readonly strict: boolean },
  certain: boolean,
): Set<number> {
  const found = new Set(listed);
  for (let grown = true; grown; ) {
    grown = false;
    for (let company = 0; company < nodes; company++) {
      if (found.has(company)) continue;
      const own = rows.filter((r) => r.subject === company);
      const enough = (point: readonly number[]) => {
        const sum = sumFor(own, point, (p) => found.has(p));
        return limit.strict ? sum > fine(limit.percent) : sum >= fine(limit.percent);
      };
      const points = completions(own);
      if (own.length > 0 && (certain ? points.every(enough) : points.some(enough))) {
        found.add(company);
        grown = true;
      }
    }
  }
  return found;
}
