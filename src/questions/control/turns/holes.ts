import { ALONE, type ControlNetwork, LOW_OPEN } from "../../../graph/control.ts";
import { WHOLE } from "../../../model/share.ts";
import { EFFECT, isDeclaration } from "../../../networks/company.ts";
import { ControlView } from "../../../networks/controllers.ts";
import type { HeldTable } from "../../../networks/held.ts";
import { HELD_DISPUTED, HELD_HIGH_OPEN, HELD_LOW_OPEN, HELD_POSSIBLE } from "../../../networks/interests.ts";
import type { NetworkEnd } from "../../../networks/ownership.ts";
import { inFull, without, withShare } from "../../../networks/what-if.ts";
import { type Analysis, companiesShown, heldAbove, rowsOf } from "../analyse.ts";
import { openAbove } from "../open-above.ts";
import type { Trial, Trials } from "./trial.ts";

export type HoleKind =
  | "no-record"
  | "unnamed-holders"
  | "unknown-share"
  | "band"
  | "disputed"
  | "old-observation"
  | "end-unknown"
  | "right";

/** Something not known above the subject, and what may be tried: the network with it at its low and at its high end. */
export interface Hole {
  readonly kind: HoleKind;
  readonly company: number;
  /** Row of the holdings table it is about; −1 for holders nobody names. */
  readonly row: number;
  readonly low: () => Trial | null;
  readonly high: () => Trial | null;
}

/** Things not known that are tried, those about the subject and what is nearest above it first. */
const MOST_HOLES = 60;

/** Everything not known about the companies shown, as the record that would settle it would settle it. */
export function holesIn(trials: Trials, analysis: Analysis): Hole[] {
  const shown = new Set([
    ...companiesShown(analysis),
    ...(trials.underLaw ? heldAbove(analysis) : openAbove(analysis)),
  ]);
  const holes: Hole[] = [];
  for (const company of shown) {
    if (!trials.above.kinds.ownable(company)) continue;
    holes.push(...unnamed(trials, analysis, company));
    for (const row of rowsOf(analysis, company)) holes.push(...holeOf(trials, analysis, company, row));
    if (holes.length > MOST_HOLES) break;
  }
  if (holes.length > MOST_HOLES) trials.cutOff = true;
  return holes.slice(0, MOST_HOLES);
}

function holeOf(trials: Trials, analysis: Analysis, company: number, row: number): Hole[] {
  const { held } = analysis;
  if (isDeclaration(held, row) || held.party[row] === company) return [];
  const effect = EFFECT[held.right[row] as number];
  const [low, high] = [held.low[row] as number, held.high[row] as number];
  const flags = held.flags[row] as number;
  const unsure = (flags & HELD_POSSIBLE) !== 0;
  const conditional = held.conditional[row] === 1;
  const trial = (table: () => HeldTable) => () => trials.changed(analysis.view, table, company);
  if (effect === "votes" || effect === "shares") {
    if (low === high && !unsure && !conditional) return [];
    // An open end is not reached: what comes nearest to it is one unit inside.
    const bottom = low + ((flags & HELD_LOW_OPEN) !== 0 ? 1 : 0);
    const top = high - ((flags & HELD_HIGH_OPEN) !== 0 ? 1 : 0);
    const most = () => Math.max(bottom, Math.min(top, roomFor(analysis, company, row)));
    const kind = unsure
      ? held.carried.has(row)
        ? "old-observation"
        : "end-unknown"
      : conditional
        ? "right"
        : (flags & HELD_DISPUTED) !== 0
          ? "disputed"
          : low === 0 && high === WHOLE
            ? "unknown-share"
            : "band";
    const least = () => (unsure || conditional ? without(held, row) : withShare(held, row, bottom));
    const all = () => withShare(inFull(held, row), row, most());
    return [{ kind, company, row, low: trial(least), high: trial(all) }];
  }
  if (effect === "none" || effect === "economic") return [];
  if (!unsure && !conditional) return [];
  const [none, full] = [() => without(held, row), () => inFull(held, row)];
  return [{ kind: "right", company, row, low: trial(none), high: trial(full) }];
}

/** What the others' lower ends leave a holding, each open one a unit more than itself. */
export function roomFor({ view }: Analysis, company: number, row: number): number {
  const { network, holds } = view.own.upper;
  let room = WHOLE;
  for (const ballot of view.ballotsOf(company)) {
    let mine = 0;
    for (let e = 0; e < holds.head.length; e++)
      if (holds.head[e] === ballot && holds.row[e] === row)
        mine = (holds.low[e] as number) + ((holds.flags[e] as number) & LOW_OPEN);
    room = Math.min(room, restOf(network, ballot) + mine);
  }
  return room;
}

