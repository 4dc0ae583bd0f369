import { type Holdings, type Limit, type Part, together } from "../../../graph/holdings.ts";
import type { FractionRange } from "../../../graph/implied.ts";
import type { Rational } from "../../../graph/rational.ts";
import type { Law, Threshold } from "../../../laws/law.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { type Percent, parseShare, toPercent, WHOLE } from "../../../model/share.ts";
import { holdingsOf, type Measure } from "../../../networks/holdings.ts";
import { type RightOver, rightsOver } from "../../../networks/rights-over.ts";
import type { Analysis } from "../analyse.ts";
import { Chains } from "./chains.ts";

const MEASURES = ["shares", "votes", "profit"] as const satisfies readonly Measure[];

/** What laws are judged on: the subject is entity 0, entity `entities` is one unnamed party with every unnamed rest. */
export interface LawFacts {
  readonly analysis: Analysis;
  readonly entities: number;
  readonly kind: (local: number) => EntityKind;
  readonly jurisdiction: (local: number) => string;
  /** Entities on the list given with the question; null where none was given. */
  readonly listed: ReadonlySet<number> | null;
  /** Whom alone it is about; absent: everyone. */
  readonly only?: readonly number[];
  readonly holdings: (measure: Measure, concerts?: boolean) => Holdings;
  readonly rights: () => readonly RightOver[];
  /** Sums along chains, into the subject and whoever controls it. */
  readonly chains: (measure: Measure) => Chains;
  /** What several rules work out alike, worked out once. */
  readonly once: <T>(key: string, make: () => T) => T;
}

export function lawFacts(
  known: Analysis,
  about: Pick<LawFacts, "kind" | "jurisdiction" | "listed" | "only">,
): LawFacts {
  const view = known.view.whole();
  const analysis = view === known.view ? known : { ...known, view };
  const { own } = view;
  const kept = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  const holdings = (measure: Measure, concerts = false) =>
    once(`holdings ${measure} ${concerts}`, () => holdingsOf(own, measure, concerts));
  const chains = (measure: Measure): Chains =>
    once(`chains ${measure}`, () => {
      const made = new Chains(holdings(measure), targets);
      return (
        MEASURES.slice(0, MEASURES.indexOf(measure))
          .map(chains)
          .find((one) => one.like(made)) ?? made
      );
    });
  const targets: ReadonlySet<number> = new Set([0, ...analysis.controllers.chain.keys()]);
  return {
    ...about,
    analysis,
    entities: own.entities,
    holdings,
    rights: () => once("rights", () => rightsOver(own)),
    chains,
    once,
  };
}

/** Entities that can meet a law, for all that is known of what they are; the subject left out. */
export const eligible = (law: Law, facts: LawFacts): number[] =>
  [...(facts.only ?? Array(facts.entities).keys())].filter(
    (n) =>
      n !== 0 &&
      (ofUnknownKind(law, facts, n) || law.kinds.length === 0 || law.kinds.includes(facts.kind(n))),
  );

/** A law is about some kinds of entity, and what this one is is not on record. */
export const ofUnknownKind = (law: Law, { kind }: LawFacts, n: number): boolean =>
  law.kinds.length > 0 && kind(n) === "unknown";

/** A threshold of a law in share units. */
export function limitOf(threshold: Threshold): Limit {
  const strict = "moreThan" in threshold;
  return { units: parseShare(strict ? threshold.moreThan : threshold.atLeast).low, strict };
}

/** Whether a share of products reaches a limit for certain (by its lower end), or possibly (by its upper), exactly. */
export function passes(range: FractionRange, limit: Limit, certain: boolean): boolean {
  const end: Rational = certain ? range.low : range.high;
  const difference = end.n * BigInt(WHOLE) - BigInt(limit.units) * end.d;
  if (difference !== 0n) return difference > 0n && end.n > 0n;
  return certain ? !limit.strict || range.lowOpen : !limit.strict && !range.highOpen;
}

/** An end of a part measured against what is not void, in share units; rounded outward where that is no whole number. */
function ofRest(value: number, nothing: number, up: boolean): number {
  const rest = BigInt(Math.max(1, WHOLE - nothing));
  const all = BigInt(value) * BigInt(WHOLE);
  return Math.min(WHOLE, Number(all / rest) + (up && all % rest > 0n ? 1 : 0));
}

/** A part as a law counts it: own shares that carry nothing are left out of the whole, at each end as `reaches` does. */
function asCounted({ low, high, ...part }: Part): Pick<Part, "low" | "high"> {
  return {
    low: {
      value: ofRest(low.value, part.voidLow, false),
      open: low.open || (part.voidOpen && low.value > 0),
    },
    high: { value: ofRest(high.value, part.voidHigh, true), open: high.open },
  };
}

/** A part of a company as it stands in an answer. */
export function partPercent(part: Part): Percent {
  const { low, high } = asCounted(part);
  const apart = low.value < high.value;
  return toPercent({
    low: Math.min(low.value, high.value),
    high: high.value,
    lowOpen: apart && low.open,
    highOpen: apart && high.open,
  });
}

/** What a group has of a company. */
export const partOf = (net: Holdings, company: number, group: Uint8Array): Part =>
  together(net, company, (n) => group[n] === 1);

/** The band a part lies in for certain, or nothing. */
export function bandOf(bands: readonly string[], part: Part): string | null {
  const { low, high } = asCounted(part);
  const inside = bands.find((band) => {
    const b = parseShare(band);
    const above = low.value > b.low || (low.value === b.low && (!b.lowOpen || low.open));
    return above && (high.value < b.high || (high.value === b.high && (!b.highOpen || high.open)));
  });
  return inside ?? null;
}
