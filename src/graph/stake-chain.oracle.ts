import { completions, fine, type Stated, sumFor } from "./cascade.oracle.ts";

/**
 * Companies Act 2006, Sch. 1A para. 18 read literally: a chain "each of which (other than the last) has a majority
 * stake in the entity immediately below it", a majority of the votes a company does not hold itself. For certain: in
 * every completion; possibly: in some.
 */
export function chainFrom(
  rows: readonly Stated[],
  nodes: number,
  source: number,
  certain: boolean,
): Set<number> {
  const found = new Set([source]);
  for (const above of found) {
    for (let company = 0; company < nodes; company++) {
      const own = rows.filter((r) => r.subject === company);
      if (company === above || !own.some((r) => r.party === above)) continue;
      const majority = (point: readonly number[]) => {
        const votes = sumFor(own, point, (p) => p === above);
        const itself = sumFor(own, point, (p) => p === company);
        return votes > 0 && 2 * votes > fine(100) - itself;
      };
      const points = completions(own);
      if (certain ? points.every(majority) : points.some(majority)) found.add(company);
    }
  }
  return found;
}
