import type { Block, NetworkEdge, NetworkNode } from "../../ask/block.ts";
import type { Link, Tie } from "./finding.ts";
import { shareOf, tieCalled } from "./sentences.ts";
import type { Speech } from "./speech.ts";

const SHAPES: Readonly<Record<string, NetworkNode["shape"]>> = {
  person: "person",
  outlet: "outlet",
  state: "state",
  "state-body": "state",
  arrangement: "arrangement",
};

/** The paths drawn together, from X down, each link once; how a line is drawn says what evidence there is for it. */
export function chartOf(speech: Speech): Block[] {
  const { view, words, name, day } = speech;
  const links = new Map<string, Link>();
  for (const link of view.findings.flatMap((finding) => finding.links)) {
    const key = [link.from, link.to].sort().join(" ");
    if (!links.has(key)) links.set(key, link);
  }
  if (links.size === 0) return [];
  const { entity: x, to: y } = view.input;
  const nodes = [...new Set(view.findings.flatMap((finding) => finding.path))].map((id): NetworkNode => {
    const shape = SHAPES[view.entities[id]?.kind ?? ""] ?? "company";
    return { id, label: name(id), shape, entity: id, ...(id === x ? { role: "subject" as const } : {}) };
  });
  const edges = [...links.values()].map((link) => edgeOf(speech, link));
  return [
    {
      kind: "network",
      title: words.chart(name(x), y === undefined ? null : name(y)),
      caption: words.chartCaption(
        day,
        [...links.values()].some(({ ties }) => ties.length > 1),
      ),
      alt: edges.map((edge) => `${name(edge.from)} – ${name(edge.to)}: ${edge.label}`).join("; "),
      ties: words.lines,
      nodes,
      edges,
    },
  ];
}

function edgeOf(speech: Speech, link: Link): NetworkEdge {
  const weak = link.evidence === "interested" || link.evidence === "unnamed";
  return {
    from: link.from,
    to: link.to,
    style: link.deniedBy.length > 0 ? "possible" : weak ? "declared" : "certain",
    label: labelOf(speech, link),
    because: link.because,
    emphasis: false,
  };
}

/** The first tie in a few words, and how many more there are. */
function labelOf(speech: Speech, { ties }: Link): string {
  const [first, ...others] = ties;
  if (!first) return "";
  return shortly(speech, first) + (others.length === 0 ? "" : ` +${others.length}`);
}

/** A tie in a few words: its role, its share, or its right. */
export function shortly(speech: Speech, tie: Tie): string {
  if (tie.kind !== "interest") return tie.role === "" ? speech.words.kinds[tie.kind] : tie.role;
  const share = tie.said.map((said) => shareOf(speech, said)).find((each) => each !== "") ?? "";
  const right = tieCalled(speech, tie);
  return [right, share].filter((part) => part !== "").join(" ");
}
