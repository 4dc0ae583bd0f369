import { csr } from "../graph/csr.ts";
import type { Controller, Controllers, ControlView, VoteRange } from "./controllers.ts";

/** Every (company, ultimate controller) of a network, found in one pass over its sources, as flat columns. */
export interface UltimatePairs {
  readonly start: Int32Array;
  readonly controller: Int32Array;
  readonly certain: Uint8Array;
  readonly votes: (at: number) => VoteRange | null;
  /** Companies one unnamed party owning every unnamed rest might control. */
  readonly phantom: Uint8Array;
  /** The certain controllers of a node nobody else certainly controls, or itself. */
  readonly rootsOver: (node: number) => readonly number[];
}

/** Columns of numbers that grow by doubling. */
class Column<T extends Int32Array | Float64Array | Uint8Array> {
  values: T;
  length = 0;
  readonly #make: (size: number) => T;

  constructor(make: (size: number) => T) {
    this.#make = make;
    this.values = make(4096);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.#make(this.length * 2);
      wider.set(this.values as never);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
}

const LOW_OPEN = 1;
const HIGH_OPEN = 2;
const NO_VOTES = 4;

/** Runs both fixpoints from every source; progress is called with sources done. */
export function ultimatePairs(
  view: ControlView,
  progress: (done: number, total: number) => void,
): UltimatePairs {
  const { own } = view;
  const over = certainPairs(view, progress);
  const controls = (x: number, y: number) => {
    for (let e = over.start[y] as number; e < (over.start[y + 1] as number); e++)
      if (over.controller[e] === x) return true;
    return false;
  };
  const isRoot = (x: number) => {
    for (let e = over.start[x] as number; e < (over.start[x + 1] as number); e++) {
      if (!controls(x, over.controller[e] as number)) return false;
    }
    return true;
  };
  const company = new Column((n) => new Int32Array(n));
  const controller = new Column((n) => new Int32Array(n));
  const certain = new Column((n) => new Uint8Array(n));
  const low = new Column((n) => new Float64Array(n));
  const high = new Column((n) => new Float64Array(n));
  const open = new Column((n) => new Uint8Array(n));
  const upper = own.upper.network;
  for (let x = 0; x < own.nodes; x++) {
    if (x % 100_000 === 0) progress(own.nodes + x, 2 * own.nodes);
    if (x === own.phantom || own.virtual.get(x)?.kind === "block" || edgesOf(upper, x) === 0 || !isRoot(x))
      continue;
    view.lower.certain(x);
    for (const y of view.upper.possible(x)) {
      if (y >= own.entities) continue;
      const votes = view.votesNow(y);
      company.push(y);
      controller.push(x);
      certain.push(view.lower.reached(y) ? 1 : 0);
      low.push(votes?.low.value ?? 0);
      high.push(votes?.high.value ?? 0);
      open.push(
        votes === null ? NO_VOTES : (votes.low.open ? LOW_OPEN : 0) | (votes.high.open ? HIGH_OPEN : 0),
      );
    }
  }
  const phantom = new Uint8Array(own.nodes);
  for (const y of view.upper.possible(own.phantom)) phantom[y] = 1;
  const { start, order } = csr(own.nodes, company.values.subarray(0, company.length));
  return {
    start,
    controller: Int32Array.from(order, (i) => controller.values[i] as number),
    certain: Uint8Array.from(order, (i) => certain.values[i] as number),
    votes: (at) => {
      const i = order[at] as number;
      const bits = open.values[i] as number;
      if ((bits & NO_VOTES) !== 0) return null;
      return {
        low: { value: low.values[i] as number, open: (bits & LOW_OPEN) !== 0 },
        high: { value: high.values[i] as number, open: (bits & HIGH_OPEN) !== 0 },
      };
    },
    phantom,
    rootsOver: (node) => {
      const roots = [...over.controller.subarray(over.start[node], over.start[node + 1])].filter(isRoot);
      return roots.length > 0 ? roots : [node];
    },
  };
}

type Network = ControlView["own"]["upper"]["network"];
const edgesOf = (net: Network, x: number) =>
  (net.holdStart[x + 1] as number) -
  (net.holdStart[x] as number) +
  (net.rightStart[x + 1] as number) -
  (net.rightStart[x] as number);

/** Who certainly controls each node, as CSR by node. */
function certainPairs(view: ControlView, progress: (done: number, total: number) => void) {
  const { own } = view;
  const node = new Column((n) => new Int32Array(n));
  const source = new Column((n) => new Int32Array(n));
  for (let x = 0; x < own.nodes; x++) {
    if (x % 100_000 === 0) progress(x, 2 * own.nodes);
    if (edgesOf(own.lower.network, x) === 0) continue;
    for (const y of view.lower.certain(x)) {
      node.push(y);
      source.push(x);
    }
  }
  const { start, order } = csr(own.nodes, node.values.subarray(0, node.length));
  return { start, controller: Int32Array.from(order, (i) => source.values[i] as number) };
}

/** The verdict on each node from the pairs: the same as `ControlView.controllers`, without searching again. */
export function verdictsOf(view: ControlView, pairs: UltimatePairs) {
  const { own } = view;
  return (n: number): Pick<Controllers, "verdict"> & { readonly controllers: readonly Controller[] } => {
    const named: Controller[] = [];
    let unnamed = false;
    for (let at = pairs.start[n] as number; at < (pairs.start[n + 1] as number); at++) {
      const x = pairs.controller[at] as number;
      if (x === n) continue;
      const certainty = pairs.certain[at] === 1 ? "certain" : "possible";
      if (own.virtual.get(x)?.kind === "unnamed") unnamed ||= certainty === "certain";
      const above = (node: number) => {
        const roots = pairs.rootsOver(node).filter((root) => root !== n && !view.lookedThrough(root));
        return roots.length > 0 ? roots : [node];
      };
      named.push(...view.named(x, certainty, pairs.votes(at), above, n));
    }
    const controllers = view.once(named);
    if (controllers.some((c) => c.certainty === "certain")) return { verdict: "controlled", controllers };
    const open = controllers.length > 0 || unnamed || pairs.phantom[n] === 1 || view.unownedAlone(n);
    return { verdict: open ? "not known" : "no controller on record", controllers };
  };
}
