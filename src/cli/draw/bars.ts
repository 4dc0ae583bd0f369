import type { Bars, Figure } from "../../ask/block.ts";
import { ends } from "../../draw/figure.ts";
import { plain } from "../../draw/sentence.ts";
import { figureText } from "./figure.ts";
import type { Page } from "./page.ts";
import { clean, columnsOf, pad, shorten, wrap } from "./width.ts";

const LONG = 30;

/** A range as a bar from 0 to `max`: full up to its low end, light up to its high end, no midpoint invented. */
function barOf(value: Figure["value"], max: number): string {
  const { low, high, highOpen } = ends(value);
  const at = (part: number) => Math.max(0, Math.min(LONG, Math.round((part / max) * LONG)));
  const light = at(high) - at(low);
  const fading = highOpen && light > 0;
  return "█".repeat(at(low)) + "▒".repeat(light - (fading ? 1 : 0)) + (fading ? "░" : "");
}

/** Bars on a terminal: one line a figure. */
export function drawBars(block: Bars, page: Page): string[] {
  const max = Number(block.max) || 1;
  const lines = block.rows.flatMap((row) =>
    row.series.map((each, n) => ({
      name: [n === 0 ? clean(plain(row.label)) : "", clean(each.label)]
        .filter((part) => part !== "")
        .join(" · "),
      figure: each.figure,
    })),
  );
  const room = Math.min(44, Math.max(0, ...lines.map((each) => columnsOf(each.name))));
  return [
    page.title(clean(block.title)),
    ...lines.map(
      ({ name, figure }) =>
        `${pad(shorten(name, room), room)} ${pad(barOf(figure.value, max), LONG)} ${figureText(figure, page)}`,
    ),
    ...(block.line ? [`${block.line.at} ${block.unit}: ${clean(block.line.label)}`] : []),
    ...wrap(clean(block.caption), page.columns),
  ];
}
