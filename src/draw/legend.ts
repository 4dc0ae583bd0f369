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

interface Legend {
  readonly markup: Markup;
  readonly width: number;
  readonly height: number;
}

/** The line styles a chart uses, each with its meaning, and the proof's colour, in rows that fit `room` (at least 260). */
export function legend({ edges, ties, width: room = 0 }: Network, lang: Lang): Legend {
  const words = drawWords(lang);
  const plain = ORDER.filter((style) => edges.some((edge) => edge.style === style));
  const proof = ORDER.find((style) => edges.some((edge) => edge.emphasis && edge.style === style));
  const entries = [
    ...plain.map((style) => ({ style, label: ties?.[style] ?? words.styles[style], looks: "quiet" })),
    ...(proof === undefined ? [] : [{ style: proof, label: words.proof, looks: "emphasis" }]),
  ];
  const wide = Math.max(260, room);
  const pieces: Markup[] = [];
  let [x, row, widest] = [0, 0, 0];
  for (const { style, label, looks } of entries) {
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
      el("g", { class: `edge ${style} ${looks}` }, sample),
      el("text", { class: "muted", x: x + SAMPLE + 8, y: y + 4, "font-size": FONT }, text(label)),
    );
    x += width;
    widest = Math.max(widest, x);
  }
  const height = entries.length === 0 ? 0 : (row + 1) * ROW + 4;
  return { markup: join(pieces), width: Math.min(widest, wide), height };
}
