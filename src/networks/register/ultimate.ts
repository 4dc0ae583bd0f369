import { BulkControl, piecesOf } from "../../graph/bulk-control.ts";
import { endSearch } from "../../graph/end-search.ts";
import { addressOf, type Kernel } from "../../graph/kernel.ts";
import { eachRingRoot, eachRoot } from "../../graph/roots.ts";
import { membersFor } from "../../threads/crew.ts";
import type { VoteRange } from "../controllers.ts";
import { FoundPairs } from "./found-pairs.ts";
import {
  CERTAIN,
  HIGH_IS_OPEN,
  LATER,
  LOW_IS_OPEN,
  NO_VOTES,
  type PairsByNode,
  pairsByNode,
} from "./recorded.ts";
import type { Register } from "./register.ts";
import { LOWER, twoEnds, UPPER } from "./two-ends.ts";
import { GroupVotes } from "./votes.ts";

/** Every (node, ultimate controller) of a register, by node: of n, places `start[n] … start[n + 1] − 1`. */
export interface UltimatePairs {
  readonly start: Int32Array;
  readonly controller: Int32Array;
  readonly certain: (at: number) => boolean;
  /** Both ends of the votes, meaningless where there are none on record. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly anyVotes: (at: number) => boolean;
  readonly lowOpen: (at: number) => boolean;
  readonly highOpen: (at: number) => boolean;
}

/** The votes at a place as a range; null where there are none on record. */
export const votesAt = (pairs: UltimatePairs, at: number): VoteRange | null =>
  pairs.anyVotes(at)
    ? {
        low: { value: pairs.low[at] as number, open: pairs.lowOpen(at) },
        high: { value: pairs.high[at] as number, open: pairs.highOpen(at) },
      }
    : null;

const PROGRESS = 1 << 17;
type Told = (done: number, total: number) => void;

/**
 * Searches both ends from every party that nobody else certainly controls; `progress` is called with parties done.
 * So many `members` share the work; with none, and where there is not enough memory, it is done without WebAssembly.
 */
export async function ultimatePairs(
  register: Register,
  progress: Told,
  members = membersFor(register.nodes),
): Promise<UltimatePairs> {
  const shared = members === 0 ? null : await together(register, progress, members);
  const { start, controller, low, high, bits } = shared ?? alone(register, progress);
  const has = (bit: number) => (at: number) => ((bits[at] as number) & bit) !== 0;
  return {
    start,
    controller,
    low,
    high,
    certain: has(CERTAIN),
    anyVotes: (at) => ((bits[at] as number) & NO_VOTES) === 0,
    lowOpen: has(LOW_IS_OPEN),
    highOpen: has(HIGH_IS_OPEN),
  };
}

async function together(register: Register, progress: Told, members: number): Promise<PairsByNode | null> {
  const ends = await twoEnds(register, members);
  if (ends === null) return null;
  const { nodes } = register;
  const { memory, crew } = ends;
  const kernels = crew.own as readonly [Kernel, Kernel];
  const lower = new BulkControl(memory, kernels[LOWER], nodes, true);
  const upper = new BulkControl(memory, kernels[UPPER], nodes, false);
  try {
    const pieces = piecesOf(kernels[UPPER], nodes);
    await crew.run({ part: UPPER, name: "ultimate", pieces, args: [nodes] }, (done) =>
      progress(Math.round((done / pieces) * nodes), nodes),
    );
    const below = new Uint8Array(memory.buffer, addressOf(kernels[UPPER].BELOW), nodes);
    eachRingRoot(register.lower, lower, ends.held, below, (x) => kernels[UPPER].ultimateOf(x, pieces));
    const pairs = pairsByNode(ends, nodes);
    if (pairs !== null) countLater(pairs, new GroupVotes(register, lower, upper), [lower, upper]);
    return pairs;
  } finally {
    await crew.close();
  }
}

/** Counts the votes in companies that are no plain ones, controller by controller. */
function countLater(pairs: PairsByNode, votes: GroupVotes, searches: readonly BulkControl[]): void {
  const { start, controller, bits } = pairs;
  const later: { readonly at: number; readonly node: number }[] = [];
  for (let node = 0; node + 1 < start.length; node++)
    for (let at = start[node] as number; at < (start[node + 1] as number); at++)
      if (((bits[at] as number) & LATER) !== 0) later.push({ at, node });
  later.sort((a, b) => (controller[a.at] as number) - (controller[b.at] as number));
  let before = -1;
  for (const { at, node } of later) {
    const x = controller[at] as number;
    if (x !== before) for (const one of searches) one.search(x);
    before = x;
    const any = votes.take(node);
    pairs.low[at] = any ? votes.lowValue : 0;
    pairs.high[at] = any ? votes.highValue : 0;
    bits[at] = ((bits[at] as number) & CERTAIN) | voteBits(any, votes);
  }
}

const voteBits = (any: boolean, votes: GroupVotes) =>
  any ? (votes.lowOpen ? LOW_IS_OPEN : 0) | (votes.highOpen ? HIGH_IS_OPEN : 0) : NO_VOTES;

function alone(register: Register, progress: Told): PairsByNode {
  const { nodes, own, entities } = register;
  const lower = endSearch(register.lower, true);
  const upper = endSearch(register.upper, false);
  const votes = new GroupVotes(register, lower, upper);
  const found = new FoundPairs();
  let done = 0;
  eachRoot(register.lower, lower, (x) => {
    if (++done % PROGRESS === 0) progress(done, nodes);
    if (x === own.phantom) return;
    if (x >= entities && own.virtual.get(x)?.kind === "block") return;
    const count = upper.search(x);
    for (let i = 0; i < count; i++) {
      const y = upper.found[i] as number;
      const any = votes.take(y);
      const bits = (lower.reached(y) ? CERTAIN : 0) | voteBits(any, votes);
      found.add(y, x, any ? votes.lowValue : 0, any ? votes.highValue : 0, bits);
    }
  });
  return found.byNode(nodes);
}
