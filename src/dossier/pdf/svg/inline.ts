import type { Tag } from "../file/structure.ts";
import { number } from "../file/value.ts";
import type { Fontbook } from "../fonts/fontbook.ts";
import type { Element, Node } from "../markup.ts";
import type { Sheet } from "../page/sheet.ts";
import { paintSvg } from "./paint.ts";

/** A small drawing within a text, so high, in the text's colour wherever it asks for that. */
export function drawInline(
  sheet: Sheet,
  svg: Element,
  tag: Tag,
  at: { readonly x: number; readonly y: number; readonly height: number; readonly colour: string },
  fonts: Fontbook,
): void {
  const scale = at.height / tallOf(svg);
  sheet.operator([scale, 0, 0, scale, at.x, at.y].map(number).join(" ").concat(" cm"));
  paintSvg(sheet, coloured(svg, at.colour), tag, fonts);
}

/** How much wider than high a drawing is. */
export function aspectOf(svg: Element): number {
  const [, , wide = 1] = (svg.attributes.viewBox ?? "").split(" ").map(Number);
  return wide / tallOf(svg);
}

const tallOf = (svg: Element): number => Number((svg.attributes.viewBox ?? "").split(" ")[3] ?? 1) || 1;

function coloured(element: Element, colour: string): Element {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([key, value]) => [
      key,
      value === "currentColor" ? colour : value,
    ]),
  );
  const children = element.children.map(
    (child): Node => (typeof child === "string" ? child : coloured(child, colour)),
  );
  return { ...element, attributes, children };
}
