import { LOW_OPEN } from "../graph/control.ts";
import { type Derivation, fallsBy, PART_ALONE, PART_OPEN } from "../graph/derivation.ts";
import { smallestProof } from "../graph/smallest-proof.ts";
import type { ControlView } from "./controllers.ts";
import { becauseOf } from "./held.ts";
import { joined, type Step, stepOf } from "./proof.ts";

/** Blocks the search for fewer statements looks at before what has been found stands. */
export const MOST_STEPS = 100_000;

/** Why a source certainly controls a target, by as few statements as can be. */
export interface CertainProof {
  readonly steps: readonly Step[];
  /** No fewer statements make it certain; false where the search was cut off, and then only none can be left out. */
  readonly smallest: boolean;
}

const NOTHING: CertainProof = { steps: [], smallest: true };
const kept = new WeakMap<ControlView, Map<string, CertainProof>>();

/** The smallest sufficient set of statements for "source certainly controls target"; kept with the view. */
export function certainProof(view: ControlView, source: number, target: number): CertainProof {
  const before = kept.get(view) ?? new Map<string, CertainProof>();
  kept.set(view, before);
  const key = `${source} ${target}`;
  const proof = before.get(key) ?? prove(view, source, target);
  before.set(key, proof);
  return proof;
}

function prove(view: ControlView, source: number, target: number): CertainProof {
  const above = new Set(view.ancestorsOf(target));
  const fallen = view.lower.certain(source).filter((n) => n === target || above.has(n));
  const nodes = [source, ...fallen.sort()];
  if (source === target || !nodes.includes(target)) return NOTHING;
  const { net, edges } = derivationOf(view, nodes);
  const at = nodes.indexOf(target);
  const found = smallestProof(net, 0, at, MOST_STEPS);
  if (found === null) return NOTHING;
  const used = new Uint8Array(net.tail.length);
  for (const e of found.edges) used[e] = 1;
  const rank = fallsBy(net, 0, used);
  const chosen = found.edges.map((e) => edges[e] as Edge);
  const own = ({ node, ballot }: Edge) =>
    chosen
      .filter((edge) => edge.node === node && edge.ballot === ballot && edge.holder < 0)
      .flatMap((edge) => edge.statements);
  const order = new Map(nodes.map((n, i) => [n, rank[i] as number]));
  const steps = chosen
    .filter((edge) => edge.holder >= 0)
    .sort((a, b) => (order.get(a.node) as number) - (order.get(b.node) as number))
    .map((edge): Step => stepOf(view, edge.node, { ...edge, own: own(edge) }));
  return { steps: joined(view, steps), smallest: found.smallest };
}

interface Edge {
  readonly node: number;
  /** −1: own shares. */
  readonly holder: number;
  readonly row: number;
  readonly ballot: number;
  readonly weight: number;
  readonly flags: number;
  readonly statements: readonly number[];
}

/** The lower network among some nodes, the first of which is the source, as a derivation over renumbered statements. */
function derivationOf(view: ControlView, nodes: readonly number[]): { net: Derivation; edges: Edge[] } {
  const { network } = view.own.lower;
  const local = new Map(nodes.map((n, i) => [n, i]));
  const into = edgesAmong(view, local);
  const edges = nodes.flatMap((n) => into.get(n) ?? []);
  const statements = new Map<number, number>();
  const need: number[] = [];
  const needStart = [0];
  for (const edge of edges) {
    for (const s of edge.statements) {
      if (!statements.has(s)) statements.set(s, statements.size);
      need.push(statements.get(s) as number);
    }
    needStart.push(need.length);
  }
  const intoStart = [0];
  for (const n of nodes) intoStart.push((intoStart.at(-1) as number) + (into.get(n)?.length ?? 0));
  const ballots = new Map(
    [...new Set(edges.map((e) => e.ballot))].filter((b) => b >= 0).map((b, i) => [b, i]),
  );
  const net: Derivation = {
    nodes: nodes.length,
    whole: network.whole,
    intoStart: Int32Array.from(intoStart),
    tail: Int32Array.from(edges, (e) => (e.holder < 0 ? -1 : (local.get(e.holder) as number))),
    ballot: Int32Array.from(edges, (e) => ballots.get(e.ballot) ?? -1),
    weight: Float64Array.from(edges, (e) => e.weight),
    flags: Uint8Array.from(edges, (e) => e.flags),
    needStart: Int32Array.from(needStart),
    need: Int32Array.from(need),
    statements: statements.size,
    given: Float64Array.from(ballots.keys(), (b) => given(view, b)),
    ballots: Int32Array.from(nodes, (n) => view.ballotsOf(n).length),
  };
  return { net, edges };
}

/** Treasury that is no statement: the arithmetic of a joint node. */
const given = ({ own }: ControlView, ballot: number): number =>
  (own.lower.network.company[ballot] as number) >= own.entities
    ? (own.lower.network.treasuryLow[ballot] as number)
    : 0;

function edgesAmong(view: ControlView, local: ReadonlyMap<number, number>): Map<number, Edge[]> {
  const { lower, held } = view.own;
  const into = new Map<number, Edge[]>();
  const add = (edge: Edge) => {
    if (!local.has(edge.node)) return;
    const there = into.get(edge.node);
    if (there) there.push(edge);
    else into.set(edge.node, [edge]);
  };
  for (const holder of local.keys()) {
    const { network, rights, holds } = lower;
    for (let e = network.rightStart[holder] as number; e < (network.rightStart[holder + 1] as number); e++) {
      const [node, row] = [rights.head[e] as number, rights.row[e] as number];
      const edge = { node, holder, row, ballot: -1, weight: 0, flags: 0 };
      add({ ...edge, statements: stepOf(view, node, edge).statements });
    }
    for (let e = network.holdStart[holder] as number; e < (network.holdStart[holder + 1] as number); e++) {
      const ballot = holds.head[e] as number;
      const [node, row] = [network.company[ballot] as number, holds.row[e] as number];
      const flags = holds.flags[e] as number;
      const edge = {
        node,
        holder,
        row,
        ballot,
        weight: 2 * (holds.low[e] as number),
        flags: ((flags & LOW_OPEN) !== 0 ? PART_OPEN : 0) | (flags & PART_ALONE),
      };
      add({ ...edge, statements: stepOf(view, node, { ...edge, own: [] }).statements });
    }
  }
  for (const node of [...into.keys()].filter((n) => n < view.own.entities)) {
    for (const ballot of view.ballotsOf(node)) {
      for (const { row, low, lowOpen } of view.own.treasury.get(ballot) ?? []) {
        if (low === 0 && !lowOpen) continue;
        const flags = lowOpen ? PART_OPEN : 0;
        add({ node, holder: -1, row, ballot, weight: low, flags, statements: becauseOf(held, row) });
      }
    }
  }
  return into;
}
