import { ALONE, LOW_OPEN } from "../graph/control.ts";
import { type Csr, csr } from "../graph/csr.ts";
import { EFFECT } from "./company.ts";
import type { ControlView } from "./controllers.ts";
import { becauseOf, extraOf } from "./held.ts";
import type { NetworkEnd } from "./ownership.ts";

/** One step of a proof: `holder` has row `row` over `held`; statements include those by which it votes for another. */
export interface Step {
  readonly holder: number;
  readonly held: number;
  /** Row of the holdings table; its right and range are the step's. */
  readonly row: number;
  readonly statements: readonly number[];
}

/** An edge by which a node falls. */
export interface Way {
  readonly holder: number;
  readonly row: number;
  /** The ballot its votes count in; −1 for a right of its own. */
  readonly ballot: number;
  /** Statements of the company's own shares it takes; all of them unless told. */
  readonly own?: readonly number[];
}

/**
 * A sufficient set of steps for "source controls target", read from the top: each company falls by a right, or by the
 * fewest blocks of votes that make more than half of every ballot, largest first. Empty where it does not control.
 */
export function proofOf(view: ControlView, source: number, target: number, certain: boolean): Step[] {
  const rank = ranksOf(view, source, certain);
  if (!rank.has(target)) return [];
  const steps: { rank: number; step: Step }[] = [];
  const done = new Set<number>([source]);
  const pending = [target];
  while (pending.length > 0) {
    const node = pending.pop() as number;
    if (done.has(node)) continue;
    done.add(node);
    for (const way of waysInto(view, node, rank, certain)) {
      steps.push({ rank: rank.get(node) as number, step: stepOf(view, node, way) });
      pending.push(way.holder);
    }
  }
  return joined(
    view,
    steps.sort((a, b) => a.rank - b.rank).map((s) => s.step),
  );
}

/** In which order nodes fall to a source, from 1; kept for the last source asked about, since it is proved node by node. */
function ranksOf(view: ControlView, source: number, certain: boolean): ReadonlyMap<number, number> {
  const known = ranks.get(view)?.[certain ? 0 : 1];
  if (known?.source === source) return known.rank;
  const order = certain ? view.lower.certain(source) : view.upper.possible(source);
  const rank = new Map([[source, 0]]);
  order.forEach((n, i) => {
    rank.set(n, i + 1);
  });
  const other = ranks.get(view)?.[certain ? 1 : 0];
  const mine = { source, rank };
  ranks.set(view, certain ? [mine, other] : [other, mine]);
  return rank;
}

type Ranks = { readonly source: number; readonly rank: ReadonlyMap<number, number> } | undefined;
const ranks = new WeakMap<ControlView, readonly [certain: Ranks, possible: Ranks]>();

/** How a node falls, given what fell before it. */
function waysInto(
  view: ControlView,
  node: number,
  rank: ReadonlyMap<number, number>,
  certain: boolean,
): Way[] {
  const end = certain ? view.own.lower : view.own.upper;
  const mine = rank.get(node) as number;
  const before = (holder: number) => (rank.get(holder) ?? Number.POSITIVE_INFINITY) < mine;
  const { held } = view.own;
  const size = (way: Way) => (way.row < 0 ? -1 : (held.low[way.row] as number));
  const [right] = rightsInto(end, node)
    .filter((way) => before(way.holder))
    .sort((a, b) => size(b) - size(a));
  if (right) return [right];
  const won = [...view.ballotsOf(node)].map((ballot) => wayThrough(end, ballot, before, certain));
  return certain ? won.flat() : (won.find((ways) => ways.length > 0) ?? []);
}

function rightsInto(end: NetworkEnd, node: number): Way[] {
  const { rights } = byHead(end);
  return Array.from(rights.order.subarray(rights.start[node], rights.start[node + 1]), (e) => ({
    holder: end.rights.tail[e] as number,
    row: end.rights.row[e] as number,
    ballot: -1,
  }));
}

/** Edges of an end by what they lead into, made at its first proof. */
function byHead(end: NetworkEnd): { readonly rights: Csr; readonly holds: Csr } {
  const known = headsOf.get(end);
  if (known) return known;
  const made = {
    rights: csr(end.network.nodes, end.rights.head),
    holds: csr(end.network.company.length, end.holds.head),
  };
  headsOf.set(end, made);
  return made;
}

const headsOf = new WeakMap<NetworkEnd, { readonly rights: Csr; readonly holds: Csr }>();

interface Block extends Way {
  readonly low: number;
  readonly high: number;
  readonly flags: number;
}

