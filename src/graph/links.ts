/**
 * Links without direction, of different strengths. The neighbours of node v are `to[start[v]] … to[start[v + 1] − 1]`,
 * ascending, each link standing once at either end; `link` is its number, by which its strength is found. Several links
 * between the same two nodes are as one of the greatest strength.
 */
export interface Links {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly link: Int32Array;
  /** By number of a link, 1 … 255; 0 is no link. */
  readonly strength: Uint8Array;
}

/** How much a search may still look at, in ends of links; a search takes from it what it looks at. */
export interface Budget {
  left: number;
}

/** A path with the strength of its weakest link. */
export interface StrongPath {
  readonly nodes: Int32Array;
  readonly strength: number;
}

/** The strengths that links have, greatest first. */
export function strengthsIn({ strength }: Links): number[] {
  const seen = new Uint8Array(256);
  for (let l = 0; l < strength.length; l++) seen[strength[l]] = 1;
  const found: number[] = [];
  for (let s = 255; s > 0; s--) if (seen[s] === 1) found.push(s);
  return found;
}
