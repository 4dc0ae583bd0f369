import LineBreaker from "linebreak";
import type { Fontbook, SetGlyph } from "../fonts/fontbook.ts";
import { aspectOf } from "../svg/inline.ts";
import type { Piece } from "./pieces.ts";

/** Part of a piece on a line. */
export interface Part {
  readonly piece: Piece;
  readonly glyphs: readonly SetGlyph[];
  readonly x: number;
  readonly width: number;
}
export interface Line {
  readonly parts: readonly Part[];
  /** Without the space at its end. */
  readonly width: number;
  readonly fonts: Fontbook;
}

/** A stretch that is not broken if it can be helped, with the space after it. */
interface Atom {
  readonly parts: readonly { readonly piece: Piece; readonly text: string; readonly width: number }[];
  readonly width: number;
  /** Without the space after it. */
  readonly solid: number;
  /** A line must end after it. */
  readonly ends: boolean;
}

/** Height of a drawing in a text, in its font size. */
export const DRAWN = 0.95;

/** Pieces of text ready to be broken into lines: how wide they are at least and at most. */
export class Paragraph {
  readonly #fonts: Fontbook;
  readonly #atoms: readonly Atom[];

  constructor(pieces: readonly Piece[], fonts: Fontbook) {
    this.#fonts = fonts;
    this.#atoms = atomsOf(pieces, (piece, text) => this.#width(piece, text));
  }

  get least(): number {
    return Math.max(0, ...this.#atoms.map((atom) => atom.solid));
  }

  get most(): number {
    let [line, widest] = [0, 0];
    for (const atom of this.#atoms) {
      widest = Math.max(widest, line + atom.solid);
      line = atom.ends ? 0 : line + atom.width;
    }
    return widest;
  }

  /** Fills lines of `width` one after the other; only what is wider than a line is broken anywhere. */
  lines(width: number): Line[] {
    const lines: Line[] = [];
    let parts: Part[] = [];
    let [x, solid] = [0, 0];
    const end = () => {
      if (parts.length > 0) lines.push({ parts, width: solid, fonts: this.#fonts });
      [parts, x, solid] = [[], 0, 0];
    };
    const put = (atom: Atom) => {
      solid = x + atom.solid;
      for (const { piece, text, width: wide } of atom.parts) {
        const last = parts.at(-1);
        const glyphs = this.#glyphs(piece, text);
        if (last?.piece === piece) {
          parts[parts.length - 1] = {
            ...last,
            glyphs: [...last.glyphs, ...glyphs],
            width: last.width + wide,
          };
        } else parts.push({ piece, glyphs, x, width: wide });
        x += wide;
      }
      if (atom.ends) end();
    };
    for (const atom of this.#atoms) {
      const pieces = atom.solid > width ? this.#broken(atom, width) : [atom];
      for (const each of pieces) {
        if (x > 0 && x + each.solid > width + 0.01) end();
        put(each);
      }
    }
    end();
    return lines;
  }

  /** An atom wider than a line, cut into pieces that are not. */
  #broken(atom: Atom, width: number): Atom[] {
    const out: Atom[] = [];
    let parts: { piece: Piece; text: string; width: number }[] = [];
    let sum = 0;
    for (const { piece, text } of atom.parts) {
      for (const character of text) {
        const wide = this.#width(piece, character);
        if (sum + wide > width && sum > 0) {
          out.push({ parts, width: sum, solid: sum, ends: false });
          [parts, sum] = [[], 0];
        }
        const last = parts.at(-1);
        if (last?.piece === piece) last.text += character;
        else parts.push({ piece, text: character, width: 0 });
        sum += wide;
        const current = parts.at(-1);
        if (current) current.width += wide;
      }
    }
    if (parts.length > 0) out.push({ parts, width: sum, solid: sum, ends: atom.ends });
    return out;
  }

  #glyphs(piece: Piece, text: string): readonly SetGlyph[] {
    if (piece.drawing) return [];
    return this.#fonts.set(text, piece.style.family, piece.style.weight, piece.style.tabular);
  }

  #width(piece: Piece, text: string): number {
    if (piece.drawing) return piece.style.size * DRAWN * aspectOf(piece.drawing);
    return this.#glyphs(piece, text).reduce((sum, { advance }) => sum + advance, 0) * piece.style.size;
  }
}

function atomsOf(pieces: readonly Piece[], width: (piece: Piece, text: string) => number): Atom[] {
  const text = pieces.map((piece) => piece.text).join("");
  const starts: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    starts.push(at);
    at += piece.text.length;
  }
  // An address is not parted after its scheme.
  const held = (position: number) =>
    text.startsWith("://", position - 3) ||
    pieces.some((piece, n) => {
      const start = starts[n] ?? 0;
      if (piece.clings && position === start) return true;
      return piece.whole === true && position > start && position < start + piece.text.length;
    });
  const atoms: Atom[] = [];
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (next.position < text.length && !next.required && held(next.position)) continue;
    atoms.push(atomOf(from, next.position, next.required === true && next.position < text.length));
    from = next.position;
  }
  return atoms;

  function atomOf(start: number, end: number, ends: boolean): Atom {
    const parts = pieces.flatMap((piece, n) => {
      const origin = starts[n] ?? 0;
      const part = piece.text.slice(Math.max(0, start - origin), Math.max(0, end - origin));
      return part === "" ? [] : [{ piece, text: part, width: width(piece, part) }];
    });
    const whole = parts.reduce((sum, part) => sum + part.width, 0);
    const last = parts.at(-1);
    const trailing = last ? last.width - width(last.piece, last.text.trimEnd()) : 0;
    return { parts, width: whole, solid: whole - trailing, ends };
  }
}
