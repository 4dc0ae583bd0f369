import { parseDay } from "../model/date.ts";
import { endsOf, type Percent } from "../model/share.ts";
import type { Answer } from "./answer.ts";
import type { Cell, Sentence, Table } from "./block.ts";
import type { Question, View } from "./question.ts";
import { formatFigure } from "./say/figure.ts";

/** A row of CSV as RFC 4180 wants it, with its line break. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;

/** A percentage in three cells: its two ends, and which of them is open; all empty where there is none. */
export function rangeCells(value: Percent | null): [low: string, high: string, open: string] {
  const { low, high, lowOpen, highOpen } = endsOf(value);
  return [low, high, lowOpen && highOpen ? "both" : lowOpen ? "low" : highOpen ? "high" : ""];
}

/** An answer as the view its question draws from. */
const viewOf = (answer: Answer): View<unknown, unknown> => ({
  input: answer.input,
  findings: answer.findings,
  gaps: answer.gaps,
  overall: answer.overall,
  lang: answer.lang,
  asOf: parseDay(answer.asOf),
  known: answer.knownAsOf === null ? null : parseDay(answer.knownAsOf),
  entities: answer.entities,
});

/** An answer as CSV: the question's own rows, else its first table. */
export function answerCsv(question: Question, answer: Answer): string {
  const own = question.rows?.(viewOf(answer));
  if (own) return [own.columns, ...own.rows].map(csvRow).join("");
  const table = answer.blocks.find((block): block is Table => block.kind === "table");
  if (!table) return "";
  const rows = table.rows.map((row) => row.map((cell) => cellText(cell, answer.lang)));
  return [table.columns.map((column) => column.label), ...rows].map(csvRow).join("");
}

const cellText = (cell: Cell, lang: Answer["lang"]): string =>
  "figure" in cell ? formatFigure(cell.figure, lang) : sentenceText(cell);

const sentenceText = (sentence: Sentence): string =>
  sentence.map((span) => (typeof span === "string" ? span : span.text)).join("");
