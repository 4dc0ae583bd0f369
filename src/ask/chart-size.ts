import type { NetworkEdge, NetworkNode } from "./block.ts";
import { textWidth, wrapEvenly } from "./label.ts";

/** Font sizes of a chart, in chart units. */
export const NODE_FONT = 14;
export const EDGE_FONT = 12.5;
/** The widest line of a node's label, at font size 1. */
const NODE_LINE = 14.5;
export const LINE = 17;
/** A person is a circle above its label. */
export const PERSON_RADIUS = 11;

/** The lines of a node's label, as they are measured and drawn. */
export const nodeLines = (node: NetworkNode): string[] => wrapEvenly(node.label, NODE_LINE, 2);

/** Room of an edge's label, its marks included. */
export function edgeLabelWidth(edge: NetworkEdge): number {
  const marks = edge.figure?.marks?.length ?? 0;
  return textWidth(edge.label) * EDGE_FONT + marks * 15 + 12;
}
