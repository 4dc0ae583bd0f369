import type { Derivation } from "./derivation.ts";

/** The fewest statements by which a target falls, by trying every set of them; −1 where it never does. */
export function fewestStatements(net: Derivation, source: number, target: number): number {
  let fewest = -1;
  for (let set = 0; set < 2 ** net.statements; set++) {
    const size = [...Array(net.statements).keys()].filter((s) => (set >> s) & 1).length;
    if (fewest >= 0 && size >= fewest) continue;
    if (falls(net, source, target, (s) => ((set >> s) & 1) === 1)) fewest = size;
  }
  return fewest;
}

function falls(net: Derivation, source: number, target: number, has: (s: number) => boolean): boolean {
  const fallen = new Set([source]);
  for (let round = 0; round < net.nodes; round++) {
    for (let node = 0; node < net.nodes; node++) if (won(net, node, fallen, has)) fallen.add(node);
  }
  return fallen.has(target);
}

function won(
  net: Derivation,
  node: number,
  fallen: ReadonlySet<number>,
  has: (s: number) => boolean,
): boolean {
  const edges = [...Array(net.tail.length).keys()].filter((e) => {
    const needs = [...net.need.subarray(net.needStart[e], net.needStart[e + 1])];
    const into = e >= (net.intoStart[node] as number) && e < (net.intoStart[node + 1] as number);
    return into && needs.every(has) && ((net.tail[e] as number) < 0 || fallen.has(net.tail[e] as number));
  });
  if (edges.some((e) => net.ballot[e] === -1)) return true;
  const ballots = new Set(
    [...net.ballot.subarray(net.intoStart[node], net.intoStart[node + 1])].filter((b) => b >= 0),
  );
  if (net.ballots[node] === 0 || ballots.size < (net.ballots[node] as number)) return false;
  return [...ballots].every((ballot) => {
    const parts = edges.filter((e) => net.ballot[e] === ballot);
    const own = parts.filter((e) => (net.tail[e] as number) < 0);
    const summed = parts.filter(
      (e) => (net.tail[e] as number) >= 0 && net.flags[e] !== 4 && net.flags[e] !== 5,
    );
    const alone = parts.filter((e) => net.flags[e] === 4 || net.flags[e] === 5);
    return [summed, ...alone.map((e) => [e])].some((votes) => {
      if (votes.length === 0) return false;
      const all = [...votes, ...own];
      const weight = all.reduce((sum, e) => sum + (net.weight[e] as number), net.given[ballot] as number);
      return (
        weight > net.whole || (weight === net.whole && all.some((e) => (net.flags[e] as number) % 2 === 1))
      );
    });
  });
}
