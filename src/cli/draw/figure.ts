import type { Cell, Figure } from "../../ask/block.ts";
import { formatFigure } from "../../ask/say/figure.ts";
import { markText } from "../../draw/figure.ts";
import { spoken } from "./notes.ts";
import type { Page } from "./page.ts";

/** A figure with its marks and the numbers of its sources: `28.8 % ⌛ [2]`. */
export function figureText(figure: Figure, page: Page): string {
  const marks = (figure.marks ?? []).map((mark) => ` ${markText(mark, page.lang).sign}`).join("");
  return `${formatFigure(figure, page.lang).replaceAll("\u00a0", " ")}${marks}${page.notes.of(figure.because)}`;
}

/** A cell of a table as text. */
export const cellText = (cell: Cell, page: Page): string =>
  "figure" in cell ? figureText(cell.figure, page) : spoken(cell, page.notes);
