import { Problem } from "../../errors.ts";

/** An element of markup, as `draw/element.ts` makes it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
export type Node = Element | string;

const VOID = new Set(["br", "hr", "img", "col", "meta", "link"]);
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
const PIECE = /<!--[\s\S]*?-->|<\/([a-zA-Z0-9]+)>|<([a-zA-Z0-9]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Markup of our own making as a tree. It knows what `el` and `text` write and no more; anything else is `internal`. */
export function readMarkup(markup: string): readonly Node[] {
  const top: Node[] = [];
  const open: { name: string; children: Node[] }[] = [];
  const put = (node: Node) => (open.at(-1)?.children ?? top).push(node);
  let at = 0;
  while (at < markup.length) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(markup);
    if (!piece) throw broken(markup.slice(at, at + 40));
    at = PIECE.lastIndex;
    const [, closes, opens, attributes = "", empty, text] = piece;
    if (text !== undefined) put(plainText(text));
    else if (opens !== undefined) {
      const children: Node[] = [];
      put({ name: opens, attributes: readAttributes(attributes), children });
      if (empty === "" && !VOID.has(opens)) open.push({ name: opens, children });
    } else if (closes !== undefined && open.pop()?.name !== closes) throw broken(`</${closes}>`);
  }
  const [unclosed] = open;
  if (unclosed) throw broken(`<${unclosed.name}>`);
  return top;
}

/** All the text of some nodes. */
export const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");

/** Whether an element has a class. */
export const hasClass = (element: Element, name: string): boolean =>
  (element.attributes.class ?? "").split(" ").includes(name);

const readAttributes = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, plainText(value)]),
  );

const plainText = (escaped: string): string =>
  escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

const broken = (at: string): Problem =>
  new Problem("internal", `The markup of the dossier cannot be read at “${at}”.`, "Report this.");
