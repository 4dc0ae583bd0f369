import { csr } from "./csr.ts";
import { type Holdings, type Limit, reaches, together } from "./holdings.ts";

/** Who has a majority stake in whom, as CSR by holder; and by whom it is held. */
export interface Stakes {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly heldStart: Int32Array;
  readonly heldBy: Int32Array;
}

/** Who has a stake in whom, as pairs. */
export interface Pairs {
  readonly tail: readonly number[];
  readonly head: readonly number[];
}

/**
 * Majority stakes at one end: holders whose own votes pass the limit, each by itself. Cost: O(holdings) a company and
 * holder large enough.
 */
export function majorities(votes: Holdings, limit: Limit, certain: boolean): Pairs {
  const [tail, head]: [number[], number[]] = [[], []];
  for (let company = 0; company < votes.nodes; company++) {
    for (const holder of largeHolders(votes, company, limit)) {
      const part = together(votes, company, (n) => n === holder);
      if (!reaches(votes, part, limit, certain)) continue;
      tail.push(holder);
      head.push(company);
    }
  }
  return { tail, head };
}

/** All of some stakes, among so many nodes. Cost: O(nodes + stakes). */
export function stakesOf(nodes: number, ...all: readonly Pairs[]): Stakes {
  const tail = all.flatMap((pairs) => pairs.tail);
  const head = all.flatMap((pairs) => pairs.head);
  const [down, up] = [csr(nodes, tail), csr(nodes, head)];
  return {
    start: down.start,
    to: Int32Array.from(down.order, (e) => head[e]),
    heldStart: up.start,
    heldBy: Int32Array.from(up.order, (e) => tail[e]),
  };
}

/** Holders who might pass the limit at all, by the sum of their upper ends and the company's own shares. */
function largeHolders(votes: Holdings, company: number, limit: Limit): readonly number[] {
  const [from, to] = [votes.start[company], votes.start[company + 1]];
  if (to - from > FEW) return largeOfMany(votes, company, limit);
  const highOf = (holder: number, first: number) => {
    let sum = 0;
    for (let e = first; e < to; e++) if (votes.holder[e] === holder) sum += votes.high[e];
    return sum;
  };
  const own = highOf(company, from);
  let found: number[] | null = null;
  for (let e = from; e < to; e++) {
    const holder = votes.holder[e];
    if (holder === company || highOf(holder, e) + own < limit.units || found?.includes(holder)) continue;
    found ??= [];
    found.push(holder);
  }
  return found ?? NOBODY;
}

/** Each is compared with each up to so many. */
const FEW = 16;
const NOBODY: readonly number[] = [];

function largeOfMany(votes: Holdings, company: number, limit: Limit): number[] {
  const most = new Map<number, number>();
  let own = 0;
  for (let e = votes.start[company]; e < votes.start[company + 1]; e++) {
    const holder = votes.holder[e];
    if (holder === company) own += votes.high[e];
    else most.set(holder, (most.get(holder) ?? 0) + votes.high[e]);
  }
  return [...most].filter(([, high]) => high + own >= limit.units).map(([holder]) => holder);
}

/**
 * The source and everything it reaches over unbroken chains of stakes; `barred` nodes end a chain and are left out.
 * Cost: O(stakes reached). Companies Act 2006 (UK), Sch. 1A para. 18.
 */
export function chainOf(stakes: Stakes, source: number, barred: (node: number) => boolean): Set<number> {
  const reached = new Set([source]);
  for (const node of reached) {
    for (let e = stakes.start[node]; e < stakes.start[node + 1]; e++)
      if (!barred(stakes.to[e])) reached.add(stakes.to[e]);
  }
  return reached;
}

/** Everyone from whom a chain may lead to any of these, these among them; nothing barred. */
export function chainsInto(stakes: Stakes, ends: Iterable<number>): Set<number> {
  const found = new Set(ends);
  for (const node of found)
    for (let e = stakes.heldStart[node]; e < stakes.heldStart[node + 1]; e++) found.add(stakes.heldBy[e]);
  return found;
}
