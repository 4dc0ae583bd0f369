import { csr } from "./csr.ts";
import type { PointNetwork } from "./integrated-search.ts";
import { StableFactors } from "./stable-factors.ts";
import { type Sparse, sweepCore } from "./sweep-core.ts";

/** A worth between two bounds. */
export interface CoreWorth {
  readonly low: number;
  readonly high: number;
}

export interface CoreGiven {
  /** Member → what it is worth by itself. */
  readonly worth: Float64Array;
  /** Member → what it has of everything outside the core. */
  readonly given: Float64Array;
  /** Also what each member has through others only. */
  readonly apart: boolean;
}

export interface SolvedCore {
  readonly value: Float64Array;
  /** Proven relative error of every value; nought where all are infinite. */
  readonly bound: number;
  readonly closed: boolean;
  readonly others: readonly CoreWorth[] | null;
}

const SMALL = 64;
/** Companies of a core that is factored at most. */
export const MOST_FACTORED = 700;
const CLOSE = 1e-10;
const ROUNDING = 2 ** -53;
const FEW_SWEEPS = 200;
const MOST_STEPS = 4e9;

/**
 * One core, x = b + A x with b = given + A worth: factored where it has no more than 64 companies, else swept (`sweepCore`)
 * until the residual proves 1e-10; where 200 sweeps prove nothing, up to 700 companies are factored after all. A closed
 * ring is infinite, and so is a core held above the whole in which sweeps find no solution.
 *
 * `others` is V̂ · worth by member from the whole inverse M = (I − A)⁻¹, without a subtraction:
 * given_i + Σ_{j ≠ i} (M_ij / M_ii) (worth_j + given_j). Beyond 700 companies, bounds: on a way up from i, the chance to
 * come back is at most the part of it held inside, so 1 + Vii is at most 1 over the rest; and V̂ is never above V.
 */
export function solveCore(net: PointNetwork, members: Int32Array, asked: CoreGiven): SolvedCore {
  const size = members.length;
  const core = cut(net, members);
  const within = core.inside.every((units) => units <= net.whole);
  if (core.inside.every((units) => units >= net.whole)) {
    const value = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const others = value.map((_, i) => asked.given[i]);
    return {
      value,
      bound: 0,
      closed: within,
      others: Array.from(others, (low) => ({ low, high: Number.POSITIVE_INFINITY })),
    };
  }
  const base = asked.given.slice();
  for (let i = 0; i < size; i++)
    for (let e = core.start[i]; e < core.start[i + 1]; e++)
      base[i] += core.part[e] * asked.worth[core.from[e]];
  const factorable = within && size <= MOST_FACTORED;
  const most = Math.min(20_000, Math.ceil(MOST_STEPS / core.from.length));
  const swept = (from: Float64Array, sweeps: number) => sweepCore(core, from, CLOSE, sweeps);
  let solved = size <= SMALL && within ? null : swept(base, factorable ? FEW_SWEEPS : most);
  const solvable =
    within ||
    base.every((b) => b > 0) ||
    swept(
      base.map(() => 1),
      most,
    ).bound < 1;
  let factors: StableFactors | null = null;
  if (factorable && (asked.apart || solved === null || !(solved.bound <= CLOSE)))
    factors = new StableFactors(size, net.whole, dense(core, size));
  if (factors && (solved === null || !(solved.bound <= CLOSE))) {
    solved = { value: factors.solve(base), bound: 4 * size ** 3 * ROUNDING };
  }
  if (solved === null || !solvable || (!within && !(solved.bound <= CLOSE)))
    solved = { value: base.map(() => Number.POSITIVE_INFINITY), bound: 0 };
  const longest = core.inside.reduce((most, _, i) => Math.max(most, core.start[i + 1] - core.start[i]), 0);
  const bound = solved.bound + (longest + 4) * ROUNDING;
  const others = !asked.apart
    ? null
    : factors
      ? apart(factors, asked)
      : aroundApart(net, core, asked, solved);
  return { value: solved.value, bound, closed: false, others };
}

export type Cut = Sparse & { readonly units: Float64Array; readonly inside: Float64Array };

/** Holdings inside the core, as CSR by holder. */
export function cut(net: PointNetwork, members: Int32Array): Cut {
  const place = new Map<number, number>();
  members.forEach((v, k) => {
    place.set(v, k);
  });
  const holder: number[] = [];
  const company: number[] = [];
  const units: number[] = [];
  const inside = new Float64Array(members.length);
  members.forEach((v, k) => {
    for (let e = net.start[v]; e < net.start[v + 1]; e++) {
      const i = place.get(net.holder[e]);
      if (i === undefined || net.units[e] === 0) continue;
      holder.push(i);
      company.push(k);
      units.push(net.units[e]);
      inside[k] += net.units[e];
    }
  });
  const { start, order } = csr(members.length, holder);
  const sorted = Float64Array.from(order, (e) => units[e]);
  return {
    start,
    from: Int32Array.from(order, (e) => company[e]),
    units: sorted,
    part: sorted.map((u) => u / net.whole),
    inside,
  };
}

export function dense(core: Cut, size: number): Float64Array {
  const units = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let e = core.start[i]; e < core.start[i + 1]; e++) units[core.from[e] * size + i] += core.units[e];
  return units;
}

function apart(factors: StableFactors, { worth, given }: CoreGiven): CoreWorth[] {
  const size = worth.length;
  const columns: Float64Array[] = [];
  for (let j = 0; j < size; j++) {
    const one = new Float64Array(size);
    one[j] = 1;
    columns.push(factors.solve(one));
  }
  return Array.from(given, (own, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) if (j !== i) sum += columns[j][i] * (worth[j] + given[j]);
    const value = own + sum / columns[i][i];
    return { low: value, high: value };
  });
}

function aroundApart(
  net: PointNetwork,
  core: Cut,
  { worth, given }: CoreGiven,
  solved: { readonly value: Float64Array; readonly bound: number },
): CoreWorth[] {
  return Array.from(solved.value, (value, i) => {
    let direct = given[i];
    for (let e = core.start[i]; e < core.start[i + 1]; e++)
      if (core.from[e] !== i) direct += core.part[e] * worth[core.from[e]];
    const high = value * (1 + solved.bound);
    if (!Number.isFinite(high)) return { low: direct, high };
    const least = Math.max(0, net.whole - core.inside[i]) / net.whole;
    const low = (worth[i] + value * (1 - solved.bound)) * least - worth[i];
    return { low: Math.max(direct, low), high };
  });
}
