import fc from "fast-check";
import LineBreaker from "linebreak";
import { expect, test } from "vitest";
import { pdfFonts } from "../../../verify/pdf-fonts.ts";
import { tagOf } from "../file/structure.ts";
import { PdfFile } from "../file/writer.ts";
import { Fontbook } from "../fonts/fontbook.ts";
import { readMarkup } from "../markup.ts";
import { Paragraph } from "./lines.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { BODY } from "./style.ts";

const fonts = new Fontbook(new PdfFile(), pdfFonts(), "en");
const tag = tagOf("P");
const widthOf = (text: string) =>
  fonts.set(text, "serif", 400).reduce((sum, { advance }) => sum + advance, 0) * BODY.size;
/** The text of each line, by the glyphs it is set in: each glyph of these texts is one character. */
const linesOf = (text: string, width: number): string[] => {
  const lines = new Paragraph(piecesOf([text], BODY, tag), fonts).lines(width);
  let at = 0;
  return lines.map(({ parts }) => {
    const count = parts.reduce((sum, part) => sum + part.glyphs.length, 0);
    at += count;
    return text.slice(at - count, at);
  });
};

/** The obvious way: add what comes up to the next place to break, as long as it fits; break a word only if it is wider than a line. */
function oracle(text: string, width: number): string[] {
  const breaker = new LineBreaker(text);
  const lines: string[] = [];
  let [line, from] = ["", 0];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const word = text.slice(from, next.position);
    from = next.position;
    const pieces = widthOf(word.trimEnd()) > width ? cut(word, width) : [word];
    for (const piece of pieces) {
      if (line !== "" && pieceWidth(line) + widthOf(piece.trimEnd()) > width + 0.01) {
        lines.push(line);
        line = "";
      }
      line += piece;
    }
  }
  return line === "" ? lines : [...lines, line];
}
/** Kerning over a place to break is not set. */
function pieceWidth(line: string): number {
  let [sum, from] = [0, 0];
  const breaker = new LineBreaker(line);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    sum += widthOf(line.slice(from, next.position));
    from = next.position;
  }
  return sum;
}
function cut(word: string, width: number): string[] {
  const out: string[] = [];
  let [part, sum] = ["", 0];
  for (const character of word) {
    const wide = widthOf(character);
    if (part !== "" && sum + wide > width) {
      out.push(part);
      [part, sum] = ["", 0];
    }
    part += character;
    sum += wide;
  }
  return [...out, part];
}

const character = fc.constantFrom(..."abdeinorst   ,.-（）。，阿里巴巴集团");
const texts = fc.array(character, { minLength: 1, maxLength: 60 }).map((all) => all.join(""));

test("lines are filled as the obvious way fills them, and lose nothing", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 60, max: 200 }), (raw, width) => {
      const text = raw.replace(/ +/g, " ");
      const lines = linesOf(text, width);
      expect(lines.join("")).toBe(text);
      expect(lines).toEqual(oracle(text, width));
    }),
  );
});

test("an address goes over to the next line whole up to its first slash", () => {
  const lines = linesOf("retrieved from https://example.org/a-long-name/of-a-page", 130);
  expect(lines.filter((line) => line.endsWith("://"))).toEqual([]);
  expect(lines.filter((line) => line.startsWith("https://example.org"))).toHaveLength(1);
});

test("an address wider than a line is broken, nothing of it is lost", () => {
  const address = `https://example.org/${"0123456789abcdef".repeat(8)}`;
  const lines = linesOf(address, 100);
  expect(lines.join("")).toBe(address);
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(101);
});

test("a note stays with the word before it, also after Han, and few notes stay together", () => {
  const note = { name: "sup", attributes: {}, children: ["[", "1", ", ", "2", "]"] };
  const pieces: Piece[] = piecesOf(["阿里巴巴集团", note], BODY, tag);
  for (let width = 40; width < 90; width += 3) {
    const lines = new Paragraph(pieces, fonts).lines(width);
    const last = lines.at(-1)?.parts.map((part) => part.piece.text) ?? [];
    expect(last).toContain("阿里巴巴集团");
    expect(last.slice(-5).join("")).toBe("[1, 2]");
  }
});

test("the marks of a figure stay beside it", () => {
  const marks = '<abbr class="mark" title="a">≠</abbr> <abbr class="mark" title="b">≈</abbr>';
  const markup = readMarkup(`<span class="figure">15.1–19.8 % ${marks}</span>`);
  const paragraph = new Paragraph(piecesOf(markup, BODY, tag), fonts);
  expect(paragraph.least).toBeCloseTo(paragraph.most, 6);
});
