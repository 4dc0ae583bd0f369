import type { Budget, Links } from "./links.ts";

/** The part of a graph that lies between two nodes, renumbered in the order of the nodes. */
export interface Between {
  /** Local number → node, ascending. */
  readonly nodes: Int32Array;
  readonly start: Int32Array;
  /** Steps that can lie on a walk from one to the other of at most `longest` links, ascending from each node. */
  readonly to: Int32Array;
  /** Fewest links from each to the target. */
  readonly rest: Uint8Array;
  readonly from: number;
  readonly target: number;
  /** The most links of walks that are all in it; less than asked where the budget did not reach. */
  readonly longest: number;
}

const FAR = 255;

/**
 * Everything on walks of at most `longest` (below 128) links of strength `least` or more from one node to another; no
 * nodes where there is none. Grows a ball around either end, the cheaper one first, until their radii add up to `longest`:
 * of such a walk every node lies in the one or the other. Cost: the links at nodes in both balls, and some bytes a node
 * of the graph. The budget stops the balls early: then it is everything on walks as long as their radii.
 */
export function nearBetween(
  graph: Links,
  least: number,
  from: number,
  target: number,
  longest: number,
  budget: Budget,
): Between {
  const nodes = graph.start.length - 1;
  const fore = ballAround(graph, least, from, nodes);
  const back = ballAround(graph, least, target, nodes);
  let reached = longest;
  while (fore.radius + back.radius < longest) {
    const side = fore.cost() <= back.cost() ? fore : back;
    if (side.cost() === 0) break;
    if (side.cost() > budget.left) {
      reached = fore.radius + back.radius;
      break;
    }
    budget.left -= side.cost();
    side.grow(() => true);
  }
  const inFore = fore.dist.slice();
  const inBack = back.dist.slice();
  while (fore.radius < reached && fore.cost() > 0) fore.grow((v) => inBack[v] !== FAR);
  while (back.radius < reached && back.cost() > 0) back.grow((v) => inFore[v] !== FAR);
  return cut(graph, least, fore, back, { from, target, longest: reached });
}

interface Ball {
  readonly dist: Uint8Array;
  readonly seen: number[];
  readonly radius: number;
  /** Ends of links at its outermost nodes; 0 where it cannot grow. */
  readonly cost: () => number;
  readonly grow: (into: (node: number) => boolean) => void;
}

function ballAround(
  { start, to, link, strength }: Links,
  least: number,
  centre: number,
  nodes: number,
): Ball {
  const dist = new Uint8Array(nodes).fill(FAR);
  dist[centre] = 0;
  const seen = [centre];
  let [radius, outer, cost] = [0, 0, start[centre + 1] - start[centre]];
  return {
    dist,
    seen,
    get radius() {
      return radius;
    },
    cost: () => cost,
    grow: (into) => {
      const end = seen.length;
      radius++;
      cost = 0;
      for (; outer < end; outer++) {
        const v = seen[outer];
        for (let e = start[v]; e < start[v + 1]; e++) {
          const w = to[e];
          if (dist[w] !== FAR || strength[link[e]] < least || !into(w)) continue;
          dist[w] = radius;
          seen.push(w);
          cost += start[w + 1] - start[w];
        }
      }
    },
  };
}

/** Nodes on short enough walks, and the steps between them, renumbered. */
function cut(
  { start, to, link, strength }: Links,
  least: number,
  fore: Ball,
  back: Ball,
  { from, target, longest }: { from: number; target: number; longest: number },
): Between {
  const kept = fore.seen.filter((v) => fore.dist[v] + back.dist[v] <= longest);
  const nodes = Int32Array.from(kept).sort();
  /** Node → its local number, from 1. */
  const local = new Int32Array(start.length - 1);
  for (let n = 0; n < nodes.length; n++) local[nodes[n]] = n + 1;
  const first = new Int32Array(nodes.length + 1);
  const steps: number[] = [];
  for (let n = 0; n < nodes.length; n++) {
    const v = nodes[n];
    for (let e = start[v]; e < start[v + 1]; e++) {
      const w = to[e];
      if (strength[link[e]] < least || fore.dist[v] + 1 + back.dist[w] > longest) continue;
      const step = local[w] - 1;
      const again = steps.length > first[n] && steps[steps.length - 1] === step;
      if (step >= 0 && !again) steps.push(step);
    }
    first[n + 1] = steps.length;
  }
  return {
    nodes,
    start: first,
    to: Int32Array.from(steps),
    rest: Uint8Array.from(nodes, (v) => back.dist[v]),
    from: local[from] - 1,
    target: local[target] - 1,
    longest,
  };
}
