/** Strongly connected components, numbered so that a component comes after all it has edges to. */
export interface Components {
  readonly count: number;
  /** Node → its component. */
  readonly of: Int32Array;
  /** Component → its nodes: `order[start[c]] … order[start[c + 1] − 1]`, as the search finished them: mostly after those they have edges to. */
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/**
 * Components of a graph given as CSR: edges of node v go to `to[start[v]] … to[start[v + 1] − 1]`. Tarjan's (1972) in the
 * form of Pearce (2016), where one number a node is its place in the search, its least reach and its component in turn,
 * so that an edge costs one random place in memory; without recursion, so that a chain of any length does. Nodes without
 * edges are settled first. Cost: O(nodes + edges) time, five integers a node.
 */
export function components(start: Int32Array, to: Int32Array): Components {
  const nodes = start.length - 1;
  /** 0 not seen; below `last` the least place reached; above it nodes − 1 − component. */
  const reach = new Int32Array(nodes);
  const order = new Int32Array(nodes);
  /** The path from the front, what waits for its component from the back. */
  const path = new Int32Array(nodes);
  const next = new Int32Array(nodes);
  const first = new Int32Array(nodes);
  const ends: Int32Array = new Int32Array(nodes + 1);
  let last = nodes;
  let placed = 0;
  for (let v = 0; v < nodes; v++)
    if (start[v] === start[v + 1]) {
      reach[v] = last--;
      order[placed++] = v;
      ends[nodes - last] = placed;
    }
  let waiting = nodes;
  let seen = 1;
  for (let root = 0; root < nodes; root++) {
    if (reach[root] !== 0) continue;
    let depth = 0;
    let v = root;
    let e = start[v];
    let least = seen;
    path[0] = v;
    first[0] = seen;
    reach[v] = seen++;
    for (;;) {
      const end = start[v + 1];
      let down = -1;
      while (e < end) {
        const w = to[e++];
        const r = reach[w];
        if (r === 0) {
          down = w;
          break;
        }
        if (r < least) least = r;
      }
      if (down >= 0) {
        reach[v] = least;
        next[depth] = e;
        v = down;
        e = start[v];
        path[++depth] = v;
        first[depth] = least = seen;
        reach[v] = seen++;
        continue;
      }
      if (least === first[depth]) {
        let from = waiting;
        while (from < nodes && reach[path[from]] >= least) from++;
        for (let k = from - 1; k >= waiting; k--) {
          reach[path[k]] = last;
          order[placed++] = path[k];
        }
        order[placed++] = v;
        seen -= from - waiting + 1;
        waiting = from;
        reach[v] = last--;
        ends[nodes - last] = placed;
      } else {
        reach[v] = least;
        path[--waiting] = v;
      }
      if (depth === 0) break;
      const below = reach[v];
      v = path[--depth];
      e = next[depth];
      least = reach[v];
      if (below < least) least = below;
    }
  }
  for (let v = 0; v < nodes; v++) reach[v] = nodes - reach[v];
  const count = nodes - last;
  return { count, of: reach, start: ends.slice(0, count + 1), order };
}
