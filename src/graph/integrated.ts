import { DOUBLE, EXACT } from "./arithmetic.ts";
import { type Core, type Ends, solveDoubly, solveExactly } from "./core.ts";
import { type EconomicNetwork, type EconomicRange, economicShares, type Fraction } from "./economic.ts";
import { condensed, solveParts } from "./parts.ts";
import { ALL, fromNumber, type Rational, rational, toNumber } from "./rational.ts";
import { ringed } from "./ring.ts";
import { SWEPT } from "./solve-stable.ts";
import { upwardFrom } from "./upward.ts";

/** The share of one party in a company, from the least to the most the record allows; 1 is all of it. */
export interface ShareRange {
  readonly low: Rational;
  readonly high: Rational;
}

const MOST_EXACT_CORE = 60;
const MOST_EXACT = 400;
/**
 * Doubles are given as the decimals of this many digits around them, widened by `ERROR` of themselves for each cycle that was
 * swept: what is off in one passes on to those below it.
 */
const DIGITS = 14;
const ERROR = 1e-12;

/**
 * The integrated ownership of `source` in everything below it, cycles and treasury shares included: V̂ = Vij / (1 + Vii)
 * of V = (I − A)⁻¹ − I, computed by removing the source's own column (Brioschi, Buzzacchi & Colombo 1989). So x_source
 * is 1 and x_j = Σ_i x_i · a_ij for every other company j: the chance that going up from j, from company to holder,
 * meets the source.
 *
 * The interval holds every completion of the ranges in which no company is held above 100 %, and is tight. Every
 * completion a has its own map T_a(x)_j = Σ_i x_i · a_ij, and x is what T_aⁿ(0) rises to. With L the map at the lower
 * ends and U the map in which each company's holdings are filled to favour the largest x_i first, L(x) ≤ T_a(x) ≤ U(x)
 * for every x ≥ 0, and all three are monotone; so Lⁿ(0) ≤ T_aⁿ(0) ≤ Uⁿ(0), and the least fixpoints keep that order. Both
 * ends are themselves completions, chosen once for each company (the best strategies of an interval Markov chain need no
 * memory: Sen, Viswanathan & Agha 2006), so neither can be narrowed. Holdings that are not summed count as in
 * `economicShares`, whose exact result is kept wherever no cycle lies above.
 *
 * Cycles are condensed (Tarjan 1972); everything else follows in order. Exact fractions where no more than 400 companies
 * lie in or below cycles of at most 60, else doubles to 1e-12 of each share, for each cycle of 50 or more, rounded outward;
 * a cycle of more than 700 with ranges in it keeps bounds but may lose tightness. Null in a ring whose companies own all of
 * each other and of the source, and below it: there V does not exist. Given are those in `of`, or all; `within`, if given, has
 * all that lies on the way to them, and nothing else is worked out.
 */
export function integratedShares(
  net: EconomicNetwork,
  source: number,
  of?: ReadonlySet<number>,
  within?: ReadonlySet<number>,
): ReadonlyMap<number, ShareRange | null> {
  return new Below(net, source, within).exactly(of);
}

/** The upper end in one company alone, which is less work in cycles; undefined where there is none, and in a ring. */
export function mostIntegrated(net: EconomicNetwork, source: number, company: number): Rational | undefined {
  const below = new Below(net, source, upwardFrom(net, [company]), true);
  return below.exactly(new Set([company])).get(company)?.high;
}

/** The same where no cycle lies above, and no other companies; exact. */
export function acyclicShares(
  net: EconomicNetwork,
  source: number,
  of?: ReadonlySet<number>,
  within?: ReadonlySet<number>,
): ReadonlyMap<number, ShareRange> {
  const found = new Map<number, ShareRange>();
  for (const [node, range] of economicShares(net, source, within))
    if (range && (of?.has(node) ?? true)) found.set(node, inFractions(net, range));
  return found;
}

