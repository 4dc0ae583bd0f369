import { type Element, hasClass, type Node } from "../markup.ts";

/**
 * A grid too high for a page as several, none higher than `most`: each with the heads of its columns, cut between rows.
 * Anything but a grid stays whole, and so does a row that is higher.
 */
export function slicesOf(svg: Element, most: number): readonly Element[] {
  const rows = hasClass(svg, "al-matrix") ? rowsOf(svg.children) : [];
  const [first] = rows;
  if (!first || Number(svg.attributes.height) <= most) return [svg];
  const slices: { top: number; bottom: number }[] = [];
  for (const row of rows) {
    const last = slices.at(-1);
    if (last && first.top + row.bottom - last.top <= most) last.bottom = row.bottom;
    else slices.push({ ...row });
  }
  const heads = svg.children.filter((child) => topOf(child) < first.top);
  return slices.map(({ top, bottom }) => {
    const inside = svg.children.filter((child) => topOf(child) >= top && topOf(child) < bottom);
    const transform = `translate(0 ${first.top - top})`;
    const body: Element = { name: "g", attributes: { transform }, children: inside };
    const height = String(first.top + bottom - top + 2);
    return { ...svg, attributes: { ...svg.attributes, height }, children: [...heads, body] };
  });
}

/** Where the rows of cells begin and end, from the top. */
function rowsOf(children: readonly Node[]): { top: number; bottom: number }[] {
  const rows = new Map<number, number>();
  for (const child of children) {
    const cell = cellOf(child);
    if (cell) rows.set(Number(cell.attributes.y), Number(cell.attributes.y) + Number(cell.attributes.height));
  }
  return [...rows].sort(([a], [b]) => a - b).map(([top, bottom]) => ({ top, bottom }));
}

function cellOf(node: Node): Element | undefined {
  if (typeof node === "string" || node.name !== "g") return undefined;
  return node.children.find(
    (child): child is Element => typeof child !== "string" && hasClass(child, "cell"),
  );
}

/** What has no place of its own, such as a description, belongs to the head. */
function topOf(node: Node): number {
  if (typeof node === "string") return Number.NEGATIVE_INFINITY;
  const y = (cellOf(node) ?? node).attributes.y;
  return y === undefined ? Number.NEGATIVE_INFINITY : Number(y);
}
