import type { Csr } from "../graph/csr.ts";
import type { InterestIndex } from "./closure.ts";

/** A part of what is below an entity, itself first, with all above that part through which it could reach it. */
export interface NearBelow {
  readonly subjects: ReadonlySet<number>;
  /** `all`: everything it was ever above; `held`: only what it held directly; `some`: not even all of that. */
  readonly kept: "all" | "held" | "some";
}

const rowsIn = ({ start, order }: Csr, n: number) => order.subarray(start[n], start[n + 1]);

/**
 * Everything an entity was ever above, if that is at most `most` entities; else what it held directly, with everything
 * above that, as far as there is room. Control and shares depend on what is above a company alone, so that whatever is
 * kept is answered as if all were. Cost: the entities kept, not those below.
 */
export function nearBelow(index: InterestIndex, ordinal: number, most: number): NearBelow {
  const { interests, byParty, bySubject, byOther } = index;
  const below = belowUpTo(index, ordinal, most);
  if (below.size <= most) return { subjects: below, kept: "all" };
  const kept = new Set([ordinal]);
  const held = [...rowsIn(byParty, ordinal), ...(byOther.get(ordinal) ?? [])];
  for (const company of new Set(held.map((row) => interests.subject[row] as number))) {
    if (kept.size > most) return { subjects: kept, kept: "some" };
    takeAbove(company);
  }
  return { subjects: kept, kept: "held" };

  function takeAbove(company: number): void {
    const next = [company];
    for (let n = next.pop(); n !== undefined; n = next.pop()) {
      if (kept.has(n) && n !== ordinal) continue;
      kept.add(n);
      for (const row of rowsIn(bySubject, n)) {
        const text = interests.texts.get(interests.n[row] as number);
        for (const up of [interests.party[row], interests.leader[row], ...(text?.members ?? [])])
          if (up !== undefined && up >= 0 && !kept.has(up)) next.push(up);
      }
    }
  }
}

/** Everything it was ever above, itself included, until there are more than `most`. */
function belowUpTo(
  { interests, byParty, byOther }: InterestIndex,
  ordinal: number,
  most: number,
): Set<number> {
  const seen = new Set([ordinal]);
  for (const n of seen) {
    if (seen.size > most) break;
    for (const row of [...rowsIn(byParty, n), ...(byOther.get(n) ?? [])])
      seen.add(interests.subject[row] as number);
  }
  return seen;
}
