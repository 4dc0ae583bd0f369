import type { Bars, Figure, LineStyle } from "../../ask/block.ts";
import { formatFigure } from "../../ask/say/figure.ts";
import { ends } from "../../draw/figure.ts";
import { plain } from "../../draw/sentence.ts";
import { cliWords } from "../words.ts";
import { figureText } from "./figure.ts";
import type { Page } from "./page.ts";
import { clean, columnsOf, pad, wrap } from "./width.ts";

export const LONG = 30;
const MOST_LABEL = 44;
const LEAST_LABEL = 12;
const LINE = "┊";

/** What bars are drawn with: full only where they are certain, else like the lines of a network. */
export const FILLS: Readonly<Record<LineStyle, string>> = {
  certain: "█",
  possible: "╌",
  contract: "═",
  nominal: "·",
  declared: "·",
};

/** A range as a bar from 0 to `max`: filled up to its low end, shaded up to its high end, no midpoint invented. */
function barOf(value: Figure["value"], style: LineStyle, { max, line }: Bars): string {
  const { low, high, highOpen } = ends(value);
  const at = (value: number) => Math.round((value / (Number(max) || 1)) * LONG);
  const within = (value: number) => Math.max(0, Math.min(LONG, at(value)));
  const shade = within(high) - within(low);
  const fading = highOpen && shade > 0;
  const bar = FILLS[style].repeat(within(low)) + "▒".repeat(shade - (fading ? 1 : 0)) + (fading ? "░" : "");
  if (!line) return pad(bar, LONG);
  const cells = [...pad(bar, LONG + 1)];
  cells[within(Number(line.at))] = LINE;
  return cells.join("");
}

/** Bars on a terminal: one line a figure; under its name where something has several. A name is never cut. */
export function drawBars(block: Bars, page: Page): string[] {
  const rows = block.rows.map((row) => {
    const name = clean(plain(row.label));
    const [only] = row.series;
    const label = clean(only?.label ?? "");
    return row.series.length === 1
      ? { head: [], series: row.series, names: [[name, label].filter((part) => part !== "").join(" · ")] }
      : { head: [name], series: row.series, names: row.series.map((each) => `  ${clean(each.label)}`) };
  });
  const figures = rows.flatMap(({ series }) => series.map((each) => figureText(each.figure, page)));
  const free = page.columns - LONG - 3 - Math.max(0, ...figures.map(columnsOf));
  const room = Math.min(
    Math.max(LEAST_LABEL, Math.min(MOST_LABEL, free)),
    Math.max(0, ...rows.flatMap(({ names }) => names.map(columnsOf))),
  );
  return [
    page.title(clean(block.title)),
    ...rows.flatMap(({ head, series, names }) => [
      ...head.flatMap((each) => wrap(each, page.columns)),
      ...series.flatMap(({ figure, style }, n) => {
        const lines = wrap(names[n] ?? "", room);
        const last = pad(lines.pop() ?? "", room);
        return [...lines, `${last} ${barOf(figure.value, style, block)} ${figureText(figure, page)}`];
      }),
    ]),
    ...(block.line ? wrap(lineText(block, block.line, page), page.columns) : []),
    ...wrap(clean(block.caption), page.columns),
  ];
}

/** What the line across stands for: `┊ 50 %: half of the votes`. */
function lineText({ unit }: Bars, line: NonNullable<Bars["line"]>, { lang }: Page): string {
  const at = formatFigure({ value: line.at, unit }, lang).replaceAll("\u00a0", " ");
  return `${LINE} ${at}${cliWords(lang).colon}${clean(line.label)}`;
}
