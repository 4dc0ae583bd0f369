import { csr } from "../graph/csr.ts";
import type { EconomicNetwork } from "../graph/economic.ts";
import { integratedShares, type ShareRange } from "../graph/integrated.ts";
import type { Rational } from "../graph/rational.ts";
import { type Percent, WHOLE } from "../model/share.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import { Edges, type SortedEdges } from "./edges.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { HELD_POSSIBLE, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";

/** Economic shares of one entity in everything below it; null where a ring that owns all of itself stands in the way. */
export type EconomicShares = ReadonlyMap<number, ShareRange | null>;

/** The economic shares of any entity, asked one after the other on the same holdings. */
export function economicFrom(held: HeldTable, entities: number): (source: number) => EconomicShares {
  const network = economicNetwork(held, entities);
  return (source) => integratedShares(network, source);
}

/**
 * Who has what economic claim: rights to profit where a holder has them on record, else its shares; a holder with
 * other rights only may have any claim. A nominee's claim is its nominator's. Where direct holdings pass 100 % at their
 * lower ends they are a conflict, and count from nothing up.
 */
export function economicNetwork(held: HeldTable, entities: number): EconomicNetwork {
  const rows = csr(entities, held.subject.subarray(0, held.length));
  const edges = new Edges();
  for (let n = 0; n < entities; n++) {
    if (rows.start[n] === rows.start[n + 1]) continue;
    const own = [...rows.order.subarray(rows.start[n], rows.start[n + 1])].filter(
      (r) => !isDeclaration(held, r),
    );
    const classes = new Set(
      own.filter((r) => effect(held, r) === "shares").map((r) => extraOf(held, r).class),
    );
    for (const party of new Set(own.map((r) => held.party[r] as number))) {
      if (party < 0) continue;
      const mine = own.filter((r) => held.party[r] === party);
      const profit = mine.filter((r) => effect(held, r) === "economic");
      const shares = mine.filter((r) => effect(held, r) === "shares");
      const claims = profit.length > 0 ? profit : shares;
      const other = mine.some((r) => !["none", "nominal", "economic", "shares"].includes(effect(held, r)));
      if (claims.length === 0 && other) edges.add(n, party, -1, 0, WHOLE, 0);
      for (const r of claims) {
        const sure =
          ((held.flags[r] as number) & HELD_POSSIBLE) === 0 && held.conditional[r] !== 1 && classes.size < 2;
        const alone =
          ((held.flags[r] as number) & HELD_UNKNOWN_DIRECTNESS) !== 0 || extraOf(held, r).joint !== "";
        edges.add(
          n,
          ownerOf(held, own, party),
          r,
          sure ? (held.low[r] as number) : 0,
          held.high[r] as number,
          alone ? 1 : 0,
        );
      }
    }
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

const effect = (held: HeldTable, row: number) => EFFECT[held.right[row] as number] as string;

function ownerOf(held: HeldTable, rows: readonly number[], party: number): number {
  const nominee = rows.find(
    (r) =>
      effect(held, r) === "nominal" &&
      held.party[r] === party &&
      ((held.flags[r] as number) & HELD_POSSIBLE) === 0,
  );
  return nominee === undefined || (held.leader[nominee] as number) < 0
    ? party
    : (held.leader[nominee] as number);
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
