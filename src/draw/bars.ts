import type { Bars, LineStyle } from "../ask/block.ts";
import { textWidth, wrap } from "../ask/label.ts";
import { formatFigure } from "../ask/say/figure.ts";
import { el, join, type Markup, text } from "./element.ts";
import { ends } from "./figure.ts";
import { because, frame } from "./frame.ts";
import { drawMarks, MARK_WIDTH } from "./mark.ts";
import { DEFAULT_WIDTH, type DrawOptions } from "./options.ts";
import { plain } from "./sentence.ts";

const FONT = 13;
const BAR = 14;
const STEP = 22;
/** Fonts differ; what follows a text stands clear of the widest. */
const ROOMY = 1.08;
/** How much wider bold letters are. */
const BOLD = 1.08;
const FADE = "al-fade";

/** Ranges on one scale: solid up to the low end, paler from low to high, an open end fading; no midpoint is invented. */
export function drawBars(bars: Bars, options: DrawOptions): string {
  const width = options.width ?? DEFAULT_WIDTH;
  const beside = width >= 560;
  const labels = beside ? Math.min(width * 0.34, longest(bars) * FONT * ROOMY + 8) : 0;
  const values = beside ? Math.min(width * 0.34, longestValue(bars, options) * FONT + 14) : 16;
  const scale = { x0: beside ? labels + 10 : 4, x1: width - values, max: Number(bars.max) || 1 };
  const drawn: Markup[] = [];
  const tops: number[] = [];
  let y = bars.line ? 22 : 4;
  const top = y;
  for (const row of bars.rows) {
    const lines = wrap(plain(row.label), (beside ? labels : width / BOLD) / (FONT * ROOMY), 3);
    const anchor = beside ? { x: labels, "text-anchor": "end" } : { x: 0, "font-weight": "600" };
    drawn.push(
      ...lines.map((line, n) => el("text", { ...anchor, y: y + 12 + n * 16, "font-size": FONT }, text(line))),
    );
    const height = Math.max(row.series.length * STEP, lines.length * 16 + 6);
    let at = beside ? y : y + lines.length * 16 + 4;
    for (const each of row.series) {
      const words = { x: beside ? scale.x1 + 8 : 0, y: at + 11.5 };
      if (!beside) at += 18;
      tops.push(at);
      drawn.push(
        el(
          "g",
          because(each.figure.because, says(row.label, each, options), options),
          bar(each, at, scale),
          value(each, words, row.series.length > 1, options),
        ),
      );
      at += STEP;
    }
    y = (beside ? y + height : at) + 10;
  }
  const across = beside ? [[top - 4, y] as const] : tops.map((at) => [at - 3, at + BAR + 3] as const);
  const { grid, line } = axisOf(bars, scale, top - 2, y, across, options);
  return frame(bars, width, y + 20, join([gradient(), grid, ...drawn, line]), options);
}

interface Scale {
  readonly x0: number;
  readonly x1: number;
  readonly max: number;
}
type Series = Bars["rows"][number]["series"][number];

const place = (scale: Scale, at: number) =>
  scale.x0 + ((scale.x1 - scale.x0) * Math.min(scale.max, Math.max(0, at))) / scale.max;

function bar(series: Series, y: number, scale: Scale): Markup {
  const { low, high, lowOpen, highOpen } = ends(series.figure.value);
  const [x0, xl, xh] = [scale.x0, place(scale, low), place(scale, high)];
  const solid = el("rect", {
    class: `bar ${series.style satisfies LineStyle}`,
    x: x0,
    y,
    width: Math.max(xl - x0, low > 0 ? 1 : 0),
    height: BAR,
  });
  const edge = (x: number, open: boolean) =>
    open ? ("" as Markup) : el("line", { class: "tick", x1: x, x2: x, y1: y - 2, y2: y + BAR + 2 });
  const track = el("rect", { class: "track", x: x0, y, width: scale.x1 - x0, height: BAR });
  if (low === high) return join([track, solid]);
  const range = { class: `range ${series.style}`, x: xl, y: y + 3, width: xh - xl, height: BAR - 6 };
  const drawn = highOpen ? el("rect", { ...range, fill: `url(#${FADE})`, class: "fade" }) : el("rect", range);
  return join([track, solid, drawn, edge(xl, lowOpen), edge(xh, highOpen)]);
}

