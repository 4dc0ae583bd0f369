import { attach, type Tag, tagOf } from "../file/structure.ts";
import { type Element, hasClass, type Node } from "../markup.ts";
import { columnWidths } from "./columns.ts";
import { type Line, Paragraph } from "./lines.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Setting } from "./setting.ts";
import { baseline, kept, linePainter, lineSlabs, paintLine, type Slab } from "./slab.ts";
import { INK, RULE, type Style, styleOf, TABLE, TABLE_TITLE } from "./style.ts";

const GAP = 10;
const PAD = 3.5;
/** A row higher than this is cut, so that a page is never left half empty for it. */
const HIGHEST = 260;
/** Rows up to this height keep another one company at the ends of a table. */
const LOW = 60;

/** Columns are at least so wide if there is room for that: names stay whole, and a few characters of Han beside each other. */
const WIDEST_WHOLE = [66, 42, 0];

interface Cell {
  readonly tag: Tag;
  readonly right: boolean;
  readonly parts: readonly {
    readonly paragraph: Paragraph;
    readonly style: Style;
    readonly indent: number;
  }[];
}
interface Row {
  readonly tag: Tag;
  readonly cells: readonly Cell[];
  readonly anchors: readonly string[];
}

/** A table: its columns as wide as they need, its head repeated on every page, its rows cut only when they are very high. */
export function tableSlabs(table: Element, setting: Setting): Slab[] {
  const tag = tagOf("Table", setting.tag);
  const parts = (name: string) =>
    table.children.flatMap((child) => (typeof child !== "string" && child.name === name ? [child] : []));
  const [caption] = parts("caption");
  const title = caption ? titleSlabs(caption, tag, setting) : [];
  const headTag = tagOf("THead", tag);
  const bodyTag = tagOf("TBody", tag);
  for (const style of [TABLE, { ...TABLE, size: 7.2, leading: 9.8 }, { ...TABLE, size: 6.4, leading: 8.6 }]) {
    const heads = parts("thead").flatMap((each) => rowsOf(each, headTag, { ...style, weight: 600 }, setting));
    const rows = parts("tbody").flatMap((each) => rowsOf(each, bodyTag, style, setting));
    const columns = measured([...heads, ...rows]);
    const widths = WIDEST_WHOLE.map((whole) => columnWidths(unbroken(columns, whole), setting.width, GAP));
    const chosen = widths.find((each) => each.fits) ?? (style.size > 6.4 ? undefined : widths.at(-1));
    if (!chosen) continue;
    const lay = (row: Row, colour: string) => rowSlabs(row, chosen.widths, setting, colour);
    const head = heads.flatMap((row) => lay(row, INK));
    const body = rows.flatMap((row) => lay(row, RULE));
    const heading = kept(head);
    const rowsThere = body.map((slab, n) => ({
      ...slab,
      heads: head,
      keep: n === 0 ? body.length > 1 && slab.height < LOW : n === body.length - 2 && slab.height < LOW,
    }));
    return [...title, ...heading, ...rowsThere];
  }
  return title;
}

function titleSlabs(caption: Element, table: Tag, setting: Setting): Slab[] {
  const pieces = piecesOf(caption.children, TABLE_TITLE, tagOf("Caption", table));
  const lines = new Paragraph(pieces, setting.fonts).lines(setting.width);
  return lineSlabs(lines, TABLE_TITLE, linePainter(TABLE_TITLE, setting.x), true).map((slab) => ({
    ...slab,
    keep: true,
  }));
}

const rowsOf = (part: Element, tag: Tag, style: Style, setting: Setting): Row[] =>
  part.children.flatMap((row) => {
    if (typeof row === "string" || row.name !== "tr") return [];
    const rowTag = tagOf("TR", tag);
    const cells = row.children.flatMap((cell) =>
      typeof cell === "string" ? [] : [cellOf(cell, rowTag, style, setting)],
    );
    return [{ tag: rowTag, cells, anchors: row.attributes.id === undefined ? [] : [row.attributes.id] }];
  });

