import { type Derivation, fallsBy, isEnough, PART_ALONE, PART_OPEN, wayInto } from "./derivation.ts";
import { leastInto } from "./least-into.ts";

/** Edges that make the target fall, and whether no set of fewer statements does. */
export interface SmallestProof {
  readonly edges: readonly number[];
  readonly smallest: boolean;
}

/**
 * A set of edges by which `target` falls to `source`, with as few statements as can be; null where it does not fall.
 * Iterative deepening over the and-or graph of ways, from the target up: a bound counts, for each node still to fall,
 * the fewest statements it takes by itself. Starts from a set from which nothing can be left out, and is cut off after
 * `most` parts looked at: then that set stands, and `smallest` is false. Exponential in the worst case, which is that of the
 * minimum hitting set; deterministic.
 */
export function smallestProof(
  net: Derivation,
  source: number,
  target: number,
  most: number,
): SmallestProof | null {
  const start = irredundant(net, source, target);
  if (start === null) return null;
  const size = statementsOf(net, start).size;
  const search = new Search(net, source, target, most);
  for (let bound = Math.max(1, search.least[target]); bound < size; bound++) {
    const found = search.within(bound);
    if (found === "cut off") return { edges: start, smallest: false };
    if (found !== null) return { edges: trimmed(net, source, target, found), smallest: true };
  }
  return { edges: start, smallest: true };
}

/** Distinct statements some edges take. */
export function statementsOf(net: Derivation, edges: readonly number[]): Set<number> {
  const taken = new Set<number>();
  for (const e of edges) for (let i = net.needStart[e]; i < net.needStart[e + 1]; i++) taken.add(net.need[i]);
  return taken;
}

/** Edges to look at, times statements to leave out, up to which each is tried. */
const MOST_TRIED = 20_000_000;

/** A proof from which no statement can be left out; where it is very large, the one read from the top. */
function irredundant(net: Derivation, source: number, target: number): number[] | null {
  const all = new Uint8Array(net.tail.length).fill(1);
  if (fallsBy(net, source, all)[target] < 0) return null;
  let edges = usedFor(net, source, target, all);
  const first = [...statementsOf(net, edges)].sort((a, b) => b - a);
  if (first.length * net.tail.length > MOST_TRIED) return edges;
  for (const statement of first) {
    const left = statementsOf(net, edges);
    if (!left.delete(statement)) continue;
    const allowed = allowedBy(net, left);
    if (fallsBy(net, source, allowed)[target] >= 0) edges = usedFor(net, source, target, allowed);
  }
  return edges;
}

/** Edges all of whose statements are there. */
export function allowedBy(net: Derivation, statements: ReadonlySet<number>): Uint8Array {
  return Uint8Array.from(net.tail, (_, e) => {
    for (let i = net.needStart[e]; i < net.needStart[e + 1]; i++) if (!statements.has(net.need[i])) return 0;
    return 1;
  });
}

/** The ways by which the target and what it rests on fall. */
function usedFor(net: Derivation, source: number, target: number, allowed: Uint8Array): number[] {
  const rank = fallsBy(net, source, allowed);
  const edges: number[] = [];
  const done = new Set([source]);
  const pending = [target];
  while (pending.length > 0) {
    const node = pending.pop() as number;
    if (done.has(node)) continue;
    done.add(node);
    const before = rank.map((r) => (r >= 0 && r < rank[node] ? r : -1));
    for (const e of wayInto(net, node, before, allowed) ?? []) {
      edges.push(e);
      if (net.tail[e] >= 0) pending.push(net.tail[e]);
    }
  }
  return edges;
}

const trimmed = (net: Derivation, source: number, target: number, edges: readonly number[]): number[] =>
  usedFor(net, source, target, markOf(net, edges));

function markOf(net: Derivation, edges: readonly number[]): Uint8Array {
  const mark = new Uint8Array(net.tail.length);
  for (const e of edges) mark[e] = 1;
  return mark;
}

class CutOff extends Error {}

/** Ways into the target, deepest first, within a number of statements. */
class Search {
  readonly least: Int32Array;
  readonly #net: Derivation;
  readonly #source: number;
  readonly #target: number;
  readonly #only: Int32Array;
  readonly #twice: Uint8Array;
  readonly #asked: Uint8Array;
  readonly #taken: Int32Array;
  readonly #edges: number[] = [];
  #left: number;
  #cost = 0;
  /** Sum of the least cost of all nodes asked for and not yet worked through. */
  #open = 0;
  #bound = 0;

  constructor(net: Derivation, source: number, target: number, most: number) {
    const { least, only, twice } = leastInto(net, source);
    this.least = least;
    this.#twice = twice;
    this.#only = only;
    this.#net = net;
    this.#source = source;
    this.#target = target;
    this.#left = most;
    this.#asked = new Uint8Array(net.nodes);
    this.#taken = new Int32Array(net.statements);
  }

  within(bound: number): number[] | null | "cut off" {
    this.#bound = bound;
    this.#edges.length = 0;
    this.#taken.fill(0);
    this.#asked.fill(0);
    this.#asked[this.#source] = 1;
    this.#asked[this.#target] = 1;
    this.#cost = 0;
    this.#open = this.least[this.#target];
    try {
      return this.#next([this.#target]) ? [...this.#edges] : null;
    } catch (error) {
      if (error instanceof CutOff) return "cut off";
      throw error;
    }
  }

