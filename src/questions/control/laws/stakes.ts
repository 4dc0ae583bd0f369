import { reaches } from "../../../graph/holdings.ts";
import { chainOf, type Stakes, stakesOf } from "../../../graph/stake-chain.ts";
import type { Law, Rule } from "../../../laws/law.ts";
import type { EntityKind } from "../../../model/entity.ts";
import { liesIn } from "../../../model/jurisdictions.ts";
import type { Percent } from "../../../model/share.ts";
import type { Step } from "../../../networks/proof.ts";
import type { RightOver } from "../../../networks/rights-over.ts";
import { bandOf, eligible, type LawFacts, limitOf, partOf, partPercent } from "./facts.ts";
import type { Behind, Certainty, Ground, Outcome } from "./outcome.ts";
import { stepsWithin } from "./steps.ts";

type ChainRule = Extract<Rule, { mechanism: "majority-stake-chain" }>;

/**
 * What a party holds itself and through unbroken chains of majority stakes. Where a chain stops at an entity with a
 * register of its own, that entity is the party, and those behind it are named apart.
 */
export function byStakes(rule: ChainRule, law: Law, facts: LawFacts): Outcome {
  const grounds = new Map<number, Ground>();
  const behind: Behind[] = [];
  const registers = (n: number) => n !== 0 && n < facts.entities && stopsAt(law, facts, n);
  const parties = [...(facts.only ?? Array(facts.entities).keys())].filter(registers);
  const stops: Stops = (n, surely) => {
    if (!registers(n)) return false;
    const met = meets(law, facts, n);
    return surely ? met === "certain" : met !== null;
  };
  for (const party of new Set([...eligible(law, facts), ...parties])) {
    const found = best(rule, facts, party);
    if (found === null) continue;
    const own = standing(rule, facts, party, stops);
    if (own === null) {
      behind.push({ party, through: firstStops(rule, facts, party, stops), certainty: found.certainty });
      continue;
    }
    const certainty = found.certainty === "certain" && own === "certain" ? "certain" : "possible";
    const steps = stepsOf(rule, facts, party, found.chain);
    grounds.set(party, { rule, certainty, share: found.share, band: found.band, joint: [], steps });
  }
  return { grounds, open: best(rule, facts, facts.entities) !== null, missing: [], behind };
}

/** Whether chains stop at an entity, surely or possibly: it keeps a register of its own, and comes under the law itself. */
type Stops = (n: number, surely: boolean) => boolean;

