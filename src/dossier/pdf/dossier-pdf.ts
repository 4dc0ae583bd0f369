import type { Answer } from "../../ask/answer.ts";
import { type About, sectionsOf } from "../dossier.ts";
import { type Composed, compose } from "./compose.ts";
import { type Attachment, attachFile } from "./file/attachment.ts";
import { writeBookmarks } from "./file/bookmarks.ts";
import { metadata } from "./file/metadata.ts";
import { type Tag, tagOf, writeStructure } from "./file/structure.ts";
import { dict, name, type PdfValue, type Ref } from "./file/value.ts";
import { PdfFile } from "./file/writer.ts";
import type { FontSource } from "./fonts/font-file.ts";
import { Fontbook } from "./fonts/fontbook.ts";
import { readMarkup } from "./markup.ts";
import { Paragraph } from "./page/lines.ts";
import type { PlacedPage } from "./page/paginate.ts";
import { piecesOf } from "./page/pieces.ts";
import type { PageSize } from "./page/setting.ts";
import { type Link, Sheet } from "./page/sheet.ts";
import { paintLine } from "./page/slab.ts";
import { HEAD, INK } from "./page/style.ts";
import { type Paper, paperSize } from "./paper.ts";
import { pdfWords } from "./words.ts";

export interface PdfOptions extends About {
  /** What to draw characters from, in order of preference. */
  readonly fonts: readonly FontSource[];
  readonly paper?: Paper;
  /** A file to carry inside. */
  readonly attachment?: Attachment;
}

/**
 * Answers as one tagged PDF (PDF 1.7, after PDF/UA-1): the content of the HTML dossier in its order and words, its fonts
 * inside. It reads no clock and carries no date of its making; the same answers give the same bytes.
 */
export function dossierPdf(answers: readonly Answer[], options: PdfOptions): Uint8Array {
  const { lang } = options;
  const parts = sectionsOf(answers, options);
  const [width, height] = paperSize(options.paper ?? "a4");
  const page: PageSize = { width, height, margin: { top: 62, bottom: 58, side: 51 } };
  const file = new PdfFile();
  const fonts = new Fontbook(file, options.fonts, lang);
  const root = tagOf("Document");
  root.attached = true;
  const composed = compose(readMarkup(parts.body.join("")), { fonts, page, root, lang });
  const heads = { left: parts.left, right: parts.right, lang };
  const sheets = composed.pages.map((each, n) => {
    const [wide, tall] = each.turned ? [height, width] : [width, height];
    const sheet = new Sheet(n, wide, tall);
    paintPage(sheet, each, page);
    paintHeads(sheet, heads, composed.pages.length, page, fonts);
    return sheet;
  });
  const version = answers[0]?.run.version ?? "";
  return assemble({
    file,
    fonts,
    root,
    composed,
    sheets,
    options,
    title: parts.title,
    producer: `armslength ${version}`,
  });
}

function paintPage(sheet: Sheet, { placed }: PlacedPage, { margin }: PageSize): void {
  for (const { slab, y, gap, again } of placed) {
    const paint = () => slab.paint(sheet, margin.side, y);
    if (again) sheet.decorate(paint);
    else paint();
    for (const { x, first } of slab.bars ?? []) {
      const left = margin.side + x;
      sheet.rect([left, first ? y : y - gap, left + 2, y + slab.height], INK);
    }
  }
}

/** Running heads with the case and the date, not on the first page; the number of the page and of all. */
function paintHeads(
  sheet: Sheet,
  heads: { left: string; right: string; lang: Answer["lang"] },
  pages: number,
  { margin }: PageSize,
  fonts: Fontbook,
): void {
  const right = sheet.width - margin.side;
  const write = (text: string, y: number, atRight: boolean) => {
    const room = sheet.width - 2 * margin.side;
    const [line] = new Paragraph(piecesOf([text], HEAD, tagOf("Span")), fonts).lines(room);
    if (line) paintLine(sheet, line, atRight ? right - line.width : margin.side, y);
  };
  sheet.decorate(() => {
    if (sheet.index > 0) {
      write(heads.left, 40, false);
      write(heads.right, 40, true);
    }
    write(pdfWords(heads.lang).page(sheet.index + 1, pages), sheet.height - 34, true);
  });
}

