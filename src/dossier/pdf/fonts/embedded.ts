import { dict, name, type PdfValue, type Ref, utf16 } from "../file/value.ts";
import type { PdfFile } from "../file/writer.ts";
import { type FontGlyph, type FontMetrics, trueType } from "./truetype.ts";

/** The glyphs of one style that a document uses, whatever files they come from; embedded as one font. */
export class EmbeddedFont {
  readonly id: string;
  readonly ref: Ref;
  readonly #name: string;
  readonly #glyphs: (FontGlyph & { readonly text: string })[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #metrics: FontMetrics & { readonly capHeight: number };

  constructor(id: string, name: string, metrics: FontMetrics & { readonly capHeight: number }, ref: Ref) {
    this.id = id;
    this.ref = ref;
    this.#name = name;
    this.#metrics = metrics;
    this.#glyphs.push({ bytes: new Uint8Array(0), advance: metrics.unitsPerEm / 2, text: "\ufffd" });
  }

  /** The number of a glyph in the embedded font; one that stands for different texts is there once for each. */
  number(key: string, text: string, make: () => FontGlyph): number {
    const whole = `${key} ${text}`;
    const known = this.#numbers.get(whole);
    if (known !== undefined) return known;
    const next = this.#glyphs.length;
    this.#glyphs.push({ ...make(), text });
    this.#numbers.set(whole, next);
    return next;
  }

  /** The outline of a glyph, as it will stand in the file. */
  outlineOf(glyph: number): Uint8Array | undefined {
    return this.#glyphs[glyph]?.bytes;
  }

  /** A glyph's width in thousandths of the font size, as the file states it. */
  width(glyph: number): number {
    return Math.round(((this.#glyphs[glyph]?.advance ?? 0) * 1000) / this.#metrics.unitsPerEm);
  }

  embed(file: PdfFile): void {
    const { unitsPerEm, ascent, descent, capHeight } = this.#metrics;
    const per = (units: number) => Math.round((units * 1000) / unitsPerEm);
    const program = trueType(this.#glyphs, this.#metrics);
    const called = name(`${this.#tag()}+${this.#name}`);
    const descriptor = file.add(
      dict({
        Type: name("FontDescriptor"),
        FontName: called,
        Flags: 4,
        FontBBox: [-1000, per(descent), 2000, per(ascent)],
        ItalicAngle: 0,
        Ascent: per(ascent),
        Descent: per(descent),
        CapHeight: per(capHeight),
        StemV: 80,
        FontFile2: file.stream({ Length1: program.length }, program),
      }),
    );
    const described = file.add(
      dict({
        Type: name("Font"),
        Subtype: name("CIDFontType2"),
        BaseFont: called,
        CIDSystemInfo: dict({ Registry: { text: "Adobe" }, Ordering: { text: "Identity" }, Supplement: 0 }),
        FontDescriptor: descriptor,
        CIDToGIDMap: name("Identity"),
        W: [0, this.#glyphs.map((_, n): PdfValue => this.width(n))],
      }),
    );
    file.put(
      this.ref,
      dict({
        Type: name("Font"),
        Subtype: name("Type0"),
        BaseFont: called,
        Encoding: name("Identity-H"),
        DescendantFonts: [described],
        ToUnicode: file.stream({}, new TextEncoder().encode(this.#toUnicode())),
      }),
    );
  }

  /** Six capitals that mark a subset, taken from what is in it. */
  #tag(): string {
    let hash = 7;
    for (const { text } of this.#glyphs) {
      for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
    }
    return Array.from({ length: 6 }, (_, n) =>
      String.fromCharCode(65 + (Math.floor(hash / 26 ** n) % 26)),
    ).join("");
  }

  /** Which text each glyph stands for, in blocks of at most 100 as the format wants. */
  #toUnicode(): string {
    const lines = this.#glyphs.map(({ text }, n) => `<${n.toString(16).padStart(4, "0")}> <${utf16(text)}>`);
    const blocks: string[] = [];
    for (let from = 0; from < lines.length; from += 100) {
      const part = lines.slice(from, from + 100);
      blocks.push(`${part.length} beginbfchar`, ...part, "endbfchar");
    }
    return [
      "/CIDInit /ProcSet findresource begin",
      "12 dict begin",
      "begincmap",
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
      "/CMapName /Adobe-Identity-UCS def",
      "/CMapType 2 def",
      "1 begincodespacerange",
      "<0000> <ffff>",
      "endcodespacerange",
      ...blocks,
      "endcmap",
      "CMapName currentdict /CMap defineresource pop",
      "end",
      "end",
    ].join("\n");
  }
}
