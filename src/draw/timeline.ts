import type { Timeline } from "../ask/block.ts";
import { shorten } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";
import { because, fits, frame } from "./frame.ts";
import { DEFAULT_WIDTH, type DrawOptions } from "./options.ts";
import { plain } from "./sentence.ts";
import { drawWords } from "./words.ts";
import { dayNumber, years } from "./years.ts";

const FONT = 12.5;
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
        ...spanName(each.label, left, right - left, y + 20),
      );
    });
    return join([
      el("text", { x: 6, y: y + 14, "font-size": FONT }, text(shorten(name, (width - 12) / FONT))),
      el("line", { class: "gap", x1: 6, x2: width - 6, y1: y + 20 + BAND / 2, y2: y + 20 + BAND / 2 }),
      ...spans,
    ]);
  });
  const marks = timeline.marks.map((mark) =>
    el(
      "g",
      because(mark.because, `${mark.date}: ${mark.label}`, options),
      el("line", { class: "grid", x1: x(mark.date), x2: x(mark.date), y1: 12, y2: bottom }),
      el("polygon", { class: "head", points: triangle(x(mark.date), 4) }),
    ),
  );
  const now =
    timeline.at === undefined
      ? []
      : [el("line", { class: "now", x1: x(timeline.at), x2: x(timeline.at), y1: 2, y2: bottom + 4 })];
  const body = join([years(start, end, 6, width - 6, bottom + 4), ...marks, ...lanes, ...now]);
  return frame(timeline, width, bottom + 24, body, options);
}

function spanName(label: string, x: number, width: number, y: number): Markup[] {
  if (!fits(label, width - 8, 11.5)) return [];
  return [el("text", { class: "span-name", x: x + 5, y: y + 13, "font-size": 11.5 }, text(label))];
}

const triangle = (x: number, y: number) => `${x - 4},${y} ${x + 4},${y} ${x},${y + 7}`;
