import { type Tag, tagOf } from "../file/structure.ts";
import { type Element, hasClass, type Node, textOf } from "../markup.ts";
import { type Style, styleOf } from "./style.ts";

/** A stretch of a paragraph in one style, or a small drawing in it. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly tag: Tag;
  /** Where it leads. */
  readonly link?: { readonly target: string; readonly says: string };
  /** Stays on the line of what it follows. */
  readonly clings?: boolean;
  /** Is not broken. */
  readonly whole?: boolean;
  /** Drawn in place of the text, which then is one character. */
  readonly drawing?: Element;
}

/** Notes of so few pieces (three numbers with what is between them) stay together. */
const FEW = 7;

/** Stands in a text for something drawn. */
export const OBJECT = "\ufffc";

/** The text within some inline elements, in pieces. */
export function piecesOf(nodes: readonly Node[], style: Style, tag: Tag): Piece[] {
  return nodes.flatMap((node) =>
    typeof node === "string" ? plain(node, style, tag) : inline(node, style, tag),
  );
}

function plain(text: string, style: Style, tag: Tag): Piece[] {
  const shown = text.replace(/[\t\n\r ]+/g, " ");
  return shown === "" ? [] : [{ text: shown, style, tag }];
}

function inline(element: Element, around: Style, tag: Tag): Piece[] {
  const style = styleOf(element, around);
  const { name, attributes, children } = element;
  if (name === "svg") return [{ text: OBJECT, style, tag, drawing: element, clings: true }];
  if (name === "a") {
    const target = attributes.href ?? "";
    const says = textOf(children);
    const link = { target, says: /^\d+$/.test(says) ? `[${says}]` : says };
    return piecesOf(children, style, tagOf("Link", tag)).map((piece) => ({ ...piece, link }));
  }
  if (name === "sup") {
    const whole = children.length <= FEW;
    const pieces = piecesOf(children, style, tagOf("Reference", tag)).map((piece) => ({ ...piece, whole }));
    return pieces.map((piece, n) => ({ ...piece, clings: n === 0 || whole }));
  }
  if (name === "abbr") {
    const means = attributes.title ?? "";
    const drawn = children.some((child) => typeof child !== "string");
    return piecesOf(children, style, tagOf("Span", tag, drawn ? { alt: means } : { means }));
  }
  const pieces = piecesOf(children, style, tag);
  return name === "span" && hasClass(element, "figure")
    ? pieces.map((piece, n) => ({ ...piece, whole: true, clings: n > 0 || piece.clings === true }))
    : pieces;
}
