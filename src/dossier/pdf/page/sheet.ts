import { attach, type Tag } from "../file/structure.ts";
import { number } from "../file/value.ts";
import type { SetGlyph } from "../fonts/fontbook.ts";

export interface Link {
  readonly tag: Tag;
  /** `#id` within the document, or an address. */
  readonly target: string;
  readonly says: string;
  readonly box: Box;
}
/** Where a text begins on its line, and how it is set; `squeeze` makes it narrower. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly squeeze?: number;
}
/** Left, top, right, bottom, in points from the top left corner of the page. */
export type Box = readonly [number, number, number, number];

/** One page while it is painted: y grows downwards, points are 1/72 inch. Everything on it is either tagged or an artifact. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  readonly index: number;
  readonly marks: Tag[] = [];
  readonly links: Link[] = [];
  readonly #operators: string[] = [];
  #open: Tag | "artifact" | undefined;
  #artifact = false;

  constructor(index: number, width: number, height: number) {
    [this.index, this.width, this.height] = [index, width, height];
    this.#operators.push(`1 0 0 -1 0 ${number(height)} cm`);
  }

  /** Everything painted by `paint` is there for the eye only: rules, running heads, repeated table heads. */
  decorate(paint: () => void): void {
    const before = this.#artifact;
    this.#artifact = true;
    paint();
    this.#artifact = before;
  }

  /** What has to be in the tree even if it is empty; not while decorating. */
  whole(enter: () => void): void {
    if (!this.#artifact) enter();
  }

  text(glyphs: readonly SetGlyph[], at: TextPlace, tag: Tag): void {
    if (glyphs.length === 0) return;
    this.#mark(tag);
    let { x } = at;
    const { squeeze = 1 } = at;
    for (let n = 0; n < glyphs.length; ) {
      const font = glyphs[n]?.font;
      if (!font) break;
      const start = x;
      let shown = "";
      let row = "";
      for (; n < glyphs.length && glyphs[n]?.font === font; n++) {
        const { glyph, advance, shift } = glyphs[n] as SetGlyph;
        const code = glyph.toString(16).padStart(4, "0");
        const [before, after] = [-shift * 1000, font.width(glyph) - (advance - shift) * 1000];
        if (Math.abs(before) >= 0.5) {
          shown += `${row === "" ? "" : `<${row}>`} ${number(Math.round(before))} `;
          row = "";
        }
        row += code;
        if (Math.abs(after) >= 0.5) {
          shown += `<${row}>${number(Math.round(after))} `;
          row = "";
        }
        x += advance * at.size * squeeze;
      }
      if (row !== "") shown += `<${row}>`;
      this.operator(
        `BT /${font.id} ${number(at.size)} Tf ${number(squeeze * 100)} Tz ${fill(at.colour)} 1 0 0 -1 ${number(start)} ${number(at.y)} Tm [${shown}] TJ ET`,
      );
    }
  }

  /** A rule or a patch of colour, for the eye only. */
  rect(box: Box, colour: string): void {
    const [left, top, right, bottom] = box;
    this.#mark(undefined);
    const size = [left, top, right - left, bottom - top].map(number).join(" ");
    this.operator(`${fill(colour)} ${size} re f`);
  }

  /** Paints inside a figure: what `paint` adds belongs to the tag. */
  figure(tag: Tag, paint: () => void): void {
    this.#mark(tag);
    this.operator("q");
    paint();
    this.operator("Q");
  }

  link(link: Link): void {
    if (!this.#artifact) this.links.push(link);
  }

  operator(written: string): void {
    this.#operators.push(written);
  }

  /** The content of the page, all marks closed. */
  finish(): string {
    this.#close();
    return this.#operators.join("\n");
  }

  #mark(tag: Tag | undefined): void {
    const wanted = this.#artifact || !tag ? "artifact" : tag;
    if (this.#open === wanted) return;
    this.#close();
    this.#open = wanted;
    if (wanted === "artifact") {
      this.operator("/Artifact BMC");
      return;
    }
    attach(wanted);
    const mark = this.marks.length;
    this.marks.push(wanted);
    wanted.kids.push({ page: this.index, mark });
    this.operator(`/${wanted.type} <</MCID ${mark}>> BDC`);
  }

  #close(): void {
    if (this.#open !== undefined) this.operator("EMC");
    this.#open = undefined;
  }
}

/** A colour as the operands and operator that fill with it. */
export const fill = (colour: string): string => `${channels(colour)} rg`;
export const stroke = (colour: string): string => `${channels(colour)} RG`;

/** `#rgb` or `#rrggbb` as three numbers from 0 to 1. */
export const channels = (colour: string): string => rgb(colour).map(number).join(" ");

export function rgb(colour: string): readonly [number, number, number] {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) throw new RangeError(`not a colour: ${colour}`);
  const wide = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const part = (n: number) => Number.parseInt(wide.slice(n, n + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}
