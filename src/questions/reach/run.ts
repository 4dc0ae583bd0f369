import type { Gap } from "../../ask/answer.ts";
import type { Context, Found } from "../../ask/question.ts";
import type { SinceInput } from "../../ask/since.ts";
import { type Csr, csr } from "../../graph/csr.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { type Percent, toPercent } from "../../model/share.ts";
import { MOST_AROUND, networkAround } from "../../networks/around.ts";
import { begun } from "../../networks/begun.ts";
import { kindAt, kindsOf } from "../../networks/case-network.ts";
import { entityIds, ordinalOf, said, written } from "../../networks/cited.ts";
import { about } from "../../networks/closure.ts";
import { ControlView, type VoteRange } from "../../networks/controllers.ts";
import { economicOn, economicPercent } from "../../networks/economic-shares.ts";
import { becauseOf, extraOf, type HeldTable, heldOn } from "../../networks/held.ts";
import {
  HELD_DISPUTED,
  HELD_HIGH_OPEN,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_READING,
} from "../../networks/interests.ts";
import { nearBelow } from "../../networks/near-below.ts";
import { ownership } from "../../networks/ownership.ts";
import { proofOf } from "../../networks/proof.ts";
import { reachChange } from "./change.ts";
import type { ReachFinding } from "./finding.ts";
import { type HoldersOf, isHolding, restingOn } from "./holders.ts";
import { type Below, citedOverTime, overTime } from "./over-time.ts";
import type { ReachOverall } from "./overall.ts";
import { overlapOf } from "./overlap.ts";
import { withBehind } from "./partners.ts";
import { seriesGaps } from "./series.ts";
import { jointlyIn, standingsIn, wayTo } from "./standing.ts";

export interface ReachInput extends SinceInput {
  readonly entity: string;
  /** Another party, for what both reach. */
  readonly with?: string | undefined;
}

/** The network that was ever below an entity, cut out of the case and renumbered. */
export async function networkBelow(context: Context, id: string) {
  const ordinal = await ordinalOf(context.store, id);
  const network = await networkAround(context.store, context.known, [ordinal], "below");
  const near = nearBelow(network.index(), ordinal, MOST_AROUND);
  const part = about(network.index(), near.subjects);
  const kinds = kindsOf(network, part.ordinals);
  return { ...part, kept: near.kept, kinds, kind: kindAt(network, part.ordinals) };
}

/** Everything X controls, and everything in which it merely holds a stake, kept apart; with what bears on all of it. */
export async function runReach(
  context: Context,
  input: ReachInput,
): Promise<Found<ReachFinding, ReachOverall>> {
  const change = await reachChange(context, input);
  const mine = await belowOf(context, input.entity);
  const reach = begun(reachOf(context, mine));
  const series = overTime(mine.below);
  const { findings: alone, gaps } = await reach;
  const { findings, ...partners } = await withBehind(context, alone);
  const theirs = input.with === undefined ? null : await belowOf(context, input.with);
  const overlap =
    input.with === undefined || theirs === null
      ? null
      : overlapOf(
          input.with,
          findings,
          (await reachOf(context, theirs)).findings,
          said(citedOverTime(theirs.below.interests).statements),
        );
  return written(context.store, {
    findings,
    gaps: [
      ...gaps,
      ...partners.gaps,
      ...seriesGaps(series, input.entity),
      ...(change === "too-many" ? [tooMany("cut-change", "what changed", input.entity)] : []),
    ],
    overall: {
      ...{ overTime: series, overlap, change: change === "too-many" ? null : change },
      partners: { because: [...partners.because] },
    },
  });
}

/** The network below one party, and what the case calls everyone in it. What will be cited is read from here on. */
async function belowOf(context: Context, entity: string) {
  const { interests, ordinals, kinds, kind, kept } = await networkBelow(context, entity);
  const names = await entityIds(context.store, ordinals);
  const id = (n: number) => names.get(ordinals[n] ?? -1) ?? "";
  const cited = citedOverTime(interests);
  begun(context.store.statementsAt(cited.statements));
  begun(context.store.entities([...cited.named].map(id)));
  const below: Below = {
    ...{ interests, entities: ordinals.length, kinds, carry: context.carry, id, said },
    outlet: (n) => kind(n) === "outlet",
  };
  return { below, kind, kept };
}