/** What the lower ends of all that is named leave of a vote count at most. */
function restOf(network: ControlNetwork, ballot: number): number {
  const named = (network.namedLow[ballot] as number) + (network.namedOpen[ballot] as number);
  const treasury = (network.treasuryLow[ballot] as number) + (network.treasuryOpen[ballot] as number);
  return WHOLE - named - treasury;
}

/** What the largest block that is not summed with others leaves: it is somebody's all the same. */
function besideAlone({ holds }: NetworkEnd, ballot: number): number {
  let most = 0;
  for (let e = 0; e < holds.head.length; e++) {
    const flags = holds.flags[e] as number;
    if (holds.head[e] !== ballot || (flags & ALONE) === 0) continue;
    most = Math.max(most, (holds.low[e] as number) + (flags & LOW_OPEN));
  }
  return WHOLE - most;
}

/** A law knows of holders one by one: of so many that have the same, none comes under any. */
const SMALL_HOLDERS = 8;

/** Holders nobody names: either very many small ones, or all one party. */
function unnamed(trials: Trials, { view, held }: Analysis, company: number): Hole[] {
  const { own } = view;
  const ballots = view.ballotsOf(company);
  const rows = own.rowOrder.subarray(own.rowStart[company], own.rowStart[company + 1]);
  const [ballot] = ballots;
  if (ballots.length > 1 || own.conflicts.has(company)) return [];
  const { network } = own.upper;
  const rest =
    ballot === undefined ? WHOLE : Math.min(restOf(network, ballot), besideAlone(own.upper, ballot));
  if (rest <= 0 || (ballot === undefined && rows.length > 0)) return [];
  const right = [...rows].map((row) => held.right[row] as number);
  const votes =
    right.find((code) => EFFECT[code] === "votes") ?? right.find((code) => EFFECT[code] === "shares");
  const { entities } = trials.above;
  const split = (among: number) => () =>
    trials.trial(held.length + entities + 2 * among, () => {
      const units = Math.floor(rest / among);
      let table = held;
      for (let n = 0; n < among; n++)
        table = withHolder(
          table,
          entities + n,
          company,
          votes ?? 0,
          n > 0 ? units : rest - (among - 1) * units,
        );
      return trials.network(table, entities + among);
    });
  const low = trials.underLaw
    ? split(SMALL_HOLDERS)
    : () => trials.trial(held.length + own.entities, () => dispersed(view, company, ballot));
  const high = split(1);
  return [{ kind: rows.length === 0 ? "no-record" : "unnamed-holders", company, row: -1, low, high }];
}

/** The same network in which no one party has the votes nobody is named for in a company. */
function dispersed({ own }: ControlView, company: number, ballot: number | undefined): ControlView {
  const { network, holds, rights } = own.upper;
  const holdHigh = network.holdHigh.slice();
  for (let e = 0; e < holds.head.length; e++)
    if (holds.head[e] === ballot && holds.tail[e] === own.phantom) holdHigh[e] = 0;
  const rightTo = network.rightTo.slice();
  for (let e = 0; e < rights.head.length; e++)
    if (rights.head[e] === company && rights.tail[e] === own.phantom) rightTo[e] = own.phantom;
  return new ControlView({ ...own, upper: { ...own.upper, network: { ...network, holdHigh, rightTo } } });
}

/** The same holdings with one more: a new party that has so much of a company. */
function withHolder(
  held: HeldTable,
  party: number,
  company: number,
  right: number,
  units: number,
): HeldTable {
  const row = held.length;
  const longer = <T extends Int32Array | Uint8Array | Float64Array>(column: T, to: T, value: number): T => {
    to.set(column.subarray(0, row));
    to[row] = value;
    return to;
  };
  const ints = (column: Int32Array, value: number) => longer(column, new Int32Array(row + 1), value);
  const bytes = (column: Uint8Array, value: number) => longer(column, new Uint8Array(row + 1), value);
  const reals = (column: Float64Array, value: number) => longer(column, new Float64Array(row + 1), value);
  return {
    ...held,
    length: row + 1,
    party: ints(held.party, party),
    subject: ints(held.subject, company),
    right: bytes(held.right, right),
    low: reals(held.low, units),
    high: reals(held.high, units),
    flags: bytes(held.flags, 0),
    conditional: bytes(held.conditional, 0),
    leader: ints(held.leader, -1),
    statement: ints(held.statement, -1),
  };
}
