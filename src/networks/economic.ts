import { csr } from "../graph/csr.ts";
import type { EconomicNetwork } from "../graph/economic.ts";
import { integratedShares, type ShareRange } from "../graph/integrated.ts";
import type { Rational } from "../graph/rational.ts";
import type { Effect } from "../model/rights.ts";
import { type Percent, WHOLE } from "../model/share.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import { Edges, type SortedEdges } from "./edges.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { HELD_POSSIBLE, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";

/** Economic shares of one entity in everything below it; null where a ring that owns all of itself stands in the way. */
export type EconomicShares = ReadonlyMap<number, ShareRange | null>;

/** Economic claims on some holdings; the network, and the shares of each entity, are worked out once. */
export interface Economic {
  readonly network: () => EconomicNetwork;
  readonly sharesOf: (source: number) => EconomicShares;
}

/** Several parts of one answer ask for the same. */
const kept = new WeakMap<HeldTable, Economic>();

export function economicOn(held: HeldTable, entities: number): Economic {
  const before = kept.get(held);
  if (before !== undefined) return before;
  let network: EconomicNetwork | null = null;
  const shares = new Map<number, EconomicShares>();
  const economic: Economic = {
    network: () => {
      network ??= economicNetwork(held, entities);
      return network;
    },
    sharesOf: (source) => {
      const found = shares.get(source) ?? integratedShares(economic.network(), source);
      shares.set(source, found);
      return found;
    },
  };
  kept.set(held, economic);
  return economic;
}

/**
 * Who has what economic claim: rights to profit where a holder has them on record, else its shares; a holder with
 * other rights only may have any claim. A nominee's claim is its nominator's. Where direct holdings pass 100 % at their
 * lower ends they are a conflict, and count from nothing up.
 */
export function economicNetwork(held: HeldTable, entities: number): EconomicNetwork {
  const rows = csr(entities, held.subject.subarray(0, held.length));
  const edges = new Edges(held.length);
  const lastOf = new Int32Array(entities).fill(-1);
  for (let n = 0; n < entities; n++) {
    const own: number[] = [];
    for (let i = rows.start[n] as number; i < (rows.start[n + 1] as number); i++)
      if (!isDeclaration(held, rows.order[i] as number)) own.push(rows.order[i] as number);
    if (own.length === 0) continue;
    if (eachOnce(held, n, own, lastOf)) for (const row of own) addClaim(edges, held, n, row);
    else addClaims(edges, held, n, own);
  }
  const sorted = edges.sorted(entities);
  return {
    nodes: entities,
    whole: BigInt(WHOLE),
    start: sorted.start,
    holder: sorted.head,
    low: withoutConflicts(sorted),
    high: sorted.high,
    alone: sorted.flags,
  };
}

/** Lower ends, nought where those that add up pass the whole of a company. */
function withoutConflicts({ start, low, flags }: SortedEdges): Float64Array {
  const kept = low.slice();
  for (let n = 0; n + 1 < start.length; n++) {
    const [from, to] = [start[n] as number, start[n + 1] as number];
    let several = 0;
    for (let e = from; e < to; e++) if (flags[e] === 0) several += low[e] as number;
    if (several > WHOLE) kept.fill(0, from, to);
  }
  return kept;
}

/** Whether every party stands in one row about a company, with no class, token or nominee; `lastOf` is kept from one to the next. */
function eachOnce(held: HeldTable, n: number, rows: readonly number[], lastOf: Int32Array): boolean {
  const rare = held.extra.size > 0;
  for (const row of rows) {
    const party = held.party[row] as number;
    if (effect(held, row) === "nominal" || (rare && held.extra.has(row))) return false;
    if (party < 0) continue;
    if (lastOf[party] === n) return false;
    lastOf[party] = n;
  }
  return true;
}

/** The claim of a party with one row about a company, which the rules in full come to as well. */
function addClaim(edges: Edges, held: HeldTable, n: number, row: number): void {
  const party = held.party[row] as number;
  if (party < 0) return;
  const what = effect(held, row);
  if (what !== "economic" && what !== "shares") {
    if (isOther(what)) edges.add(n, party, -1, 0, WHOLE, 0);
    return;
  }
  const flags = held.flags[row] as number;
  const sure = (flags & HELD_POSSIBLE) === 0 && held.conditional[row] !== 1;
  const alone = (flags & HELD_UNKNOWN_DIRECTNESS) !== 0;
  edges.add(n, party, row, sure ? (held.low[row] as number) : 0, held.high[row] as number, alone ? 1 : 0);
}

/** The claims on one company by the rows about it that count. */
function addClaims(edges: Edges, held: HeldTable, n: number, rows: readonly number[]): void {
  const classes = new Set<string>();
  const byParty = new Map<number, number[]>();
  const nominal: number[] = [];
  for (const r of rows) {
    if (effect(held, r) === "shares") classes.add(extraOf(held, r).class);
    if (effect(held, r) === "nominal") nominal.push(r);
    const party = held.party[r] as number;
    const list = byParty.get(party);
    if (list) list.push(r);
    else byParty.set(party, [r]);
  }
  for (const [party, mine] of byParty) {
    if (party < 0) continue;
    const profit = mine.filter((r) => effect(held, r) === "economic");
    const claims = profit.length > 0 ? profit : mine.filter((r) => effect(held, r) === "shares");
    if (claims.length === 0 && mine.some((r) => isOther(effect(held, r))))
      edges.add(n, party, -1, 0, WHOLE, 0);
    const { owner, perhaps } =
      nominal.length === 0 ? { owner: party, perhaps: -1 } : ownerOf(held, nominal, party);
    for (const r of claims) {
      const flags = held.flags[r] as number;
      const sure = (flags & HELD_POSSIBLE) === 0 && held.conditional[r] !== 1 && classes.size < 2;
      // Each of several who hold it jointly reports the whole: how much of it is whose is not said.
      const joint = extraOf(held, r).joint !== "";
      const alone = joint || (flags & HELD_UNKNOWN_DIRECTNESS) !== 0;
      const low = sure && !joint && perhaps < 0 ? (held.low[r] as number) : 0;
      edges.add(n, owner, r, low, held.high[r] as number, alone ? 1 : 0);
      if (perhaps >= 0) edges.add(n, perhaps, r, 0, held.high[r] as number, alone ? 1 : 0);
    }
  }
}

const effect = (held: HeldTable, row: number) => EFFECT[held.right[row] as number] as Effect;
const isOther = (one: Effect) => !["none", "nominal", "economic", "shares"].includes(one);

/** Whose a party's claim is, by the rows of nominees; and whose it may be, where one of them may not hold on the day. */
function ownerOf(
  held: HeldTable,
  nominal: readonly number[],
  party: number,
): { readonly owner: number; readonly perhaps: number } {
  const mine = nominal.filter((r) => held.party[r] === party);
  const possible = (r: number) => ((held.flags[r] as number) & HELD_POSSIBLE) !== 0;
  const leaderOf = (r: number | undefined) => (r === undefined ? -1 : (held.leader[r] as number));
  const sure = leaderOf(mine.find((r) => !possible(r)));
  if (sure >= 0) return { owner: sure, perhaps: -1 };
  return { owner: party, perhaps: leaderOf(mine.find(possible)) };
}

const KEPT = 30;
const TENTHS = 10n ** BigInt(KEPT);

/** A range as exact decimal percentages, rounded outward only beyond thirty decimals. */
export function economicPercent(range: ShareRange): Percent {
  const low = decimal(range.low, false);
  const high = decimal(range.high, true);
  return low === high ? low : { low, high };
}

function decimal(share: Rational, up: boolean): string {
  const all = share.n * 100n * TENTHS;
  const value = all / share.d + (up && all % share.d > 0n ? 1n : 0n);
  const text = value.toString().padStart(KEPT + 1, "0");
  const fraction = text.slice(-KEPT).replace(/0+$/, "");
  const integer = text.slice(0, -KEPT);
  return fraction === "" ? integer : `${integer}.${fraction}`;
}
