import { expect, test } from "vitest";
import { pdfFonts } from "../../../verify/pdf-fonts.ts";
import { tagOf } from "../file/structure.ts";
import { PdfFile } from "../file/writer.ts";
import { Fontbook } from "../fonts/fontbook.ts";
import { type Element, readMarkup } from "../markup.ts";
import { blockSlabs } from "./blocks.ts";
import { figureSlabs } from "./figure.ts";
import type { AsTable } from "./setting.ts";
import { Sheet } from "./sheet.ts";
import { BODY } from "./style.ts";

const page = { width: 595, height: 842, margin: { top: 60, bottom: 60, side: 50 } };

function laid(width: number, height: number) {
  const [figure] = readMarkup(
    `<figure class="chart network"><h3>Title</h3><svg class="al-chart" role="img" aria-label="Said" width="${width}" height="${height}">` +
      `<rect class="shape" x="0" y="0" width="${width}" height="${height}" rx="4"/><text x="5" y="20" font-size="13">Inside</text></svg>` +
      "<figcaption>Caption</figcaption><details><summary>As a table</summary><table><tbody></tbody></table></details></figure>",
  );
  const tag = tagOf("Document");
  tag.attached = true;
  const asTables: AsTable[] = [];
  const fonts = new Fontbook(new PdfFile(), pdfFonts(), "en");
  let count = 0;
  const setting = {
    fonts,
    x: 0,
    width: 495,
    style: BODY,
    tag,
    page,
    asTables,
    next: () => ++count,
    blocks: blockSlabs,
  };
  const slabs = figureSlabs(figure as Element, setting);
  return { slab: slabs[0], asTables, tag };
}

test.each([
  [400, 300, false],
  [1500, 500, true],
  [991, 709, false],
  [300, 3000, false],
])("a chart of %i × %i fits its page, turned: %s", (width, height, turned) => {
  const { slab } = laid(width, height);
  expect(slab?.turned).toBe(turned);
  expect(slab?.height).toBeLessThanOrEqual(turned ? 475 : 722);
});

test("it is a figure with its words, said to those who do not see it, and its table is kept for the end", () => {
  const { slab, asTables, tag } = laid(400, 300);
  expect(asTables).toEqual([expect.objectContaining({ title: "Title" })]);
  const sheet = new Sheet(0, 595, 842);
  slab?.paint(sheet, 50, 60);
  expect(sheet.links).toEqual([
    expect.objectContaining({ target: `#${asTables[0]?.id}`, says: "As a table" }),
  ]);
  const types = tag.kids.flatMap((kid) => ("type" in kid ? [kid.type] : []));
  expect(types).toEqual(["H3", "Figure", "P", "P"]);
  const figure = tag.kids.find((kid) => "type" in kid && kid.type === "Figure");
  expect(figure).toHaveProperty("about.alt", "Said");
  expect(figure).toHaveProperty("about.box", [
    expect.closeTo(153.5),
    expect.any(Number),
    expect.closeTo(441.5),
    expect.any(Number),
  ]);
});

test("it may be set smaller, but not so small that it cannot be read", () => {
  const { slab } = laid(600, 600);
  const whole = slab?.height ?? 0;
  expect(slab?.within?.(whole * 0.9)?.height).toBeCloseTo(whole * 0.9, 6);
  expect(slab?.within?.(whole * 0.5)).toBeUndefined();
});

test("an element that no chart of ours has is refused", () => {
  const { slab } = laid(400, 300);
  expect(slab).toBeDefined();
  const [figure] = readMarkup('<figure><svg width="10" height="10"><image href="x"></image></svg></figure>');
  const fonts = new Fontbook(new PdfFile(), [], "en");
  const setting = {
    fonts,
    x: 0,
    width: 495,
    style: BODY,
    tag: tagOf("Document"),
    page,
    asTables: [],
    next: () => 1,
    blocks: blockSlabs,
  };
  const [strange] = figureSlabs(figure as Element, setting);
  expect(() => strange?.paint(new Sheet(0, 595, 842), 0, 0)).toThrow(/image/);
});
