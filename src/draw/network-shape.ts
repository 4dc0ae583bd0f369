import type { NetworkNode } from "../ask/block.ts";
import { LINE, NODE_FONT, nodeLines, PERSON_RADIUS } from "../ask/chart-size.ts";
import { el, join, type Markup, text } from "./element.ts";

/** A placed node: its shape says what it is (square outlet, circle person, rounded company, hexagon state). */
export function nodeShape(node: NetworkNode): Markup {
  const { x = 0, y = 0, w = 0, h = 0 } = node;
  const [left, top] = [x - w / 2, y - h / 2];
  const middle =
    node.shape === "person" ? top + PERSON_RADIUS * 2 + 6 + (nodeLines(node).length * LINE) / 2 : y;
  return join([outline(node, left, top, w, h), ...name(node, x, middle)]);
}

function name(node: NetworkNode, x: number, middle: number): Markup[] {
  const lines = nodeLines(node);
  const first = middle - ((lines.length - 1) * LINE) / 2 + NODE_FONT * 0.35;
  return lines.map((line, n) =>
    el(
      "text",
      { class: "name", x, y: first + n * LINE, "font-size": NODE_FONT, "text-anchor": "middle" },
      text(line),
    ),
  );
}

function outline(node: NetworkNode, x: number, y: number, w: number, h: number): Markup {
  const box = (rx: number, inset = 0, kind = "shape") =>
    el("rect", { class: kind, x: x + inset, y: y + inset, width: w - 2 * inset, height: h - 2 * inset, rx });
  switch (node.shape) {
    case "person":
      return el("circle", { class: "shape", cx: x + w / 2, cy: y + PERSON_RADIUS + 1, r: PERSON_RADIUS });
    case "outlet":
      return join([box(0), box(0, 3, "inner")]);
    case "company":
      return box(11);
    case "state":
      return polygon([
        [x, y + h / 2],
        [x + 15, y],
        [x + w - 15, y],
        [x + w, y + h / 2],
        [x + w - 15, y + h],
        [x + 15, y + h],
      ]);
    case "arrangement":
      return box(3);
    case "fold":
      return join([
        el("rect", { class: "shape", x: x + 5, y: y - 5, width: w, height: h, rx: 11 }),
        el("rect", { class: "shape", x: x + 2.5, y: y - 2.5, width: w, height: h, rx: 11 }),
        box(11),
      ]);
  }
}

const polygon = (points: readonly (readonly [number, number])[]): Markup =>
  el("polygon", { class: "shape", points: points.map((point) => point.join(",")).join(" ") });
