/** Edges sorted by their tail: those of node v are `order[start[v]] … order[start[v + 1] − 1]`, in the order given. */
export interface Csr {
  readonly start: Int32Array;
  /** Position in the sorted list → index of the edge as given. */
  readonly order: Int32Array;
}

/** Counting sort of edges by `tail`, stable. Cost: O(nodes + edges). Negative tails are left out. */
export function csr(nodes: number, tail: ArrayLike<number>): Csr {
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
