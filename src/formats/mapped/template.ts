import { Problem } from "../../errors.ts";
import { quoted } from "../case-folder/columns.ts";

/** A piece of a template: text, or the cell of a column. */
type Part = { readonly text: string } | { readonly column: string };

/** Which SQL expression holds a column's cell, '' where it is empty. */
export type Cells = (column: string) => string;

/** The pieces of a template; a brace that is neither doubled nor closed throws `bad-mapping`. */
export function partsOf(template: string): readonly Part[] {
  const parts: Part[] = [];
  const piece = /\{\{|\}\}|\{([^{}]+)\}|[^{}]+|[{}]/gy;
  for (const [whole, column] of template.matchAll(piece)) {
    if (column !== undefined) parts.push({ column: column.trim() });
    else if (whole === "{{" || whole === "}}") parts.push({ text: whole.slice(1) });
    else if (whole === "{" || whole === "}")
      throw new Problem(
        "bad-mapping",
        `the template "${template}" has a brace alone`,
        "Write {Column} for a cell, and {{ or }} for a brace.",
      );
    else parts.push({ text: whole });
  }
  return parts;
}

/** The columns a template reads. */
export const columnsIn = (template: string): readonly string[] =>
  partsOf(template).flatMap((part) => ("column" in part ? [part.column] : []));

/** The text of a template that reads no column, or null. */
export function constantOf(template: string): string | null {
  const parts = partsOf(template);
  return parts.some((part) => "column" in part)
    ? null
    : parts.map((part) => ("text" in part ? part.text : "")).join("");
}

/** A template as SQL text; empty where one of its cells is. */
export function templateSql(template: string, cells: Cells): string {
  const parts = partsOf(template);
  const columns = [...new Set(parts.flatMap((part) => ("column" in part ? [cells(part.column)] : [])))];
  const whole = parts.map((part) => ("column" in part ? cells(part.column) : quoted(part.text))).join(" || ");
  if (parts.length === 0) return "''";
  if (parts.length === 1 || columns.length === 0) return whole;
  return `CASE WHEN ${columns.map((column) => `${column} = ''`).join(" OR ")} THEN '' ELSE ${whole} END`;
}
