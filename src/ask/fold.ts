import type { Network, NetworkEdge, NetworkNode } from "./block.ts";

/** Above this many nodes a chart is folded. */
export const FOLD_ABOVE = 40;

/**
 * Folds nodes that have the same neighbours, on the same side and in the same style, into counted groups, the largest
 * first, until the chart has at most `limit` nodes; then whatever is left over beside the subject, the controllers and
 * the proof. The subject, the controllers and the proof's own nodes never fold. Statements stay on the folded edges.
 */
export function fold(network: Network, limit: number = FOLD_ABOVE): Network {
  if (network.nodes.length <= limit) return network;
  const fixed = new Set(network.nodes.filter((node) => node.role !== undefined).map((node) => node.id));
  for (const edge of network.edges) {
    if (edge.emphasis) fixed.add(edge.from).add(edge.to);
  }
  const group = new Map<string, string>();
  let count = network.nodes.length;
  const fine = gather(network, fixed, group, (node) => neighbourhood(network, node.id));
  for (const members of fine) {
    if (count <= limit) break;
    count -= members.length - 1;
    for (const id of members) group.set(id, members[0] ?? id);
  }
  if (count > limit) {
    for (const members of gather(network, fixed, group, (node) => side(network, node.id))) {
      for (const id of members) group.set(id, members[0] ?? id);
    }
  }
  return group.size === 0 ? network : rebuild(network, group);
}

function gather(
  network: Network,
  fixed: ReadonlySet<string>,
  taken: ReadonlyMap<string, string>,
  keyOf: (node: NetworkNode) => string,
): string[][] {
  const groups = new Map<string, string[]>();
  for (const node of network.nodes) {
    if (fixed.has(node.id) || taken.has(node.id)) continue;
    const key = keyOf(node);
    groups.set(key, [...(groups.get(key) ?? []), node.id]);
  }
  return [...groups.values()].filter((ids) => ids.length > 1).sort((a, b) => b.length - a.length);
}

function neighbourhood(network: Network, id: string): string {
  const around = network.edges
    .filter((edge) => edge.from === id || edge.to === id)
    .map((edge) => `${edge.from === id ? `>${edge.to}` : `<${edge.from}`} ${edge.style}`);
  return [...new Set(around)].sort().join("\n");
}

/** Only above (holds something), below (is held), or between. */
function side(network: Network, id: string): string {
  const holds = network.edges.some((edge) => edge.from === id);
  const held = network.edges.some((edge) => edge.to === id);
  return `${holds} ${held}`;
}

function rebuild(network: Network, group: ReadonlyMap<string, string>): Network {
  const held = new Map<string, NetworkNode[]>();
  for (const node of network.nodes) {
    const head = group.get(node.id);
    if (head !== undefined) held.set(head, [...(held.get(head) ?? []), node]);
  }
  const foldId = (head: string) => `fold:${head}`;
  const nodes = network.nodes.filter((node) => !group.has(node.id));
  for (const [head, members] of held) {
    nodes.push({
      id: foldId(head),
      label: `+ ${members.length}`,
      shape: "fold",
      folded: members.map((node) => ({ entity: node.entity ?? node.id, label: node.label })),
    });
  }
  const edges = new Map<string, NetworkEdge>();
  for (const edge of network.edges) {
    const from = group.has(edge.from) ? foldId(group.get(edge.from) ?? "") : edge.from;
    const to = group.has(edge.to) ? foldId(group.get(edge.to) ?? "") : edge.to;
    if (from === to) continue;
    if (from === edge.from && to === edge.to) {
      edges.set(`${edges.size} ${from} ${to}`, edge);
      continue;
    }
    const key = `fold ${from} ${to} ${edge.style}`;
    const before = edges.get(key);
    const because = [...new Set([...(before?.because ?? []), ...edge.because])];
    edges.set(key, { from, to, style: edge.style, label: "", because, emphasis: false });
  }
  return { ...network, nodes, edges: [...edges.values()] };
}
