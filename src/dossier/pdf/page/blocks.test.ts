import { expect, test } from "vitest";
import type { ClaimItem, Claims } from "../../../ask/block.ts";
import { blockHtml } from "../../../draw/html.ts";
import { pdfFonts } from "../../../verify/pdf-fonts.ts";
import { tagOf } from "../file/structure.ts";
import { PdfFile } from "../file/writer.ts";
import { Fontbook } from "../fonts/fontbook.ts";
import { readMarkup } from "../markup.ts";
import { blockSlabs } from "./blocks.ts";
import { BODY } from "./style.ts";

const page = { width: 595, height: 842, margin: { top: 60, bottom: 60, side: 50 } };
/** Of each slab, whether it stays with the next. */
function keeps(markup: string): boolean[] {
  const fonts = new Fontbook(new PdfFile(), pdfFonts(), "en");
  const more = { page, asTables: [], next: () => 1, blocks: blockSlabs };
  const setting = { fonts, x: 0, width: 495, style: BODY, tag: tagOf("Document"), ...more };
  return blockSlabs(readMarkup(markup), setting).map(({ keep }) => keep);
}

test("the number of a claim stays with the claim, that with how it stands, and what is attached with its heading", () => {
  expect(keeps('<p class="place"><b>C1</b> fact</p><p class="text">Said</p>')).toEqual([true, true]);
  expect(keeps("<details><summary>Attached</summary><ul><li>One</li></ul></details>")).toEqual([true, false]);
  expect(keeps("<p>Plain</p><p>Text</p>")).toEqual([false, false]);
});

test("the heading of claims and the line under it stay with the first claim", () => {
  const words = { id: "C1", place: "fact", says: "Supported", text: ["Said."], brief: [] };
  const item: ClaimItem = { ...words, standing: "supported", why: [], figures: [], sides: [] };
  const block: Claims = { kind: "claims", title: "Claim by claim", caption: "How.", items: [item] };
  const links = { notes: () => [], entity: () => undefined };
  const [standing, ...before] = keeps(blockHtml(block, "en", links)).reverse();
  expect(standing).toBe(false);
  expect(before.length).toBeGreaterThanOrEqual(4);
  expect(before).not.toContain(false);
});

test("a short list of pairs stands on one page, a long one need not", () => {
  const pairs = (count: number) => `<dl>${"<dt>Program</dt><dd>one</dd>".repeat(count)}</dl>`;
  expect(keeps(pairs(3))).toEqual([true, true, false]);
  expect(keeps(pairs(40))).not.toContain(true);
});

test("up to four figures stand in one row, however many notes they have", () => {
  const notes = `<sup>[${Array.from({ length: 12 }, (_, n) => `<a href="#s${n}">${n}</a>`).join(", ")}]</sup>`;
  const tiles = (count: number, value: string) =>
    `<dl class="figures">${`<div><dt>possibly controlled</dt><dd>${value}${notes}</dd></div>`.repeat(count)}</dl>`;
  expect(keeps(tiles(4, "10 entities"))).toHaveLength(1);
  expect(keeps(tiles(5, "10 entities"))).toHaveLength(2);
  expect(keeps(tiles(4, "18,228,480,000,000.00")).length).toBeGreaterThan(1);
});
