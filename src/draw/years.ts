import { textWidth } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";

const DAY = 86_400_000;

/** Days since 1970 of an ISO date. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** The axis of years under a chart from `left` to `right`, as many years named as fit. */
export function years(start: number, end: number, left: number, right: number, y: number): Markup {
  const first = new Date(start * DAY).getUTCFullYear();
  const last = new Date(end * DAY).getUTCFullYear();
  const room = Math.max(2, Math.floor((right - left) / (textWidth("2000") * 11 + 18)));
  const step = Math.max(1, Math.ceil((last - first + 1) / room));
  const ticks: Markup[] = [el("line", { class: "axis", x1: left, x2: right, y1: y, y2: y })];
  for (let year = first; year <= last; year += step) {
    const at = dayNumber(`${year}-01-01`);
    if (at < start || at > end) continue;
    const x = left + ((right - left) * (at - start)) / Math.max(1, end - start);
    const anchor = x < left + 14 ? "start" : x > right - 14 ? "end" : "middle";
    const name = { class: "muted", x, y: y + 16, "font-size": 11, "text-anchor": anchor };
    ticks.push(
      el("line", { class: "axis", x1: x, x2: x, y1: y - 3, y2: y + 4 }),
      el("text", name, text(String(year))),
    );
  }
  return join(ticks);
}