/** What lies below a party: what no cycle lies above, exactly, and the rest, component by component. */
class Below {
  readonly #net: EconomicNetwork;
  readonly #source: number;
  readonly #acyclic = new Map<number, EconomicRange>();
  readonly #rest: number[] = [];
  readonly #parts: number[][];
  /** Only upper ends are asked for, and none hangs on a lower one: those are then given as nought. */
  readonly #onlyHigh: boolean;

  constructor(net: EconomicNetwork, source: number, within?: ReadonlySet<number>, onlyHigh = false) {
    this.#net = net;
    this.#source = source;
    for (const [node, range] of economicShares(net, source, within)) {
      if (range === null) this.#rest.push(node);
      else this.#acyclic.set(node, range);
    }
    this.#parts = condensed(net, this.#rest);
    this.#onlyHigh = onlyHigh && !this.#rest.some((node) => leastPassesMost(net, node));
  }

  exactly(of?: ReadonlySet<number>): Map<number, ShareRange | null> {
    const small =
      this.#rest.length <= MOST_EXACT && this.#parts.every((part) => part.length <= MOST_EXACT_CORE);
    if (!small) {
      const error = ERROR * Math.max(1, this.#parts.filter((part) => part.length >= SWEPT).length);
      const near = this.#nearly();
      return this.#given(of, (node) => outward(near.get(node), error));
    }
    const known = this.#above((range) => range, { low: ALL, high: ALL });
    solveParts(this.#net, EXACT, this.#parts, known, solveExactly);
    return this.#given(of, (node) => known.get(node) ?? null);
  }

  #nearly(): Map<number, Ends<number>> {
    const near = this.#above((r) => ({ low: toNumber(r.low), high: toNumber(r.high) }), { low: 1, high: 1 });
    const solve = (core: Core<number>, whole: number) => solveDoubly(core, whole, this.#onlyHigh);
    solveParts(this.#net, DOUBLE, this.#parts, near, solve);
    return near;
  }

  /** The shares of those that hold any of the rest. */
  #above<T>(as: (range: ShareRange) => Ends<T>, source: Ends<T>): Map<number, Ends<T>> {
    const { start, holder } = this.#net;
    const known = new Map<number, Ends<T>>([[this.#source, source]]);
    for (const node of this.#rest)
      for (const n of holder.subarray(start[node], start[node + 1])) {
        const range = this.#acyclic.get(n);
        if (range !== undefined && !known.has(n)) known.set(n, as(inFractions(this.#net, range)));
      }
    return known;
  }

  #given(of: ReadonlySet<number> | undefined, share: (node: number) => ShareRange | null) {
    const result = new Map<number, ShareRange | null>();
    const wanted = (node: number) => of === undefined || of.has(node);
    for (const [node, range] of this.#acyclic)
      if (wanted(node)) result.set(node, inFractions(this.#net, range));
    for (const node of this.#rest) if (wanted(node)) result.set(node, share(node));
    for (const node of ringed(this.#net, this.#source)) if (wanted(node)) result.set(node, null);
    return result;
  }
}

/**
 * Whether what is not summed may be more, at its lower end, than what the lower ends of others leave: else the upper end,
 * which fills what is left, is never below the lower one.
 */
function leastPassesMost({ start, low, alone, whole }: EconomicNetwork, node: number): boolean {
  let [left, single] = [Number(whole), 0];
  for (let e = start[node]; e < start[node + 1]; e++)
    if (alone[e] === 1) single = Math.max(single, low[e]);
    else left -= low[e];
  return single > left;
}

const inFractions = (net: EconomicNetwork, { low, high }: EconomicRange): ShareRange => ({
  low: fraction(net, low),
  high: fraction(net, high),
});

const fraction = (net: EconomicNetwork, f: Fraction) => rational(f.value, net.whole ** BigInt(f.depth));

function outward(range: Ends<number> | undefined, error: number): ShareRange | null {
  if (range === undefined) return null;
  const high = fromNumber(Math.min(1, range.high * (1 + error)), DIGITS, true);
  return { low: fromNumber(range.low * (1 - error), DIGITS, false), high };
}
