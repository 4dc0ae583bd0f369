import { expect, test } from "vitest";
import { pdfFonts } from "../../../verify/pdf-fonts.ts";
import { PdfFile } from "../file/writer.ts";
import { Fontbook } from "./fontbook.ts";

const book = (lang: "en" | "zh") => new Fontbook(new PdfFile(), pdfFonts(), lang);
const fontsOf = (fonts: Fontbook, text: string) => {
  const ids = new Set(fonts.set(text, "serif", 400).map((glyph) => glyph.font.id));
  return [...fonts.embedded].filter(([, font]) => ids.has(font.id)).map(([key]) => key);
};

test("Latin, Greek, Cyrillic and Han, simplified and traditional, all have a font", () => {
  const fonts = book("en");
  const text = "Ærø Đà Nẵng Ελλάς Владимир 阿里巴巴集团 蘇富比 馬雲 ソフトバンク ≠≈→—“”€₽ ①";
  expect(fonts.set(text, "serif", 400).length).toBeGreaterThan(50);
  expect(fonts.set(text, "sans", 600).length).toBeGreaterThan(50);
  expect([...fonts.missing]).toEqual([]);
});

test("a character that no font has is a box and is remembered; what is not seen needs none", () => {
  const fonts = book("en");
  expect(fonts.set("a\u{1e900}b", "sans", 400)).toHaveLength(3);
  expect([...fonts.missing]).toEqual([0x1e900]);
  expect(fonts.set("a\u200d\u00adb\ufe0f", "sans", 400)).toHaveLength(2);
  expect([...fonts.missing]).toEqual([0x1e900]);
});

test("quotation marks around Han are Han in Chinese, and Latin elsewhere", () => {
  expect(fontsOf(book("zh"), "“阿里”")).toEqual(["serif 400 true"]);
  expect(fontsOf(book("zh"), "“Ali”")).toEqual(["serif 400 false"]);
  expect(fontsOf(book("en"), "“阿")).toEqual(["serif 400 false", "serif 400 true"]);
});

test("a heavier Han glyph has another outline than a lighter one", () => {
  const fonts = book("zh");
  const [light, heavy] = [fonts.set("国", "sans", 400)[0], fonts.set("国", "sans", 600)[0]];
  expect(light?.font).not.toBe(heavy?.font);
  expect(light?.font.outlineOf(light.glyph)).not.toEqual(heavy?.font.outlineOf(heavy.glyph));
});