function cellOf(cell: Element, row: Tag, around: Style, setting: Setting): Cell {
  const style = hasClass(cell, "id") ? { ...around, size: around.size * 0.9 } : around;
  const scope = cell.attributes.scope === "row" ? "Row" : "Column";
  const tag = cell.name === "th" ? tagOf("TH", row, { scope }) : tagOf("TD", row);
  const parts: { paragraph: Paragraph; style: Style; indent: number }[] = [];
  let loose: Piece[] = [];
  const flush = () => {
    if (loose.length > 0) parts.push({ paragraph: new Paragraph(loose, setting.fonts), style, indent: 0 });
    loose = [];
  };
  for (const child of cell.children) {
    if (typeof child === "string" || !isBlock(child)) loose.push(...piecesOf([child], style, tag));
    else {
      flush();
      const quoted = child.name === "blockquote";
      const own = styleOf(child, style);
      const pieces = piecesOf(child.children, own, quoted ? tagOf("BlockQuote", tag) : tag);
      parts.push({ paragraph: new Paragraph(pieces, setting.fonts), style: own, indent: quoted ? 8 : 0 });
    }
  }
  flush();
  return { tag, right: hasClass(cell, "numeric"), parts };
}

const isBlock = (node: Node): node is Element =>
  typeof node !== "string" && ["div", "p", "blockquote"].includes(node.name);

/** The same columns, each at least `whole` wide, or as wide as its longest line. */
const unbroken = (columns: readonly { least: number; most: number }[], whole: number) =>
  columns.map(({ least, most }) => ({ least: Math.max(least, Math.min(most, whole)), most }));

/** Of each column: the widest word and the widest line. */
function measured(rows: readonly Row[]): { least: number; most: number }[] {
  const columns: { least: number; most: number }[] = [];
  for (const { cells } of rows) {
    cells.forEach(({ parts }, n) => {
      const column = columns[n] ?? { least: 0, most: 0 };
      for (const { paragraph, indent } of parts) {
        column.least = Math.max(column.least, paragraph.least + indent);
        column.most = Math.max(column.most, paragraph.most + indent);
      }
      columns[n] = column;
    });
  }
  return columns;
}

interface CellLine {
  readonly line: Line;
  readonly style: Style;
  readonly indent: number;
}

function rowSlabs(row: Row, widths: readonly number[], setting: Setting, colour: string): Slab[] {
  const cells = row.cells.map(({ parts }, n) =>
    parts.flatMap(({ paragraph, style, indent }) =>
      paragraph.lines((widths[n] ?? 0) - indent).map((line): CellLine => ({ line, style, indent })),
    ),
  );
  const slices = sliced(cells);
  return slices.map((slice, n): Slab => {
    const last = n === slices.length - 1;
    const height = Math.max(TABLE.leading, ...slice.map(heightOf)) + PAD * 2;
    return {
      before: 0,
      height,
      keep: false,
      anchors: n === 0 ? row.anchors : [],
      paint: (sheet, x, y) => {
        let left = x + setting.x;
        slice.forEach((lines, column) => {
          const cell = row.cells[column];
          const width = widths[column] ?? 0;
          sheet.whole(() => cell && attach(cell.tag));
          let top = y + PAD;
          for (const { line, style, indent } of lines) {
            const from = cell?.right ? left + width - line.width : left + indent;
            paintLine(sheet, line, from, baseline(style, top));
            top += style.leading;
          }
          left += width + GAP;
        });
        if (!last) return;
        const at = y + height - 0.5;
        sheet.rect([x + setting.x, at, x + setting.x + setting.width, at + 0.5], colour);
      },
    };
  });
}

const heightOf = (lines: readonly CellLine[]): number =>
  lines.reduce((sum, { style }) => sum + style.leading, 0);

/** A row as one slice, or as several none of which is too high. */
function sliced(cells: readonly (readonly CellLine[])[]): (readonly (readonly CellLine[])[])[] {
  const rest = cells.map((lines) => [...lines]);
  const slices: CellLine[][][] = [];
  do {
    slices.push(
      rest.map((lines) => {
        let [count, height] = [0, 0];
        for (const { style } of lines) {
          if (height + style.leading > HIGHEST && count > 0) break;
          height += style.leading;
          count += 1;
        }
        return lines.splice(0, count);
      }),
    );
  } while (rest.some((lines) => lines.length > 0));
  return slices;
}
