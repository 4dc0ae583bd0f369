import { components } from "./components.ts";
import type { PointNetwork } from "./integrated-search.ts";
import { randomFrom } from "./random.ts";

/** A mean over samples, and its standard error. */
export interface Sampled {
  readonly mean: Float64Array;
  readonly error: Float64Array;
}

const BATCHES = 40;

/**
 * The Network Power Index (Mizuno, Doi & Kurizaki 2020) by sampling, and who decides in some `targets`.
 *
 * Every node wears a label: its own where nobody holds votes in it, else that of whoever decides it. In a round each
 * company, after those above it, draws an order of arrival of its holders; those who wear the same label arrive as one;
 * the label whose votes make more than half is the company's. Votes nobody named has arrive as an ocean between the
 * others (Milnor & Shapley 1978); where the ocean decides, the company wears its own label: its unnamed holders. Own
 * shares carry no votes. On a cycle a round starts from the labels of the round before, so rounds hang together, and may end
 * where one label stays for good: each of 40 batches begins anew there, from everyone wearing their own, and its first
 * rounds are thrown away, so that every end has the part of the batches that comes to it.
 *
 * `index` is the expected number of nodes that wear a node's label, its own among them while it wears it; the indices
 * sum to the number of nodes. `over[t]` is the chance of each label on target t. Errors are those of 40 batch means.
 * Draws follow from `seed` alone. Cost: rounds × (holdings + sorting each company's holders).
 */
export function networkPower(
  net: PointNetwork,
  options: { readonly rounds: number; readonly seed: number; readonly targets?: readonly number[] },
): { readonly index: Sampled; readonly over: readonly Sampled[] } {
  const { order, count } = components(net.start, net.holder);
  const random = randomFrom(options.seed);
  const label = Int32Array.from({ length: net.nodes }, (_, v) => v);
  const scratch = { votes: new Float64Array(net.nodes), times: new Float64Array(net.nodes) };
  const round = () => {
    for (const v of order) label[v] = decider(net, v, label, random, scratch);
  };
  const cyclic = count < net.nodes;
  const each = Math.ceil(options.rounds / BATCHES);
  const index = tally(net.nodes);
  const over = (options.targets ?? []).map(() => tally(net.nodes));
  for (let batch = 0; batch < BATCHES; batch++) {
    if (cyclic) {
      for (let v = 0; v < net.nodes; v++) label[v] = v;
      for (let k = 0; k < each / 4; k++) round();
    }
    for (let k = 0; k < each; k++) {
      round();
      for (let v = 0; v < net.nodes; v++) index.count[label[v]]++;
      options.targets?.forEach((target, t) => {
        over[t].count[label[target]]++;
      });
    }
    for (const one of [index, ...over]) close(one, each);
  }
  return { index: sampled(index), over: over.map(sampled) };
}

interface Tally {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

const tally = (nodes: number): Tally => ({
  count: new Float64Array(nodes),
  sum: new Float64Array(nodes),
  squares: new Float64Array(nodes),
});

function close({ count, sum, squares }: Tally, rounds: number): void {
  for (let v = 0; v < count.length; v++) {
    const mean = count[v] / rounds;
    sum[v] += mean;
    squares[v] += mean * mean;
    count[v] = 0;
  }
}

function sampled({ sum, squares }: Tally): Sampled {
  const mean = sum.map((s) => s / BATCHES);
  const error = squares.map((q, v) =>
    Math.sqrt(Math.max(0, q / BATCHES - mean[v] * mean[v]) / (BATCHES - 1)),
  );
  return { mean, error };
}

/** Draws who decides one company: holders who wear one label arrive as one, at a time of their own. */
function decider(
  net: PointNetwork,
  company: number,
  label: Int32Array,
  random: () => number,
  scratch: { readonly votes: Float64Array; readonly times: Float64Array },
): number {
  const { votes, times } = scratch;
  const labels: number[] = [];
  let total = net.whole;
  let ocean = net.whole;
  for (let e = net.start[company]; e < net.start[company + 1]; e++) {
    const holder = net.holder[e];
    const units = net.units[e];
    ocean -= units;
    if (holder === company) total -= units;
    else if (units > 0) {
      const by = label[holder];
      if (!labels.includes(by)) {
        labels.push(by);
        votes[by] = 0;
      }
      votes[by] += units;
    }
  }
  if (labels.length === 0) return company;
  for (const by of labels) times[by] = random();
  labels.sort((a, b) => times[a] - times[b]);
  let arrived = 0;
  for (const by of labels) {
    if (2 * (arrived + ocean * times[by]) > total) return company;
    arrived += votes[by];
    if (2 * (arrived + ocean * times[by]) > total) return by;
  }
  return company;
}
