import { beforeAll, describe, expect, test } from "vitest";
import { openBuiltIn } from "../../../test/open-built-in.ts";
import { nodesOf, type ReadPdf, readPdf } from "../../../test/read-pdf.ts";
import type { Answer, Lang } from "../../ask/answer.ts";
import { readClocks } from "../../ask/clocks.ts";
import { QUESTIONS } from "../../questions/index.ts";
import { answersOn } from "../../verify/on.ts";
import { pdfFonts } from "../../verify/pdf-fonts.ts";
import { sectionsOf } from "../dossier.ts";
import { dossierPdf, type PdfOptions } from "./dossier-pdf.ts";
import { attachmentOf } from "./file/attachment.ts";
import { PdfReader } from "./file/reader.ts";
import { isEntries, type Read } from "./file/syntax.ts";
import { type Element, type Node, readMarkup, textOf } from "./markup.ts";

const store = openBuiltIn();

const answersOf = (lang: Lang, at = "2026-01-01T00:00:00Z"): Promise<Answer[]> =>
  answersOn(store(), QUESTIONS, "org:alibaba_group", "entity", {
    ...{ clocks: readClocks({ "as-of": "2021-03-31" }, at), lang, at, version: "0", options: {} },
  });
const options = (lang: Lang): PdfOptions => ({
  lang,
  subject: "org:alibaba_group",
  caseName: "case",
  titles: ["Who controls it?", "What does it control?"],
  fonts: pdfFonts(),
});
const markupOf = (answers: readonly Answer[], lang: Lang): readonly Node[] =>
  readMarkup(sectionsOf(answers, options(lang)).body.join(""));

const all = (nodes: readonly Node[], names: readonly string[]): Element[] =>
  nodes.flatMap((node) => {
    if (typeof node === "string" || node.name === "svg") return [];
    return [...(names.includes(node.name) ? [node] : []), ...all(node.children, names)];
  });
/** Every picture; those drawn once more for a small screen have no place on paper. */
const pictures = (nodes: readonly Node[]): Element[] =>
  nodes.flatMap((node) => {
    if (typeof node === "string" || node.attributes.class === "narrow") return [];
    return node.attributes.role === "img" ? [node] : pictures(node.children);
  });
const squeezed = (text: string) => text.replace(/\s/gu, "");

describe.each(["en", "zh"] as const)("a dossier in %s as PDF", (lang) => {
  let nodes: readonly Node[];
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    const answers = await answersOf(lang);
    nodes = markupOf(answers, lang);
    bytes = dossierPdf(answers, options(lang));
    pdf = await readPdf(bytes);
  });

  test("holds every word and figure of the HTML one, in tables, paragraphs, lists and charts", () => {
    const blocks = all(nodes, [
      "h1",
      "h2",
      "h3",
      "p",
      "th",
      "td",
      "dt",
      "dd",
      "caption",
      "figcaption",
      "blockquote",
    ]);
    const words = blocks.map((block) => squeezed(textOf(block.children)));
    expect(words.length).toBeGreaterThan(700);
    expect(words.filter((each) => !pdf.text.includes(each))).toEqual([]);
    const labels = pictures(nodes).flatMap((svg) =>
      texts(svg).map((text) => squeezed(textOf(text.children))),
    );
    expect(labels.length).toBeGreaterThan(150);
    expect(labels.filter((each) => !pdf.text.includes(each))).toEqual([]);
  });

  test("has its title, its language, and titles, tables and pictures as what they are", () => {
    expect(pdf.title).toMatch(
      lang === "en" ? /^Alibaba Group · Dossier · 31 March 2021$/ : /^阿里巴巴集团 · 卷宗/,
    );
    expect(pdf.lang).toBe(lang === "en" ? "en" : "zh-Hans");
    expect(nodesOf(pdf.trees, "H1")).toHaveLength(1);
    const own = 2; // The list of contents and the charts as tables.
    expect(nodesOf(pdf.trees, "H2")).toHaveLength(all(nodes, ["h2"]).length + own);
    expect(nodesOf(pdf.trees, "H3")).toHaveLength(all(nodes, ["h3"]).length);
    // pdf.js leaves out what has no content on a page.
    const named = all(nodes, ["th"]).filter((cell) => textOf(cell.children) !== "");
    expect(nodesOf(pdf.trees, "TH").length).toBeGreaterThanOrEqual(named.length);
    expect(nodesOf(pdf.trees, "Caption")).toHaveLength(
      all(nodes, ["caption"]).length +
        all(nodes, ["details"]).filter((each) => each.attributes.class === "as-table").length,
    );
    const said = pictures(nodes).map((svg) => svg.attributes["aria-label"]);
    expect(said.length).toBeGreaterThan(5);
    expect(nodesOf(pdf.trees, "Figure").map((figure) => figure.alt)).toEqual(said);
  });

  test("numbers its pages, runs the case and the date along, and leads to every title by its page", () => {
    expect(pdf.pages).toBeGreaterThan(15);
    pdf.decoration.forEach((seen, n) => {
      expect(seen).toContain(lang === "en" ? `Page${n + 1}of${pdf.pages}` : `第${n + 1}页，共${pdf.pages}页`);
      expect(seen.includes("case·")).toBe(n > 0);
    });
    expect(pdf.bookmarks.filter(({ level }) => level === 1)).toHaveLength(all(nodes, ["h2"]).length);
    // The smaller titles are left out of the list where it would else not stand on one page.
    for (const { title, page } of pdf.bookmarks.filter(({ level }) => level === 1)) {
      expect(pdf.text).toContain(`${squeezed(title)}${page}`);
    }
  });

  test("links lead to a page or an address, and say where", () => {
    const links = all(nodes, ["a"]);
    const addresses = new Set(
      links.map((link) => link.attributes.href ?? "").filter((href) => /^https?:/.test(href)),
    );
    expect(addresses.size).toBeGreaterThan(20);
    const found = new Set(pdf.links.map(({ url }) => url));
    expect([...addresses].filter((each) => !found.has(new URL(each).href))).toEqual([]);
    expect(pdf.links.length).toBeGreaterThanOrEqual(links.length);
    expect(pdf.links.filter(({ url, page }) => url === undefined && !page)).toEqual([]);
    expect(pdf.links.filter(({ says }) => says === "")).toEqual([]);
  });

  test("carries every font it is set in", () => {
    const fonts = fontsOf(bytes);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const { name, size } of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+(Inter|SourceSerif4|Noto(Sans|Serif)SC)-(Regular|SemiBold)$/);
      expect(size).toBeGreaterThan(500);
    }
  });
});

