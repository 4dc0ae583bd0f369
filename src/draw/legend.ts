import type { Lang } from "../ask/answer.ts";
import type { LineStyle, Network } from "../ask/block.ts";
import { textWidth } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";
import { edgeLine } from "./network-edge.ts";
import { drawWords } from "./words.ts";

const FONT = 11.5;
const SAMPLE = 34;
const ROW = 19;
const ORDER: readonly LineStyle[] = ["certain", "possible", "contract", "nominal", "declared"];

/** The line styles a chart uses, each with its meaning, in rows that fit `room` (at least 260). */
export function legend(
  used: ReadonlySet<LineStyle>,
  room: number,
  lang: Lang,
  ties?: Network["ties"],
): { readonly markup: Markup; readonly width: number; readonly height: number } {
  const words = drawWords(lang);
  const styles = ORDER.filter((style) => used.has(style));
  const wide = Math.max(260, room);
  const pieces: Markup[] = [];
  let [x, row, widest] = [0, 0, 0];
  for (const style of styles) {
    const label = ties?.[style] ?? words.styles[style];
    const width = SAMPLE + 8 + textWidth(label) * FONT + 20;
    if (x > 0 && x + width > wide) {
      x = 0;
      row += 1;
    }
    const y = row * ROW + 10;
    const points = [
      [x, y],
      [x + SAMPLE, y],
    ] as const;
    const edge = { from: "", to: "", style, label: "", because: [], emphasis: false, points };
    const sample = edgeLine(edge, ties === undefined);
    pieces.push(
      el("g", { class: `edge ${style} quiet` }, sample),
      el("text", { class: "muted", x: x + SAMPLE + 8, y: y + 4, "font-size": FONT }, text(label)),
    );
    x += width;
    widest = Math.max(widest, x);
  }
  const height = styles.length === 0 ? 0 : (row + 1) * ROW + 4;
  return { markup: join(pieces), width: Math.min(widest, wide), height };
}
