import { drawInline } from "../svg/inline.ts";
import { DRAWN, type Line } from "./lines.ts";
import type { Sheet } from "./sheet.ts";
import type { Style } from "./style.ts";

/** What stands on one page whole: a line of text, a row, a picture. A page is a stack of them. */
export interface Slab {
  /** Room above, unless it comes first on its page. */
  readonly before: number;
  readonly height: number;
  /** Stands on the same page as the next. */
  readonly keep: boolean;
  readonly paint: (sheet: Sheet, x: number, y: number) => void;
  /** Ids that lead here. */
  readonly anchors?: readonly string[];
  /** A title for the list of contents. */
  readonly title?: Title;
  /** Repeated above it where it comes first on a page: the head of its table. */
  readonly heads?: readonly Slab[];
  /** Rules down its left side. */
  readonly bars?: readonly Bar[];
  /** Begins a page if the last one is well filled. */
  readonly breaks?: boolean;
  /** On a page of its own, which is turned. */
  readonly turned?: boolean;
  /** The same somewhat smaller, to fit into so much height; nothing if that would be too small. */
  readonly within?: (height: number) => Slab | undefined;
}

export interface Title {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly id: string;
}
export interface Bar {
  readonly x: number;
  /** Begins at this slab, not in the room above it. */
  readonly first: boolean;
}

/** Lines as slabs: never one alone at the foot or the head of a page. */
export function lineSlabs(
  lines: readonly Line[],
  style: Style,
  paint: LinePainter,
  keepLast = false,
): Slab[] {
  const count = lines.length;
  return lines.map((line, n) => ({
    before: 0,
    height: style.leading,
    keep: n === count - 1 ? keepLast : n === 0 || n === count - 2,
    paint: (sheet, x, y) => paint(sheet, line, x, y),
  }));
}

export type LinePainter = (sheet: Sheet, line: Line, x: number, y: number) => void;

/** Paints a line whose box begins at `y`, moved right by `indent`. */
export const linePainter =
  (style: Style, indent: number): LinePainter =>
  (sheet, line, x, y) =>
    paintLine(sheet, line, x + indent, baseline(style, y));

/** Where the letters stand in a line's box. */
export const baseline = (style: Style, y: number): number => y + style.leading / 2 + style.size * 0.34;

export function paintLine(sheet: Sheet, line: Line, x: number, y: number): void {
  for (const part of line.parts) {
    const { style, tag, link, drawing } = part.piece;
    const left = x + part.x;
    if (drawing) {
      const height = style.size * DRAWN;
      const at = { x: left, y: y - height * 0.88, height, colour: style.colour };
      sheet.figure(tag, () => drawInline(sheet, drawing, tag, at, line.fonts));
    } else
      sheet.text(part.glyphs, { x: left, y: y - style.rise, size: style.size, colour: style.colour }, tag);
    if (link) {
      const top = y - style.rise - style.size * 0.8;
      sheet.link({ tag, ...link, box: [left, top, left + part.width, top + style.size * 1.05] });
    }
  }
}

/** The same slabs with what one of them has to say: anchors, a title, room above. */
export function first(slabs: readonly Slab[], more: Partial<Slab>): Slab[] {
  const [head, ...rest] = slabs;
  if (!head) return [];
  const before = Math.max(head.before, more.before ?? 0);
  const anchors = [...(more.anchors ?? []), ...(head.anchors ?? [])];
  return [{ ...head, ...more, before, anchors }, ...rest];
}

/** The same slabs, the last of which stays with what follows. */
export function kept(slabs: readonly Slab[]): Slab[] {
  return slabs.map((slab, n) => (n === slabs.length - 1 ? { ...slab, keep: true } : slab));
}
