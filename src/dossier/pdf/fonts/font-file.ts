import { create, type Font, type Glyph } from "fontkit";
import { contoursOf, glyphBytes, type Point } from "./outline.ts";

export type Family = "serif" | "sans";
export type Weight = 400 | 600;

/** A font file to draw characters from. Those of a family stand in order of preference. */
export interface FontSource {
  readonly family: Family;
  readonly weight: Weight;
  /** The characters it is for, as ranges of code points, ends included. */
  readonly covers: readonly (readonly [number, number])[];
  /** The font has an axis of weights, and is to be taken at this one. */
  readonly variable: boolean;
  /** The bytes of a WOFF2, WOFF or TrueType file; asked for when the first character is needed. */
  readonly bytes: () => Uint8Array;
}

/** What fontkit 2.0.4 does inside and says nothing of in its types. */
interface Varying {
  variationCoords: readonly number[] | null;
  readonly _variationProcessor: { transformPoints(glyph: number, points: Movable[]): void } | null;
}
interface Movable {
  x: number;
  y: number;
  readonly onCurve: boolean;
  readonly endContour: boolean;
  copy(): Movable;
}
interface Decoded {
  _decode(): { points?: Movable[]; numberOfContours: number } | null;
}

/** A glyph for some characters; `advance` and `x`, to the right, in font units. */
export interface FileGlyph {
  readonly glyph: Glyph;
  readonly text: string;
  readonly advance: number;
  readonly x: number;
}

const PLAIN = { liga: false, clig: false, calt: false };
/** What a second glyph of one character stands for: a space of no width. */
const UNSEEN = "\u200b";

/** A font file that has been opened. */
export class FontFile {
  readonly source: FontSource;
  readonly #font: Font;
  readonly #outlines = new Map<number, Uint8Array>();

  constructor(source: FontSource) {
    this.source = source;
    const opened = create(source.bytes() as Buffer);
    if (!("layout" in opened)) throw new TypeError("a collection is no font file of a dossier");
    this.#font = opened;
    if (source.variable) (opened as unknown as Varying).variationCoords = [source.weight];
  }

  get metrics() {
    const { unitsPerEm, ascent, descent, capHeight } = this.#font;
    return { unitsPerEm, ascent, descent, capHeight: capHeight || ascent };
  }

  has(code: number): boolean {
    return this.#font.hasGlyphForCodePoint(code);
  }

  /**
   * The glyphs of a text, kerned, each with the characters it stands for; `tabular` for figures of one width. Ligatures are
   * not set: fontkit's glyphs do not know for certain what they stand for, and a text must be copied as it was.
   */
  glyphs(text: string, tabular: boolean): FileGlyph[] {
    const characters = [...text];
    if (this.source.variable) return characters.map((character) => this.#square(character));
    const { glyphs, positions } = this.#font.layout(text, { ...PLAIN, tnum: tabular });
    if (glyphs.length !== characters.length && characters.length > 1) {
      return characters.flatMap((character) => this.glyphs(character, tabular));
    }
    return glyphs.map((glyph, n) => {
      const at = positions[n];
      const stands = characters[n] ?? UNSEEN;
      return { glyph, text: stands, advance: at?.xAdvance ?? glyph.advanceWidth, x: at?.xOffset ?? 0 };
    });
  }

  /** A glyph as it is: Han is neither kerned nor joined. */
  #square(character: string): FileGlyph {
    const glyph = this.#font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    return { glyph, text: character, advance: glyph.advanceWidth, x: 0 };
  }

  /** The outline of a glyph at this weight. */
  outline(glyph: Glyph): Uint8Array {
    const known = this.#outlines.get(glyph.id);
    if (known) return known;
    const bytes = glyphBytes(this.#varied(glyph) ?? contoursOf(glyph.path.commands));
    this.#outlines.set(glyph.id, bytes);
    return bytes;
  }

  /** The contours at this weight. fontkit moves the points of variable glyphs in TrueType files, and forgets to in WOFF2. */
  #varied(glyph: Glyph): Point[][] | undefined {
    if (!this.source.variable) return undefined;
    const points = (glyph as unknown as Decoded)._decode()?.points?.map((point) => point.copy());
    const [first] = points ?? [];
    const processor = (this.#font as unknown as Varying)._variationProcessor;
    if (!points || !first || !processor) return undefined;
    const phantom = [0, glyph.advanceWidth, 0, 0].map((x) =>
      Object.assign(first.copy(), { x, y: 0, endContour: true }),
    );
    processor.transformPoints(glyph.id, [...points, ...phantom]);
    const contours: Point[][] = [[]];
    for (const { x, y, onCurve, endContour } of points) {
      contours.at(-1)?.push({ x, y, on: onCurve });
      if (endContour) contours.push([]);
    }
    return contours.filter((contour) => contour.length > 0);
  }
}
