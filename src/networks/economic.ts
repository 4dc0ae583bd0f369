import { csr } from "../graph/csr.ts";
import {
  type EconomicNetwork,
  type EconomicRange,
  economicShares,
  type Fraction,
} from "../graph/economic.ts";
import { type Percent, WHOLE } from "../model/share.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import { Edges } from "./edges.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { HELD_POSSIBLE, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";

/** Economic share of one entity in everything below it; null where a ring of companies stands in the way. */
export function economicBelow(
  held: HeldTable,
  entities: number,
  source: number,
): ReadonlyMap<number, EconomicRange | null> {
  return economicShares(economicNetwork(held, entities), source);
}

/**
 * Who has what economic claim: rights to profit where a holder has them on record, else its shares; a holder with
 * other rights only may have any claim. A nominee's claim is its nominator's.
 */
function economicNetwork(held: HeldTable, entities: number): EconomicNetwork {
  const rows = csr(entities, held.subject.subarray(0, held.length));
  const edges = new Edges();
  for (let n = 0; n < entities; n++) {
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
    low: sorted.low,
    high: sorted.high,
    alone: sorted.flags,
  };
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

const DIGITS = 12;
const KEPT = 30;

/** A range of fractions as exact decimal percentages, rounded outward only beyond thirty decimals. */
export function economicPercent(range: EconomicRange): Percent {
  const low = decimal(range.low, false);
  const high = decimal(range.high, true);
  return low === high ? low : { low, high };
}

function decimal(f: Fraction, up: boolean): string {
  const places = f.depth * DIGITS;
  let value = f.value * 100n;
  let decimals = places;
  if (decimals > KEPT) {
    const unit = 10n ** BigInt(decimals - KEPT);
    const rest = value % unit;
    value = value / unit + (up && rest > 0n ? 1n : 0n);
    decimals = KEPT;
  }
  const text = value.toString().padStart(decimals + 1, "0");
  const fraction = text.slice(text.length - decimals).replace(/0+$/, "");
  const integer = text.slice(0, text.length - decimals);
  return decimals === 0 || fraction === "" ? integer : `${integer}.${fraction}`;
}
