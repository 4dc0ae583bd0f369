import { MultiDirectedGraph } from "graphology";
import { stronglyConnectedComponents } from "graphology-components";
import type { ControlNetwork } from "../../src/graph/control.ts";
import type { PointNetwork } from "../../src/graph/integrated-search.ts";
import { type Arrays, readArrays } from "./arrays.ts";
import { PairDigest } from "./digest.ts";
import { tell } from "./told.ts";

/** graphology as its users would: a graph of objects, breadth first from every source with sums of shares. */
const [task = "", folder = ""] = process.argv.slice(2);
const graph = new MultiDirectedGraph();
let arrays: Arrays = {};

function buildOwned(net: PointNetwork): void {
  for (let n = 0; n < net.nodes; n++) graph.addNode(n);
  for (let n = 0; n < net.nodes; n++)
    for (let e = net.start[n] as number; e < (net.start[n + 1] as number); e++)
      graph.addDirectedEdge(n, net.holder[e]);
}

/** Ballots are nodes after the parties, so that a holding is an edge and its figures are attributes. */
function buildControl(net: ControlNetwork): void {
  for (let n = 0; n < net.nodes + net.company.length; n++) graph.addNode(n);
  for (let n = 0; n < net.nodes; n++) {
    for (let e = net.rightStart[n] as number; e < (net.rightStart[n + 1] as number); e++)
      graph.addDirectedEdge(n, net.rightTo[e]);
    for (let e = net.holdStart[n] as number; e < (net.holdStart[n + 1] as number); e++)
      graph.addDirectedEdge(n, net.nodes + (net.holdBallot[e] as number), {
        low: net.holdLow[e],
        flags: net.holdFlags[e],
      });
  }
}

function certain(net: ControlNetwork): object {
  const digest = new PairDigest();
  for (let source = 0; source < net.nodes; source++) {
    const controlled = new Set([source]);
    const held = new Map<number, { low: number; open: boolean; alone: number; aloneOpen: boolean }>();
    const won = new Map<number, Set<number>>();
    for (const holder of controlled)
      graph.forEachOutEdge(holder, (_edge, a, _from, to) => {
        const ballot = Number(to) - net.nodes;
        if (ballot < 0) {
          controlled.add(Number(to));
          return;
        }
        const sum = held.get(ballot) ?? { low: 0, open: false, alone: 0, aloneOpen: false };
        const open = (a.flags & 1) !== 0;
        if (a.flags & 4) {
          if (a.low > sum.alone || (a.low === sum.alone && open)) sum.aloneOpen = open;
          sum.alone = Math.max(sum.alone, a.low);
        } else {
          sum.low += a.low;
          sum.open ||= open;
        }
        held.set(ballot, sum);
        const treasury = net.treasuryLow[ballot] as number;
        const wins = (low: number, lowOpen: boolean) =>
          2 * low + treasury > net.whole ||
          (2 * low + treasury === net.whole && (lowOpen || net.treasuryOpen[ballot] === 1));
        if (!wins(sum.low, sum.open) && !wins(sum.alone, sum.aloneOpen)) return;
        const company = net.company[ballot] as number;
        const ballots = (won.get(company) ?? new Set()).add(ballot);
        won.set(company, ballots);
        if (ballots.size === net.ballots[company]) controlled.add(company);
      });
    controlled.delete(source);
    if (controlled.size > 0) digest.add(source, [...controlled]);
  }
  return { count: digest.count, digest: digest.text };
}

function strong(): object {
  const found = stronglyConnectedComponents(graph);
  return { count: found.length, digest: String(found.reduce((most, c) => Math.max(most, c.length), 0)) };
}

await tell(
  () => {
    arrays = readArrays(folder);
    if (task === "components") buildOwned(arrays as unknown as PointNetwork);
    else buildControl(arrays as unknown as ControlNetwork);
  },
  () => (task === "components" ? strong() : certain(arrays as unknown as ControlNetwork)),
);
