import type { Network, NetworkEdge, NetworkNode } from "../ask/block.ts";
import { formatFigure } from "../ask/say/figure.ts";
import { Problem } from "../errors.ts";
import { el, join, type Markup } from "./element.ts";
import { markText } from "./figure.ts";
import { because, frame } from "./frame.ts";
import { legend } from "./legend.ts";
import { edgeLabel, edgeLine } from "./network-edge.ts";
import { nodeShape } from "./network-shape.ts";
import type { DrawOptions } from "./options.ts";
import { type DrawWords, drawWords } from "./words.ts";

/** A placed network as SVG. Lines lie below, labels above them, nodes on top. */
export function drawNetwork(network: Network, options: DrawOptions): string {
  const words = drawWords(options.lang);
  const byId = new Map(network.nodes.map((node) => [node.id, node]));
  if (network.nodes.some((node) => node.x === undefined)) {
    throw new Problem(
      "internal",
      "a network was drawn before it was placed",
      "Call place() where it is made.",
    );
  }
  const lines = network.edges.map((edge) => {
    const label = edgeSays(edge, byId, options, network.ties);
    const looks = `edge ${edge.style}${edge.emphasis ? " emphasis" : " quiet"}`;
    return el(
      "g",
      { class: looks, ...because(edge.because, label, options) },
      hit(edge),
      edgeLine(edge, network.ties === undefined),
    );
  });
  const labels = network.edges.map((edge) => {
    const linked = edge.because.length > 0 ? edge.because.join(" ") : undefined;
    return el(
      "g",
      {
        class: `edge-label ${edge.emphasis ? "emphasis" : "quiet"}`,
        "data-because": linked,
        "aria-hidden": "true",
      },
      edgeLabel(edge, edge.figure?.marks ?? []),
    );
  });
  const nodes = network.nodes.map((node) => {
    const classes = ["node", node.shape, node.role ?? ""].filter((each) => each !== "").join(" ");
    return el("g", { class: classes, ...nodeMark(node, words, options) }, nodeShape(node));
  });
  const key = legend(network, options.lang);
  const width = Math.max(network.width ?? 0, key.width);
  const shift = (width - (network.width ?? 0)) / 2;
  const body = join([
    el("g", { transform: `translate(${Math.round(shift)} 0)` }, join(lines), join(labels), join(nodes)),
    el("g", { transform: `translate(0 ${Math.round((network.height ?? 0) + 6)})` }, key.markup),
  ]);
  return frame(network, width, (network.height ?? 0) + 6 + key.height, body, options);
}

/** A wide invisible line, so that a thin one can be pointed at. */
function hit(edge: NetworkEdge): Markup {
  const points = (edge.points ?? []).map((point) => point.join(",")).join(" ");
  return el("polyline", {
    points,
    fill: "none",
    stroke: "none",
    "stroke-width": 16,
    "pointer-events": "stroke",
  });
}

/** An edge in words: "A → B: 60 %, follows from the record". */
function edgeSays(
  edge: NetworkEdge,
  nodes: ReadonlyMap<string, NetworkNode>,
  options: DrawOptions,
  ties: Network["ties"],
): string {
  const name = (id: string) => nodes.get(id)?.label ?? id;
  const marks = (edge.figure?.marks ?? []).map((mark) => markText(mark, options.lang).says);
  const says = [
    edge.label || (edge.figure ? formatFigure(edge.figure, options.lang) : ""),
    ties?.[edge.style] ?? drawWords(options.lang).styles[edge.style],
    ...marks,
  ].filter((each) => each !== "");
  return `${name(edge.from)} ${ties === undefined ? "→" : "–"} ${name(edge.to)}: ${says.join(options.lang === "zh" ? "，" : ", ")}`;
}

function nodeMark(node: NetworkNode, words: DrawWords, options: DrawOptions) {
  const kind = words.shapes[node.shape];
  const role = node.role === undefined ? [] : [words[node.role]];
  const label = node.folded
    ? words.foldHolds(node.folded.length, node.folded.map((each) => each.label).join(", "))
    : `${node.label} (${[kind, ...role].join(", ")})`;
  const target = {
    "data-node": node.id,
    "data-entity": node.shape === "fold" ? undefined : node.entity,
    "data-fold": node.shape === "fold" ? node.id : undefined,
  };
  return options.interactive ? { ...target, role: "button", tabindex: -1, "aria-label": label } : target;
}
