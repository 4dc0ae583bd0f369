import type { Lang } from "../../../ask/answer.ts";
import type { PdfFile } from "../file/writer.ts";
import { EmbeddedFont } from "./embedded.ts";
import { type Family, FontFile, type FontSource, type Weight } from "./font-file.ts";

/** A glyph as it is set: `advance` and `shift` (to the right, while it is drawn) are in units of the font size. */
export interface SetGlyph {
  readonly font: EmbeddedFont;
  readonly glyph: number;
  readonly advance: number;
  readonly shift: number;
}

const BOX = 0x25a1;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** Marks that Latin and Chinese text share: between Han they are set in the Han font. */
const SHARED = /[“”‘’…—·]/;
/** Characters that are not seen: breaks, joiners, directions, variants. */
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** The fonts of a document: finds for each character the file that has it, and remembers what no file has. */
export class Fontbook {
  readonly #file: PdfFile;
  readonly #sources: readonly FontSource[];
  readonly #lang: Lang;
  readonly #opened = new Map<FontSource, FontFile>();
  readonly #orders = new Map<string, readonly FontSource[]>();
  readonly #chosen = new Map<string, FontFile | undefined>();
  readonly #set = new Map<string, readonly SetGlyph[]>();
  readonly embedded = new Map<string, EmbeddedFont>();
  /** Characters shown as □. */
  readonly missing = new Set<number>();

  constructor(file: PdfFile, sources: readonly FontSource[], lang: Lang) {
    this.#file = file;
    this.#sources = sources;
    this.#lang = lang;
  }

  /** A text as glyphs. Every character that is seen gives at least one, be it a box. */
  set(text: string, family: Family, weight: Weight, tabular = false): readonly SetGlyph[] {
    const key = `${family} ${weight} ${tabular} ${text}`;
    const known = this.#set.get(key);
    if (known) return known;
    const glyphs: SetGlyph[] = [];
    for (const run of this.#runs(text, family, weight)) {
      if (run.file) glyphs.push(...this.#glyphs(run.text, run.file, weight, tabular));
      else for (const character of run.text) glyphs.push(...this.#box(character, family, weight));
    }
    this.#set.set(key, glyphs);
    return glyphs;
  }

  /** Puts all that was used into the file. */
  embed(): void {
    for (const font of this.embedded.values()) font.embed(this.#file);
  }

  #runs(text: string, family: Family, weight: Weight) {
    const runs: { file: FontFile | undefined; text: string }[] = [];
    const all = [...text].filter((character) => !UNSEEN.test(character));
    all.forEach((character, n) => {
      const file = this.#find(character, family, weight, HAN.test(`${all[n - 1]}${all[n + 1]}`));
      const last = runs.at(-1);
      if (last && last.file === file) last.text += character;
      else runs.push({ file, text: character });
    });
    return runs;
  }

  #find(character: string, family: Family, weight: Weight, besideHan: boolean): FontFile | undefined {
    const han = this.#lang === "zh" && besideHan && SHARED.test(character);
    const key = `${family} ${weight} ${han} ${character}`;
    if (this.#chosen.has(key)) return this.#chosen.get(key);
    const code = character.codePointAt(0) ?? 0;
    const covers = ({ covers }: FontSource) => covers.some(([from, to]) => code >= from && code <= to);
    const order = this.#order(family, weight, han);
    const source = order.find((one) => covers(one) && this.#open(one).has(code));
    const found = source && this.#open(source);
    this.#chosen.set(key, found);
    return found;
  }

  /** Sources of a weight as they are tried: of the family first, or of Han first. */
  #order(family: Family, weight: Weight, han: boolean): readonly FontSource[] {
    const key = `${family} ${weight} ${han}`;
    const known = this.#orders.get(key);
    if (known) return known;
    const rank = (one: FontSource) => Number(one.family !== family) + (han && !one.variable ? 2 : 0);
    const order = this.#sources.filter((one) => one.weight === weight).sort((a, b) => rank(a) - rank(b));
    this.#orders.set(key, order);
    return order;
  }

  #open(source: FontSource): FontFile {
    const opened = this.#opened.get(source) ?? new FontFile(source);
    this.#opened.set(source, opened);
    return opened;
  }

  #glyphs(text: string, file: FontFile, weight: Weight, tabular: boolean): SetGlyph[] {
    const font = this.#fontFor(file, weight);
    const per = file.metrics.unitsPerEm;
    const source = this.#sources.indexOf(file.source);
    return file.glyphs(text, tabular).map(({ glyph, text: stands, advance, x }) => ({
      font,
      glyph: font.number(`${source}/${glyph.id}`, stands, () => ({
        bytes: file.outline(glyph),
        advance: glyph.advanceWidth,
      })),
      advance: advance / per,
      shift: x / per,
    }));
  }

  /** A box that is copied as the character it stands for. */
  #box(character: string, family: Family, weight: Weight): SetGlyph[] {
    this.missing.add(character.codePointAt(0) ?? 0);
    const box = String.fromCodePoint(BOX);
    const file = this.#find(box, family, weight, false);
    if (!file) return [];
    const font = this.#fontFor(file, weight);
    return file.glyphs(box, false).map(({ glyph, advance }) => ({
      font,
      glyph: font.number(`box/${glyph.id}`, character, () => ({
        bytes: file.outline(glyph),
        advance: glyph.advanceWidth,
      })),
      advance: advance / file.metrics.unitsPerEm,
      shift: 0,
    }));
  }

  /** Latin and Han glyphs of a style are embedded apart, since their files count in different units. */
  #fontFor(file: FontFile, weight: Weight): EmbeddedFont {
    const { metrics, source } = file;
    const key = `${source.family} ${weight} ${source.variable}`;
    const known = this.embedded.get(key);
    if (known) return known;
    const style = weight === 400 ? "Regular" : "SemiBold";
    const called = source.variable
      ? source.family === "serif"
        ? "NotoSerifSC"
        : "NotoSansSC"
      : source.family === "serif"
        ? "SourceSerif4"
        : "Inter";
    const made = new EmbeddedFont(
      `F${this.embedded.size + 1}`,
      `${called}-${style}`,
      metrics,
      this.#file.reserve(),
    );
    this.embedded.set(key, made);
    return made;
  }
}
