/**
 * How nodes fall to a source, as edges into each: a right, a block of votes in a ballot, or own shares, which make the
 * majority smaller. Each edge takes some statements; an edge counts where all of them are there.
 * A ballot is won where twice the votes plus the own shares pass `whole`; at exactly `whole`, where one part is open.
 */
export interface Derivation {
  readonly nodes: number;
  readonly whole: number;
  /** Node → edges into it, as CSR over edge numbers. */
  readonly intoStart: Int32Array;
  /** Edge → its holder; −1 for own shares, which are always there. */
  readonly tail: Int32Array;
  /** Edge → its ballot; −1 for a right. */
  readonly ballot: Int32Array;
  /** Edge → twice the votes of a block, or own shares once. */
  readonly weight: Float64Array;
  /** Bits: `PART_OPEN`, `PART_ALONE`. */
  readonly flags: Uint8Array;
  /** Edge → the statements it takes, as CSR. */
  readonly needStart: Int32Array;
  readonly need: Int32Array;
  /** Number of statements; `need` holds numbers below it. */
  readonly statements: number;
  /** Ballot → what it counts before anybody votes. */
  readonly given: Float64Array;
  /** Node → number of ballots over it. */
  readonly ballots: Int32Array;
}

export const PART_OPEN = 1;
/** Not summed with other blocks. */
export const PART_ALONE = 4;

export const isEnough = (weight: number, open: boolean, whole: number): boolean =>
  weight > whole || (weight === whole && open);

/**
 * Which nodes fall to `source` by the edges marked in `allowed`, and in which order: rank by node, −1 where it stays.
 * Least fixpoint by rounds over the nodes; cost: rounds × edges.
 */
export function fallsBy(net: Derivation, source: number, allowed: Uint8Array): Int32Array {
  const rank = new Int32Array(net.nodes).fill(-1);
  rank[source] = 0;
  let next = 1;
  for (let grown = true; grown; ) {
    grown = false;
    for (let node = 0; node < net.nodes; node++) {
      if (rank[node] >= 0 || wayInto(net, node, rank, allowed) === null) continue;
      rank[node] = next++;
      grown = true;
    }
  }
  return rank;
}

/** One way a node falls given what fell (rank ≥ 0) and what is allowed: a right, or for every ballot its largest blocks; null for none. */
export function wayInto(
  net: Derivation,
  node: number,
  rank: Int32Array,
  allowed: Uint8Array,
): number[] | null {
  const byBallot = new Map<number, number[]>();
  for (let e = net.intoStart[node]; e < net.intoStart[node + 1]; e++) {
    if (allowed[e] === 0 || (net.tail[e] >= 0 && rank[net.tail[e]] < 0)) continue;
    if (net.ballot[e] < 0) return [e];
    const parts = byBallot.get(net.ballot[e]);
    if (parts) parts.push(e);
    else byBallot.set(net.ballot[e], [e]);
  }
  if (net.ballots[node] === 0 || byBallot.size < net.ballots[node]) return null;
  const way: number[] = [];
  for (const [ballot, parts] of byBallot) {
    const won = majorityOf(net, ballot, parts);
    if (won === null) return null;
    way.push(...won);
  }
  return way;
}

/** The fewest parts that win a ballot, largest first: one alone, or several summed; null where all together do not. */
function majorityOf(net: Derivation, ballot: number, parts: readonly number[]): number[] | null {
  const sorted = [...parts].sort((a, b) => net.weight[b] - net.weight[a] || a - b);
  const own = sorted.filter((e) => net.tail[e] < 0);
  const taken = (start: readonly number[], more: readonly number[]): number[] | null => {
    const way: number[] = [];
    let weight = net.given[ballot];
    let open = false;
    for (const e of [...start, ...more]) {
      way.push(e);
      weight += net.weight[e];
      if ((net.flags[e] & PART_OPEN) !== 0) open = true;
      const votes = way.some((part) => net.tail[part] >= 0);
      if (votes && isEnough(weight, open, net.whole)) return way;
    }
    return null;
  };
  const blocks = sorted.filter((e) => net.tail[e] >= 0 && (net.flags[e] & PART_ALONE) === 0);
  const ways = [
    taken(blocks, own),
    ...sorted.filter((e) => (net.flags[e] & PART_ALONE) !== 0).map((e) => taken([e], own)),
  ];
  const won = ways.filter((way) => way !== null);
  return won.length === 0 ? null : won.reduce((a, b) => (b.length < a.length ? b : a));
}