interface Assembly {
  readonly file: PdfFile;
  readonly fonts: Fontbook;
  readonly root: Tag;
  readonly composed: Composed;
  readonly sheets: readonly Sheet[];
  readonly options: PdfOptions;
  readonly title: string;
  readonly producer: string;
}

function assemble({ file, fonts, root, composed, sheets, options, title, producer }: Assembly): Uint8Array {
  const lang = options.lang === "zh" ? "zh-Hans" : "en";
  const pages = sheets.map(() => file.reserve());
  const tree = file.reserve();
  const resources = file.reserve();
  const to = (id: string): PdfValue | undefined => {
    const place = composed.places.get(id);
    const sheet = place && sheets[place.page];
    return (
      place && sheet && [pages[place.page] ?? null, name("XYZ"), null, sheet.height - place.y + 12, null]
    );
  };
  const links: Tag[] = [];
  sheets.forEach((sheet, n) => {
    const annotations = sheet.links.flatMap((link) => {
      const made = annotation(file, link, sheet, sheets.length + links.length, to);
      if (!made) return [];
      link.tag.kids.push({ page: n, annotation: made });
      links.push(link.tag);
      return [made];
    });
    file.put(
      pages[n] as Ref,
      dict({
        Type: name("Page"),
        Parent: tree,
        MediaBox: [0, 0, sheet.width, sheet.height],
        Resources: resources,
        Contents: file.stream({}, new TextEncoder().encode(sheet.finish())),
        StructParents: n,
        Tabs: name("S"),
        Annots: annotations.length > 0 ? annotations : undefined,
      }),
    );
  });
  file.put(tree, dict({ Type: name("Pages"), Kids: pages, Count: pages.length }));
  fonts.embed();
  const fontRefs = Object.fromEntries([...fonts.embedded.values()].map(({ id, ref }) => [id, ref]));
  file.put(resources, dict({ Font: dict(fontRefs) }));
  const marks = composed.titles.map(({ text, level, id }) => ({ text, level, to: to(id) ?? null }));
  const { attachment } = options;
  const catalog = file.add(
    dict({
      Type: name("Catalog"),
      Pages: tree,
      Lang: { text: lang },
      MarkInfo: dict({ Marked: true }),
      StructTreeRoot: writeStructure(
        file,
        root,
        pages,
        sheets.map((sheet) => sheet.marks),
        links,
      ),
      ViewerPreferences: dict({ DisplayDocTitle: true }),
      Metadata: metadata(file, { title, lang, producer }),
      Outlines: marks.length > 0 ? writeBookmarks(file, marks) : undefined,
      PageMode: name(marks.length > 0 ? "UseOutlines" : "UseNone"),
      ...(attachment ? attachFile(file, attachment, pdfWords(options.lang).attached(attachment.name)) : {}),
    }),
  );
  return file.finish(catalog, file.add(dict({ Title: { text: title }, Producer: { text: producer } })));
}

function annotation(
  file: PdfFile,
  { target, says, box }: Link,
  sheet: Sheet,
  key: number,
  to: (id: string) => PdfValue | undefined,
): Ref | undefined {
  const inside = target.startsWith("#") ? to(target.slice(1)) : undefined;
  if (target.startsWith("#") && inside === undefined) return undefined;
  const [left, top, right, bottom] = box;
  return file.add(
    dict({
      Type: name("Annot"),
      Subtype: name("Link"),
      Rect: [left, sheet.height - bottom, right, sheet.height - top],
      Border: [0, 0, 0],
      F: 4,
      StructParent: key,
      Contents: { text: says },
      ...(inside === undefined
        ? { A: dict({ S: name("URI"), URI: { text: ascii(target) } }) }
        : { Dest: inside }),
    }),
  );
}

/** An address as a PDF holds it, in ASCII; what is escaped already stays as it is. */
const ascii = (url: string): string => url.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part));
