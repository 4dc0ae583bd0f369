import type { Bars, Block, Matrix, Network, Series, Timeline } from "../ask/block.ts";
import { drawBars } from "./bars.ts";
import { drawMatrix } from "./matrix.ts";
import { drawNetwork } from "./network.ts";
import type { DrawOptions } from "./options.ts";
import { drawSeries } from "./series.ts";
import { drawTimeline } from "./timeline.ts";

/** The kinds of block that are pictures. */
export type Picture = Network | Bars | Timeline | Series | Matrix;

const PICTURES: ReadonlySet<Block["kind"]> = new Set(["network", "bars", "timeline", "series", "matrix"]);

export const isPicture = (block: Block): block is Picture => PICTURES.has(block.kind);

/** A picture as an SVG string; all data in it is escaped. The same block and options give the same bytes. */
export function draw(block: Picture, options: DrawOptions): string {
  switch (block.kind) {
    case "network":
      return drawNetwork(block, options);
    case "bars":
      return drawBars(block, options);
    case "timeline":
      return drawTimeline(block, options);
    case "series":
      return drawSeries(block, options);
    case "matrix":
      return drawMatrix(block, options);
  }
}
