import { csr } from "./csr.ts";
import type { EconomicNetwork } from "./economic.ts";
import type { PointNetwork } from "./integrated-search.ts";
import { type Portfolios, portfolios } from "./portfolio.ts";
import { lowerEnds, upperEnds } from "./portfolio-holdings.ts";

/** What everybody has through others, in whole companies, from the least to the most the record allows. */
export interface PortfolioEnds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Both ends are off by no more than this part of themselves, rounding included. */
  readonly bound: number;
  /** Node → 1 where it has no value: in a ring of companies that own all of each other. */
  readonly ringed: Uint8Array;
}

const MOST_SEARCHED = 50_000_000;

/**
 * Both ends of V̂ · 1 for every party at once: the sum of its integrated shares in all companies, its own left out.
 *
 * Low: the portfolios over `lowerEnds`. Never above the least; where all lower ends may be summed it is the least of the
 * completions in which no company is held above 100 %, and one completion attains it for everybody.
 * High: the portfolios over `upperEnds`, each holding at the most the other lower ends leave. Never below the most; it is
 * attained by every party that stands above no company through two holders whose greatest shares do not fit together,
 * and, in cores of at most 700 companies held within the whole even so, inside cores too. Where upper ends hold a core
 * above the whole and nothing bounds it, a party has no more than all of everything below it, which is counted; and when
 * 50 million steps have gone into counting, no more than all companies there are.
 */
export function portfolioEnds(net: EconomicNetwork): PortfolioEnds {
  const least = portfolios(lowerEnds(net), { apart: true });
  const upper = upperEnds(net);
  const most = portfolios(upper, { apart: true });
  const low = apart(least, (range) => range.low);
  const high = apart(most, (range) => range.high);
  const ringed = new Uint8Array(net.nodes);
  for (const ring of least.rings) for (const node of ring) ringed[node] = 1;
  let bound = Math.max(least.bound, most.bound);
  boundInfinite(upper, high);
  for (let i = 0; i < net.nodes; i++) {
    if (ringed[i] === 1) low[i] = 0;
    if (high[i] < low[i]) {
      bound = Math.max(bound, (low[i] - high[i]) / low[i]);
      high[i] = low[i];
    }
  }
  return { low, high, bound, ringed };
}

function apart(
  { value, others }: Portfolios,
  end: (range: { low: number; high: number }) => number,
): Float64Array {
  for (const [node, range] of others) value[node] = end(range);
  return value;
}

/** A share is at most all of a company: what is infinite is bounded by the companies below, each counted once. */
function boundInfinite(net: PointNetwork, high: Float64Array): void {
  if (!high.includes(Number.POSITIVE_INFINITY)) return;
  const company = new Int32Array(net.holder.length);
  for (let n = 0; n < net.nodes; n++) company.fill(n, net.start[n], net.start[n + 1]);
  const { start, order } = csr(net.nodes, net.holder);
  const stamp = new Int32Array(net.nodes);
  const queue = new Int32Array(net.nodes);
  let steps = 0;
  for (let source = 0; source < net.nodes; source++) {
    if (high[source] !== Number.POSITIVE_INFINITY) continue;
    if (steps > MOST_SEARCHED) {
      high[source] = net.nodes - 1;
      continue;
    }
    let tail = 1;
    queue[0] = source;
    stamp[source] = source + 1;
    for (let head = 0; head < tail; head++)
      for (let e = start[queue[head]]; e < start[queue[head] + 1]; e++) {
        const below = company[order[e]];
        steps++;
        if (net.units[order[e]] === 0 || stamp[below] === source + 1) continue;
        stamp[below] = source + 1;
        queue[tail++] = below;
      }
    high[source] = tail - 1;
  }
}