const texts = (svg: Element): Element[] =>
  svg.children.flatMap((child) =>
    typeof child === "string" ? [] : child.name === "text" ? [child] : texts(child),
  );

/** Name and size of each embedded font. */
function fontsOf(bytes: Uint8Array): { name: string; size: number }[] {
  const pdf = new PdfReader(bytes);
  const get = (value: Read, ...path: (string | number)[]): Read =>
    path.reduce((at: Read, key) => {
      const there = pdf.follow(at);
      if (typeof key === "number") return Array.isArray(there) ? pdf.follow(there[key]) : null;
      return isEntries(there) ? pdf.follow(there.get(key)) : null;
    }, value);
  const fonts = get(pdf.root, "Pages", "Kids", 0, "Resources", "Font");
  return [...(isEntries(fonts) ? fonts.values() : [])].map((font) => {
    const descriptor = get(font, "DescendantFonts", 0, "FontDescriptor");
    const name = get(descriptor, "FontName") as { name: string };
    const file = isEntries(descriptor) ? pdf.stream(descriptor.get("FontFile2")) : undefined;
    return { name: name.name, size: file?.bytes.length ?? 0 };
  });
}

test("the same answers give the same bytes whenever they were asked", async () => {
  const [first, second] = [await answersOf("en"), await answersOf("en", "2027-06-05T04:03:02Z")];
  expect(Buffer.from(dossierPdf(first, options("en"))).equals(dossierPdf(second, options("en")))).toBe(true);
});

test("it is laid out for the paper asked for, and carries the file it is given", async () => {
  const answers = await answersOf("en");
  const data = new TextEncoder().encode('{"a": 1}');
  const attachment = { name: "answers.json", mime: "application/json", bytes: data };
  const bytes = dossierPdf(answers, { ...options("en"), paper: "letter", attachment });
  const { size } = await readPdf(bytes);
  expect(size).toEqual([612, 792]);
  expect(attachmentOf(bytes, "answers.json")).toEqual(data);
  expect(attachmentOf(dossierPdf(answers, options("en")), "answers.json")).toBeNull();
});

test("whatever the data holds is shown or named: signs of the syntax, long words, characters that no font has", async () => {
  const [answer] = await answersOf("en");
  const evil = `)>>(\\ endobj <b>&amp; ${"x".repeat(400)} \u{1e900}`;
  const hurt = JSON.parse(
    JSON.stringify(answer).replaceAll('"Alibaba Group"', JSON.stringify(evil)),
  ) as Answer;
  const pdf = await readPdf(dossierPdf([hurt], { ...options("en"), caseName: evil }));
  expect(pdf.text).toContain(squeezed(evil));
  expect(pdf.title).toContain(evil);
  expect(pdf.text).toContain("U+1E900");
});
