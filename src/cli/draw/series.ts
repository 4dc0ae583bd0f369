import type { Series } from "../../ask/block.ts";
import { formatDate } from "../../ask/say/date.ts";
import { ends } from "../../draw/figure.ts";
import { FILLS, LONG } from "./bars.ts";
import { figureText } from "./figure.ts";
import type { Page } from "./page.ts";
import { clean, columnsOf, pad, wrap } from "./width.ts";

/** Numbers over time on a terminal: under each line its steps, a bar each, oldest first. */
export function drawSeries(block: Series, page: Page): string[] {
  const steps = block.lines.flatMap((line) => line.steps);
  const most = Math.max(1, ...steps.map((step) => ends(step.figure.value).high));
  const room = Math.max(0, ...steps.map((step) => columnsOf(formatDate(step.from, page.lang))));
  const lines = block.lines.flatMap((line) => [
    clean(line.label),
    ...line.steps.map(({ from, figure }) => {
      const bar = FILLS[line.style].repeat(Math.round((ends(figure.value).low / most) * LONG));
      return `  ${pad(formatDate(from, page.lang), room)} ${pad(bar, LONG)} ${figureText(figure, page)}`;
    }),
  ]);
  return [page.title(clean(block.title)), ...lines, ...wrap(clean(block.caption), page.columns)];
}
