/** Edges sorted by their tail: those of node v are `order[start[v]] … order[start[v + 1] − 1]`, in the order given. */
export interface Csr {
  readonly start: Int32Array;
  /** Position in the sorted list → index of the edge as given. */
  readonly order: Int32Array;
}

/** Counting sort of edges by `tail`, stable. Cost: O(nodes + edges). Negative tails are left out. */
export function csr(nodes: number, tail: ArrayLike<number>): Csr {
  return nodes <= FAR ? near(nodes, tail) : far(nodes, tail, tail.length, null);
}

/** The same of so many edges, with something else in the place of each edge's index. */
export function sortedBy(nodes: number, tail: Int32Array, length: number, value: Int32Array): Csr {
  return far(nodes, tail, length, value);
}

/** Beyond so many nodes, what is counted for each no longer stays in a cache. */
const FAR = 1 << 17;
/** Nodes whose edges are sorted together, as a power of two: what is counted for so many does. */
const RANGE = 15;

function near(nodes: number, tail: ArrayLike<number>): Csr {
  const start = new Int32Array(nodes + 1);
  let kept = 0;
  for (let e = 0; e < tail.length; e++) {
    if (tail[e] < 0) continue;
    start[tail[e] + 1]++;
    kept++;
  }
  for (let v = 0; v < nodes; v++) start[v + 1] += start[v];
  const next = start.slice();
  const order = new Int32Array(kept);
  for (let e = 0; e < tail.length; e++) if (tail[e] >= 0) order[next[tail[e]]++] = e;
  return { start, order };
}

/** Edges go to their range of nodes first, each with its tail, and are then sorted range by range. */
function far(nodes: number, tail: ArrayLike<number>, length: number, value: Int32Array | null): Csr {
  const ranges = (nodes >>> RANGE) + 1;
  const begin = new Int32Array(ranges + 1);
  for (let e = 0; e < length; e++) if (tail[e] >= 0) begin[(tail[e] >>> RANGE) + 1]++;
  for (let r = 0; r < ranges; r++) begin[r + 1] += begin[r];
  const kept = begin[ranges];
  const pair = new Int32Array(2 * kept);
  const free = begin.slice();
  for (let e = 0; e < length; e++) {
    if (tail[e] < 0) continue;
    const at = 2 * free[tail[e] >>> RANGE]++;
    pair[at] = tail[e];
    pair[at + 1] = value === null ? e : value[e];
  }
  const start = new Int32Array(nodes + 1);
  const order = new Int32Array(kept);
  const next = new Int32Array(1 << RANGE);
  for (let r = 0; r < ranges; r++) {
    const [first, last, low] = [2 * begin[r], 2 * begin[r + 1], r << RANGE];
    next.fill(0);
    for (let at = first; at < last; at += 2) next[pair[at] - low]++;
    let sum = begin[r];
    for (let v = low; v < Math.min(nodes, low + (1 << RANGE)); v++) {
      const count = next[v - low];
      start[v] = next[v - low] = sum;
      sum += count;
    }
    for (let at = first; at < last; at += 2) order[next[pair[at] - low]++] = pair[at + 1];
  }
  start[nodes] = kept;
  return { start, order };
}

/** All nodes from which `target` is reached along edges head ← tail given as CSR by head; the target not among them. */
export function ancestors(start: Int32Array, tail: Int32Array, target: number): Int32Array {
  const seen = new Uint8Array(start.length - 1);
  const queue: number[] = [target];
  seen[target] = 1;
  for (let head = 0; head < queue.length; head++) {
    for (let e = start[queue[head]]; e < start[queue[head] + 1]; e++) {
      if (seen[tail[e]]) continue;
      seen[tail[e]] = 1;
      queue.push(tail[e]);
    }
  }
  return Int32Array.from(queue.slice(1));
}
