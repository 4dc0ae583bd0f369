import { Graph, layout } from "@dagrejs/dagre";
import type { Network, NetworkEdge, NetworkNode } from "./block.ts";
import { edgeLabelWidth, LINE, NODE_FONT, nodeLines, PERSON_RADIUS } from "./chart-size.ts";
import { FOLD_ABOVE, fold } from "./fold.ts";
import { textWidth } from "./label.ts";
import { type Placed, type PlacedEdge, portsOf } from "./ports.ts";

const MARGIN = 14;

/**
 * Lays a network out in layers, holders above what they hold, and stores the coordinates (chart units, origin at the
 * top left). Beyond `limit` nodes it folds first. The same network always gives the same picture.
 */
export function place(network: Network, limit: number = FOLD_ABOVE): Network {
  const folded = fold(network, limit);
  if (folded.nodes.length === 0) return { ...folded, width: 0, height: 0 };
  const graph = new Graph({ directed: true, multigraph: true });
  graph.setGraph({
    rankdir: "TB",
    nodesep: 26,
    ranksep: 40 + 7 * Math.min(9, Math.max(0, widest(folded) - 3)),
    edgesep: 18,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  for (const node of folded.nodes) {
    const { w, h } = size(node);
    graph.setNode(node.id, { width: w, height: h });
  }
  folded.edges.forEach((edge, n) => {
    const labelled = edge.label !== "";
    graph.setEdge(
      edge.from,
      edge.to,
      {
        width: labelled ? edgeLabelWidth(edge) : 6,
        height: labelled ? LINE : 2,
        labelpos: "c",
        weight: edge.emphasis ? 6 : 1,
        minlen: 1,
      },
      String(n),
    );
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const ports = portsOf(
    folded.edges,
    (id): Placed => graph.node(id),
    (edge, n): PlacedEdge => graph.edge(edge.from, edge.to, String(n)),
  );
  return {
    ...folded,
    nodes: folded.nodes.map((node): NetworkNode => {
      const at: Placed = graph.node(node.id);
      return { ...node, x: round(at.x), y: round(at.y), w: round(at.width), h: round(at.height) };
    }),
    edges: folded.edges.map((edge, n): NetworkEdge => {
      const at: PlacedEdge = graph.edge(edge.from, edge.to, String(n));
      const points = ports.attach(
        n,
        (at.points ?? []).map(({ x, y }) => [x, y] as const),
      );
      return at.x === undefined || at.y === undefined || edge.label === ""
        ? { ...edge, points }
        : { ...edge, points, at: [round(at.x), round(at.y)] };
    }),
    width: round(width),
    height: round(height),
  };
}

function size(node: NetworkNode): { w: number; h: number } {
  const lines = nodeLines(node);
  const text = Math.max(...lines.map(textWidth), 2) * NODE_FONT;
  const tall = lines.length * LINE;
  if (node.shape === "person") return { w: text + 12, h: PERSON_RADIUS * 2 + 6 + tall };
  const side = node.shape === "state" ? 48 : node.shape === "fold" ? 40 : 30;
  return { w: text + side, h: tall + 18 };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The most lines that meet at one side of a node; they need room to come together. */
function widest(network: Network): number {
  const count = new Map<string, number>();
  for (const { from, to } of network.edges) {
    for (const key of [`${from} below`, `${to} above`]) count.set(key, (count.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...count.values());
}
