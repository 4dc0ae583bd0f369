import { escapeText } from "./escape.ts";

/** Markup that is already escaped; only `el` and `text` make it. */
export type Markup = string & { readonly escaped: true };

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const VOID = new Set(["br", "hr", "img", "col"]);
const SVG_EMPTY = new Set(["path", "rect", "circle", "line", "polygon", "stop", "ellipse"]);

/** Data as markup. */
export const text = (data: string): Markup => escapeText(data) as Markup;

/** Several pieces as one. */
export const join = (pieces: readonly Markup[]): Markup => pieces.join("") as Markup;

/** An element; attribute values are escaped, `undefined` and `false` leave an attribute out, numbers have at most two decimals. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) =>
      value === true ? ` ${key}=""` : ` ${key}="${escapeText(attribute(value ?? ""))}"`,
    )
    .join("");
  if (VOID.has(name)) return `<${name}${written}>` as Markup;
  if (children.length === 0 && SVG_EMPTY.has(name)) return `<${name}${written}/>` as Markup;
  return `<${name}${written}>${children.join("")}</${name}>` as Markup;
}

const attribute = (value: string | number | boolean): string =>
  typeof value === "number" ? String(Math.round(value * 100) / 100) : String(value);
