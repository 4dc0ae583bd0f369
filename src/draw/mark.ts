import type { Mark } from "../ask/block.ts";
import { el, join, type Markup, text } from "./element.ts";

/** An hourglass of 10 × 14: drawn, because many fonts lack the character and others have it only as a coloured picture. */
export const HOURGLASS =
  "M1 0.5H9M1 13.5H9M2 0.5V2.5C2 5 4.4 5.6 4.4 7S2 9 2 11.5V13.5M8 0.5V2.5C8 5 5.6 5.6 5.6 7S8 9 8 11.5V13.5M3.4 12.6L5 10.4L6.6 12.6Z";

/** Room a mark takes on a chart, in its font size. */
export const MARK_WIDTH = 1.1;

/** The signs of marks side by side from `x`: ≠ disputed, ! conflict, ≈ our reading, an hourglass for old. */
export function drawMarks(marks: readonly Mark[], x: number, baseline: number, font: number): Markup {
  return join(
    marks.map((mark, n) => {
      const left = x + n * MARK_WIDTH * font;
      if (mark.kind === "old") {
        const scale = Math.round((font / 14) * 90) / 100;
        const transform = `translate(${Math.round(left)} ${Math.round(baseline - font * 0.82)}) scale(${scale})`;
        return el("path", { class: "hourglass", d: HOURGLASS, transform });
      }
      const sign = mark.kind === "conflict" ? "!" : mark.kind === "disputed" ? "≠" : "≈";
      const looks = mark.kind === "conflict" ? "warn" : "label";
      return el("text", { class: looks, x: left, y: baseline, "font-size": font }, text(sign));
    }),
  );
}
