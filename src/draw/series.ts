import type { Series } from "../ask/block.ts";
import { shorten, textWidth } from "../ask/label.ts";
import { formatFigure } from "../ask/say/figure.ts";
import { el, join, type Markup, text } from "./element.ts";
import { ends } from "./figure.ts";
import { because, frame } from "./frame.ts";
import { DEFAULT_WIDTH, type DrawOptions } from "./options.ts";
import { dayNumber, years } from "./years.ts";

const FONT = 12;
const TOP = 14;
const PLOT = 170;
const NAME = 16;
/** Lines on one value lie beside each other rather than over each other. */
const APART = 1.5;

interface Plot {
  readonly x: (iso: string) => number;
  readonly y: (value: number) => number;
  readonly right: number;
}

/** Numbers over time as steps; each change is a dot that leads to its statements, each line named at its end. */
export function drawSeries(series: Series, options: DrawOptions): string {
  const width = options.width ?? DEFAULT_WIDTH;
  const beside = width >= 520;
  const names = beside ? Math.min(width * 0.36, longest(series) * FONT * 1.1 + 14) : 0;
  const [start, end] = [dayNumber(series.from), dayNumber(series.to)];
  const most = nice(Math.max(1, ...values(series)));
  const left = textWidth(String(most.top)) * 11 + 10;
  const right = width - names - 6;
  const span = Math.max(1, end - start);
  const plot: Plot = {
    x: (iso) => left + ((right - left) * Math.min(span, Math.max(0, dayNumber(iso) - start))) / span,
    y: (value) => TOP + PLOT * (1 - value / most.top),
    right,
  };
  const grid = most.ticks.flatMap((at) => [
    el("line", { class: "grid", x1: left, x2: right, y1: plot.y(at), y2: plot.y(at) }),
    el(
      "text",
      { class: "muted", x: left - 5, y: plot.y(at) + 4, "font-size": 11, "text-anchor": "end" },
      text(String(at)),
    ),
  ]);
  const bottom = TOP + PLOT;
  const now =
    series.at === undefined
      ? []
      : [el("line", { class: "now", x1: plot.x(series.at), x2: plot.x(series.at), y1: 4, y2: bottom })];
  const lines = series.lines.map((line, n) => drawLine(line, n * APART, plot, options));
  const legend = beside ? besideNames(series, plot) : underNames(series, bottom + 30, width);
  const body = join([...grid, years(start, end, left, right, bottom), ...lines, ...now, ...legend]);
  return frame(series, width, bottom + 24 + (beside ? 0 : series.lines.length * NAME + 8), body, options);
}

type Line = Series["lines"][number];

function drawLine(line: Line, apart: number, plot: Plot, options: DrawOptions): Markup {
  const at = (value: Line["steps"][number]["figure"]["value"]) => plot.y(ends(value).low) - apart;
  const path = line.steps.map((step, n) => {
    const [x, y] = [plot.x(step.from), at(step.figure.value)];
    return n === 0 ? `M${round(x)},${round(y)}` : `H${round(x)}V${round(y)}`;
  });
  const dots = line.steps.map((step) => {
    const [x, y] = [plot.x(step.from), at(step.figure.value)];
    const label = `${step.from}, ${line.label}: ${formatFigure(step.figure, options.lang)}`;
    return el(
      "g",
      because(step.figure.because, label, options),
      el("circle", { class: "hit", cx: round(x), cy: round(y), r: 8 }),
      el("circle", { class: "dot", cx: round(x), cy: round(y), r: 3 }),
    );
  });
  const drawn =
    line.steps.length === 0
      ? []
      : [el("path", { class: "line", d: `${path.join("")}H${round(plot.right)}` })];
  return el("g", { class: `series ${line.style}` }, ...drawn, ...dots);
}

/** Names at the ends of the lines, moved apart where they would lie on each other. */
function besideNames(series: Series, plot: Plot): Markup[] {
  const wanted = series.lines
    .map((line) => {
      const last = line.steps.at(-1);
      return { line, y: last ? plot.y(ends(last.figure.value).low) + 4 : plot.y(0) + 4 };
    })
    .sort((a, b) => a.y - b.y);
  for (let n = wanted.length - 2; n >= 0; n--) {
    const [above, below] = [wanted[n], wanted[n + 1]];
    if (above && below) above.y = Math.min(above.y, below.y - NAME);
  }
  return wanted.map(({ line, y }) =>
    el("text", { x: plot.right + 8, y: Math.max(10, y), "font-size": FONT }, text(line.label)),
  );
}

function underNames(series: Series, top: number, width: number): Markup[] {
  return series.lines.flatMap((line, n) => {
    const y = top + n * NAME;
    const sample = el("path", { class: "line", d: `M4,${y}H30` });
    return [
      el("g", { class: `series ${line.style}` }, sample),
      el("text", { x: 38, y: y + 4, "font-size": FONT }, text(shorten(line.label, (width - 44) / FONT))),
    ];
  });
}

const values = (series: Series): number[] =>
  series.lines.flatMap((line) => line.steps.map((step) => ends(step.figure.value).high));

/** A round top not below the greatest value, and whole ticks up to it. */
function nice(most: number): { readonly top: number; readonly ticks: readonly number[] } {
  const size = 10 ** Math.floor(Math.log10(most));
  const step =
    [0.25, 0.5, 1, 2].map((part) => part * size).find((each) => each >= 1 && most / each <= 5) ??
    Math.max(1, 2 * size);
  const count = Math.ceil(most / step);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, n) => n * step) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const longest = (series: Series): number => Math.max(1, ...series.lines.map((line) => textWidth(line.label)));
