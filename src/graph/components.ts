/** Strongly connected components, numbered so that a component comes after all it has edges to. */
export interface Components {
  readonly count: number;
  /** Node → its component. */
  readonly of: Int32Array;
  /** Component → its nodes: `order[start[c]] … order[start[c + 1] − 1]`. */
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/**
 * Components of a graph given as CSR: edges of node v go to `to[start[v]] … to[start[v + 1] − 1]`. Without recursion, so
 * that a chain of any length does (Tarjan 1972). Cost: O(nodes + edges) time, six integers a node.
 */
export function components(start: Int32Array, to: Int32Array): Components {
  const nodes = start.length - 1;
  const index = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const of = new Int32Array(nodes).fill(-1);
  const next = start.slice(0, nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  const order = new Int32Array(nodes);
  const ends: number[] = [0];
  let seen = 0;
  let opened = 0;
  let placed = 0;
  for (let root = 0; root < nodes; root++) {
    if (index[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    index[root] = low[root] = ++seen;
    open[opened++] = root;
    while (depth >= 0) {
      const v = path[depth];
      if (next[v] < start[v + 1]) {
        const w = to[next[v]++];
        if (index[w] === 0) {
          index[w] = low[w] = ++seen;
          open[opened++] = w;
          path[++depth] = w;
        } else if (of[w] < 0 && index[w] < low[v]) low[v] = index[w];
        continue;
      }
      if (low[v] === index[v]) {
        const component = ends.length - 1;
        let w = -1;
        while (w !== v) {
          w = open[--opened];
          of[w] = component;
          order[placed++] = w;
        }
        ends.push(placed);
      }
      if (--depth >= 0 && low[v] < low[path[depth]]) low[path[depth]] = low[v];
    }
  }
  return { count: ends.length - 1, of, start: Int32Array.from(ends), order };
}
