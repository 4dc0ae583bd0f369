import { expect, test } from "vitest";
import { PdfFile } from "../dossier/pdf/file/writer.ts";
import { Fontbook } from "../dossier/pdf/fonts/fontbook.ts";
import { pdfFonts } from "../verify/pdf-fonts.ts";
import { shorten, textWidth, wrap, wrapEvenly } from "./label.ts";

test("a Han character is about twice as wide as a Latin one", () => {
  expect(textWidth("南华早报")).toBe(4);
  expect(textWidth("nnnn")).toBeCloseTo(2.48);
});

test("a long name breaks into two lines and ends in an ellipsis where two are not enough", () => {
  const lines = wrap("Zhejiang Ant Small and Micro Financial Services Group Company Limited", 12, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(12);
});

test("a Han name stays whole where it fits a line of its own", () => {
  expect(wrap("Alibaba Partnership 阿里巴巴合伙人", 13, 2)).toEqual([
    "Alibaba Partnership",
    "阿里巴巴合伙人",
  ]);
});

test("a Han name longer than a line breaks between characters", () => {
  const lines = wrap("浙江蚂蚁小微金融服务集团股份有限公司", 10, 2);
  expect(lines.join("")).toBe("浙江蚂蚁小微金融服务集团股份有限公司");
});

test("how many of how many stays on one line, other words break after a slash", () => {
  expect(wrap("Control of media (25/25)", 11, 3)).toEqual(["Control of media", "(25/25)"]);
  expect(wrap("company/partnership", 7, 3)).toEqual(["company/", "partnership"]);
});

test("two lines are about as long as each other", () => {
  const [first = "", second = ""] = wrapEvenly("South China Morning Post Publishers Limited", 16, 2);
  expect(Math.abs(textWidth(first) - textWidth(second))).toBeLessThan(5);
});

test("a short text is not shortened", () => {
  expect(shorten("Ant", 5)).toBe("Ant");
});

test("a text is never drawn wider than it is said to be, and hardly narrower", () => {
  const fonts = new Fontbook(new PdfFile(), pdfFonts(), "en");
  const said = [
    "right to nominate board members (others elect), more than 50 %",
    "Who holds what above the South China Morning Post on 18 July 2017",
    "Rajax Network Technology (Shanghai) – WWW & Møm/Żółć “Việt”…",
    "24.8–25.8 %",
  ];
  for (const text of said) {
    for (const weight of [400, 600] as const) {
      const glyphs = fonts.set(text, "sans", weight, true);
      const drawn = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
      expect(textWidth(text), `${text} at ${weight}`).toBeGreaterThanOrEqual(drawn);
      expect(textWidth(text), `${text} at ${weight}`).toBeLessThan(drawn * 1.07);
    }
  }
});
