import type { NetworkEdge, NetworkNode } from "./block.ts";
import { textWidth, wrapEvenly } from "./label.ts";

/** Font sizes of a chart, in chart units. */
export const NODE_FONT = 14;
export const EDGE_FONT = 12.5;
/** The widest line of a node's label, at font size 1. */
const NODE_LINE = 15.5;
export const LINE = 17;
/** The widest line of an edge's label, at font size 1, and from line to line. */
const EDGE_LINE = 14;
export const EDGE_STEP = 15;
/** A person is a circle above its label. */
export const PERSON_RADIUS = 11;

/** The lines of a node's label, as they are measured and drawn. */
export const nodeLines = (node: NetworkNode): string[] => wrapEvenly(node.label, NODE_LINE, 2);

/** The lines of an edge's label, as they are measured and drawn. */
export const edgeLines = (edge: NetworkEdge): string[] =>
  edge.label === "" ? [] : wrapEvenly(edge.label, EDGE_LINE, 3);

/** Room of an edge's label, its marks included. */
export function edgeLabelWidth(edge: NetworkEdge): number {
  const marks = edge.figure?.marks?.length ?? 0;
  return Math.max(0, ...edgeLines(edge).map(textWidth)) * EDGE_FONT + marks * 15 + 12;
}

export const edgeLabelHeight = (edge: NetworkEdge): number => edgeLines(edge).length * EDGE_STEP + 2;

/** The box of a node: its label and its shape around it, or above it. */
export function nodeSize(node: NetworkNode): { w: number; h: number } {
  const lines = nodeLines(node);
  const text = Math.max(...lines.map(textWidth), 2) * NODE_FONT;
  const tall = lines.length * LINE;
  if (node.shape === "person") return { w: text + 12, h: PERSON_RADIUS * 2 + 6 + tall };
  const side = node.shape === "state" ? 48 : node.shape === "fold" ? 40 : 30;
  return { w: text + side, h: tall + 18 };
}
