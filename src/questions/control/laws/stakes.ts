import { reaches, together } from "../../../graph/holdings.ts";
import { chainOf, chainsInto, majorities, type Stakes, stakesOf } from "../../../graph/stake-chain.ts";
import type { Law, Rule } from "../../../laws/law.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { liesIn } from "../../../model/jurisdictions.ts";
import type { Percent } from "../../../model/share.ts";
import type { Step } from "../../../networks/proof.ts";
import type { RightOver } from "../../../networks/rights-over.ts";
import { bandOf, isEligible, type LawFacts, type LawNetwork, limitOf, partPercent } from "./facts.ts";
import { type Behind, type Certainty, Ground, type Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

type ChainRule = Extract<Rule, { mechanism: "majority-stake-chain" }>;

/**
 * What a party holds itself and through unbroken chains of majority stakes. Where a chain stops at an entity with a
 * register of its own, that entity is the party, and those behind it are named apart.
 */
export function byStakes(rule: ChainRule, law: Law, facts: LawFacts): Outcome {
  if (!mayCount(rule, facts)) return { grounds: new Map(), open: false, missing: [], behind: [] };
  const grounds = new Map<number, Ground>();
  const behind: Behind[] = [];
  const { subject, entities } = facts;
  const registers = (n: number) =>
    n !== subject && n < entities && (facts.only?.includes(n) ?? true) && stopsAt(law, facts, n);
  const stops: Stops = (n, surely) => {
    if (n === subject || n >= entities || !stopsAt(law, facts, n)) return false;
    const met = meets(law, facts, n);
    return surely ? met === "certain" : met !== null;
  };
  const above = leadingInto(rule, facts);
  const parties = [...above.filter((n) => isEligible(law, facts, n)), ...above.filter(registers)];
  for (const party of new Set(parties)) {
    const found = best(rule, facts, party);
    if (found === null) continue;
    const own = standing(rule, facts, party, stops);
    if (own === null) {
      behind.push({ party, through: firstStops(rule, facts, party, stops), certainty: found.certainty });
      continue;
    }
    const { share, band, chain } = found;
    const certainty = found.certainty === "certain" && own === "certain" ? "certain" : "possible";
    const steps = () => stepsOf(rule, facts, party, chain);
    grounds.set(party, new Ground({ rule, certainty }, { share, band, steps }));
  }
  return { grounds, open: best(rule, facts, entities) !== null, missing: [], behind };
}

/** Whether anything at all is on record that the rule counts: a right of its sort, a trust that chains lead through. */
function mayCount(rule: ChainRule, facts: LawFacts): boolean {
  const { subject, rightsIn } = facts;
  const ofRights = rule.of === "board" || rule.of === "influence";
  if (ofRights && !rightsIn(subject).some((r) => counts(rule, r, false))) return false;
  return rule.trustees.length === 0 || [subject, ...leadingInto(rule, facts)].some((n) => isTrust(facts, n));
}

const isTrust = ({ entities, kind }: LawNetwork, n: number): boolean => n < entities && kind(n) === "trust";

/** Whoever holds anything of the subject, or has a right over it, and everyone whose chains might lead to them, ascending. */
function leadingInto(rule: ChainRule, facts: LawFacts): number[] {
  const { subject, entities } = facts;
  return facts.own(keysOf(rule).leading, () => {
    const ends = new Set<number>();
    for (const measure of ["shares", "votes"] as const) {
      const { start, holder } = facts.holdings(measure, true);
      for (const n of holder.subarray(start[subject], start[subject + 1])) ends.add(n);
    }
    for (const { party } of facts.rightsIn(subject)) ends.add(party >= 0 ? party : entities);
    const all = [...chainsInto(stakes(rule, facts, false), ends)];
    return all.filter((n) => n !== subject).sort((x, y) => x - y);
  });
}

/** Whether chains stop at an entity, surely or possibly: it keeps a register of its own, and comes under the law itself. */
type Stops = (n: number, surely: boolean) => boolean;

/** How surely an entity would come under a law by any of its chains, were it a person. */
function meets(law: Law, facts: LawFacts, n: number): Certainty | null {
  return facts.own(`meets ${law.id} ${n}`, () => {
    const found = law.rules.map((rule) =>
      rule.mechanism === "majority-stake-chain" ? (best(rule, facts, n)?.certainty ?? null) : null,
    );
    return found.includes("certain") ? "certain" : found.includes("possible") ? "possible" : null;
  });
}

/** Whether chains stop at entities of a kind and a jurisdiction. */
export const isStop = (stops: NonNullable<Law["stops"]>, kind: EntityKind, jurisdiction: string): boolean =>
  stops.kinds.includes(kind) && liesIn(jurisdiction, stops.jurisdictions);

/** Whether an entity keeps a register of its own. */
export function stopsAt(law: Law, { kind, jurisdiction }: LawFacts, n: number): boolean {
  const { stops } = law;
  return stops !== null && isStop(stops, kind(n), jurisdiction(n));
}

/** Entities whose holdings count together: a party's own chains, or those of a trust it stands behind. */
interface Chain {
  /** The party itself, or the trust. */
  readonly from: number;
  readonly group: ReadonlySet<number>;
  /** What leads from the party to the trust. */
  readonly above: ReadonlySet<number>;
}

interface Found {
  readonly certainty: Certainty;
  readonly share: () => Percent | null;
  readonly band: () => string | null;
  readonly chain: Chain;
}

/**
 * What a party holds itself and through its chains; by a rule about trusts, what each trust it has a say in holds, each by
 * itself and as if the trustees were one person, and nothing of the party's own (Sch. 1A para. 6). `closed` ends chains.
 */
function chainsOf(
  rule: ChainRule,
  facts: LawNetwork,
  party: number,
  certain: boolean,
  closed: (n: number) => boolean,
): Chain[] {
  const stake = stakes(rule, facts, certain);
  const from = (n: number) => chainOf(stake, n, (to) => isTrust(facts, to) || closed(to));
  const above = from(party);
  if (rule.trustees.length === 0) return [{ from: party, group: above, above }];
  const trusts = new Set<number>();
  for (const n of [...above].sort((x, y) => x - y))
    for (const to of stake.to.subarray(stake.start[n], stake.start[n + 1]))
      if (isTrust(facts, to) && !closed(to)) trusts.add(to);
  return [...trusts].map((n) => ({ from: n, group: from(n), above }));
}

/** The same where nothing ends a chain, whoever is the subject. */
function openChains(rule: ChainRule, facts: LawNetwork, party: number, certain: boolean): readonly Chain[] {
  const known = facts.once(keysOf(rule).chains[place(certain)], () => new Map<number, readonly Chain[]>());
  let chains = known.get(party);
  if (chains === undefined) {
    chains = chainsOf(rule, facts, party, certain, () => false);
    known.set(party, chains);
  }
  return chains;
}

/** Whether something counts together with the rest of a chain: what a subject holds of itself does not. */
const inside =
  ({ subject }: LawFacts, { group }: Chain) =>
  (n: number): boolean =>
    n !== subject && group.has(n);

/** The holdings a chain goes through, those that lead to a trust first. */
function stepsOf(rule: ChainRule, facts: LawFacts, party: number, chain: Chain): Step[] {
  const { analysis, subject } = facts;
  const { from, above } = chain;
  // Links are votes; of the subject, where these are counted.
  const own = (n: number) => n !== subject || rule.of === "votes";
  const down = stepsWithin(analysis, inside(facts, chain), from, subject, own);
  return from === party ? down : [...stepsWithin(analysis, (n) => above.has(n), party, from, own), ...down];
}

function best(rule: ChainRule, facts: LawFacts, party: number): Found | null {
  const { subject } = facts;
  for (const certainty of ["certain", "possible"] as const) {
    const certain = certainty === "certain";
    for (const chain of openChains(rule, facts, party, certain)) {
      const inGroup = inside(facts, chain);
      if (rule.of === "board" || rule.of === "influence") {
        const right = facts.rightsIn(subject).find((r) => counts(rule, r, certain) && has(inGroup, facts, r));
        if (right) return { certainty, share: () => null, band: () => null, chain };
        continue;
      }
      const net = facts.holdings(rule.of, true);
      const part = together(net, subject, inGroup);
      if (rule.threshold && reaches(net, part, limitOf(rule.threshold), certain))
        return { certainty, share: () => partPercent(part), band: () => bandOf(rule.bands, part), chain };
    }
  }
  return null;
}

const has = (inGroup: (n: number) => boolean, facts: LawFacts, r: RightOver) =>
  inGroup(r.party >= 0 ? r.party : facts.entities);

function counts(rule: ChainRule, r: RightOver, certain: boolean): boolean {
  if (certain && !r.certain) return false;
  if (r.effect === "shares" || r.effect === "votes") return false;
  return (r.effect === "board") === (rule.of === "board");
}

/** By what is remembered what rules with the same links work out alike; at both ends, the possible one first. */
interface Keys {
  readonly leading: string;
  readonly majorities: readonly [string, string];
  readonly stakes: readonly [string, string];
  readonly chains: readonly [string, string];
}
const keys = new WeakMap<ChainRule, Keys>();

function keysOf(rule: ChainRule): Keys {
  const known = keys.get(rule);
  if (known) return known;
  const link = JSON.stringify(rule.link);
  const trustees = rule.trustees.join(" ");
  const made: Keys = {
    leading: `leading into ${link}`,
    majorities: [`may be majorities ${link}`, `majorities ${link}`],
    // What a trustee's right is beside others is that it surely counts.
    stakes: [`may be stakes ${link}`, `stakes ${link} ${trustees}`],
    chains: [`may be chains ${link} ${trustees}`, `chains ${link} ${trustees}`],
  };
  keys.set(rule, made);
  return made;
}

const place = (certain: boolean) => (certain ? 1 : 0);

function stakes(rule: ChainRule, facts: LawNetwork, certain: boolean): Stakes {
  const { once, entities } = facts;
  const { majorities: large, stakes: all } = keysOf(rule);
  return once(all[place(certain)], () => {
    const trustee = (r: RightOver) => facts.kind(r.company) === "trust" && rule.trustees.includes(r.code);
    const links = facts.rights().filter((r) => !certain || r.certain || trustee(r));
    const votes = facts.holdings("votes", true);
    const rights = {
      tail: links.map((r) => (r.party >= 0 ? r.party : entities)),
      head: links.map((r) => r.company),
    };
    const found = once(large[place(certain)], () => majorities(votes, limitOf(rule.link), certain));
    return stakesOf(votes.nodes, rights, found);
  });
}

/** How surely a party has any interest in the subject that does not come through an entity where chains stop. */
function standing(rule: ChainRule, facts: LawFacts, party: number, stops: Stops): Certainty | null {
  for (const certainty of ["certain", "possible"] as const) {
    const certain = certainty === "certain";
    // For certain not through where it may stop; possibly through all but where it surely does.
    const chains = chainsOf(rule, facts, party, certain, (n) => stops(n, !certain));
    if (chains.some((chain) => hasSomething(facts, inside(facts, chain), certain))) return certainty;
  }
  return null;
}

function hasSomething(facts: LawFacts, inGroup: (n: number) => boolean, certain: boolean): boolean {
  const right = facts.rightsIn(facts.subject).some((r) => (!certain || r.certain) && has(inGroup, facts, r));
  return (
    right ||
    (["shares", "votes"] as const).some((measure) => {
      const { low, high } = together(facts.holdings(measure, true), facts.subject, inGroup);
      return certain ? low.value > 0 || low.open : high.value > 0;
    })
  );
}

/** The entities at which a party's chains stop first, seen from the subject. */
function firstStops(rule: ChainRule, facts: LawFacts, party: number, stops: Stops): number[] {
  const reached = openChains(rule, facts, party, false).flatMap(({ group, above }) => [...group, ...above]);
  return [...new Set(reached)]
    .filter((n) => n < facts.entities && n !== facts.subject && n !== party)
    .sort((x, y) => x - y)
    .filter((n) => stops(n, false) && standing(rule, facts, n, stops) !== null);
}
