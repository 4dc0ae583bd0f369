import { type Tag, tagOf } from "../file/structure.ts";
import { type Element, hasClass, type Node, textOf } from "../markup.ts";
import { type Line, Paragraph } from "./lines.ts";
import { piecesOf } from "./pieces.ts";
import type { Setting } from "./setting.ts";
import { baseline, first, paintLine, type Slab } from "./slab.ts";
import { RULE, type Style, styleOf } from "./style.ts";

const elements = (nodes: readonly Node[], name: string): Element[] =>
  nodes.flatMap((node) => (typeof node !== "string" && node.name === name ? [node] : []));

/** A list, numbered or not: each label hangs before its item. */
export function listSlabs(list: Element, setting: Setting): Slab[] {
  const numbered = list.name === "ol";
  const tag = tagOf("L", setting.tag, { numbered });
  const wide = numbered ? setting.style.size * 2 : setting.style.size * 1.2;
  return elements(list.children, "li").flatMap((item, n) => {
    // Claims have a number of their own.
    const own = hasClass(item, "claim");
    const label = own ? "" : numbered ? `${n + 1}.` : "•";
    const more = { before: own ? 11 : n === 0 ? 2 : 3, id: item.attributes.id };
    return labelled(item.children, label, own ? 0 : wide, tag, setting, more);
  });
}

/** The list of sources: the number, then what each is, with a rule under it. */
export function sourceSlabs(list: Element, setting: Setting): Slab[] {
  const tag = tagOf("L", setting.tag, { numbered: true });
  return elements(list.children, "li").flatMap((item) => {
    const [number] = elements(item.children, "span");
    const body = item.children.filter((child) => child !== number);
    const label = number ? textOf(number.children) : "";
    const style = { ...setting.style, weight: 600 as const };
    const slabs = labelled(body, label, 26, tag, setting, { before: 4, id: item.attributes.id }, style);
    return [
      ...slabs.map((slab, n) => (n < slabs.length - 1 ? { ...slab, keep: true } : slab)).slice(0, -1),
      ...ruled(slabs.at(-1), setting),
    ];
  });
}

/** A slab with a rule under it. */
function ruled(slab: Slab | undefined, { x: indent, width }: Setting): Slab[] {
  if (!slab) return [];
  return [
    {
      ...slab,
      height: slab.height + 4,
      paint: (sheet, x, y) => {
        slab.paint(sheet, x, y);
        const at = y + slab.height + 3;
        sheet.rect([x + indent, at, x + indent + width, at + 0.5], RULE);
      },
    },
  ];
}

function labelled(
  nodes: readonly Node[],
  label: string,
  indent: number,
  list: Tag,
  setting: Setting,
  more: { readonly before: number; readonly id: string | undefined },
  labelStyle: Style = setting.style,
): Slab[] {
  const item = tagOf("LI", list);
  const [mark] =
    label === ""
      ? []
      : new Paragraph(piecesOf([label], labelStyle, tagOf("Lbl", item)), setting.fonts).lines(indent);
  const inside = {
    ...setting,
    tag: tagOf("LBody", item),
    x: setting.x + indent,
    width: setting.width - indent,
  };
  const body = setting.blocks(nodes, inside);
  const hung = body.map((slab, n): Slab => (n > 0 || !mark ? slab : beside(slab, mark, setting)));
  return first(hung, { before: more.before, anchors: more.id === undefined ? [] : [more.id] });
}

/** A slab with a label to its left. */
const beside = (slab: Slab, mark: Line, { style, x: left }: Setting): Slab => ({
  ...slab,
  paint: (sheet, x, y) => {
    paintLine(sheet, mark, x + left, baseline(style, y));
    slab.paint(sheet, x, y);
  },
});

/** Up to so many pairs stand on one page. */
const TOGETHER = 12;

