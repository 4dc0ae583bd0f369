import type { Gap } from "../../ask/answer.ts";
import type { Context, Found } from "../../ask/question.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { type Percent, toPercent } from "../../model/share.ts";
import { caseNetwork, kindsOf } from "../../networks/case-network.ts";
import { entityIds, ordinalOf, statementIds } from "../../networks/cited.ts";
import { about, everBelow } from "../../networks/closure.ts";
import { EFFECT, isDeclaration } from "../../networks/company.ts";
import { ControlView, type VoteRange } from "../../networks/controllers.ts";
import { economicFrom, economicPercent } from "../../networks/economic.ts";
import { becauseOf, type HeldTable, heldOn } from "../../networks/held.ts";
import {
  HELD_DISPUTED,
  HELD_HIGH_OPEN,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_READING,
} from "../../networks/interests.ts";
import { ownership } from "../../networks/ownership.ts";
import { proofOf } from "../../networks/proof.ts";
import type { ReachFinding } from "./finding.ts";

export interface ReachInput {
  readonly entity: string;
}

/** The network that was ever below an entity, cut out of the case and renumbered. */
export async function networkBelow(context: Context, id: string) {
  const network = await caseNetwork(context.store, context.known);
  const part = about(network.index(), everBelow(network.index(), await ordinalOf(context.store, id)));
  return { ...part, kinds: kindsOf(network, part.ordinals) };
}

/** Everything X controls, and everything in which it merely holds a stake, kept apart. */
export async function runReach(context: Context, input: ReachInput): Promise<Found<ReachFinding>> {
  const { interests, ordinals, kinds } = await networkBelow(context, input.entity);
  const entities = ordinals.length;
  const held = heldOn(interests, context.asOf, context.carry);
  const view = new ControlView(ownership(held, entities, kinds));
  const ways = shortestWays(held, 0);
  const economic = economicFrom(held, entities)(0);
  const certain = new Set(view.lower.certain(0));
  const possible = new Set(view.upper.possible(0));
  const reached = [...new Set([...ways.keys(), ...certain, ...possible])].filter(
    (n) => n !== 0 && n < entities,
  );
  const names = await entityIds(context.store, ordinals);
  const facts = await factsOf(context, [...names.values()]);
  const cited = await statementIds(context.store, interests.n);
  const id = (n: number) => names.get(ordinals[n] ?? -1) ?? "";
  const said = (statements: Iterable<number>) =>
    [...new Set([...statements].map((n) => cited.get(n) ?? ""))].filter((s) => s !== "").sort();
  const findings: ReachFinding[] = reached.map((n) => {
    const certainty = certain.has(n) ? "certain" : possible.has(n) ? "possible" : "none";
    const way = wayTo(ways, held, n);
    const share = economic.get(n);
    const proof = certainty === "none" ? [] : proofOf(view, 0, n, certainty === "certain");
    view.lower.certain(0);
    view.upper.possible(0);
    const rows = linksInto(held, n, way.at(-2));
    return {
      party: id(0),
      entity: id(n),
      kind: facts.get(id(n))?.kind ?? "unknown",
      sector: facts.get(id(n))?.sector ?? "",
      certainty,
      votes: percentOf(view.votesNow(n)),
      economic: share === undefined ? "0" : share && economicPercent(share),
      depth: Math.max(1, way.length - 1),
      path: way.map(id),
      links: rows.map((row) => ({
        holder: id(held.party[row] as number),
        right: RIGHT_CODES[held.right[row] as number] as string,
        range: rangeOf(held, row),
        presence: has(held, row, HELD_POSSIBLE) ? ("possible" as const) : ("certain" as const),
        disputed: has(held, row, HELD_DISPUTED),
        reading: has(held, row, HELD_READING),
        carriedDays: held.carried.get(row) ?? null,
        because: said(becauseOf(held, row)),
      })),
      because: said([...proof.flatMap((s) => s.statements), ...statementsOn(way, held)]),
    };
  });
  return {
    findings: findings.filter((f) => f.because.length > 0).sort(order),
    gaps: gapsFor(findings, id(0)),
  };
}

const has = (held: HeldTable, row: number, bit: number) => ((held.flags[row] as number) & bit) !== 0;

