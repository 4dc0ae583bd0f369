import type { Network, NetworkEdge } from "./block.ts";
import { edgeLabelHeight, edgeLabelWidth } from "./chart-size.ts";

/** All lines from one node to another: laid out as one, drawn side by side, their labels above each other. */
export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly NetworkEdge[];
  /** Room of its labels. */
  readonly width: number;
  readonly height: number;
  readonly emphasis: boolean;
}

/** The bundles of a network, in the order of their first edges. */
export function bundles(network: Network): readonly Bundle[] {
  const groups = new Map<string, NetworkEdge[]>();
  for (const edge of network.edges) {
    const key = JSON.stringify([edge.from, edge.to]);
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return [...groups.values()].map((edges): Bundle => {
    const { from = "", to = "" } = edges[0] ?? {};
    return {
      from,
      to,
      edges,
      width: Math.max(6 * edges.length, ...edges.map(edgeLabelWidth)),
      height: labelsHeight(edges),
      emphasis: edges.some((edge) => edge.emphasis),
    };
  });
}

/** Between labels above each other: their lines show there, so that two labels are not read as one. */
export const LABEL_GAP = 7;

/** Height of labels above each other, with the gaps between them. */
export const labelsHeight = (edges: readonly NetworkEdge[]): number =>
  edges.reduce((sum, edge) => sum + edgeLabelHeight(edge), 0) + LABEL_GAP * Math.max(0, edges.length - 1);