function wayThrough(
  end: NetworkEnd,
  ballot: number,
  before: (holder: number) => boolean,
  certain: boolean,
): Way[] {
  const blocks: Block[] = [];
  const { holds } = byHead(end);
  for (const e of holds.order.subarray(holds.start[ballot], holds.start[ballot + 1])) {
    const holder = end.holds.tail[e] as number;
    if (!before(holder)) continue;
    blocks.push({
      holder,
      row: end.holds.row[e] as number,
      low: end.holds.low[e] as number,
      high: end.holds.high[e] as number,
      flags: end.holds.flags[e] as number,
      ballot,
    });
  }
  blocks.sort((a, b) => b.low - a.low || b.high - a.high);
  const wins = (some: readonly Block[]) =>
    certain ? winsAtLeast(end, ballot, some) : winsAtMost(end, ballot, some);
  const single = blocks.find((b) => wins([b]));
  if (single) return [single];
  const summed = certain ? blocks.filter((b) => (b.flags & ALONE) === 0) : blocks;
  const taken: Block[] = [];
  for (const block of summed) {
    taken.push(block);
    if (wins(taken)) return taken;
  }
  return [];
}

function winsAtLeast({ network }: NetworkEnd, ballot: number, blocks: readonly Block[]): boolean {
  const summed = blocks.length === 1 ? blocks : blocks.filter((b) => (b.flags & ALONE) === 0);
  const twice = 2 * summed.reduce((total, b) => total + b.low, 0) + (network.treasuryLow[ballot] as number);
  const open = network.treasuryOpen[ballot] === 1 || summed.some((b) => (b.flags & LOW_OPEN) !== 0);
  return twice > network.whole || (twice === network.whole && open);
}

function winsAtMost({ network }: NetworkEnd, ballot: number, blocks: readonly Block[]): boolean {
  const treasuryHigh = network.treasuryHigh[ballot] as number;
  if (blocks.some((b) => (b.flags & ALONE) !== 0 && 2 * b.high + treasuryHigh > network.whole)) return true;
  const inside = blocks.filter((b) => (b.flags & ALONE) === 0).reduce((total, b) => total + b.low, 0);
  const left = network.whole - ((network.namedLow[ballot] as number) - inside);
  const votes = Math.min(
    blocks.reduce((total, b) => total + b.high, 0),
    left - (network.treasuryLow[ballot] as number),
  );
  const treasury = Math.min(network.treasuryHigh[ballot] as number, left - votes);
  return 2 * votes + treasury > network.whole;
}

export function stepOf(view: ControlView, node: number, way: Way): Step {
  const { held } = view.own;
  if (way.row < 0) return { holder: way.holder, held: node, row: way.row, statements: [] };
  const company = held.subject[way.row] as number;
  const statements = [...becauseOf(held, way.row)];
  const registered = held.party[way.row] as number;
  if (registered !== way.holder && company === node) statements.push(...votingFor(view, company, registered));
  if (company === node) statements.push(...heldJointly(view, company, way.row));
  if (way.ballot >= 0 && company === node) statements.push(...(way.own ?? ownShares(view, way.ballot)));
  return { holder: way.holder, held: node, row: way.row, statements: [...new Set(statements)] };
}

/** What each of several who hold a row jointly is on record with: without one of them it would be another block. */
function heldJointly(view: ControlView, company: number, row: number): number[] {
  const { held, rowStart, rowOrder } = view.own;
  const { joint } = extraOf(held, row);
  if (joint === "") return [];
  const rows = rowOrder.subarray(rowStart[company], rowStart[company + 1]);
  return [...rows].filter((r) => extraOf(held, r).joint === joint).flatMap((r) => [...becauseOf(held, r)]);
}

/** A company's own shares, which carry no votes and so make a majority smaller. */
const ownShares = ({ own }: ControlView, ballot: number): number[] =>
  (own.treasury.get(ballot) ?? []).flatMap(({ row }) => [...becauseOf(own.held, row)]);

/** The statements by which somebody else casts a holder's votes. */
function votingFor(view: ControlView, company: number, holder: number): number[] {
  const { held, rowStart, rowOrder } = view.own;
  const rows = rowOrder.subarray(rowStart[company], rowStart[company + 1]);
  return [...rows]
    .filter((row) => {
      const effect = EFFECT[held.right[row] as number];
      if (effect === "nominal") return held.party[row] === holder;
      return (
        effect === "concert" && (held.party[row] === holder || extraOf(held, row).members.includes(holder))
      );
    })
    .flatMap((row) => becauseOf(held, row));
}

/** Blocks and joint nodes are ours, not the reader's: a step into one is folded into the step out of it. */
export function joined(view: ControlView, steps: readonly Step[]): Step[] {
  const { entities } = view.own;
  const out: Step[] = [];
  for (const step of steps) {
    if (step.held >= entities) continue;
    if (step.holder < entities) {
      out.push(step);
      continue;
    }
    const into = steps.filter((s) => s.held === step.holder && s.holder < entities);
    const statements = [...new Set([...into.flatMap((s) => s.statements), ...step.statements])];
    const holders = into.length > 0 ? into.map((s) => s.holder) : [step.holder];
    for (const holder of holders) out.push({ ...step, holder, statements });
  }
  return out;
}
