import { csr } from "../graph/csr.ts";
import type { EconomicNetwork } from "../graph/economic.ts";
import type { Effect } from "../model/rights.ts";
import { WHOLE } from "../model/share.ts";
import { EFFECT, isDeclaration } from "./company.ts";
import { Edges, type SortedEdges } from "./edges.ts";
import { extraOf, type HeldTable, isSure } from "./held.ts";
import { HELD_LOW_OPEN, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";

/** Flags of claims: not summed with others; taken from shares where others have rights to profit; more than the lower end. */
const ALONE = 1;
const YIELDS = 2;
const OPEN = 4;

/**
 * Who has what economic claim: rights to profit where a holder has them on record, else its shares; a holder with
 * other rights only may have any claim. A nominee's claim is its nominator's. Where direct holdings pass 100 % at their
 * lower ends they are a conflict, and count from nothing up; where rights to profit and shares of others do, the shares.
 * Of several classes, whose weights are not known, a holder has between the least and the most it has of any; `byClass`
 * makes each a node of its own between its holders and the company, for what several of them have together.
 */
export function economicNetwork(held: HeldTable, entities: number, byClass = false): EconomicNetwork {
  const rows = csr(entities, held.subject.subarray(0, held.length));
  const edges = new Edges(held.length);
  const lastOf = new Int32Array(entities).fill(-1);
  // Those of classes come after the entities; their companies are wholly theirs.
  let nodes = entities;
  for (let n = 0; n < entities; n++) {
    const own: number[] = [];
    for (let i = rows.start[n] as number; i < (rows.start[n + 1] as number); i++)
      if (!isDeclaration(held, rows.order[i] as number)) own.push(rows.order[i] as number);
    if (own.length === 0) continue;
    if (eachOnce(held, n, own, lastOf)) for (const row of own) addClaim(edges, held, n, row);
    else nodes = addClaims(edges, held, n, own, byClass ? nodes : -1);
  }
  if (!byClass) nodes = entities;
  const sorted = edges.sorted(nodes);
  return {
    nodes,
    whole: BigInt(WHOLE),
    start: sorted.start,
    holder: sorted.head,
    low: withoutConflicts(sorted),
    high: sorted.high,
    alone: sorted.flags.map(onlyAlone),
    ...(nodes === entities ? {} : { full: ownedByClasses(sorted, nodes, entities) }),
  };
}

/** Flags as a network has them. */
export const onlyAlone = (flags: number) => flags & ALONE;

/** Companies whose holders are the nodes of their classes. */
function ownedByClasses({ start, head }: SortedEdges, nodes: number, entities: number): Uint8Array {
  return Uint8Array.from({ length: nodes }, (_, n) => {
    const first = start[n] as number;
    return first < (start[n + 1] as number) && (head[first] as number) >= entities ? 1 : 0;
  });
}

/** Lower ends, nought where those that add up pass the whole of a company; those that yield first. */
export function withoutConflicts({ start, low, flags }: SortedEdges): Float64Array {
  const kept = low.slice();
  for (let n = 0; n + 1 < start.length; n++) {
    const [from, to] = [start[n] as number, start[n + 1] as number];
    let [several, open, firm, firmOpen] = [0, false, 0, false];
    for (let e = from; e < to; e++) {
      if (((flags[e] as number) & ALONE) !== 0) continue;
      const more = ((flags[e] as number) & OPEN) !== 0;
      several += low[e] as number;
      open ||= more;
      if (((flags[e] as number) & YIELDS) !== 0) continue;
      firm += low[e] as number;
      firmOpen ||= more;
    }
    if (!passesWhole(several, open)) continue;
    const all = passesWhole(firm, firmOpen);
    for (let e = from; e < to; e++) if (all || ((flags[e] as number) & YIELDS) !== 0) kept[e] = 0;
  }
  return kept;
}

/** Whether lower ends, one of them open perhaps, come to more than all of a company. */
const passesWhole = (sum: number, open: boolean): boolean => sum > WHOLE || (sum === WHOLE && open);

/** Whether every party stands in one row about a company, with no class, token or nominee; `lastOf` is kept from one to the next. */
function eachOnce(held: HeldTable, n: number, rows: readonly number[], lastOf: Int32Array): boolean {
  const rare = held.extra.size > 0;
  for (const row of rows) {
    const party = held.party[row] as number;
    const what = effect(held, row);
    if (what === "nominal" || what === "economic" || (rare && held.extra.has(row))) return false;
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
  const sure = isSure(held, row);
  const alone = (flags & HELD_UNKNOWN_DIRECTNESS) !== 0 ? ALONE : 0;
  const open = sure && (flags & HELD_LOW_OPEN) !== 0 ? OPEN : 0;
  edges.add(n, party, row, sure ? (held.low[row] as number) : 0, held.high[row] as number, alone | open);
}

/** A claim before its company: of which class of shares it is, '' where that is not stated; null where it is no shares. */
interface Claim {
  readonly owner: number;
  readonly row: number;
  readonly class: string | null;
  readonly low: number;
  readonly high: number;
  readonly flags: number;
}

/** The claims on one company by the rows about it that count. `next`: the first node for its classes, or −1; the one after them. */
export function addClaims(
  edges: Edges,
  held: HeldTable,
  n: number,
  rows: readonly number[],
  next: number,
): number {
  const claims = claimsOn(held, rows);
  const classes = [...new Set(claims.flatMap((c) => c.class ?? []))];
  const mixed = classes.includes("") || claims.some((c) => c.class === null);
  const add = (node: number, c: Claim) => edges.add(node, c.owner, c.row, c.low, c.high, c.flags);
  if (classes.length < 2) for (const c of claims) add(n, c);
  else if (mixed)
    for (const c of claims)
      add(n, c.class === "" || c.class === null ? c : { ...c, low: 0, flags: c.flags & ~OPEN });
  else if (next < 0) for (const c of ofAnyClass(claims, classes)) add(n, c);
  else {
    for (const c of claims) add(next + classes.indexOf(c.class ?? ""), c);
    for (const at of classes.keys()) edges.add(n, next + at, -1, 0, WHOLE, 0);
    return next + classes.length;
  }
  return next;
}

/** What each holder has of a company of several classes: between the least and the most it has of any of them. */
function ofAnyClass(claims: readonly Claim[], classes: readonly string[]): Claim[] {
  const over = classes.filter((each) => {
    const ofClass = claims.filter((c) => c.class === each && (c.flags & ALONE) === 0);
    const sum = ofClass.reduce((total, c) => total + c.low, 0);
    return passesWhole(
      sum,
      ofClass.some((c) => (c.flags & OPEN) !== 0),
    );
  });
  return [...new Set(claims.map((c) => c.owner))].map((owner) => {
    const ends = classes.map((each) => {
      const mine = claims.filter((c) => c.owner === owner && c.class === each);
      const single = Math.max(0, ...mine.filter((c) => (c.flags & ALONE) !== 0).map((c) => c.low));
      const several = mine.reduce((sum, c) => sum + ((c.flags & ALONE) === 0 ? c.low : 0), 0);
      return {
        single: over.includes(each) ? 0 : Math.max(single, several),
        several: over.includes(each) ? 0 : several,
        high: mine.reduce((sum, c) => sum + c.high, 0),
      };
    });
    const first = claims.find((c) => c.owner === owner) as Claim;
    const [low, several] = [
      Math.min(...ends.map((end) => end.single)),
      Math.min(...ends.map((end) => end.several)),
    ];
    // What may be the same as another's holding leaves that other no less.
    const flags = low > several ? ALONE : 0;
    return { ...first, flags, low, high: Math.min(WHOLE, Math.max(...ends.map((end) => end.high))) };
  });
}

function claimsOn(held: HeldTable, rows: readonly number[]): Claim[] {
  const byParty = new Map<number, number[]>();
  const nominal: number[] = [];
  for (const r of rows) {
    if (effect(held, r) === "nominal") nominal.push(r);
    const party = held.party[r] as number;
    const list = byParty.get(party);
    if (list) list.push(r);
    else byParty.set(party, [r]);
  }
  const profits = rows.some((r) => effect(held, r) === "economic");
  const behind = nominal.length > 0;
  const found: Claim[] = [];
  for (const [party, mine] of byParty) {
    if (party < 0) continue;
    const profit = mine.filter((r) => effect(held, r) === "economic");
    const claims = profit.length > 0 ? profit : mine.filter((r) => effect(held, r) === "shares");
    const { owners, settled } = ownersOf(held, rows, nominal, party);
    // Who stands behind nominees has what they hold.
    const other = (r: number) => isOther(effect(held, r)) && !(behind && effect(held, r) === "nominator");
    if (claims.length === 0 && mine.some(other))
      for (const owner of owners) found.push({ owner, row: -1, class: null, low: 0, high: WHOLE, flags: 0 });
    for (const row of claims) {
      const flags = held.flags[row] as number;
      const sure = isSure(held, row);
      // Each of several who hold it jointly reports the whole: how much of it is whose is not said.
      const { joint, class: named } = extraOf(held, row);
      const alone = joint !== "" || (flags & HELD_UNKNOWN_DIRECTNESS) !== 0;
      const claim = {
        ...{ row, class: profit.length > 0 ? null : named, high: held.high[row] as number },
        flags: (alone ? ALONE : 0) | (profits && profit.length === 0 ? YIELDS : 0),
      };
      const certain = sure && joint === "" && settled;
      const open = certain && (flags & HELD_LOW_OPEN) !== 0 ? OPEN : 0;
      const low = certain ? (held.low[row] as number) : 0;
      for (const owner of owners) found.push({ ...claim, owner, low, flags: claim.flags | open });
    }
  }
  return found;
}

const effect = (held: HeldTable, row: number) => EFFECT[held.right[row] as number] as Effect;
const isOther = (one: Effect) => !["none", "nominal", "economic", "shares"].includes(one);

/**
 * Whose a party's claim is, by the rows of nominees: its nominator's, nobody's where that is not named. `settled`: not one of
 * several's, as where a nominee's row may not hold on the day.
 */
function ownersOf(
  held: HeldTable,
  rows: readonly number[],
  nominal: readonly number[],
  party: number,
): { readonly owners: readonly number[]; readonly settled: boolean } {
  const mine = nominal.filter((r) => held.party[r] === party);
  const nominators = rows.filter((r) => effect(held, r) === "nominator").map((r) => held.party[r] as number);
  const behind = mine.map((r) => {
    const named = held.leader[r] as number;
    return named < 0 && nominators.length === 1 ? (nominators[0] as number) : named;
  });
  const itself = mine.some((r) => isSure(held, r)) ? [] : [party];
  const all = [...new Set([...itself, ...behind])];
  return { owners: all.filter((one) => one >= 0), settled: all.length === 1 };
}
