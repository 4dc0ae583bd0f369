import { Graph, layout } from "@dagrejs/dagre";
import type { Network, NetworkEdge, NetworkNode } from "./block.ts";
import { type Bundle, bundles, LABEL_GAP, labelsHeight } from "./bundle.ts";
import { edgeLabelHeight, nodeSize } from "./chart-size.ts";
import { type Fan, fans } from "./fan.ts";
import { FOLD_ABOVE, fold } from "./fold.ts";
import { type Placed, type Point, portsOf } from "./ports.ts";

const MARGIN = 14;
/** Between the lines of one bundle. */
const APART = 8;

/** The way of a bundle: its points, the middle of its labels, and whether it comes out of a fan. */
interface Way {
  readonly points: readonly Point[];
  readonly labels: Point;
  readonly straight: boolean;
}

/**
 * Lays a network out in layers, holders above what they hold, and stores the coordinates (chart units, origin at the
 * top left). Beyond `limit` nodes it folds first. The same network always gives the same picture.
 */
export function place(network: Network, limit: number = FOLD_ABOVE): Network {
  const folded = fold(network, limit);
  if (folded.nodes.length === 0) return { ...folded, width: 0, height: 0 };
  const bound = bundles(folded);
  const fanned = fans(folded, bound, nodeSize);
  const { width, height, boxes, ways } = laidOut(folded, bound, fanned);
  const way = (edge: NetworkEdge): Way => ways.get(JSON.stringify([edge.from, edge.to])) ?? NOWHERE;
  const ports = portsOf(
    folded.edges,
    (id) => boxes.get(id) ?? NO_BOX,
    (edge) => way(edge).points,
  );
  const mates = new Map(bound.flatMap((each) => each.edges.map((edge) => [edge, each.edges] as const)));
  return {
    ...folded,
    nodes: folded.nodes.map((node): NetworkNode => {
      const { x, y } = boxes.get(node.id) ?? NO_BOX;
      const { w, h } = nodeSize(node);
      return { ...node, x: round(x), y: round(y), w: round(w), h: round(h) };
    }),
    edges: folded.edges.map((edge, n): NetworkEdge => {
      const { points, labels, straight } = way(edge);
      const all = mates.get(edge) ?? [edge];
      const k = all.indexOf(edge);
      const aside = (k - (all.length - 1) / 2) * APART;
      const attached = ports.attach(n, straight ? points : points.map(([x, y]) => [x + aside, y]));
      const start = attached[0]?.[0] ?? 0;
      const drawn = straight
        ? attached.map((point, i): Point => (i < attached.length - 1 ? [start, point[1]] : point))
        : attached;
      if (edge.label === "") return { ...edge, points: drawn };
      const before = labelsHeight(all.slice(0, k)) + (k > 0 ? LABEL_GAP : 0);
      const above = before - labelsHeight(all) / 2 + edgeLabelHeight(edge) / 2;
      return { ...edge, points: drawn, at: [round(labels[0]), round(labels[1] + above)] };
    }),
    width: round(width),
    height: round(height),
  };
}

const NO_BOX: Placed = { x: 0, y: 0, width: 0, height: 0 };
const NOWHERE: Way = { points: [], labels: [0, 0], straight: false };

/** Runs the layered layout with each fan as one block, then sets the holders of the fans into their blocks. */
function laidOut(network: Network, bound: readonly Bundle[], fanned: readonly Fan[]) {
  const hidden = new Set(fanned.flatMap((fan) => fan.spots.map((spot) => spot.bundle.from)));
  const graph = new Graph({ directed: true, multigraph: true });
  const ranksep = 40 + 7 * Math.min(9, Math.max(0, widest(bound) - 3));
  graph.setGraph({ rankdir: "TB", nodesep: 26, ranksep, edgesep: 18, marginx: MARGIN, marginy: MARGIN });
  for (const node of network.nodes) {
    const { w, h } = nodeSize(node);
    if (!hidden.has(node.id)) graph.setNode(node.id, { width: w, height: h });
  }
  for (const fan of fanned) {
    graph.setNode(fan.id, { width: fan.width, height: fan.height });
    graph.setEdge(fan.id, fan.to, { width: 1, height: 1, weight: 2 });
  }
  for (const { from, to, width, height, emphasis } of bound) {
    if (hidden.has(from)) continue;
    graph.setEdge(from, to, { width, height: Math.max(2, height), labelpos: "c", weight: emphasis ? 8 : 1 });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxes = new Map<string, Placed>();
  const ways = new Map<string, Way>();
  for (const node of network.nodes) if (!hidden.has(node.id)) boxes.set(node.id, graph.node(node.id));
  for (const { from, to } of bound) {
    if (hidden.has(from)) continue;
    const at: { x: number; y: number; points?: { x: number; y: number }[] } = graph.edge(from, to);
    const points = (at.points ?? []).map(({ x, y }): Point => [x, y]);
    ways.set(JSON.stringify([from, to]), { points, labels: [at.x, at.y], straight: false });
  }
  for (const fan of fanned) spread(fan, graph.node(fan.id), network, boxes, ways);
  return { width, height, boxes, ways };
}

function spread(
  fan: Fan,
  block: Placed,
  network: Network,
  boxes: Map<string, Placed>,
  ways: Map<string, Way>,
): void {
  const [left, top] = [block.x - block.width / 2, block.y - block.height / 2];
  const target = boxes.get(fan.to) ?? NO_BOX;
  for (const { bundle, x, y, labels } of fan.spots) {
    const node = network.nodes.find((each) => each.id === bundle.from);
    const { w, h } = node ? nodeSize(node) : { w: 0, h: 0 };
    const [cx, below] = [left + x, top + labels + bundle.height];
    boxes.set(bundle.from, { x: cx, y: top + y, width: w, height: h });
    const points: Point[] = [
      [cx, top + y + h / 2],
      [cx, Math.max(below, top + block.height)],
      [target.x, target.y - target.height / 2],
    ];
    const way = { points, labels: [cx, top + labels + bundle.height / 2] as Point, straight: true };
    ways.set(JSON.stringify([bundle.from, bundle.to]), way);
  }
}

/** The most lines that meet at one node; they need room to come together. */
function widest(bound: readonly Bundle[]): number {
  const count = new Map<string, number>();
  for (const bundle of bound) {
    for (const key of [`${bundle.from} below`, `${bundle.to} above`])
      count.set(key, (count.get(key) ?? 0) + bundle.edges.length);
  }
  return Math.max(0, ...count.values());
}

const round = (value: number) => Math.round(value * 10) / 10;
