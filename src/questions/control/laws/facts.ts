import { type Holdings, type Limit, type Part, together } from "../../../graph/holdings.ts";
import type { FractionRange } from "../../../graph/implied.ts";
import { NEAR, type NearRange } from "../../../graph/near-shares.ts";
import type { Rational } from "../../../graph/rational.ts";
import type { Law, Threshold } from "../../../laws/law.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { type Percent, parseShare, toPercent, WHOLE } from "../../../model/share.ts";
import type { ControlView } from "../../../networks/controllers.ts";
import { holdingsOf, type Measure } from "../../../networks/holdings.ts";
import { type RightOver, rightsOver } from "../../../networks/rights-over.ts";
import type { Analysis } from "../analyse.ts";
import { Chains } from "./chains.ts";

export const MEASURES = ["shares", "votes", "profit"] as const satisfies readonly Measure[];

/** What is known of the entities of a network beside who holds what. */
interface About {
  readonly kind: (local: number) => EntityKind;
  readonly jurisdiction: (local: number) => string;
  /** Entities on the list given with the question; null where none was given. */
  readonly listed: ReadonlySet<number> | null;
  /** Whom alone it is about; absent: everyone. */
  readonly only?: readonly number[];
}

/** Works something out once, and knows it by its key afterwards. */
export type Once = <T>(key: string, make: () => T) => T;

/** What laws are judged on, whoever is the subject; entity `entities` is one unnamed party with every unnamed rest. */
export interface LawNetwork extends About {
  readonly view: ControlView;
  readonly entities: number;
  readonly holdings: (measure: Measure, concerts?: boolean) => Holdings;
  readonly rights: () => readonly RightOver[];
  readonly rightsIn: (company: number) => readonly RightOver[];
  readonly chains: (measure: Measure) => Chains;
  /** What several rules, or subjects, work out alike. */
  readonly once: Once;
}

/** The same for one subject, with who controls it. */
export interface LawFacts extends LawNetwork {
  readonly subject: number;
  readonly analysis: Analysis;
  /** What several rules work out alike of this subject. */
  readonly own: Once;
}

function remembering(): Once {
  const kept = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
}

/** Makes of each measure what is asked of it, once. */
function byMeasure<T>(make: (measure: Measure) => T): (measure: Measure) => T {
  const kept = new Map<Measure, T>();
  return (measure) => {
    const found = kept.get(measure) ?? make(measure);
    kept.set(measure, found);
    return found;
  };
}

export function lawNetwork(view: ControlView, about: About): LawNetwork {
  const { own } = view;
  const once = remembering();
  const apart = byMeasure((measure) => holdingsOf(own, measure, false));
  const each = byMeasure((measure) => holdingsOf(own, measure, true));
  const holdings = (measure: Measure, concerts = false) => (concerts ? each : apart)(measure);
  const chains: (measure: Measure) => Chains = byMeasure((measure) => {
    const made = new Chains(measure, holdings(measure));
    return (
      MEASURES.slice(0, MEASURES.indexOf(measure))
        .map(chains)
        .find((one) => one.like(made)) ?? made
    );
  });
  const rights = () => once("rights", () => rightsOver(own));
  const byCompany = () => once("rights by company", () => grouped(rights()));
  return {
    ...about,
    view,
    entities: own.entities,
    holdings,
    rights,
    rightsIn: (company) => byCompany().get(company) ?? [],
    chains,
    once,
  };
}

function grouped(rights: readonly RightOver[]): Map<number, RightOver[]> {
  const found = new Map<number, RightOver[]>();
  for (const right of rights) {
    const some = found.get(right.company);
    if (some) some.push(right);
    else found.set(right.company, [right]);
  }
  return found;
}

/** What is known of entity 0 of an analysis. */
export function lawFacts(known: Analysis, about: About): LawFacts {
  const view = known.view.whole();
  return factsOn(lawNetwork(view, about), 0, view === known.view ? known : { ...known, view });
}

/** What is known of one subject in a network; `analysis` has who controls it. */
export const factsOn = (network: LawNetwork, subject: number, analysis: Analysis): LawFacts => ({
  ...network,
  subject,
  analysis,
  own: remembering(),
});

/** Whether an entity can meet a law, for all that is known of what it is; the subject cannot. */
export const isEligible = (law: Law, facts: LawFacts, n: number): boolean =>
  n !== facts.subject && mayMeet(law, facts, n);

/** The same whoever is the subject. */
export const mayMeet = (law: Law, network: LawNetwork, n: number): boolean =>
  n < network.entities &&
  (network.only?.includes(n) ?? true) &&
  (ofUnknownKind(law, network, n) || law.kinds.length === 0 || law.kinds.includes(network.kind(n)));

/** A law is about some kinds of entity, and what this one is is not on record. */
export const ofUnknownKind = (law: Law, { kind }: LawNetwork, n: number): boolean =>
  law.kinds.length > 0 && kind(n) === "unknown";

const limits = new WeakMap<Threshold, Limit>();

/** A threshold of a law in share units. */
export function limitOf(threshold: Threshold): Limit {
  const known = limits.get(threshold);
  if (known) return known;
  const strict = "moreThan" in threshold;
  const limit = { units: parseShare(strict ? threshold.moreThan : threshold.atLeast).low, strict };
  limits.set(threshold, limit);
  return limit;
}

/** How far a share in doubles lies from a limit, in parts of the limit or of the whole, for what it reaches to be beyond doubt. */
const [MARGIN, LEAST_MARGIN] = [1e-6, 10 * NEAR];

/** Whether a share in doubles reaches a limit, as a `certainty`, or does not (null); undefined where it is too close to say. */
export function clearly(
  { low, high }: NearRange,
  { units }: Limit,
): "certain" | "possible" | null | undefined {
  const limit = units / WHOLE;
  const close = (end: number) => Math.abs(end - limit) <= Math.max(MARGIN * limit, LEAST_MARGIN);
  if (limit === 0 || close(low) || close(high)) return undefined;
  return low > limit ? "certain" : high > limit ? "possible" : null;
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