/** How surely an entity would come under a law by any of its chains, were it a person. */
function meets(law: Law, facts: LawFacts, n: number): Certainty | null {
  return facts.once(`meets ${law.id} ${n}`, () => {
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
  readonly group: Uint8Array;
  /** What leads from the party to the trust. */
  readonly above: Uint8Array;
}

interface Found {
  readonly certainty: Certainty;
  readonly share: Percent | null;
  readonly band: string | null;
  readonly chain: Chain;
}

/**
 * What a party holds itself and through its chains; by a rule about trusts, what each trust it has a say in holds, each by
 * itself and as if the trustees were one person, and nothing of the party's own (Sch. 1A para. 6). `closed` ends chains.
 */
function chainsOf(
  rule: ChainRule,
  facts: LawFacts,
  party: number,
  certain: boolean,
  closed: (n: number) => boolean = () => false,
): Chain[] {
  const links = stakes(rule, facts, certain);
  const trust = (n: number) => n < facts.entities && facts.kind(n) === "trust";
  const from = (n: number) => chainOf(links, n, (to) => trust(to) || closed(to));
  const above = from(party);
  const chain = (n: number, group: Uint8Array): Chain => {
    group[0] = 0;
    return { from: n, group, above };
  };
  if (rule.trustees.length === 0) return [chain(party, above.slice())];
  const trusts = new Set(
    [...above.keys()]
      .filter((n) => above[n] === 1)
      .flatMap((n) => [...links.to.subarray(links.start[n], links.start[n + 1])])
      .filter((n) => trust(n) && !closed(n)),
  );
  return [...trusts].map((n) => chain(n, from(n)));
}

/** The holdings a chain goes through, those that lead to a trust first. */
function stepsOf(
  rule: ChainRule,
  { analysis }: LawFacts,
  party: number,
  { from, group, above }: Chain,
): Step[] {
  // Links are votes; of the subject, where these are counted.
  const own = (n: number) => n !== 0 || rule.of === "votes";
  const down = stepsWithin(analysis, group, from, 0, own);
  return from === party ? down : [...stepsWithin(analysis, above, party, from, own), ...down];
}

function best(rule: ChainRule, facts: LawFacts, party: number): Found | null {
  for (const certainty of ["certain", "possible"] as const) {
    const certain = certainty === "certain";
    for (const chain of chainsOf(rule, facts, party, certain)) {
      const { group } = chain;
      if (rule.of === "board" || rule.of === "influence") {
        const right = facts
          .rights()
          .find((r) => r.company === 0 && counts(rule, r, certain) && has(group, facts, r));
        if (right) return { certainty, share: null, band: null, chain };
        continue;
      }
      const net = facts.holdings(rule.of, true);
      const part = partOf(net, 0, group);
      if (rule.threshold && reaches(net, part, limitOf(rule.threshold), certain))
        return { certainty, share: partPercent(part), band: bandOf(rule.bands, part), chain };
    }
  }
  return null;
}

const has = (group: Uint8Array, facts: LawFacts, r: RightOver) =>
  group[r.party >= 0 ? r.party : facts.entities] === 1;

function counts(rule: ChainRule, r: RightOver, certain: boolean): boolean {
  if (certain && !r.certain) return false;
  if (r.effect === "shares" || r.effect === "votes") return false;
  return (r.effect === "board") === (rule.of === "board");
}

function stakes(rule: ChainRule, facts: LawFacts, certain: boolean): Stakes {
  const key = `stakes ${JSON.stringify(rule.link)} ${rule.trustees.join(" ")} ${certain}`;
  return facts.once(key, () => {
    const trustee = (r: RightOver) => facts.kind(r.company) === "trust" && rule.trustees.includes(r.code);
    const links = facts.rights().filter((r) => !certain || r.certain || trustee(r));
    return stakesOf(
      facts.holdings("votes", true),
      {
        tail: links.map((r) => (r.party >= 0 ? r.party : facts.entities)),
        head: links.map((r) => r.company),
      },
      limitOf(rule.link),
      certain,
    );
  });
}

/** How surely a party has any interest in the subject that does not come through an entity where chains stop. */
function standing(rule: ChainRule, facts: LawFacts, party: number, stops: Stops): Certainty | null {
  for (const certainty of ["certain", "possible"] as const) {
    const certain = certainty === "certain";
    // For certain not through where it may stop; possibly through all but where it surely does.
    const chains = chainsOf(rule, facts, party, certain, (n) => stops(n, !certain));
    if (chains.some(({ group }) => hasSomething(facts, group, certain))) return certainty;
  }
  return null;
}

function hasSomething(facts: LawFacts, group: Uint8Array, certain: boolean): boolean {
  const right = facts
    .rights()
    .some((r) => r.company === 0 && (!certain || r.certain) && has(group, facts, r));
  return (
    right ||
    (["shares", "votes"] as const).some((measure) => {
      const { low, high } = partOf(facts.holdings(measure, true), 0, group);
      return certain ? low.value > 0 || low.open : high.value > 0;
    })
  );
}

/** The entities at which a party's chains stop first, seen from the subject. */
function firstStops(rule: ChainRule, facts: LawFacts, party: number, stops: Stops): number[] {
  const chains = chainsOf(rule, facts, party, false);
  const reached = (n: number) => chains.some(({ group, above }) => group[n] === 1 || above[n] === 1);
  return [...Array(facts.entities).keys()].filter(
    (n) =>
      n !== 0 && n !== party && reached(n) && stops(n, false) && standing(rule, facts, n, stops) !== null,
  );
}
