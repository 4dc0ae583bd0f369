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
  const lowOf = (s: Stake<T>) => (s.at < 0 ? s.low : x[s.at]);
  let best = taken(a, stakes, (s) => (s.alone ? 0 : s.least), lowOf, whole);
  for (const s of stakes) {
    if (!s.alone) continue;
    const single = taken(a, [s], () => s.least, lowOf, whole);
    if (a.compare(single.value, best.value) > 0) best = single;
  }
  return best;
}

/** The value of `leastOf` alone. */
export function leastValue<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
): T {
  let best = a.zero;
  for (const s of stakes) {
    if (!s.alone && s.least !== 0) best = a.plus(best, a.part(s.at < 0 ? s.low : x[s.at], s.least, whole));
  }
  for (const s of stakes) {
    if (!s.alone || s.least === 0) continue;
    const single = a.part(s.at < 0 ? s.low : x[s.at], s.least, whole);
    if (a.compare(single, best) > 0) best = single;
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
  const units = filled(a, stakes, x, whole);
  const highOf = (s: Stake<T>) => (s.at < 0 ? s.high : x[s.at]);
  const most = taken(a, stakes, (_, i) => units[i], highOf, whole);
  return a.compare(least, most.value) > 0 ? { value: least, given: least, inside: [] } : most;
}

/** The value of `mostOf` alone. */
export function mostValue<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
  least: T,
): T {
  const units = filled(a, stakes, x, whole);
  let most = a.zero;
  for (let i = 0; i < stakes.length; i++) {
    const s = stakes[i];
    if (units[i] !== 0) most = a.plus(most, a.part(s.at < 0 ? s.high : x[s.at], units[i], whole));
  }
  return a.compare(least, most) > 0 ? least : most;
}

/** Units by stake: the lower ends, and what they leave, the largest share first. */
function filled<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
): Float64Array {
  const units = new Float64Array(stakes.length);
  let left = whole;
  let room = 0;
  for (let i = 0; i < stakes.length; i++) {
    const s = stakes[i];
    units[i] = s.alone ? 0 : s.least;
    left -= units[i];
    if (s.most > units[i]) room++;
  }
  if (room === 0 || left <= 0) return units;
  const share = (i: number) => (stakes[i].at < 0 ? stakes[i].high : x[stakes[i].at]);
  const open = [...stakes.keys()].filter((i) => stakes[i].most > units[i]);
  if (open.length > 1) open.sort((i, j) => a.compare(share(j), share(i)));
  for (const i of open) {
    const more = Math.max(0, Math.min(left, stakes[i].most - units[i]));
    units[i] += more;
    left -= more;
  }
  return units;
}

function taken<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  unitsOf: (s: Stake<T>, i: number) => number,
  shareOf: (s: Stake<T>) => T,
  whole: number,
): Choice<T> {
  let value = a.zero;
  let given = a.zero;
  const inside: { at: number; units: number }[] = [];
  for (let i = 0; i < stakes.length; i++) {
    const s = stakes[i];
    const units = unitsOf(s, i);
    if (units === 0) continue;
    const part = a.part(shareOf(s), units, whole);
    value = a.plus(value, part);
    if (s.at < 0) given = a.plus(given, part);
    else inside.push({ at: s.at, units });
  }
  return { value, given, inside };
}
