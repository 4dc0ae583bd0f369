import { components } from "./components.ts";
import type { PointNetwork } from "./integrated-search.ts";
import { randomFrom } from "./random.ts";

/** A mean over samples, and its standard error. */
export interface Sampled {
  readonly mean: Float64Array;
  readonly error: Float64Array;
}

const BATCHES = 40;

/** How many rounds to draw, and the seed that alone decides what is drawn. */
interface Sampling {
  readonly rounds: number;
  readonly seed: number;
}

/**
 * The Network Power Index (Mizuno, Doi & Kurizaki 2020) by sampling: the expected number of nodes that wear a node's
 * label, its own among them while it wears it; the indices sum to the number of nodes.
 *
 * Every node wears a label: its own where nobody holds votes in it, else that of whoever decides it. In a round each
 * company, after those above it, draws an order of arrival of its holders; those who wear the same label arrive as one;
 * the label whose votes make more than half is the company's. Votes nobody named has arrive as an ocean between the
 * others (Milnor & Shapley 1978); where the ocean decides, the company wears its own label: its unnamed holders. Own
 * shares carry no votes. On a cycle a round starts from the labels of the round before, so rounds hang together, and may end
 * where one label stays for good: each of 40 batches begins anew there, from everyone wearing their own, and its first
 * rounds are thrown away, so that every end has the part of the batches that comes to it.
 *
 * Errors are those of 40 batch means. Cost: rounds × (holdings + sorting each company's holders).
 */
export const networkPower = (net: PointNetwork, sampling: Sampling): Sampled =>
  sampled(net, sampling, (label, count) => {
    for (let v = 0; v < net.nodes; v++) count[label[v]]++;
  });

/** By the same rounds: the chance that each label decides one company. */
export const powerOver = (net: PointNetwork, company: number, sampling: Sampling): Sampled =>
  sampled(net, sampling, (label, count) => {
    count[label[company]]++;
  });

/** The mean count of each label over the rounds, as each round is counted. */
function sampled(
  net: PointNetwork,
  { rounds, seed }: Sampling,
  counted: (label: Int32Array, count: Float64Array) => void,
): Sampled {
  const { order, count: parts } = components(net.start, net.holder);
  const random = randomFrom(seed);
  const label = Int32Array.from({ length: net.nodes }, (_, v) => v);
  const companies = companiesOf(net, order);
  const most = companies.reduce((longest, { holders }) => Math.max(longest, holders.length), 0);
  const scratch: Scratch = {
    labels: new Int32Array(most),
    votes: new Float64Array(net.nodes),
    times: new Float64Array(net.nodes),
  };
  const round = () => {
    for (const company of companies) label[company.node] = decider(company, label, random, scratch);
  };
  const each = Math.ceil(rounds / BATCHES);
  const [sum, squares] = [new Float64Array(net.nodes), new Float64Array(net.nodes)];
  for (let batch = 0; batch < BATCHES; batch++) {
    if (parts < net.nodes) {
      for (let v = 0; v < net.nodes; v++) label[v] = v;
      for (let k = 0; k < each / 4; k++) round();
    }
    const count = new Float64Array(net.nodes);
    for (let k = 0; k < each; k++) {
      round();
      counted(label, count);
    }
    for (let v = 0; v < net.nodes; v++) {
      const mean = count[v] / each;
      sum[v] += mean;
      squares[v] += mean * mean;
    }
  }
  const mean = sum.map((s) => s / BATCHES);
  const error = squares.map((q, v) =>
    Math.sqrt(Math.max(0, q / BATCHES - mean[v] * mean[v]) / (BATCHES - 1)),
  );
  return { mean, error };
}

/** A company as its rounds draw on it: its holders of votes, the votes of nobody named, and those that are cast. */
interface Company {
  readonly node: number;
  readonly holders: Int32Array;
  readonly units: Float64Array;
  readonly ocean: number;
  readonly total: number;
}

/** The companies in which anybody else holds votes, in order; every other node wears its own label for good. */
function companiesOf(net: PointNetwork, order: Iterable<number>): Company[] {
  const found: Company[] = [];
  for (const node of order) {
    const holders: number[] = [];
    const units: number[] = [];
    let [total, ocean] = [net.whole, net.whole];
    for (let e = net.start[node]; e < net.start[node + 1]; e++) {
      ocean -= net.units[e];
      if (net.holder[e] === node) total -= net.units[e];
      else if (net.units[e] > 0) {
        holders.push(net.holder[e]);
        units.push(net.units[e]);
      }
    }
    if (holders.length > 0)
      found.push({ node, holders: Int32Array.from(holders), units: Float64Array.from(units), ocean, total });
  }
  return found;
}

/** Labels that arrive, and each label's votes, all 0 between draws, and time. */
interface Scratch {
  readonly labels: Int32Array;
  readonly votes: Float64Array;
  readonly times: Float64Array;
}

/** Draws who decides one company: holders who wear one label arrive as one, at a time of their own. */
function decider(
  { node, holders, units, ocean, total }: Company,
  label: Int32Array,
  random: () => number,
  { labels, votes, times }: Scratch,
): number {
  let count = 0;
  for (let e = 0; e < holders.length; e++) {
    const by = label[holders[e]];
    if (votes[by] === 0) labels[count++] = by;
    votes[by] += units[e];
  }
  for (let k = 0; k < count; k++) times[labels[k]] = random();
  inOrder(labels, count, times);
  let arrived = 0;
  let decides = node;
  for (let k = 0; k < count; k++) {
    const by = labels[k];
    if (2 * (arrived + ocean * times[by]) > total) break;
    arrived += votes[by];
    if (2 * (arrived + ocean * times[by]) <= total) continue;
    decides = by;
    break;
  }
  for (let k = 0; k < count; k++) votes[labels[k]] = 0;
  return decides;
}

const FEW = 24;

/** Sorts the first `count` labels by their times: put in one by one while they are few. */
function inOrder(labels: Int32Array, count: number, times: Float64Array): void {
  if (count > FEW) {
    labels.subarray(0, count).sort((a, b) => times[a] - times[b]);
    return;
  }
  for (let k = 1; k < count; k++) {
    const by = labels[k];
    let at = k;
    for (; at > 0 && times[labels[at - 1]] > times[by]; at--) labels[at] = labels[at - 1];
    labels[at] = by;
  }
}