/** Names and what belongs to them, in two columns. */
export function pairSlabs(list: Element, setting: Setting): Slab[] {
  const tag = tagOf("L", setting.tag);
  const inside = list.children.flatMap((child) =>
    typeof child !== "string" && child.name === "div" ? child.children : [child],
  );
  const names = elements(inside, "dt");
  const values = elements(inside, "dd");
  const items = names.map((name) => {
    const item = tagOf("LI", tag);
    const style = styleOf(name, setting.style);
    return {
      item,
      style,
      label: new Paragraph(piecesOf(name.children, style, tagOf("Lbl", item)), setting.fonts),
    };
  });
  const column = Math.min(setting.width / 3, Math.max(...items.map(({ label }) => label.most)) + 14);
  const slabs = items.flatMap(({ item, label }, n) => {
    const body = tagOf("LBody", item);
    const value = new Paragraph(piecesOf(values[n]?.children ?? [], setting.style, body), setting.fonts);
    const left = label.lines(column - 6);
    const right = value.lines(setting.width - column);
    return [sideBySide([left, right], [0, column], setting)];
  });
  const short = slabs.length <= TOGETHER;
  return first(
    slabs.map((slab, n) => ({ ...slab, keep: short && n < slabs.length - 1 })),
    { before: 6 },
  );
}

/** Columns of lines beside each other, as one slab. */
function sideBySide(
  columns: readonly (readonly Line[])[],
  at: readonly number[],
  { style, x: left }: Setting,
): Slab {
  const rows = Math.max(...columns.map((lines) => lines.length));
  return {
    before: 0,
    height: rows * style.leading,
    keep: false,
    paint: (sheet, x, y) => {
      columns.forEach((lines, n) => {
        lines.forEach((line, row) => {
          paintLine(sheet, line, x + left + (at[n] ?? 0), baseline(style, y + row * style.leading));
        });
      });
    },
  };
}

const TILE: Pick<Style, "size" | "leading" | "family"> = { size: 15, leading: 20, family: "serif" };

/** So many figures stand in one row where none of their words has to break for that. */
const ONE_ROW = 4;

/** Figures with their names above them, as many beside each other as there is room for. */
export function tileSlabs(list: Element, setting: Setting): Slab[] {
  const tag = tagOf("L", setting.tag);
  const tiles = elements(list.children, "div").map((tile) => {
    const item = tagOf("LI", tag);
    const [name] = elements(tile.children, "dt");
    const [value] = elements(tile.children, "dd");
    const style = name ? styleOf(name, { ...setting.style, size: 8, leading: 11 }) : setting.style;
    const large = { ...setting.style, ...TILE };
    return {
      style,
      large,
      name: new Paragraph(piecesOf(name?.children ?? [], style, tagOf("Lbl", item)), setting.fonts),
      value: new Paragraph(piecesOf(value?.children ?? [], large, tagOf("LBody", item)), setting.fonts),
    };
  });
  const wanted = Math.max(
    90,
    ...tiles.map(({ name, value }) => Math.min(150, Math.max(name.most, value.most))),
  );
  const room = setting.width + 20;
  const least = Math.max(...tiles.map(({ name, value }) => Math.max(name.least, value.least)));
  const oneRow = tiles.length <= ONE_ROW && least <= room / tiles.length - 20;
  const perRow = oneRow
    ? tiles.length
    : Math.max(1, Math.min(tiles.length, Math.floor(room / (wanted + 20))));
  const column = (setting.width + 20) / perRow;
  const slabs: Slab[] = [];
  for (let from = 0; from < tiles.length; from += perRow) {
    const row = tiles.slice(from, from + perRow).map(({ name, value, style, large }) => ({
      style,
      large,
      names: name.lines(column - 20),
      values: value.lines(column - 20),
    }));
    const above = Math.max(...row.map(({ names, style }) => names.length * style.leading));
    const height = above + Math.max(...row.map(({ values, large }) => values.length * large.leading));
    slabs.push({
      before: 8,
      height,
      keep: false,
      paint: (sheet, x, y) => {
        row.forEach(({ names, values, style, large }, n) => {
          const left = x + setting.x + n * column;
          names.forEach((line, k) => {
            paintLine(sheet, line, left, baseline(style, y + k * style.leading));
          });
          values.forEach((line, k) => {
            paintLine(sheet, line, left, baseline(large, y + above + k * large.leading));
          });
        });
      },
    });
  }
  return first(slabs, { before: 12 });
}
