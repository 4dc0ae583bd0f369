import type { Cell, Matrix } from "../ask/block.ts";
import { plain } from "./sentence.ts";
import type { DrawWords } from "./words.ts";

/**
 * The cells of a matrix as a table: a row each, in which cells that say the same for the same reason are said once,
 * with the columns they stand in. Reasons are sentences, and a column for each explanation would leave them no room.
 */
export const matrixRows = (matrix: Matrix, words: DrawWords): Cell[][] =>
  matrix.rows.map((row, r): Cell[] => [
    [plain(row.label)],
    groups(matrix, r).flatMap(({ columns, text, reason, because }, n) => [
      ...(n === 0 ? [] : [" "]),
      { text: words.cell(text, columns.join(", "), reason), because },
    ]),
  ]);

interface Group {
  readonly columns: readonly string[];
  readonly text: string;
  readonly reason: string;
  readonly because: readonly string[];
}

function groups(matrix: Matrix, row: number): Group[] {
  const found = new Map<string, Group>();
  (matrix.cells[row] ?? []).forEach((cell, c) => {
    const key = JSON.stringify([cell.text, cell.reason]);
    const { columns = [], because = [] } = found.get(key) ?? {};
    found.set(key, {
      columns: [...columns, matrix.columns[c]?.label ?? ""],
      text: cell.text,
      reason: cell.reason,
      because: [...new Set([...because, ...cell.because])],
    });
  });
  return [...found.values()];
}
