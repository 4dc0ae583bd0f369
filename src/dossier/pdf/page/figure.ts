import { tagOf } from "../file/structure.ts";
import { number } from "../file/value.ts";
import { type Element, type Node, textOf } from "../markup.ts";
import { paintSvg } from "../svg/paint.ts";
import { slicesOf } from "../svg/slices.ts";
import { Paragraph } from "./lines.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Setting } from "./setting.ts";
import { linePainter, lineSlabs, type Slab, type Title } from "./slab.ts";
import { NOTE, TITLES } from "./style.ts";

/** A chart is turned where it would else be smaller than this of its size, if it becomes so much larger by that. */
const SMALLEST = 0.55;
const GAIN = 1.25;
/** Room for title and caption, about. */
const WORDS = 50;
/** No chart is blown up: its type is to be of the size of a table's. */
const LARGEST = 0.72;
/** A chart may be made so much smaller to fit under what is on the page already. */
const SHRUNK = 0.8;

interface Area {
  readonly width: number;
  readonly height: number;
}

const find = (nodes: readonly Node[], name: string): Element | undefined => {
  for (const node of nodes) if (typeof node !== "string" && node.name === name) return node;
  return undefined;
};

/** A chart with its title and caption, on one page; the table that says the same is kept for the end. */
export function figureSlabs(figure: Element, setting: Setting): Slab[] {
  const { children } = figure;
  const [title, svg, caption, details] = ["h3", "svg", "figcaption", "details"].map((name) =>
    find(children, name),
  );
  if (!svg) return setting.blocks(children, setting);
  const table = details && find(details.children, "table");
  const link = table && asTable(table, title, details, setting);
  const { page } = setting;
  const wide = Number(svg.attributes.width);
  const tall = Number(svg.attributes.height);
  const upright = { width: setting.width, height: page.height - page.margin.top - page.margin.bottom };
  const across = {
    width: page.height - 2 * page.margin.side,
    height: page.width - page.margin.top - page.margin.bottom,
  };
  const fitting = (area: Area) => Math.min(LARGEST, area.width / wide, (area.height - WORDS) / tall);
  const turned = fitting(upright) < SMALLEST && fitting(across) > fitting(upright) * GAIN;
  const room = turned ? across : upright;
  const width = room.width;
  const text = (
    nodes: readonly (Element | string)[],
    style: typeof NOTE,
    tag: "H3" | "P",
    more: readonly Piece[] = [],
  ) => {
    const pieces = [...piecesOf(nodes, style, tagOf(tag, setting.tag)), ...more];
    const lines = new Paragraph(pieces, setting.fonts).lines(width);
    return lineSlabs(lines, style, linePainter(style, turned ? 0 : setting.x));
  };
  const head = TITLES.h3 ?? NOTE;
  const above = title ? text(title.children, head, "H3") : [];
  const figureTag = tagOf("Figure", setting.tag, {
    alt: svg.attributes["aria-label"] ?? textOf(svg.children),
  });
  const others = children.filter(
    (child) => ![title, svg, caption, details].some((one) => one === child) && !isNarrow(child),
  );
  const place = turned ? { ...setting, x: 0, width } : setting;
  const explained = flat(setting.blocks(others, place));
  const captioned = caption ? text(caption.children, NOTE, "P", link ? [link] : []) : [];
  const below = [...explained, ...captioned];
  const words = height(above) + height(below) + 12;
  const largest = Math.min(LARGEST, width / wide, (room.height - words) / tall);
  const said = title ? textOf(title.children).trim() : "";
  const id = `h${setting.next()}`;
  const called: Title | undefined = said === "" ? undefined : { level: 3, text: said, id };
  const pictureOf = (drawn: Element, scale: number, whole: boolean): Slab => ({
    before: 0,
    height: Number(drawn.attributes.height) * scale + 12,
    keep: true,
    paint: (sheet, x, y) => {
      const left = x + (turned ? 0 : setting.x) + (width - wide * scale) / 2;
      const top = y + 5;
      const bottom = top + Number(drawn.attributes.height) * scale;
      if (whole) figureTag.about.box = [left, sheet.height - bottom, left + wide * scale, sheet.height - top];
      sheet.figure(figureTag, () => {
        sheet.operator(`${number(scale)} 0 0 ${number(scale)} ${number(left)} ${number(top)} cm`);
        paintSvg(sheet, drawn, figureTag, setting.fonts);
      });
    },
  });
  const sized = (scale: number): Slab =>
    stacked([...above, pictureOf(svg, scale, true), ...below], called, id, turned);
  if (!turned && largest < SMALLEST) {
    const scale = Math.min(LARGEST, width / wide);
    const slices = slicesOf(svg, (room.height - words) / scale);
    const ends = slices.length - 1;
    if (ends > 0) {
      return slices.map((slice, n) => {
        const [title, caption] = [n === 0 ? above : [], n === ends ? below : []];
        const parts = [...title, pictureOf(slice, scale, false), ...caption];
        return stacked(parts, n === 0 ? called : undefined, n === 0 ? id : `${id}-${n}`, false);
      });
    }
  }
  const within = (most: number): Slab | undefined => {
    const scale = (most - words) / tall;
    return scale >= largest * SHRUNK ? sized(Math.min(scale, largest)) : undefined;
  };
  return [{ ...sized(largest), within }];
}

const height = (slabs: readonly Slab[]): number => slabs.reduce((sum, slab) => sum + slab.height, 0);

/** Slabs with the room above them as part of them. */
const flat = (slabs: readonly Slab[]): Slab[] =>
  slabs.map(({ before, ...slab }) => ({
    ...slab,
    before: 0,
    height: slab.height + before,
    paint: (sheet, x, y) => slab.paint(sheet, x, y + before),
  }));

/** Several slabs as one. */
function stacked(slabs: readonly Slab[], title: Title | undefined, id: string, turned: boolean): Slab {
  return {
    before: 18,
    height: height(slabs),
    keep: false,
    anchors: [id],
    turned,
    ...(title ? { title } : {}),
    paint: (sheet, x, y) => {
      let at = y;
      for (const slab of slabs) {
        slab.paint(sheet, x, at);
        at += slab.height;
      }
    },
  };
}

/** Keeps the table for the end; gives the words that lead to it. */
function asTable(table: Element, title: Element | undefined, details: Element, setting: Setting): Piece {
  const id = `t${setting.next()}`;
  setting.asTables.push({ id, title: title ? textOf(title.children).trim() : "", table });
  const says = textOf(find(details.children, "summary")?.children ?? []);
  const style = { ...NOTE, colour: "#1d4a7a" };
  const tag = tagOf("Link", tagOf("P", setting.tag));
  return { text: ` ${says}`, style, tag, link: { target: `#${id}`, says } };
}

/** The same chart drawn for a small screen. */
const isNarrow = (node: Node): boolean => typeof node !== "string" && node.attributes.class === "narrow";
