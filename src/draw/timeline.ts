import type { Timeline } from "../ask/block.ts";
import { shorten, textWidth } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";
import { because, fits, frame } from "./frame.ts";
import { DEFAULT_WIDTH, type DrawOptions } from "./options.ts";
import { plain } from "./sentence.ts";
import { drawWords } from "./words.ts";
import { dayNumber, years } from "./years.ts";

const FONT = 12.5;
const SPAN_FONT = 11.5;
const BAND = 18;
const LANE = 46;

/** Who held what when: a lane each, its name above it; where nothing is known the lane is an empty dotted line. */
export function drawTimeline(timeline: Timeline, options: DrawOptions): string {
  const width = options.width ?? DEFAULT_WIDTH;
  const [start, end] = [dayNumber(timeline.from), dayNumber(timeline.to)];
  const span = Math.max(1, end - start);
  const x = (iso: string) => 6 + ((width - 12) * Math.min(span, Math.max(0, dayNumber(iso) - start))) / span;
  const top = timeline.marks.length > 0 ? 20 : 4;
  const bottom = top + timeline.lanes.length * LANE;
  const words = drawWords(options.lang);
  const at = timeline.at === undefined ? undefined : x(timeline.at);
  const lanes = timeline.lanes.map((lane, n) => {
    const y = top + n * LANE;
    const name = plain(lane.label);
    const spans = lane.spans.map((each) => {
      const [left, right] = [x(each.from), Math.max(x(each.to), x(each.from) + 2)];
      const label = `${name}: ${each.label} (${each.from} – ${each.to}), ${words.styles[each.style]}`;
      return el(
        "g",
        because(each.because, label, options),
        el("rect", {
          class: `span ${each.style}`,
          x: left,
          y: y + 20,
          width: Math.max(1.5, right - left - 1),
          height: BAND,
        }),
        ...spanName(each.label, left, right, y + 20, at),
      );
    });
    const gap = y + 20 + BAND / 2;
    return join([el("line", { class: "gap", x1: 6, x2: width - 6, y1: gap, y2: gap }), ...spans]);
  });
  const names = timeline.lanes.map((lane, n) =>
    laneName(shorten(plain(lane.label), (width - 16) / FONT), top + n * LANE),
  );
  const marks = timeline.marks.map((mark) =>
    el(
      "g",
      because(mark.because, `${mark.date}: ${mark.label}`, options),
      el("line", { class: "grid", x1: x(mark.date), x2: x(mark.date), y1: 12, y2: bottom }),
      el("polygon", { class: "head", points: triangle(x(mark.date), 4) }),
    ),
  );
  const now = at === undefined ? [] : [el("line", { class: "now", x1: at, x2: at, y1: 2, y2: bottom + 4 })];
  const body = join([years(start, end, 6, width - 6, bottom + 4), ...marks, ...lanes, ...now, ...names]);
  return frame(timeline, width, bottom + 24, body, options);
}

/** A name on a patch of paper, so that no line runs through it. */
function laneName(name: string, y: number): Markup {
  const patch = { class: "halo", x: 3, y: y + 1, width: textWidth(name) * FONT + 6, height: 17 };
  return join([el("rect", patch), el("text", { x: 6, y: y + 14, "font-size": FONT }, text(name))]);
}

/** What a span says, where there is room for it beside the line of the day that is asked for. */
function spanName(label: string, left: number, right: number, y: number, now?: number): Markup[] {
  const parts = now !== undefined && now > left && now < right ? [left, now, right] : [left, right];
  for (const [n, from] of parts.slice(0, -1).entries()) {
    if (!fits(label, (parts[n + 1] ?? from) - from - 8, SPAN_FONT)) continue;
    return [el("text", { class: "span-name", x: from + 5, y: y + 13, "font-size": SPAN_FONT }, text(label))];
  }
  return [];
}

const triangle = (x: number, y: number) => `${x - 4},${y} ${x + 4},${y} ${x},${y + 7}`;
