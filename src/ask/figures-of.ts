import type { Block, Cell, Figure, Sentence } from "./block.ts";

/** A figure of an answer, and where a reader finds it. */
export interface Placed {
  readonly where: string;
  readonly figure: Figure;
}

/** The figures of a block, in the order they are read. */
export function figuresOf(block: Block): readonly Placed[] {
  switch (block.kind) {
    case "figures":
      return block.items.map(({ label, figure }) => ({ where: label, figure }));
    case "table":
      return block.rows.flatMap((row) =>
        row.flatMap((cell, n): Placed[] => {
          if (!("figure" in cell)) return [];
          const column = block.columns[n]?.label ?? "";
          return [{ where: place(block.title, headOf(row), column), figure: cell.figure }];
        }),
      );
    case "network":
      return block.edges.flatMap(({ from, to, figure }): Placed[] => {
        const label = (id: string) => block.nodes.find((node) => node.id === id)?.label ?? id;
        return figure ? [{ where: place(block.title, `${label(from)} → ${label(to)}`), figure }] : [];
      });
    case "bars":
      return block.rows.flatMap(({ label, series }) =>
        series.map((one) => ({ where: place(block.title, textOf(label), one.label), figure: one.figure })),
      );
    case "series":
      return block.lines.flatMap(({ label, steps }) =>
        steps.map(({ from, figure }) => ({ where: place(block.title, label, from), figure })),
      );
    case "claims":
      return block.items.flatMap(({ id, figures }) =>
        figures.map(({ label, figure }) => ({ where: place(block.title, id, label), figure })),
      );
    case "headline":
    case "timeline":
    case "matrix":
    case "prose":
      return [];
  }
}

const place = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" · ");
const textOf = (sentence: Sentence) =>
  sentence.map((span) => (typeof span === "string" ? span : span.text)).join("");

function headOf(row: readonly Cell[]): string {
  const [head] = row;
  return head === undefined || "figure" in head ? "" : textOf(head);
}
