import type { Lang } from "../ask/answer.ts";
import type { Cell, Sentence } from "../ask/block.ts";
import { formatFigure } from "../ask/say/figure.ts";
import { markText } from "./figure.ts";

/** A sentence as plain text. */
export const plain = (sentence: Sentence): string =>
  sentence.map((span) => (typeof span === "string" ? span : span.text)).join("");

/** A cell as plain text, the marks of its figure included. */
export function plainCell(cell: Cell, lang: Lang): string {
  if (!("figure" in cell)) return plain(cell);
  const marks = (cell.figure.marks ?? []).map((mark) => markText(mark, lang).sign);
  return [formatFigure(cell.figure, lang), ...marks].join(" ");
}

/** Every statement a sentence or a cell rests on. */
export function becauseOf(cell: Cell): readonly string[] {
  if ("figure" in cell) return cell.figure.because;
  return [...new Set(cell.flatMap((span) => (typeof span === "string" ? [] : (span.because ?? []))))];
}