  #next(pending: readonly number[]): boolean {
    if (this.#left-- <= 0) throw new CutOff();
    if (this.#cost + this.#open > this.#bound) return false;
    const node = pending.at(-1);
    if (node === undefined) {
      return fallsBy(this.#net, this.#source, markOf(this.#net, this.#edges))[this.#target] >= 0;
    }
    const net = this.#net;
    const rest = pending.slice(0, -1);
    this.#open -= this.least[node];
    const ballots = new Map<number, number[]>();
    for (let e = net.intoStart[node]; e < net.intoStart[node + 1]; e++) {
      if (net.tail[e] === node) continue;
      if (net.ballot[e] < 0) {
        if (this.#with(e, rest, (more) => this.#next(more))) return true;
      } else ballots.set(net.ballot[e], [...(ballots.get(net.ballot[e]) ?? []), e]);
    }
    if (net.ballots[node] > 0 && ballots.size === net.ballots[node]) {
      if (this.#ballots([...ballots], 0, rest)) return true;
    }
    this.#open += this.least[node];
    return false;
  }

  /** Takes an edge, goes on, and takes it back where that leads nowhere. */
  #with(e: number, pending: readonly number[], then: (pending: readonly number[]) => boolean): boolean {
    const net = this.#net;
    const tail = net.tail[e];
    const asks = tail >= 0 && this.#asked[tail] === 0;
    for (let i = net.needStart[e]; i < net.needStart[e + 1]; i++)
      if (this.#taken[net.need[i]]++ === 0) this.#cost++;
    if (asks) {
      this.#asked[tail] = 1;
      this.#open += this.least[tail];
    }
    this.#edges.push(e);
    const fits = this.#cost + this.#open <= this.#bound;
    if (fits && then(asks ? [...pending, tail] : pending)) return true;
    this.#edges.pop();
    if (asks) {
      this.#asked[tail] = 0;
      this.#open -= this.least[tail];
    }
    for (let i = net.needStart[e]; i < net.needStart[e + 1]; i++)
      if (--this.#taken[net.need[i]] === 0) this.#cost--;
    return false;
  }

  /** Every ballot of a node has to be won, one after the other. */
  #ballots(
    ballots: readonly (readonly [number, number[]])[],
    at: number,
    pending: readonly number[],
  ): boolean {
    const here = ballots[at];
    if (here === undefined) return this.#next(pending);
    const net = this.#net;
    const [ballot, parts] = here;
    const then = (more: readonly number[]) => this.#ballots(ballots, at + 1, more);
    const sorted = [...parts].sort((a, b) => net.weight[b] - net.weight[a] || a - b);
    const summed = sorted.filter((e) => (net.flags[e] & PART_ALONE) === 0);
    const own = sorted.filter((e) => net.tail[e] < 0);
    if (this.#part(summed, 0, net.given[ballot], false, false, pending, then)) return true;
    for (const e of sorted) {
      if ((net.flags[e] & PART_ALONE) === 0) continue;
      const open = (net.flags[e] & PART_OPEN) !== 0;
      const weight = net.given[ballot] + net.weight[e];
      if (this.#with(e, pending, (more) => this.#part(own, 0, weight, open, true, more, then))) return true;
    }
    return false;
  }

  /** With or without each part in turn, until the ballot is won or cannot be. */
  #part(
    parts: readonly number[],
    at: number,
    weight: number,
    open: boolean,
    votes: boolean,
    pending: readonly number[],
    then: (pending: readonly number[]) => boolean,
  ): boolean {
    const net = this.#net;
    if (votes && isEnough(weight, open, net.whole)) return then(pending);
    this.#left -= parts.length - at + 1;
    if (this.#left <= 0) throw new CutOff();
    if (!this.#reachable(parts, at, weight, open)) return false;
    const e = parts[at] as number;
    const isOpen = (net.flags[e] & PART_OPEN) !== 0;
    const taking = (more: readonly number[]) =>
      this.#part(
        parts,
        at + 1,
        weight + net.weight[e],
        open || isOpen,
        votes || net.tail[e] >= 0,
        more,
        then,
      );
    if (net.weight[e] > 0 || isOpen) if (this.#with(e, pending, taking)) return true;
    return this.#part(parts, at + 1, weight, open, votes, pending, then);
  }

  /** Whether the parts left can still win within the bound: as many of the largest as it takes, each at the least cost. */
  #reachable(parts: readonly number[], at: number, weight: number, open: boolean): boolean {
    const net = this.#net;
    let anyOpen = open;
    for (let i = at; i < parts.length; i++) anyOpen ||= (net.flags[parts[i]] & PART_OPEN) !== 0;
    let sum = weight;
    let count = 0;
    let cheapest = Number.POSITIVE_INFINITY;
    let enough = -1;
    for (let i = at; i < parts.length; i++) {
      const e = parts[i];
      sum += net.weight[e];
      count++;
      if (enough < 0 && isEnough(sum, anyOpen, net.whole)) enough = count;
      const tail = net.tail[e];
      const asks = tail >= 0 && this.#asked[tail] === 0 && this.#twice[e] === 0;
      cheapest = Math.min(cheapest, this.#only[e] + (asks ? this.least[tail] : 0));
    }
    if (count === 0 || !isEnough(sum, anyOpen, net.whole)) return false;
    return this.#cost + this.#open + Math.max(0, enough) * cheapest <= this.#bound;
  }
}
