import { minus } from "../graph/chain-ends.ts";
import type { EconomicNetwork } from "../graph/economic.ts";
import { common, type FractionRange, impliedLink, linkSum } from "../graph/implied.ts";
import { compare, type Rational, rational, times } from "../graph/rational.ts";
import { type Percent, type Share, WHOLE } from "../model/share.ts";
import { economicPercent } from "./economic-shares.ts";

/** What a holding must be if a declaration is right. */
export interface Implied {
  readonly holder: number;
  readonly company: number;
  readonly range: Percent;
}

/** Holdings a declaration ties together: `Σ weight % of each + constant` is what it declares. */
export interface ImpliedSum {
  /** What they add up to, where all weigh alike; may pass 100. */
  readonly together: Percent | null;
  readonly terms: readonly { readonly holder: number; readonly company: number; readonly weight: Percent }[];
  readonly constant: Percent;
}

/** Beyond these a declaration says too little about any one holding to be worth the work. */
const MOST_LINKS = 12;
const MOST_HOLDINGS = 2_000;

export type Declared = Pick<Share, "low" | "high" | "lowOpen" | "highOpen">;

/** Every holding between a party and a company that a declared share narrows beyond what is stated; acyclic chains only. */
export function impliedLinks(
  net: EconomicNetwork,
  party: number,
  company: number,
  declared: Declared,
): Implied[] {
  const open = openLinks(net, party, company);
  if (open.length > MOST_LINKS || net.holder.length > MOST_HOLDINGS) return [];
  const fraction: FractionRange = {
    ...declared,
    low: rational(BigInt(declared.low), BigInt(WHOLE)),
    high: rational(BigInt(declared.high), BigInt(WHOLE)),
  };
  return open.flatMap(({ edge, holder, company: held }) => {
    const range = impliedLink(net, party, company, edge, fraction);
    return range && narrows(net, edge, range) ? [{ holder, company: held, range: percentOf(range) }] : [];
  });
}

function narrows(
  net: EconomicNetwork,
  edge: number,
  { low, high, lowOpen, highOpen }: FractionRange,
): boolean {
  const at = (value: Rational, units: number) => compare(value, rational(BigInt(units), net.whole)) === 0;
  const same = at(low, net.low[edge] as number) && at(high, net.high[edge] as number);
  return !same || lowOpen || highOpen;
}

/** Two or more of the party's own holdings that are no single figures, as one sum; null where it is none. */
export function impliedSum(
  net: EconomicNetwork,
  party: number,
  company: number,
  declared: Declared,
): ImpliedSum | null {
  const own = openLinks(net, party, company);
  if (own.length < 2 || own.length > MOST_LINKS || own.some((l) => l.holder !== party)) return null;
  const sum = linkSum(net, party, company, own);
  if (sum === null) return null;
  const weight = sum.terms[0]?.weight as Rational;
  const alike = weight.n > 0n && sum.terms.every((t) => compare(t.weight, weight) === 0);
  const over = (units: number) =>
    times(minus(rational(BigInt(units), BigInt(WHOLE)), sum.constant), rational(weight.d, weight.n));
  const stated = statedTogether(net, own);
  const together =
    alike && common({ ...declared, low: over(declared.low), high: over(declared.high) }, stated);
  return {
    together: together ? percentOf(together) : null,
    constant: point(sum.constant),
    terms: own.map((l, i) => ({
      holder: l.holder,
      company: l.company,
      weight: point(sum.terms[i]?.weight as Rational),
    })),
  };
}

/** What some holdings come to together, for all that is stated of each and leaves room in its company. */
function statedTogether(net: EconomicNetwork, links: readonly OpenLink[]): FractionRange {
  let [low, high] = [0, 0];
  for (const company of new Set(links.map((l) => l.company))) {
    const mine = links.filter((l) => l.company === company);
    const sum = (ends: Float64Array) => mine.reduce((total, l) => total + (ends[l.edge] as number), 0);
    let left = Number(net.whole);
    for (let e = net.start[company] as number; e < (net.start[company + 1] as number); e++)
      if (net.alone[e] === 0 && !mine.some((l) => l.edge === e)) left -= net.low[e] as number;
    low += sum(net.low);
    high += Math.max(sum(net.low), Math.min(sum(net.high), left));
  }
  const part = (units: number) => rational(BigInt(units), net.whole);
  return { low: part(low), high: part(high), lowOpen: false, highOpen: false };
}

interface OpenLink {
  readonly edge: number;
  readonly holder: number;
  readonly company: number;
}

/** Holdings on a chain from the party down to the company whose ends differ. */
function openLinks(net: EconomicNetwork, party: number, company: number): OpenLink[] {
  const above = new Set([company]);
  const below = belowOf(net, party);
  const open: OpenLink[] = [];
  for (const node of above) {
    if (node === party) continue;
    for (let e = net.start[node] as number; e < (net.start[node + 1] as number); e++) {
      const holder = net.holder[e] as number;
      if (!below.has(holder)) continue;
      above.add(holder);
      if (net.low[e] !== net.high[e]) open.push({ edge: e, holder, company: node });
    }
  }
  return open;
}

/** The party and everything it has a chain of holdings to. */
export function belowOf(net: EconomicNetwork, party: number): Set<number> {
  const heldBy = new Map<number, number[]>();
  for (let node = 0; node < net.nodes; node++) {
    for (let e = net.start[node] as number; e < (net.start[node + 1] as number); e++) {
      if (net.high[e] === 0) continue;
      const holder = net.holder[e] as number;
      heldBy.set(holder, [...(heldBy.get(holder) ?? []), node]);
    }
  }
  const seen = new Set([party]);
  for (const node of seen) for (const next of heldBy.get(node) ?? []) seen.add(next);
  return seen;
}

const point = (value: Rational): Percent => economicPercent({ low: value, high: value });

function percentOf(range: FractionRange): Percent {
  const percent = economicPercent(range);
  if (typeof percent === "string") return percent;
  return {
    ...percent,
    ...(range.lowOpen ? { lowOpen: true as const } : {}),
    ...(range.highOpen ? { highOpen: true as const } : {}),
  };
}
