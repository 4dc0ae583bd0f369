import { type TagType, tagOf } from "../file/structure.ts";
import { type Element, hasClass, type Node, textOf } from "../markup.ts";
import { figureSlabs } from "./figure.ts";
import { Paragraph } from "./lines.ts";
import { listSlabs, pairSlabs, sourceSlabs, tileSlabs } from "./lists.ts";
import { piecesOf } from "./pieces.ts";
import type { Setting } from "./setting.ts";
import { first, kept, linePainter, lineSlabs, type Slab } from "./slab.ts";
import { INK, styleOf } from "./style.ts";
import { tableSlabs } from "./table.ts";

const BLOCKS = new Set(
  "main header section article div p h1 h2 h3 h4 dl ol ul table figure figcaption blockquote details summary".split(
    " ",
  ),
);
const TITLE: Readonly<Record<string, { tag: TagType; level: 1 | 2 | 3 | 4; above: number; below: number }>> =
  {
    h1: { tag: "H1", level: 1, above: 2, below: 4 },
    h2: { tag: "H2", level: 2, above: 24, below: 6 },
    h3: { tag: "H3", level: 3, above: 15, below: 3 },
    h4: { tag: "H4", level: 4, above: 7, below: 1 },
  };

/** Blocks of markup, one after the other, as slabs. Elements it does not know are taken for what is in them: nothing is dropped. */
export function blockSlabs(nodes: readonly Node[], setting: Setting): Slab[] {
  const slabs: Slab[] = [];
  let loose: Node[] = [];
  const flush = () => {
    if (textOf(loose).trim() !== "") slabs.push(...paragraph(loose, setting, "P"));
    loose = [];
  };
  for (const node of nodes) {
    if (typeof node === "string" || !BLOCKS.has(node.name)) loose.push(node);
    else {
      flush();
      const last = slabs.at(-1);
      if (last && hasClass(node, "caption")) slabs[slabs.length - 1] = { ...last, keep: true };
      slabs.push(...block(node, setting));
    }
  }
  flush();
  return slabs;
}

function block(element: Element, around: Setting): Slab[] {
  const { name, attributes, children } = element;
  const setting = { ...around, style: styleOf(element, around.style) };
  const anchors = attributes.id === undefined ? [] : [attributes.id];
  const title = TITLE[name];
  if (title) return heading(element, setting, title);
  switch (name) {
    case "p":
    case "summary":
    case "figcaption":
      return first(paragraph(children, setting, "P", introduces(element)), {
        before: gapBefore(element),
        anchors,
      });
    case "table":
      return first(tableSlabs(element, setting), { before: 14, anchors });
    case "figure":
      return figureSlabs(element, setting);
    case "dl":
      return hasClass(element, "figures") ? tileSlabs(element, setting) : pairSlabs(element, setting);
    case "ol":
    case "ul":
      return hasClass(element, "sources") ? sourceSlabs(element, setting) : listSlabs(element, setting);
    case "blockquote": {
      const tag = tagOf("BlockQuote", setting.tag);
      return setting.blocks(children, { ...setting, tag, x: setting.x + 12, width: setting.width - 12 });
    }
    case "section":
    case "header":
      return section(element, setting);
    default:
      return first(blockSlabs(children, setting), { anchors });
  }
}

function section(element: Element, setting: Setting): Slab[] {
  const tag = tagOf("Sect", setting.tag);
  const unknown = hasClass(element, "unknown");
  const inside = unknown
    ? { ...setting, tag, x: setting.x + 12, width: setting.width - 12 }
    : { ...setting, tag };
  const slabs = blockSlabs(element.children, inside);
  const breaks = ["tables", "sources-section", "statements"].some((name) => hasClass(element, name));
  const more = {
    anchors: element.attributes.id === undefined ? [] : [element.attributes.id],
    ...(unknown ? { before: 16 } : {}),
    ...(breaks ? { breaks } : {}),
  };
  const barred = unknown
    ? slabs.map((slab, n) => ({ ...slab, bars: [...(slab.bars ?? []), { x: setting.x, first: n === 0 }] }))
    : slabs;
  return first(barred, more);
}

function heading(
  element: Element,
  setting: Setting,
  { tag, level, above, below }: NonNullable<(typeof TITLE)[string]>,
): Slab[] {
  const text = textOf(element.children).trim();
  const id = element.attributes.id ?? `h${setting.next()}`;
  const slabs = paragraph(element.children, setting, tag, true);
  const ruled = level === 2 ? slabs.map((slab, n) => (n === 0 ? withRule(slab, setting) : slab)) : slabs;
  const end: Slab = { before: 0, height: below, keep: true, paint: () => {} };
  return first([...kept(ruled), end], {
    before: above,
    anchors: [id],
    ...(level === 4 ? {} : { title: { level, text, id } }),
  });
}

/** A title with a rule across the page above it. */
const withRule = (slab: Slab, setting: Setting): Slab => ({
  ...slab,
  height: slab.height + 9,
  paint: (sheet, x, y) => {
    sheet.rect([x + setting.x, y, x + setting.x + setting.width, y + 0.75], INK);
    slab.paint(sheet, x, y + 9);
  },
});

function paragraph(nodes: readonly Node[], setting: Setting, type: TagType, keep = false): Slab[] {
  const { style, fonts, width, x } = setting;
  const pieces = piecesOf(nodes, style, tagOf(type, setting.tag));
  return lineSlabs(new Paragraph(pieces, fonts).lines(width), style, linePainter(style, x), keep);
}

/** What says no more than what comes next: it stands on the same page. */
const introduces = (element: Element): boolean =>
  element.name === "summary" || ["lead", "place", "text"].some((name) => hasClass(element, name));

const gapBefore = (element: Element): number =>
  hasClass(element, "kicker") ? 0 : element.name === "p" && element.attributes.class === undefined ? 6 : 4;
