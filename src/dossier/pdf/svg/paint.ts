import { textWidth } from "../../../ask/label.ts";
import { CHART_CSS } from "../../../draw/style.ts";
import { Problem } from "../../../errors.ts";
import type { Tag } from "../file/structure.ts";
import { number } from "../file/value.ts";
import type { Fontbook } from "../fonts/fontbook.ts";
import { type Element, textOf } from "../markup.ts";
import { fill, rgb, type Sheet, stroke } from "../page/sheet.ts";
import { type Looks, looksOf, type Place, readCss } from "./css.ts";
import { pathOperators, pointOperators, roundedOperators } from "./path.ts";

const RULES = readCss(CHART_CSS);
/** What an element takes from those it lies in. */
const INHERITED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
  "text-anchor",
];
const ATTRIBUTES = [...INHERITED, "fill-opacity"];
const SILENT = new Set(["title", "desc", "defs", "style"]);

/** Paints a chart of `draw/` at its own size; the caller has moved and scaled. Only what `draw/` makes is understood. */
export function paintSvg(sheet: Sheet, svg: Element, tag: Tag, fonts: Fontbook): void {
  const painter = { sheet, tag, fonts };
  paintChildren(svg, [svg], {}, painter);
}

interface Painter {
  readonly sheet: Sheet;
  readonly tag: Tag;
  readonly fonts: Fontbook;
}

function paintChildren(
  parent: Element,
  around: readonly Element[],
  inherited: Looks,
  painter: Painter,
): void {
  let before: Element | undefined;
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    if (!SILENT.has(child.name)) paint({ element: child, around, before }, inherited, painter);
    before = child;
  }
}

function paint(place: Place, inherited: Looks, painter: Painter): void {
  const { element, around } = place;
  const { attributes: a } = element;
  const own = Object.fromEntries(ATTRIBUTES.flatMap((key) => (a[key] === undefined ? [] : [[key, a[key]]])));
  const looks: Looks = { ...inherited, ...own, ...looksOf(RULES, place) };
  switch (element.name) {
    case "g": {
      const passed = Object.fromEntries(
        INHERITED.flatMap((key) => (looks[key] === undefined ? [] : [[key, looks[key]]])),
      );
      moved(a.transform, painter, () => paintChildren(element, [...around, element], passed, painter));
      return;
    }
    case "text":
      write(element, looks, painter);
      return;
    case "path":
      moved(a.transform, painter, () => shape(pathOperators(a.d ?? ""), looks, painter));
      return;
    default:
      if (element.name === "rect" && looks.fill?.startsWith("url(")) fade(boxOf(element), painter);
      else shape(outlineOf(element), element.name === "line" ? { ...looks, fill: "none" } : looks, painter);
  }
}

const sizeOf = (element: Element, key: string): number => Number(element.attributes[key] ?? 0);

const boxOf = (rect: Element) =>
  [sizeOf(rect, "x"), sizeOf(rect, "y"), sizeOf(rect, "width"), sizeOf(rect, "height")] as const;

/** The outline of a plain shape as path operators. */
function outlineOf(element: Element): string {
  const { attributes: a, name } = element;
  const value = (key: string) => sizeOf(element, key);
  switch (name) {
    case "line":
      return pointOperators(`${a.x1},${a.y1} ${a.x2},${a.y2}`, false);
    case "polygon":
    case "polyline":
      return pointOperators(a.points ?? "", name === "polygon");
    case "rect": {
      const box = boxOf(element);
      return value("rx") > 0 ? roundedOperators(...box, value("rx")) : `${box.map(number).join(" ")} re`;
    }
    case "circle": {
      const r = value("r");
      return roundedOperators(value("cx") - r, value("cy") - r, 2 * r, 2 * r, r);
    }
    default:
      throw new Problem(
        "internal",
        `A chart has an element that cannot be printed: ${name}.`,
        "Report this.",
      );
  }
}

