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
  /** The holders in the core, and what each is taken to hold; one may be named twice. */
  readonly at: readonly number[];
  readonly units: readonly number[];
}

const lowOf = <T>(s: Stake<T>, x: readonly T[]) => (s.at < 0 ? s.low : x[s.at]);
const highOf = <T>(s: Stake<T>, x: readonly T[]) => (s.at < 0 ? s.high : x[s.at]);
const summed = <T>(s: Stake<T>) => (s.alone ? 0 : s.least);

/** The holdings at their lower ends: direct, several ones add up; any other counts by itself. */
export function leastOf<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
): Choice<T> {
  let best = new Taken(a, whole);
  for (const s of stakes) best.take(s, lowOf(s, x), summed(s));
  for (const s of stakes) {
    if (!s.alone) continue;
    const single = new Taken(a, whole);
    single.take(s, lowOf(s, x), s.least);
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
  for (const s of stakes) if (summed(s) !== 0) best = a.plus(best, a.part(lowOf(s, x), s.least, whole));
  for (const s of stakes) {
    if (!s.alone || s.least === 0) continue;
    const single = a.part(lowOf(s, x), s.least, whole);
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
  const most = new Taken(a, whole);
  for (const s of stakes) most.take(s, highOf(s, x), summed(s));
  fill(a, stakes, x, whole, (s, more) => most.take(s, highOf(s, x), more));
  return a.compare(least, most.value) > 0 ? { value: least, given: least, at: [], units: [] } : most;
}

/** The value of `mostOf` alone. */
export function mostValue<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
  least: T,
): T {
  let most = a.zero;
  for (const s of stakes) if (summed(s) !== 0) most = a.plus(most, a.part(highOf(s, x), s.least, whole));
  fill(a, stakes, x, whole, (s, more) => {
    most = a.plus(most, a.part(highOf(s, x), more, whole));
  });
  return a.compare(least, most) > 0 ? least : most;
}

/** Hands out what the lower ends leave of a company, the largest share first. */
function fill<T>(
  a: Arithmetic<T>,
  stakes: readonly Stake<T>[],
  x: readonly T[],
  whole: number,
  give: (stake: Stake<T>, units: number) => void,
): void {
  const open: Stake<T>[] = [];
  let left = whole;
  let best: Stake<T> | undefined;
  for (const s of stakes) {
    left -= summed(s);
    if (s.most <= summed(s)) continue;
    open.push(s);
    if (best === undefined || a.compare(highOf(s, x), highOf(best, x)) > 0) best = s;
  }
  if (best === undefined || left <= 0) return;
  if (best.most - summed(best) >= left) {
    give(best, left);
    return;
  }
  open.sort((s, t) => a.compare(highOf(t, x), highOf(s, x)));
  for (const s of open) {
    if (left <= 0) return;
    const more = Math.min(left, s.most - summed(s));
    give(s, more);
    left -= more;
  }
}

/** A completion under construction. */
class Taken<T> implements Choice<T> {
  value: T;
  given: T;
  readonly at: number[] = [];
  readonly units: number[] = [];
  readonly #a: Arithmetic<T>;
  readonly #whole: number;

  constructor(a: Arithmetic<T>, whole: number) {
    this.value = this.given = a.zero;
    this.#a = a;
    this.#whole = whole;
  }

  take({ at }: Stake<T>, share: T, units: number): void {
    if (units === 0) return;
    const part = this.#a.part(share, units, this.#whole);
    this.value = this.#a.plus(this.value, part);
    if (at < 0) this.given = this.#a.plus(this.given, part);
    else {
      this.at.push(at);
      this.units.push(units);
    }
  }
}