/** Everything one party reaches. What is read of the case is asked for at once; meanwhile the caller may go on. */
async function reachOf(context: Context, { below, kind, kept }: Awaited<ReturnType<typeof belowOf>>) {
  const { interests, entities, kinds, id } = below;
  const held = heldOn(interests, context.asOf, context.carry);
  const view = new ControlView(ownership(held, entities, kinds));
  const { of, ways, holders } = standingsIn(view, held, entities);
  const reading = begun(sectorsOf(context, [...of.keys()].map(id)));
  const economic = economicOn(held, entities).sharesOf(0);
  const votes = new Map([...of.keys()].map((n) => [n, percentOf(view.votesNow(n))]));
  const jointly = jointlyIn(view);
  const drafts = [...of].map(([n, standing]): ReachFinding => {
    // What it has by itself is told before what it has with others, unless only with them it is certain.
    const together = jointly.get(n);
    const alone = standing === "certain" || (standing === "possible" && together?.certainty === "possible");
    const joint = alone ? undefined : together;
    const certainty = standing === "stake" || standing === "exposure" ? "none" : standing;
    const way = wayTo(ways, n);
    const share = economic.get(n);
    const proof = certainty === "none" ? [] : proofOf(view, 0, n, certainty === "certain");
    const group = joint ? proofOf(view, joint.group, n, joint.certainty === "certain") : [];
    const rows = linksInto(held, holders, n, way.at(-2));
    return {
      party: id(0),
      entity: id(n),
      kind: kind(n),
      sector: "",
      certainty,
      jointly: joint ? { with: joint.others.map(id).sort(), certainty: joint.certainty, behind: [] } : null,
      indirect: standing === "exposure",
      votes: joint ? percentOf(view.votes(joint.group, n)) : (votes.get(n) ?? null),
      economic: share === undefined ? "0" : share && economicPercent(share),
      depth: Math.max(1, way.length - 1),
      path: way.map(id),
      links: rows.map((row) => ({
        jointlyWith: othersIn(held, row).map((r) => id(held.party[r] as number)),
        holder: id(held.party[row] as number),
        right: RIGHT_CODES[held.right[row] as number] as string,
        class: extraOf(held, row).class,
        range: rangeOf(held, row),
        conditional: held.conditional[row] !== 0,
        presence: has(held, row, HELD_POSSIBLE) ? ("possible" as const) : ("certain" as const),
        disputed: has(held, row, HELD_DISPUTED),
        reading: has(held, row, HELD_READING),
        carriedDays: held.carried.get(row) ?? null,
        because: said([row, ...othersIn(held, row)].flatMap((r) => becauseOf(held, r))),
      })),
      because: said([
        ...[...proof, ...group].flatMap((s) => s.statements),
        ...statementsOn(way, held, holders),
      ]),
    };
  });
  const sectors = await reading;
  const findings = drafts.map((f) => ({ ...f, sector: sectors.get(f.entity) ?? "" }));
  return {
    findings: findings.filter((f) => f.because.length > 0).sort(order),
    gaps: [...cutGap(kept, id(0)), ...gapsFor(findings, id(0))],
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

function linksInto(held: HeldTable, holders: HoldersOf, n: number, holder: number | undefined): number[] {
  if (holder === undefined) return [];
  return rowsAbout(held, n).filter((row) => isHolding(held, row) && holders(row).includes(holder));
}

/** The rows of others who hold the same block as one does, which each of them has only with the rest. */
function othersIn(held: HeldTable, row: number): number[] {
  const { joint } = extraOf(held, row);
  if (joint === "") return [];
  const same = rowsAbout(held, held.subject[row] as number).filter((r) => extraOf(held, r).joint === joint);
  const party = held.party[row] as number;
  const others = new Map(same.map((r) => [held.party[r] as number, r]));
  return [...others].filter(([other]) => other >= 0 && other !== party).map(([, r]) => r);
}

function rowsAbout(held: HeldTable, n: number): number[] {
  const { start, order } = bySubject(held);
  return [...order.subarray(start[n], start[n + 1])];
}

/** Rows by company, made at the first question for them. */
function bySubject(held: HeldTable): Csr {
  const subject = held.subject.subarray(0, held.length);
  const known = rowsKept.get(held) ?? csr(subject.reduce((most, n) => Math.max(most, n), -1) + 1, subject);
  rowsKept.set(held, known);
  return known;
}

const rowsKept = new WeakMap<HeldTable, Csr>();

/** What a way rests on: its links, and what says for whom they are held. */
const statementsOn = (way: readonly number[], held: HeldTable, holders: HoldersOf) =>
  way.slice(1).flatMap((n, i) =>
    linksInto(held, holders, n, way[i])
      .flatMap((row) => restingOn(held, rowsAbout(held, n), row, way[i] as number))
      .flatMap((row) => [...becauseOf(held, row)]),
  );

const RANK = { certain: 0, possible: 1, none: 2 };

/** Controlled before merely held, outlets first, then by depth and id. */
function order(a: ReachFinding, b: ReachFinding): number {
  const outlet = (f: ReachFinding) => (f.kind === "outlet" ? 0 : 1);
  return (
    RANK[a.certainty] - RANK[b.certainty] ||
    Number(a.indirect) - Number(b.indirect) ||
    outlet(a) - outlet(b) ||
    a.depth - b.depth ||
    (a.entity < b.entity ? -1 : 1)
  );
}

async function sectorsOf(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const entities = await context.store.entities(ids);
  return new Map(entities.map((e) => [e.id, e.sector]));
}

function cutGap(kept: "all" | "held" | "some", party: string): Gap[] {
  if (kept === "all") return [];
  const what = kept === "held" ? "what is further below" : "what else it holds, and what is further below";
  return [tooMany(kept === "held" ? "cut-below" : "cut-held", what, party)];
}

function tooMany(code: string, what: string, party: string): Gap {
  const why = `more than ${MOST_AROUND} entities are or were below, too many for one answer`;
  return { code, what, why, about: [party], because: [] };
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
            why: "no statement names it as a holder for itself on this day",
            about: [party],
            because: [],
          },
        ]
      : [];
  return [
    ...nothing,
    ...gap("unknown-share", "the size of a holding", "the source gives no figure", findings.filter(unknown)),
    ...gap(
      "disputed",
      "the size of a holding",
      "sources disagree",
      findings.filter((f) => f.links.some((l) => l.disputed)),
    ),
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