/** Paints between a saved and a restored state, moved and scaled as a `transform` says. */
function moved(transform: string | undefined, { sheet }: Painter, inside: () => void): void {
  if (transform === undefined) {
    inside();
    return;
  }
  sheet.operator("q");
  for (const [, name, written = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [x = 0, y] = written.split(/[ ,]+/).map(Number);
    if (name === "translate") sheet.operator(`1 0 0 1 ${number(x)} ${number(y ?? 0)} cm`);
    else if (name === "scale") sheet.operator(`${number(x)} 0 0 ${number(y ?? x)} 0 0 cm`);
    else throw new RangeError(`a transform not known: ${name}`);
  }
  inside();
  sheet.operator("Q");
}

function shape(path: string, looks: Looks, { sheet }: Painter): void {
  if (path === "") return;
  const filled = looks.fill !== "none" && looks.fill !== "transparent";
  const stroked = looks.stroke !== undefined && looks.stroke !== "none" && looks.stroke !== "transparent";
  if (!filled && !stroked) return;
  const set: string[] = [];
  if (filled) set.push(fill(paler(looks.fill ?? "#000000", Number(looks["fill-opacity"] ?? 1))));
  if (stroked) {
    const dashes = looks["stroke-dasharray"]?.replace(/,/g, " ") ?? "";
    const cap = looks["stroke-linecap"] === "round" ? 1 : 0;
    const join = looks["stroke-linejoin"] === "round" ? 1 : 0;
    set.push(stroke(looks.stroke ?? ""), `${number(Number(looks["stroke-width"] ?? 1))} w`);
    set.push(`[${dashes === "none" ? "" : dashes}] 0 d ${cap} J ${join} j`);
  }
  sheet.operator(`${set.join(" ")} ${path} ${filled && stroked ? "B" : filled ? "f" : "S"}`);
}

/** A colour let through so much, on white paper: pictures need no transparency. */
function paler(colour: string, opacity: number, paper = "#ffffff"): string {
  if (opacity >= 1) return colour;
  const [over, under] = [rgb(colour), rgb(paper)];
  const mixed = over.map((part, n) => Math.round((part * opacity + (under[n] ?? 1) * (1 - opacity)) * 255));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const STRIPES = 48;

/** A range whose end is open: it fades into the track it lies on. */
function fade([x, y, width, height]: readonly [number, number, number, number], { sheet }: Painter): void {
  const look = (name: string, key: string) =>
    looksOf(RULES, {
      element: { name: "stop", attributes: { class: name }, children: [] },
      around: [CHART],
      before: undefined,
    })[key] ?? "";
  const [colour, track] = [look("stop", "stop-color"), look("track", "fill")];
  for (let n = 0; n < STRIPES; n++) {
    const left = x + (width * n) / STRIPES;
    // Each stripe reaches to the end, so that no seam shows between two.
    const box = [left, y, x + width - left, height].map(number).join(" ");
    sheet.operator(`${fill(paler(colour, 0.6 * (1 - n / (STRIPES - 1)), track))} ${box} re f`);
  }
}
const CHART: Element = { name: "svg", attributes: { class: "al-chart" }, children: [] };

/** Charts are laid out by estimated widths; where the font is wider, it is set a little narrower, so that marks stand clear. */
const TIGHTEST = 0.9;

function write(element: Element, looks: Looks, { sheet, tag, fonts }: Painter): void {
  const { attributes: a, children } = element;
  const size = Number.parseFloat(looks["font-size"] ?? "16");
  const weight = Number(looks["font-weight"] ?? 400) >= 600 ? 600 : 400;
  const text = textOf(children);
  const glyphs = fonts.set(text, "sans", weight, true);
  const natural = glyphs.reduce((sum, { advance }) => sum + advance, 0) * size;
  const squeeze = Math.min(1, Math.max(TIGHTEST, (textWidth(text) * size) / natural));
  const width = natural * squeeze;
  const anchor = looks["text-anchor"] ?? "start";
  const before = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
  const place = { x: Number(a.x ?? 0) - before, y: Number(a.y ?? 0) };
  const at = { ...place, size, colour: looks.fill ?? "#000000", squeeze };
  sheet.text(glyphs, at, tag);
}
