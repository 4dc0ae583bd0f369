import type { Family, Weight } from "../fonts/font-file.ts";
import { type Element, hasClass } from "../markup.ts";

/** How a piece of text looks; sizes in points. */
export interface Style {
  readonly family: Family;
  readonly weight: Weight;
  readonly size: number;
  /** From one line to the next. */
  readonly leading: number;
  readonly colour: string;
  /** Above the line. */
  readonly rise: number;
  /** Figures of one width. */
  readonly tabular: boolean;
}

export const INK = "#1b1a17";
export const MUTED = "#5d594f";
export const RULE = "#cdc8bb";
export const BLUE = "#1d4a7a";
export const RED = "#a8261b";

export const BODY: Style = {
  family: "serif",
  weight: 400,
  size: 10,
  leading: 14.5,
  colour: INK,
  rise: 0,
  tabular: false,
};
const SANS: Style = { ...BODY, family: "sans", size: 8, leading: 11.5 };
export const NOTE: Style = { ...SANS, colour: MUTED };
export const HEAD: Style = { ...SANS, size: 7.5, leading: 10, colour: MUTED };
export const TABLE: Style = { ...SANS, leading: 11, tabular: true };
export const TABLE_TITLE: Style = { ...SANS, weight: 600, size: 9.5, leading: 13 };
export const TITLES: Readonly<Record<string, Style>> = {
  h1: { ...BODY, weight: 600, size: 26, leading: 31 },
  h2: { ...BODY, weight: 600, size: 16, leading: 20 },
  h3: { ...SANS, weight: 600, size: 9.5, leading: 13 },
  h4: { ...SANS, weight: 600, size: 8, leading: 11.5 },
};

/** The style of an element's text, from the style around it. */
export function styleOf(element: Element, around: Style): Style {
  const { name } = element;
  const is = (called: string) => hasClass(element, called);
  const title = TITLES[name];
  if (title) return title;
  if (name === "p" && is("kicker")) return { ...NOTE, weight: 600, size: 8.5 };
  if (name === "p" && is("headline")) return { ...BODY, size: 12, leading: 17 };
  if (name === "section" && is("summary")) return { ...BODY, size: 12, leading: 17 };
  if (name === "section" && is("note")) return { ...NOTE, size: 8.5, leading: 12 };
  if (name === "figcaption" || name === "summary" || is("caption") || is("lead")) return NOTE;
  if (name === "dl") return { ...SANS, size: 8.5, leading: 12.5 };
  if (name === "dt" || is("names") || is("gone") || is("more") || name === "blockquote") {
    return { ...around, colour: MUTED };
  }
  if (name === "ol" && is("sources")) return SANS;
  if (name === "sup") return { ...around, ...raised(around), family: "sans", tabular: false };
  if (name === "strong" || name === "b") return { ...around, weight: 600 };
  if (is("place") || is("standing") || (name === "ul" && is("why")) || is("attached")) return SANS;
  if (is("how")) return { ...around, colour: MUTED };
  if (is("contradicted") && name === "svg") return { ...around, colour: RED };
  if (name === "a") return { ...around, colour: BLUE };
  if (name === "span" && is("n")) return { ...around, weight: 600 };
  if (is("old")) return { ...around, colour: MUTED };
  if (is("mark") && is("conflict")) return { ...around, colour: RED, weight: 600 };
  return around;
}

/** Numbers of notes: small, and never so small that they cannot be read, nor large after a large figure. */
const raised = ({ size }: Style) => ({ size: Math.min(7.5, Math.max(5.2, size * 0.68)), rise: size * 0.32 });
