import { type Derivation, isEnough, PART_ALONE, PART_OPEN } from "./derivation.ts";

export interface LeastInto {
  /** Node → the least number of statements it takes that no edge into another node takes; 0 for the source. */
  readonly least: Int32Array;
  /** Edge → how many statements it takes that no other edge does. */
  readonly only: Int32Array;
  /** Edge → 1 where its holder has another block in the same ballot. */
  readonly twice: Uint8Array;
}

/**
 * What a node costs at the least by itself, whichever way it falls: lower bounds, so that adding them up over nodes
 * never passes the truth. Cost: linear but for one sort a ballot.
 */
export function leastInto(net: Derivation, source: number): LeastInto {
  const edges = net.tail.length;
  const uses = new Int32Array(net.statements);
  const usedBy = new Int32Array(net.statements).fill(-1);
  for (let node = 0; node < net.nodes; node++) {
    for (let e = net.intoStart[node]; e < net.intoStart[node + 1]; e++) {
      for (let i = net.needStart[e]; i < net.needStart[e + 1]; i++) {
        const s = net.need[i];
        uses[s]++;
        usedBy[s] = usedBy[s] === -1 || usedBy[s] === node ? node : -2;
      }
    }
  }
  const only = new Int32Array(edges);
  const least = new Int32Array(net.nodes);
  const twice = new Uint8Array(edges);
  for (let node = 0; node < net.nodes; node++) {
    let right = Number.POSITIVE_INFINITY;
    let some = 1;
    const ballots = new Map<number, number[]>();
    for (let e = net.intoStart[node]; e < net.intoStart[node + 1]; e++) {
      let mine = 0;
      let here = 0;
      for (let i = net.needStart[e]; i < net.needStart[e + 1]; i++) {
        if (uses[net.need[i]] === 1) mine++;
        if (usedBy[net.need[i]] === node) here++;
      }
      only[e] = mine;
      if (here === 0) some = 0;
      if (net.ballot[e] < 0) right = Math.min(right, here);
      else ballots.set(net.ballot[e], [...(ballots.get(net.ballot[e]) ?? []), e]);
    }
    if (node === source) continue;
    let votes = net.ballots[node] === 0 || ballots.size < net.ballots[node] ? Number.POSITIVE_INFINITY : 0;
    for (const parts of ballots.values()) markTwice(net, parts, twice);
    for (const [ballot, parts] of ballots) votes += leastOf(net, only, ballot, parts);
    const bound = Math.min(right, Math.max(some, votes));
    least[node] = Number.isFinite(bound) ? bound : some;
  }
  return { least, only, twice };
}

/** As many of the largest parts as it takes, each at the cost of the cheapest. */
function leastOf(net: Derivation, only: Int32Array, ballot: number, parts: readonly number[]): number {
  const cheapest = Math.min(...parts.map((e) => only[e]));
  const sorted = [...parts].sort((a, b) => net.weight[b] - net.weight[a]);
  let weight = net.given[ballot];
  let count = 0;
  const open = parts.some((e) => (net.flags[e] & PART_OPEN) !== 0);
  for (const e of sorted) {
    if (isEnough(weight, open, net.whole)) break;
    weight += net.weight[e];
    count++;
  }
  const alone = parts.some((e) => (net.flags[e] & PART_ALONE) !== 0);
  return (alone ? Math.min(1, count) : count) * cheapest;
}

function markTwice(net: Derivation, parts: readonly number[], twice: Uint8Array): void {
  const first = new Map<number, number>();
  for (const e of parts) {
    const other = first.get(net.tail[e]);
    if (other === undefined) first.set(net.tail[e], e);
    else {
      twice[e] = 1;
      twice[other] = 1;
    }
  }
}
