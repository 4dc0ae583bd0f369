import { dict, name, type PdfValue, type Ref } from "./value.ts";
import type { PdfFile } from "./writer.ts";

/** What a part of the page is: a node of the structure tree (ISO 32000-1, 14.8.4). */
export interface Tag {
  readonly type: TagType;
  readonly parent: Tag | undefined;
  readonly about: TagAbout;
  /** In reading order; what is painted adds itself. */
  readonly kids: (Tag | Marked | Annotated)[];
  attached: boolean;
}

export type TagType =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "Caption"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "BlockQuote"
  | "Span"
  | "Link"
  | "Reference"
  | "TOC"
  | "TOCI";

export interface TagAbout {
  /** Instead of a picture, in words. */
  readonly alt?: string;
  /** What an abbreviation or a sign stands for. */
  readonly means?: string;
  readonly scope?: "Row" | "Column";
  readonly numbered?: boolean;
  readonly lang?: string;
  /** Of a figure: its box on its page, set when it is painted. */
  box?: readonly [number, number, number, number];
}

/** Content of one page: what stands between its marks. */
interface Marked {
  readonly page: number;
  readonly mark: number;
}
/** A link's place on a page. */
interface Annotated {
  readonly page: number;
  readonly annotation: Ref;
}

export const tagOf = (type: TagType, parent?: Tag, about: TagAbout = {}): Tag => ({
  type,
  parent,
  about,
  kids: [],
  attached: false,
});

/** Puts a tag, and those it lies in, into the tree where reading has come to. */
export function attach(tag: Tag): void {
  if (tag.attached) return;
  tag.attached = true;
  if (!tag.parent) return;
  attach(tag.parent);
  tag.parent.kids.push(tag);
}

/** Writes the tree under `root`; `marks` are the tags of each page's marked content, `links` the tags of the annotations. */
export function writeStructure(
  file: PdfFile,
  root: Tag,
  pages: readonly Ref[],
  marks: readonly (readonly Tag[])[],
  links: readonly Tag[],
): Ref {
  const refs = new Map<Tag, Ref>();
  const number = (tag: Tag): void => {
    refs.set(tag, file.reserve());
    for (const kid of tag.kids) if ("type" in kid) number(kid);
  };
  number(root);
  const top = file.reserve();
  const refOf = (tag: Tag): PdfValue => refs.get(tag) ?? null;
  for (const [tag, ref] of refs) {
    file.put(ref, element(tag, refOf, tag.parent ? refOf(tag.parent) : top, pages));
  }
  const nums: PdfValue[] = [];
  marks.forEach((tags, page) => {
    nums.push(page, file.add(tags.map(refOf)));
  });
  links.forEach((tag, index) => {
    nums.push(marks.length + index, refOf(tag));
  });
  file.put(
    top,
    dict({
      Type: name("StructTreeRoot"),
      K: [refOf(root)],
      ParentTree: file.add(dict({ Nums: nums })),
      ParentTreeNextKey: marks.length + links.length,
    }),
  );
  return top;
}

function element(tag: Tag, refOf: (tag: Tag) => PdfValue, parent: PdfValue, pages: readonly Ref[]): PdfValue {
  const { about } = tag;
  const page = tag.kids.find((kid) => "mark" in kid)?.page;
  const kids = tag.kids.map((kid): PdfValue => {
    if ("type" in kid) return refOf(kid);
    const on = pages[kid.page] ?? null;
    if ("mark" in kid) {
      return kid.page === page ? kid.mark : dict({ Type: name("MCR"), Pg: on, MCID: kid.mark });
    }
    return dict({ Type: name("OBJR"), Pg: on, Obj: kid.annotation });
  });
  return dict({
    Type: name("StructElem"),
    S: name(tag.type),
    P: parent,
    Pg: page === undefined ? undefined : pages[page],
    Alt: about.alt === undefined ? undefined : { text: about.alt },
    E: about.means === undefined ? undefined : { text: about.means },
    Lang: about.lang === undefined ? undefined : { text: about.lang },
    A: attributes(about),
    K: kids,
  });
}

function attributes(about: TagAbout): PdfValue | undefined {
  if (about.scope) return dict({ O: name("Table"), Scope: name(about.scope) });
  if (about.numbered) return dict({ O: name("List"), ListNumbering: name("Decimal") });
  if (about.box) return dict({ O: name("Layout"), Placement: name("Block"), BBox: about.box });
  return undefined;
}