const rangeOf = (held: HeldTable, row: number): Percent =>
  toPercent({
    low: held.low[row] as number,
    high: held.high[row] as number,
    lowOpen: has(held, row, HELD_LOW_OPEN),
    highOpen: has(held, row, HELD_HIGH_OPEN),
  });

function percentOf(votes: VoteRange | null): Percent | null {
  if (votes === null) return null;
  const low = Math.min(votes.low.value, votes.high.value);
  const apart = low < votes.high.value;
  return toPercent({
    low,
    high: votes.high.value,
    lowOpen: apart && votes.low.open,
    highOpen: apart && votes.high.open,
  });
}

const COUNTS = (held: HeldTable, row: number) => {
  const effect = EFFECT[held.right[row] as number];
  return (
    effect !== "none" && effect !== "nominal" && !isDeclaration(held, row) && (held.high[row] as number) > 0
  );
};

/** Breadth first over holdings of any size: entity → row by which it was first reached. */
function shortestWays(held: HeldTable, source: number): Map<number, number> {
  const heldBy = new Map<number, number[]>();
  for (let row = 0; row < held.length; row++) {
    if (!COUNTS(held, row)) continue;
    const party = held.party[row] as number;
    const list = heldBy.get(party);
    if (list) list.push(row);
    else heldBy.set(party, [row]);
  }
  const by = new Map<number, number>([[source, -1]]);
  for (const node of by.keys()) {
    for (const row of heldBy.get(node) ?? []) {
      const company = held.subject[row] as number;
      if (!by.has(company)) by.set(company, row);
    }
  }
  return by;
}

function wayTo(ways: ReadonlyMap<number, number>, held: HeldTable, n: number): number[] {
  const way = [n];
  for (let row = ways.get(n); row !== undefined && row >= 0; row = ways.get(way[0] as number)) {
    way.unshift(held.party[row] as number);
  }
  return way;
}

function linksInto(held: HeldTable, n: number, holder: number | undefined): number[] {
  const rows: number[] = [];
  for (let row = 0; row < held.length; row++) {
    if (held.subject[row] === n && held.party[row] === holder && COUNTS(held, row)) rows.push(row);
  }
  return rows;
}

const statementsOn = (way: readonly number[], held: HeldTable) =>
  way.slice(1).flatMap((n, i) => linksInto(held, n, way[i]).flatMap((row) => [...becauseOf(held, row)]));

const RANK = { certain: 0, possible: 1, none: 2 };

/** Controlled before merely held, outlets first, then by depth and id. */
function order(a: ReachFinding, b: ReachFinding): number {
  const outlet = (f: ReachFinding) => (f.kind === "outlet" ? 0 : 1);
  return (
    RANK[a.certainty] - RANK[b.certainty] ||
    outlet(a) - outlet(b) ||
    a.depth - b.depth ||
    (a.entity < b.entity ? -1 : 1)
  );
}

async function factsOf(context: Context, ids: readonly string[]) {
  const entities = await context.store.entities(ids);
  return new Map(entities.map((e) => [e.id, e]));
}

function gapsFor(findings: readonly ReachFinding[], party: string): Gap[] {
  const gap = (code: string, what: string, why: string, some: readonly ReachFinding[]): Gap[] =>
    some.length === 0
      ? []
      : [
          {
            code,
            what,
            why,
            about: some.map((f) => f.entity),
            because: [...new Set(some.flatMap((f) => f.because))].sort(),
          },
        ];
  const unknown = (f: ReachFinding) =>
    f.links.some((l) => typeof l.range !== "string" && l.range.low === "0" && l.range.high === "100");
  const nothing: Gap[] =
    findings.length === 0
      ? [
          {
            code: "no-record",
            what: "what it holds",
            why: "no statement names it as a holder on this day",
            about: [party],
            because: [],
          },
        ]
      : [];
  return [
    ...nothing,
    ...gap("unknown-share", "the size of a holding", "the source gives no figure", findings.filter(unknown)),
    ...gap(
      "economic-cycle",
      "the economic share",
      "companies own all of each other in a ring",
      findings.filter((f) => f.economic === null),
    ),
    ...gap(
      "old-observation",
      "whether a holding is still held",
      "the last observation is too old to carry",
      findings.filter((f) =>
        f.links.some((l) => l.carriedDays !== null && typeof l.range !== "string" && l.range.low === "0"),
      ),
    ),
  ];
}
