import type { NetworkEdge } from "./block.ts";

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Point = readonly [number, number];
type Side = "top" | "bottom";

/** How much of a node's width its lines may spread over. */
const SPREAD = 0.72;
/** The most between two lines at a node. */
export const PORTS = 26;

/**
 * Where lines leave and reach nodes: at the bottom and the top, side by side in the order they come from, so that no
 * two heads cover each other. `attach` puts the ends of an edge's points there.
 */
export function portsOf(
  edges: readonly NetworkEdge[],
  node: (id: string) => Placed,
  placed: (edge: NetworkEdge) => readonly Point[],
) {
  const ends = new Map<string, { key: string; n: number; from: number }[]>();
  const add = (id: string, side: Side, n: number, end: string, from: number) => {
    const list = ends.get(`${side} ${id}`) ?? [];
    list.push({ key: `${n} ${end}`, n, from });
    ends.set(`${side} ${id}`, list);
  };
  const down = (edge: NetworkEdge) => node(edge.from).y < node(edge.to).y;
  edges.forEach((edge, n) => {
    if (edge.from === edge.to) return;
    const points = placed(edge);
    add(edge.from, down(edge) ? "bottom" : "top", n, "from", points[1]?.[0] ?? node(edge.to).x);
    add(edge.to, down(edge) ? "top" : "bottom", n, "to", points[points.length - 2]?.[0] ?? node(edge.from).x);
  });
  const port = new Map<string, Point>();
  for (const [where, list] of ends) {
    const side = where.slice(0, where.indexOf(" ")) as Side;
    const { x, y, width, height } = node(where.slice(where.indexOf(" ") + 1));
    const sorted = list.sort((a, b) => a.from - b.from || a.n - b.n);
    const step = Math.min(PORTS, (width * SPREAD) / Math.max(1, sorted.length - 1));
    sorted.forEach(({ key }, n) => {
      const dx = (n - (sorted.length - 1) / 2) * step;
      port.set(key, [x + dx, side === "top" ? y - height / 2 : y + height / 2]);
    });
  }
  const attach = (n: number, points: readonly Point[]): Point[] => {
    const [from, to] = [port.get(`${n} from`), port.get(`${n} to`)];
    const kept = from && to ? [from, ...points.slice(1, -1), to] : points;
    return kept.map(([x, y]): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
  };
  return { attach };
}
