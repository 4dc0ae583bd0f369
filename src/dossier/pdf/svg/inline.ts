import { number } from "../file/value.ts";
import type { Element } from "../markup.ts";
import { type Sheet, stroke } from "../page/sheet.ts";
import { pathOperators } from "./path.ts";

/** A small drawing of lines within a text, in the text's colour, so high. */
export function drawInline(
  sheet: Sheet,
  svg: Element,
  x: number,
  y: number,
  height: number,
  colour: string,
): void {
  const [, , , tall = 14] = (svg.attributes.viewBox ?? "").split(" ").map(Number);
  const scale = height / tall;
  sheet.operator([scale, 0, 0, scale, x, y].map(number).join(" ").concat(" cm"));
  for (const path of svg.children) {
    if (typeof path === "string" || path.name !== "path") continue;
    const width = Number(path.attributes["stroke-width"] ?? 1);
    sheet.operator(`${number(width)} w ${stroke(colour)} ${pathOperators(path.attributes.d ?? "")} S`);
  }
}
