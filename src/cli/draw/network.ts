import type { LineStyle, Network, NetworkEdge } from "../../ask/block.ts";
import { markText } from "../../draw/figure.ts";
import { drawWords } from "../../draw/words.ts";
import { cliWords } from "../words.ts";
import type { Page } from "./page.ts";
import { clean, wrap } from "./width.ts";

/** The same marks as on the charts: solid certain, dashed possible, double by contract, dotted nominal or declared. */
const LINES: Readonly<Record<LineStyle, string>> = {
  certain: "──",
  possible: "╌╌",
  contract: "══",
  nominal: "··",
  declared: "··",
};

const SHAPES = { outlet: "▪ ", person: "● ", state: "⬡ ", company: "", arrangement: "", fold: "" } as const;

/** A network as an indented tree: under each name those who hold it, or what it holds, with the line and the figure. */
export function drawNetwork(block: Network, page: Page): string[] {
  const words = cliWords(page.lang);
  const drawn = new Set<NetworkEdge>();
  const subjects = block.nodes.filter((node) => node.role === "subject").map((node) => node.id);
  const held = new Set(block.edges.map((edge) => edge.to));
  const tops = block.nodes.map((node) => node.id).filter((id) => !held.has(id));
  const roots = subjects.length > 0 ? subjects : tops;
  const lines: string[] = [];
  for (const root of roots) {
    const up = block.edges.some((edge) => edge.to === root);
    const down = block.edges.some((edge) => edge.from === root);
    if (up && subjects.length > 0) {
      lines.push(label(block, root), ...branch(block, page, root, "up", drawn, new Set([root]), ""));
    }
    if (down) {
      if (up && subjects.length > 0) lines.push("", words.below);
      lines.push(label(block, root), ...branch(block, page, root, "down", drawn, new Set([root]), ""));
    }
  }
  const rest = block.edges.filter((edge) => !drawn.has(edge));
  if (rest.length > 0) lines.push("", words.elsewhere);
  for (const edge of rest) {
    const head = block.ties === undefined ? "─▶" : "──";
    lines.push(`${label(block, edge.from)} ${line(edge, page)}${head} ${label(block, edge.to)}`);
  }
  const used = [...new Set(block.edges.map((edge) => edge.style))];
  const meaning = (style: LineStyle) => block.ties?.[style] ?? drawWords(page.lang).styles[style];
  const legend = used.map((style) => `${LINES[style]} ${meaning(style)}`).join("   ");
  const proof = block.edges.some((edge) => edge.emphasis) ? `   ★ ${words.proof}` : "";
  return [
    page.title(clean(block.title)),
    ...lines,
    ...wrap(legend + proof, page.columns),
    ...wrap(clean(block.caption), page.columns),
  ];
}

function branch(
  block: Network,
  page: Page,
  id: string,
  way: "up" | "down",
  drawn: Set<NetworkEdge>,
  above: ReadonlySet<string>,
  indent: string,
): string[] {
  const next = (edge: NetworkEdge) => (way === "up" ? edge.from : edge.to);
  const edges = block.edges.filter((edge) => (way === "up" ? edge.to : edge.from) === id);
  return edges.flatMap((edge, n) => {
    const last = n === edges.length - 1;
    const other = next(edge);
    const before = drawn.has(edge);
    drawn.add(edge);
    const more = block.edges.filter((each) => (way === "up" ? each.to : each.from) === other);
    const known = above.has(other) || (more.length > 0 && more.every((each) => drawn.has(each)));
    const again = known ? ` ${cliWords(page.lang).again}` : "";
    const shown = `${indent}${last ? "└" : "├"}${line(edge, page)} ${label(block, other)}${again}`;
    if (before || known) return [shown];
    const inner = `${indent}${last ? "   " : "│  "}`;
    return [shown, ...branch(block, page, other, way, drawn, new Set([...above, other]), inner)];
  });
}

/** `── 28.8 % ⌛ [2]`, the proof's lines with a star. */
function line(edge: NetworkEdge, page: Page): string {
  const marks = (edge.figure?.marks ?? []).map((mark) => ` ${markText(mark, page.lang).sign}`).join("");
  const text = clean(edge.label).replaceAll("\u00a0", " ");
  const says = `${text}${marks}${page.notes.of(edge.because)}`.trim();
  return `${LINES[edge.style]}${edge.emphasis ? "★" : ""} ${says}`.trimEnd();
}

function label(block: Network, id: string): string {
  const node = block.nodes.find((each) => each.id === id);
  if (!node) return clean(id);
  if (node.folded) return clean(`${node.label}: ${node.folded.map((each) => each.label).join(", ")}`);
  return SHAPES[node.shape] + clean(node.label);
}
