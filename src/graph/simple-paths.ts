import type { Budget } from "./links.ts";
import type { Between } from "./near-between.ts";

/** All paths that begin with the first nodes of `path`, up to and with its node `at`, and go on to none of `barred`; `path` is the first of them. */
interface Class {
  readonly path: readonly number[];
  readonly at: number;
  readonly barred: readonly number[];
}

/**
 * The simple paths through a part of a graph from end to end, of at most `longest` links: those of fewer links first,
 * then in dictionary order of their nodes. Yen (1971) as Lawler (1972) states it: all paths are parted into classes,
 * the first path of each is known, and taking the first of all parts its class further. The first path of a class is
 * found by looking for a walk of 1, 2, … links that keeps off the nodes before it, never further from the target than
 * the links left allow, and never again where it failed; the shortest walk is a simple path. Ends early where the
 * budget does: what it has given are the first of all. Cost a path: O(longest² × steps of the part), mostly far less.
 */
export function* simplePaths(part: Between, budget: Budget): Generator<Int32Array> {
  if (part.nodes.length === 0) return;
  const search = new Spur(part, budget);
  const waiting: Class[] = [];
  const add = (path: readonly number[], at: number, barred: readonly number[]) => {
    const first = search.first(path, at, barred);
    if (first !== null) insert(waiting, { path: first, at, barred });
  };
  add([part.from], 0, []);
  for (let next = waiting.pop(); next !== undefined && budget.left > 0; next = waiting.pop()) {
    const { path, at, barred } = next;
    yield Int32Array.from(path, (n) => part.nodes[n]);
    for (let i = at; i < path.length - 1; i++)
      add(path, i, i === at ? [...barred, path[i + 1]] : [path[i + 1]]);
  }
}

/** Puts a class before all whose first path comes earlier: the first of all stands last. */
function insert(waiting: Class[], one: Class): void {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(one.path, waiting[middle].path)) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, one);
}

/** Whether a path comes before another: fewer links, then smaller nodes. */
function before(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  const i = a.findIndex((n, k) => n !== b[k]);
  return i >= 0 && a[i] < b[i];
}

/** Looks for the first path of a class. */
class Spur {
  readonly #part: Between;
  readonly #budget: Budget;
  /** Nodes of the beginning of the path are marked with the round. */
  readonly #taken: Int32Array;
  /** The round in which a node failed, and with how many links left. */
  readonly #failedIn: Int32Array;
  readonly #failedWith: Uint8Array;
  #round = 0;

  constructor(part: Between, budget: Budget) {
    const nodes = part.nodes.length;
    this.#part = part;
    this.#budget = budget;
    this.#taken = new Int32Array(nodes);
    this.#failedIn = new Int32Array(nodes);
    this.#failedWith = new Uint8Array(nodes);
  }

  first(path: readonly number[], at: number, barred: readonly number[]): readonly number[] | null {
    const { rest, longest } = this.#part;
    this.#round++;
    for (let i = 0; i <= at; i++) this.#taken[path[i]] = this.#round;
    for (let left = rest[path[at]]; at + left <= longest; left++) {
      const way = this.#onwards(path[at], left, barred);
      if (way !== null) return [...path.slice(0, at + 1), ...way.reverse()];
      if (this.#budget.left <= 0) return null;
    }
    return null;
  }

  /** The nodes after `from` on the first walk of at most so many links to the target, last first; null where there is none. */
  #onwards(from: number, left: number, barred: readonly number[]): number[] | null {
    const { start, to, rest, target } = this.#part;
    if (from === target) return [];
    this.#budget.left -= start[from + 1] - start[from] + 1;
    for (let e = start[from]; e < start[from + 1]; e++) {
      const w = to[e];
      if (rest[w] > left - 1 || this.#taken[w] === this.#round || barred.includes(w)) continue;
      if (this.#failedIn[w] === this.#round && this.#failedWith[w] >= left - 1) continue;
      const way = this.#onwards(w, left - 1, []);
      if (way !== null) {
        way.push(w);
        return way;
      }
      this.#failedIn[w] = this.#round;
      this.#failedWith[w] = left - 1;
    }
    return null;
  }
}
