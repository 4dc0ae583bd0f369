import type { Table } from "../../ask/block.ts";
import { cellText } from "./figure.ts";
import type { Page } from "./page.ts";
import { clean, columnsOf, pad, wrap } from "./width.ts";

const GAP = 2;
const LEAST = 8;

export interface Grid {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
}

/** Rows and columns aligned; wide characters count two columns, and columns that are too wide are wrapped. */
export function grid({ heads, rows, numeric }: Grid, columns: number): string[] {
  const all = [heads, ...rows];
  const natural = heads.map((_, k) => Math.max(1, ...all.map((row) => columnsOf(row[k] ?? ""))));
  const widths = fitted(natural, columns - GAP * (heads.length - 1));
  const line = (row: readonly string[]): string[] => {
    const cells = widths.map((width, k) => wrap(row[k] ?? "", width));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, n) =>
      cells
        .map((cell, k) => pad(cell[n] ?? "", widths[k] ?? 0, numeric[k] ?? false))
        .join(" ".repeat(GAP))
        .trimEnd(),
    );
  };
  const rule = widths.map((width) => "─".repeat(width)).join(" ".repeat(GAP));
  return [...line(heads), rule, ...rows.flatMap(line)];
}

/** Takes room from the widest columns until all of them fit. */
function fitted(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) break;
    const k = widths.indexOf(widest);
    const next = Math.max(LEAST, ...widths.filter((_, other) => other !== k));
    const less = Math.min(over, Math.max(1, widest - next));
    widths[k] = widest - less;
    over -= less;
  }
  return widths;
}

/** A table block on a terminal. */
export function drawTable(block: Table, page: Page): string[] {
  const rows = block.rows.map((row) => row.map((cell) => cellText(cell, page)));
  const heads = block.columns.map((column) => clean(column.label));
  const numeric = block.columns.map((column) => column.numeric ?? false);
  return [
    ...(block.title === "" ? [] : [page.title(clean(block.title))]),
    ...grid({ heads, rows, numeric }, page.columns),
    ...(block.caption === "" ? [] : wrap(clean(block.caption), page.columns)),
  ];
}
