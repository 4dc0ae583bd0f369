import type { Block, Prose } from "../../ask/block.ts";
import { drawBars } from "./bars.ts";
import { drawClaims } from "./claims.ts";
import { figureText } from "./figure.ts";
import { drawMatrix } from "./matrix.ts";
import { drawNetwork } from "./network.ts";
import { spoken } from "./notes.ts";
import type { Page } from "./page.ts";
import { drawSeries } from "./series.ts";
import { drawTable } from "./table.ts";
import { drawTimeline } from "./timeline.ts";
import { clean, columnsOf, pad, wrap } from "./width.ts";

/** A block on a terminal, line by line. */
export function drawBlock(block: Block, page: Page): string[] {
  switch (block.kind) {
    case "headline":
      return wrap(spoken(block.text, page.notes) + page.notes.of(block.because), page.columns).map(
        page.title,
      );
    case "figures": {
      const room = Math.max(0, ...block.items.map((item) => columnsOf(clean(item.label))));
      return block.items.map((item) => `${pad(clean(item.label), room)}  ${figureText(item.figure, page)}`);
    }
    case "table":
      return drawTable(block, page);
    case "network":
      return drawNetwork(block, page);
    case "bars":
      return drawBars(block, page);
    case "timeline":
      return drawTimeline(block, page);
    case "series":
      return drawSeries(block, page);
    case "matrix":
      return drawMatrix(block, page);
    case "claims":
      return drawClaims(block, page);
    case "prose":
      return drawProse(block, page);
  }
}

function drawProse(block: Prose, page: Page): string[] {
  const sentences = block.sentences.flatMap((sentence, n) => {
    const head = block.list ? `${n + 1}. ` : "";
    const [first = "", ...rest] = wrap(spoken(sentence, page.notes), page.columns - head.length);
    return [head + first, ...rest.map((line) => " ".repeat(head.length) + line)];
  });
  return [...(block.title === "" ? [] : [page.title(clean(block.title))]), ...sentences];
}
