import type { Controller, Controllers, VoteRange } from "../controllers.ts";
import {
  anyVotes,
  controllerOf,
  highIsOpen,
  highOf,
  isCertain,
  lowIsOpen,
  lowOf,
  type PairsByNode,
} from "./recorded.ts";
import type { Register } from "./register.ts";
import type { Ultimate } from "./ultimate.ts";

export interface Verdict {
  readonly verdict: Controllers["verdict"];
  readonly controllers: readonly Controller[];
}

const NONE: readonly never[] = [];
const nobody: readonly [Verdict, Verdict] = [
  { verdict: "no controller on record", controllers: NONE },
  { verdict: "not known", controllers: NONE },
];

/** The votes of a pair as a range; null where there are none on record. */
const votesAt = (pairs: PairsByNode, at: number): VoteRange | null =>
  anyVotes(pairs, at)
    ? {
        low: { value: lowOf(pairs, at), open: lowIsOpen(pairs, at) },
        high: { value: highOf(pairs, at), open: highIsOpen(pairs, at) },
      }
    : null;

const pairsOver = ({ start, order }: PairsByNode, n: number) => order.subarray(start[n], start[n + 1]);

/** Of an entity with one ultimate controller, one that has a name and a will of its own: its place in the pairs; else −1. Most are such. */
export function onlyController({ entities, kinds }: Register, pairs: PairsByNode): (n: number) => number {
  return (n) => {
    const first = pairs.start[n] as number;
    if ((pairs.start[n + 1] as number) !== first + 1) return -1;
    const at = pairs.order[first] as number;
    const x = controllerOf(pairs, at);
    return x !== n && x < entities && !kinds.arrangement(x) ? at : -1;
  };
}

/** The verdict on each entity from the pairs: the same as `ControlView.controllers` gives one by one. */
export function verdictsOf(register: Register, pairs: Ultimate): (n: number) => Verdict {
  const { own, view, entities, kinds } = register;
  /** Has a name and a will of its own. */
  const plain = (x: number) => x < entities && !kinds.arrangement(x);
  /** Somebody who is not named may control it. */
  const hidden = (n: number) => pairs.unnamed[n] === 1 || register.unowned(n);
  const rootsOver = (node: number): readonly number[] => {
    const roots: number[] = [];
    for (const at of pairsOver(pairs, node)) if (isCertain(pairs, at)) roots.push(controllerOf(pairs, at));
    return roots.length > 0 ? roots : [node];
  };
  return (n) => {
    if (pairs.start[n] === pairs.start[n + 1]) return nobody[hidden(n) ? 1 : 0];
    const named: Controller[] = [];
    let simple = true;
    let unnamed = false;
    for (const at of pairsOver(pairs, n)) {
      const x = controllerOf(pairs, at);
      if (x === n) continue;
      const certainty = isCertain(pairs, at) ? "certain" : "possible";
      const votes = votesAt(pairs, at);
      if (plain(x)) {
        named.push({ party: x, certainty, joint: NONE, through: x, votes });
        continue;
      }
      simple = false;
      if (own.virtual.get(x)?.kind === "unnamed") unnamed ||= certainty === "certain";
      const above = (node: number) => {
        const roots = rootsOver(node).filter((root) => root !== n && !view.lookedThrough(root));
        return roots.length > 0 ? roots : [node];
      };
      named.push(...view.named(x, certainty, votes, above, n));
    }
    const controllers = simple && named.length < 2 ? named : view.once(named);
    if (controllers.some((c) => c.certainty === "certain")) return { verdict: "controlled", controllers };
    const open = controllers.length > 0 || unnamed || hidden(n);
    return { verdict: open ? "not known" : "no controller on record", controllers };
  };
}
