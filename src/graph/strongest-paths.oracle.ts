/** A link between two nodes, as strong as it is; 0 is no link. */
export type Tie = readonly [a: number, b: number, strength: number];

export interface ListedPath {
  readonly nodes: readonly number[];
  readonly strength: number;
}

/** Every simple path from a node, of at most `longest` links, the strongest first: by walking all of them. */
export function allPaths(ties: readonly Tie[], from: number, longest: number): ListedPath[] {
  const found: ListedPath[] = [];
  const walk = (nodes: readonly number[], strength: number) => {
    if (nodes.length > 1) found.push({ nodes, strength });
    if (nodes.length > longest) return;
    const here = nodes.at(-1);
    for (const next of new Set(ties.flatMap(([a, b]) => (a === here ? [b] : b === here ? [a] : [])))) {
      const between = ties.filter(([a, b]) => (a === here && b === next) || (a === next && b === here));
      const best = Math.max(...between.map((tie) => tie[2]));
      if (best > 0 && !nodes.includes(next)) walk([...nodes, next], Math.min(strength, best));
    }
  };
  walk([from], 255);
  return found.sort(
    (a, b) => b.strength - a.strength || a.nodes.length - b.nodes.length || (key(a) < key(b) ? -1 : 1),
  );
}

const key = ({ nodes }: ListedPath) => nodes.map((n) => String(n).padStart(9, "0")).join(" ");
