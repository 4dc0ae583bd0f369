import type { Timeline } from "../ask/block.ts";
import { shorten, textWidth } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";
import { because, fits, frame } from "./frame.ts";
import { DEFAULT_WIDTH, type DrawOptions } from "./options.ts";
import { plain } from "./sentence.ts";
import { drawWords } from "./words.ts";

const FONT = 12.5;
const BAND = 18;
const LANE = 46;
const DAY = 86_400_000;

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** Who held what when: a lane each, its name above it; where nothing is known the lane is an empty dotted line. */
export function drawTimeline(timeline: Timeline, options: DrawOptions): string {
  const width = options.width ?? DEFAULT_WIDTH;
  const [start, end] = [day(timeline.from), day(timeline.to)];
  const span = Math.max(1, end - start);
  const x = (iso: string) => 6 + ((width - 12) * Math.min(span, Math.max(0, day(iso) - start))) / span;
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
  const body = join([axis(start, end, width, bottom), ...marks, ...lanes, ...now]);
  return frame(timeline, width, bottom + 24, body, options);
}

function spanName(label: string, x: number, width: number, y: number): Markup[] {
  if (!fits(label, width - 8, 11.5)) return [];
  return [el("text", { class: "span-name", x: x + 5, y: y + 13, "font-size": 11.5 }, text(label))];
}

const triangle = (x: number, y: number) => `${x - 4},${y} ${x + 4},${y} ${x},${y + 7}`;

/** Years, as many as fit. */
function axis(start: number, end: number, width: number, y: number): Markup {
  const first = new Date(start * DAY).getUTCFullYear();
  const last = new Date(end * DAY).getUTCFullYear();
  const room = Math.max(2, Math.floor(width / (textWidth("2000") * 11 + 18)));
  const step = Math.max(1, Math.ceil((last - first + 1) / room));
  const ticks: Markup[] = [el("line", { class: "axis", x1: 6, x2: width - 6, y1: y + 4, y2: y + 4 })];
  for (let year = first; year <= last; year += step) {
    const at = day(`${year}-01-01`);
    if (at < start || at > end) continue;
    const x = 6 + ((width - 12) * (at - start)) / Math.max(1, end - start);
    const anchor = x < 20 ? "start" : x > width - 20 ? "end" : "middle";
    ticks.push(
      el("line", { class: "axis", x1: x, x2: x, y1: y + 1, y2: y + 8 }),
      el(
        "text",
        { class: "muted", x, y: y + 20, "font-size": 11, "text-anchor": anchor },
        text(String(year)),
      ),
    );
  }
  return join(ticks);
}