function value(
  series: Series,
  at: { readonly x: number; readonly y: number },
  named: boolean,
  options: DrawOptions,
): Markup {
  const marks = series.figure.marks ?? [];
  const shown = formatFigure(series.figure, options.lang);
  const after = at.x + textWidth(shown) * FONT * ROOMY + 5;
  const name = {
    x: after + marks.length * MARK_WIDTH * FONT,
    y: at.y,
    "font-size": FONT - 1.5,
    class: "muted",
  };
  return join([
    el("text", { ...at, "font-size": FONT, class: "label" }, text(shown)),
    drawMarks(marks, after, at.y, FONT),
    ...(named && series.label !== "" ? [el("text", name, text(series.label))] : []),
  ]);
}

/** The scale, and the line that counts: `across` from where to where, as it must not run through words. */
function axisOf(
  bars: Bars,
  scale: Scale,
  top: number,
  bottom: number,
  across: readonly (readonly [number, number])[],
  options: DrawOptions,
) {
  const all = [0, 0.25, 0.5, 0.75, 1].map((part) => part * scale.max);
  const grid = all.map((at) =>
    el("line", { class: "grid", x1: place(scale, at), x2: place(scale, at), y1: top, y2: bottom }),
  );
  const unit = bars.unit === "%" ? "%" : "";
  const names = (scale.x1 - scale.x0 > 240 ? all : [0, scale.max / 2, scale.max]).map((at) => {
    const anchor = at === 0 && scale.x0 < 20 ? "start" : at === scale.max && scale.x1 > 0 ? "end" : "middle";
    const value = String(Math.round(at * 100) / 100);
    return el(
      "text",
      { class: "muted", x: place(scale, at), y: bottom + 14, "font-size": 11, "text-anchor": anchor },
      text(formatFigure({ value, unit }, options.lang)),
    );
  });
  const drawn = join([...grid, ...names]);
  if (!bars.line) return { grid: drawn, line: "" as Markup };
  const x = place(scale, Number(bars.line.at));
  const line = join([
    ...across.map(([y1, y2]) => el("line", { class: "threshold", x1: x, x2: x, y1, y2 })),
    el(
      "text",
      { class: "muted", x, y: top - 6, "font-size": 11.5, "text-anchor": "middle" },
      text(bars.line.label),
    ),
  ]);
  return { grid: drawn, line };
}

const gradient = (): Markup =>
  el(
    "defs",
    {},
    el(
      "linearGradient",
      { id: FADE },
      el("stop", { class: "stop", offset: 0, "stop-opacity": 0.6 }),
      el("stop", { class: "stop", offset: 1, "stop-opacity": 0 }),
    ),
  );

const says = (label: Bars["rows"][number]["label"], series: Series, options: DrawOptions): string =>
  [plain(label), `${formatFigure(series.figure, options.lang)} ${series.label}`.trim()]
    .filter((each) => each !== "")
    .join(", ");

const longest = (bars: Bars): number => Math.max(1, ...bars.rows.map((row) => textWidth(plain(row.label))));

const longestValue = (bars: Bars, options: DrawOptions): number =>
  Math.max(
    4,
    ...bars.rows.flatMap((row) =>
      row.series.map((each) => {
        const name = row.series.length > 1 ? textWidth(each.label) + 1 : 0;
        return (
          textWidth(formatFigure(each.figure, options.lang)) + (each.figure.marks?.length ?? 0) * 1.1 + name
        );
      }),
    ),
  );
