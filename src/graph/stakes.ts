import type { Arithmetic } from "./arithmetic.ts";

/** One holding in a company of a core: by a company of the core itself, or by somebody whose share is known already. */
export interface Stake<T> {
  /** Place of the holder in the core, or −1 outside it. */
  readonly at: number;
  /** What the source has of a holder outside. */
  readonly low: T;
  readonly high: T;
  /** The range of the holding, in share units. */
  readonly least: number;
  readonly most: number;
  /** Not summed with others at the lower end. */
  readonly alone: boolean;
}

/** One completion of a company's holdings: what the source has of it if it has `x` of the holders in the core. */
export interface Choice<T> {
  readonly value: T;
  /** Part of the value that comes from outside the core. */
  readonly given: T;
  readonly inside: readonly { readonly at: number; readonly units: number }[];
}

/** The holdings at their lower ends: direct, several ones add up; any other counts by itself. */
export function leastOf<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
): Choice<T> {
  const shareOf = (s: Stake<T>) => (s.at < 0 ? s.low : x[s.at]);
  const summed = stakes.filter((s) => !s.alone).map((s) => ({ ...s, units: s.least }));
  let best = taken(a, summed, shareOf, whole);
  for (const s of stakes) {
    if (!s.alone) continue;
    const single = taken(a, [{ ...s, units: s.least }], shareOf, whole);
    if (a.compare(single.value, best.value) > 0) best = single;
  }
  return best;
}

/**
 * The completion that gives the source most: everyone has the lower end, and what that leaves goes to the holders in
 * whom the source has most (a fractional knapsack, so taking the largest first is exact). Never below `least`.
 */
export function mostOf<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
  least: T,
): Choice<T> {
  const shareOf = (s: Stake<T>) => (s.at < 0 ? s.high : x[s.at]);
  let left = whole;
  for (const s of stakes) if (!s.alone) left -= s.least;
  const order = stakes.map((_, i) => i).sort((i, j) => a.compare(shareOf(stakes[j]), shareOf(stakes[i])));
  const units = stakes.map((s) => (s.alone ? 0 : s.least));
  for (const i of order) {
    const more = Math.max(0, Math.min(left, stakes[i].most - units[i]));
    units[i] += more;
    left -= more;
  }
  const most = taken(
    a,
    stakes.map((s, i) => ({ ...s, units: units[i] })),
    shareOf,
    whole,
  );
  return a.compare(least, most.value) > 0 ? { value: least, given: least, inside: [] } : most;
}

function taken<T>(
  a: Arithmetic<T>,
  stakes: readonly (Stake<T> & { readonly units: number })[],
  shareOf: (s: Stake<T>) => T,
  whole: number,
): Choice<T> {
  let value = a.zero;
  let given = a.zero;
  const inside: { at: number; units: number }[] = [];
  for (const s of stakes) {
    if (s.units === 0) continue;
    const part = a.part(shareOf(s), s.units, whole);
    value = a.plus(value, part);
    if (s.at < 0) given = a.plus(given, part);
    else inside.push({ at: s.at, units: s.units });
  }
  return { value, given, inside };
}
