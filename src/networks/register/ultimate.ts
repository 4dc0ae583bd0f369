import type { ControlNetwork } from "../../graph/control.ts";
import { csr } from "../../graph/csr.ts";
import { endSearch } from "../../graph/end-search.ts";
import { eachRoot } from "../../graph/roots.ts";
import type { VoteRange } from "../controllers.ts";
import type { Register } from "./register.ts";
import { GroupVotes } from "./votes.ts";

/** Every (node, ultimate controller) of a register, by node: of n, places `start[n] … start[n + 1] − 1`. */
export interface UltimatePairs {
  readonly start: Int32Array;
  readonly controller: Int32Array;
  readonly certain: Uint8Array;
  readonly votes: (at: number) => VoteRange | null;
}

const LOW_IS_OPEN = 1;
const HIGH_IS_OPEN = 2;
const NO_VOTES = 4;
const CERTAIN = 8;
const PROGRESS = 1 << 17;

/** Pairs as they are found, in flat columns that grow. */
class Found {
  length = 0;
  node = new Int32Array(1 << 16);
  controller = new Int32Array(1 << 16);
  low = new Float64Array(1 << 16);
  high = new Float64Array(1 << 16);
  bits = new Uint8Array(1 << 16);

  add(node: number, controller: number, certain: boolean, votes: GroupVotes): void {
    const at = this.length++;
    if (at === this.node.length) this.#grow(at + Math.max(1 << 16, at >> 1));
    const any = votes.take(node);
    this.node[at] = node;
    this.controller[at] = controller;
    this.low[at] = any ? votes.lowValue : 0;
    this.high[at] = any ? votes.highValue : 0;
    this.bits[at] =
      (certain ? CERTAIN : 0) |
      (any ? (votes.lowOpen ? LOW_IS_OPEN : 0) | (votes.highOpen ? HIGH_IS_OPEN : 0) : NO_VOTES);
  }

  #grow(size: number): void {
    const wide = <T extends Int32Array | Float64Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old as never);
      return fresh;
    };
    this.node = wide(this.node, new Int32Array(size));
    this.controller = wide(this.controller, new Int32Array(size));
    this.low = wide(this.low, new Float64Array(size));
    this.high = wide(this.high, new Float64Array(size));
    this.bits = wide(this.bits, new Uint8Array(size));
  }
}

/** Searches both ends from every party that nobody else certainly controls; progress is called with parties done. */
export function ultimatePairs(
  register: Register,
  progress: (done: number, total: number) => void,
): UltimatePairs {
  const { nodes, own, entities } = register;
  const lower = endSearch(register.lower, true);
  const upper = endSearch(register.upper, false);
  const votes = new GroupVotes(register, lower, upper);
  const found = new Found();
  let done = 0;
  eachRoot(register.lower, lower, (x) => {
    if (++done % PROGRESS === 0) progress(done, nodes);
    if (x === own.phantom || !holdsAny(register.upper, x)) return;
    if (x >= entities && own.virtual.get(x)?.kind === "block") return;
    const count = upper.search(x);
    for (let i = 0; i < count; i++) {
      const y = upper.found[i] as number;
      found.add(y, x, lower.reached(y), votes);
    }
  });
  const { start, order } = csr(nodes, found.node.subarray(0, found.length));
  const controller = new Int32Array(order.length);
  const certain = new Uint8Array(order.length);
  for (let at = 0; at < order.length; at++) {
    controller[at] = found.controller[order[at] as number] as number;
    certain[at] = ((found.bits[order[at] as number] as number) & CERTAIN) >> 3;
  }
  return {
    start,
    controller,
    certain,
    votes: (at) => {
      const i = order[at] as number;
      const bits = found.bits[i] as number;
      if ((bits & NO_VOTES) !== 0) return null;
      return {
        low: { value: found.low[i] as number, open: (bits & LOW_IS_OPEN) !== 0 },
        high: { value: found.high[i] as number, open: (bits & HIGH_IS_OPEN) !== 0 },
      };
    },
  };
}

const holdsAny = (net: ControlNetwork, x: number) =>
  (net.holdStart[x + 1] as number) > (net.holdStart[x] as number) ||
  (net.rightStart[x + 1] as number) > (net.rightStart[x] as number);
