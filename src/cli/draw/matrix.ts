import type { Matrix } from "../../ask/block.ts";
import { plain } from "../../draw/sentence.ts";
import type { Page } from "./page.ts";
import { grid } from "./table.ts";
import { clean, wrap } from "./width.ts";

/** Ratings that say nothing either way: their reasons are left to the other faces. */
const SILENT = new Set(["", "N", "NA"]);

/** A matrix on a terminal: the codes as a grid, what the columns are, and under it the reasons, the like ones together. */
export function drawMatrix(block: Matrix, page: Page): string[] {
  const codes = block.rows.map((row, r) => [
    clean(plain(row.label)),
    ...(block.cells[r] ?? []).map((cell) => clean(cell.text)),
  ]);
  const heads = ["", ...block.columns.map((column) => clean(column.label))];
  const reasons = block.rows.flatMap((row, r) => {
    const name = row.short === undefined ? `${plain(row.label)},` : row.short;
    return reasonsOf(block, r).flatMap((line) => wrap(`${clean(name)} ${line}`, page.columns));
  });
  return [
    page.title(clean(block.title)),
    ...grid({ heads, rows: codes, numeric: heads.map(() => false) }, page.columns),
    ...block.columns.flatMap(({ label, about }) => wrap(`${clean(label)}: ${clean(about)}`, page.columns)),
    ...reasons,
    ...wrap(clean(block.caption), page.columns),
  ];
}

function reasonsOf(block: Matrix, r: number): string[] {
  const found = new Map<string, string[]>();
  (block.cells[r] ?? []).forEach((cell, c) => {
    if (SILENT.has(cell.text) || cell.reason === "") return;
    const said = `${clean(block.columns[c]?.label ?? "")} ${clean(cell.text)}`;
    found.set(cell.reason, [...(found.get(cell.reason) ?? []), said]);
  });
  return [...found].map(([reason, cells]) => `${cells.join(", ")}: ${clean(reason)}`);
}
