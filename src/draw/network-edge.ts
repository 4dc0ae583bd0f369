import type { Mark, NetworkEdge } from "../ask/block.ts";
import { EDGE_FONT, EDGE_STEP, edgeLabelHeight, edgeLabelWidth, edgeLines } from "../ask/chart-size.ts";
import { textWidth } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";
import { ends } from "./figure.ts";
import { drawMarks, MARK_WIDTH } from "./mark.ts";

type Point = readonly [number, number];
const HEAD = 9;

/** A line's width by the votes that surely come with it: 1.5 for none, 5 for all. */
function edgeWidth(edge: NetworkEdge): number {
  if (edge.style === "nominal" || edge.style === "declared") return 1.75;
  if (edge.figure?.unit !== "%") return edge.emphasis ? 2.5 : 1.75;
  return 1.5 + (3.5 * Math.min(100, Math.max(0, ends(edge.figure.value).low))) / 100;
}

/** The line of an edge, with its head where it has a direction: solid certain, dashed possible, double contract, dotted grey nominal or declared. */
export function edgeLine(edge: NetworkEdge, directed = true): Markup {
  const points = edge.points ?? [];
  if (points.length < 2) return "" as Markup;
  const width = edgeWidth(edge);
  const tip = points[points.length - 1] ?? [0, 0];
  const before = points[points.length - 2] ?? tip;
  const upright: Point = before[1] === tip[1] ? before : [tip[0], before[1]];
  const cut = directed ? toward(tip, upright, HEAD * 0.8) : tip;
  const d = smooth([...points.slice(0, -1), cut]);
  const double = edge.style === "contract";
  const outer = double ? Math.max(width, 2) + 3 : width;
  return join([
    el("path", { class: "line", d, "stroke-width": outer }),
    ...(double ? [el("path", { class: "rail", d, "stroke-width": outer - 2.6 })] : []),
    ...(directed ? [head(upright, tip, Math.max(4.2, outer))] : []),
  ]);
}

/** The label of an edge on a patch of paper, its marks after it. */
export function edgeLabel(edge: NetworkEdge, marks: readonly Mark[]): Markup {
  if (edge.at === undefined || edge.label === "") return "" as Markup;
  const [x, y] = edge.at;
  const [width, height] = [edgeLabelWidth(edge) - 4, edgeLabelHeight(edge)];
  const lines = edgeLines(edge);
  const last = textWidth(lines.at(-1) ?? "") * EDGE_FONT;
  const signs = marks.length * MARK_WIDTH * EDGE_FONT;
  const baseline = (n: number) => y - height / 2 + n * EDGE_STEP + EDGE_FONT;
  const words = lines.map((line, n) => {
    const middle = n === lines.length - 1 ? x - signs / 2 : x;
    const place = { x: middle, y: baseline(n), "font-size": EDGE_FONT, "text-anchor": "middle" };
    return el("text", { class: "label", ...place }, text(line));
  });
  return join([
    el("rect", { class: "halo", x: x - width / 2, y: y - height / 2, width, height, rx: 2 }),
    ...words,
    drawMarks(marks, x - signs / 2 + last / 2 + 4, baseline(lines.length - 1), EDGE_FONT),
  ]);
}

/** Upright at every point, so that lines leave, pass their label and arrive straight down; level lines stay straight. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let d = `M${at(first)}`;
  let here = first;
  for (const next of rest) {
    const half = (here[1] + next[1]) / 2;
    d += here[1] === next[1] ? `L${at(next)}` : `C${at([here[0], half])} ${at([next[0], half])} ${at(next)}`;
    here = next;
  }
  return d;
}

function head(from: Point, tip: Point, half: number): Markup {
  const base = toward(tip, from, HEAD);
  const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
  const [nx, ny] = [(-(tip[1] - from[1]) / length) * half, ((tip[0] - from[0]) / length) * half];
  const points = [tip, [base[0] + nx, base[1] + ny], [base[0] - nx, base[1] - ny]] as const;
  return el("polygon", { class: "head", points: points.map(at).join(" ") });
}

function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const t = Math.min(1, distance / length);
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
}

const at = (point: Point): string => `${round(point[0])},${round(point[1])}`;
const round = (value: number) => Math.round(value * 10) / 10;
