import type { Matrix } from "../ask/block.ts";
import { textWidth, wrap } from "../ask/label.ts";
import { el, join, type Markup, text } from "./element.ts";
import { because, frame } from "./frame.ts";
import { DEFAULT_WIDTH, type DrawOptions } from "./options.ts";
import { plain } from "./sentence.ts";

const FONT = 12.5;
const LINE = 16;
const CELL = 40;
/** The least room for the names of rows: on a telephone the columns give way. */
const LEAST_LABEL = 110;
/** Fonts differ; a label stands clear of the cells in the widest. */
const ROOMY = 1.08;

/** A grid read like a crossword: what is rated down the side, explanations across, short codes in the cells. */
export function drawMatrix(matrix: Matrix, options: DrawOptions): string {
  const width = options.width ?? DEFAULT_WIDTH;
  const count = Math.max(1, matrix.columns.length);
  const named = Math.max(...matrix.columns.map((each) => textWidth(each.label)), 0) * FONT;
  const most = Math.min(width * 0.7, width - LEAST_LABEL - 2) / count;
  const column = Math.max(30, Math.min(Math.max(92, named / 2), most));
  const labels = Math.max(LEAST_LABEL, width - column * count - 2);
  const heads = matrix.columns.map((each) => wrap(each.label, (column - 6) / FONT, column < 92 ? 6 : 3));
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * LINE + 8;
  const total = labels + column * count + 2;
  const drawn: Markup[] = heads.map((lines, c) =>
    join(
      lines.map((line, n) =>
        el(
          "text",
          {
            x: labels + (c + 0.5) * column,
            y: top - 8 - (lines.length - 1 - n) * LINE,
            "font-size": FONT,
            "text-anchor": "middle",
          },
          text(line),
        ),
      ),
    ),
  );
  let y = top;
  matrix.rows.forEach((row, r) => {
    const lines = wrap(plain(row.label), (labels - 12) / (FONT * ROOMY), 3);
    const height = Math.max(CELL * 0.8, lines.length * LINE + 8);
    drawn.push(
      ...lines.map((line, n) => rowName(line, y + height / 2 + (n - (lines.length - 1) / 2) * LINE)),
    );
    (matrix.cells[r] ?? []).forEach((cell, c) => {
      const [x, name] = [labels + c * column, matrix.columns[c]?.label ?? ""];
      const says = `${plain(row.label)} × ${name}: ${cell.text}. ${cell.reason}`;
      drawn.push(
        el(
          "g",
          { ...because(cell.because, says, options), "data-reason": cell.reason || undefined },
          el("rect", { class: `cell ${cell.looks ?? ""}`.trim(), x, y, width: column, height }),
          el(
            "text",
            {
              class: cell.looks === "certain" ? "label filled" : "label",
              x: x + column / 2,
              y: y + height / 2 + 4.5,
              "font-size": Math.min(13, (column - 6) / (textWidth(cell.text) * ROOMY)),
              "text-anchor": "middle",
            },
            text(cell.text),
          ),
        ),
      );
    });
    y += height;
  });
  const alt = matrix.columns.map((each) => `${each.label}: ${each.about}`).join("; ");
  return frame({ ...matrix, alt }, total, y + 2, join(drawn), options);
}

const rowName = (line: string, y: number): Markup =>
  el("text", { x: 0, y: y + 4.5, "font-size": FONT }, text(line));
