import type { Bars, Block, Matrix, Network, Timeline } from "../ask/block.ts";
import { drawBars } from "./bars.ts";
import { drawMatrix } from "./matrix.ts";
import { drawNetwork } from "./network.ts";
import type { DrawOptions } from "./options.ts";
import { drawTimeline } from "./timeline.ts";

/** The kinds of block that are pictures. */
export type Picture = Network | Bars | Timeline | Matrix;

export const isPicture = (block: Block): block is Picture =>
  block.kind === "network" || block.kind === "bars" || block.kind === "timeline" || block.kind === "matrix";

/** A picture as an SVG string; all data in it is escaped. The same block and options give the same bytes. */
export function draw(block: Picture, options: DrawOptions): string {
  switch (block.kind) {
    case "network":
      return drawNetwork(block, options);
    case "bars":
      return drawBars(block, options);
    case "timeline":
      return drawTimeline(block, options);
    case "matrix":
      return drawMatrix(block, options);
  }
}
