import type { EconomicNetwork } from "./economic.ts";
import type { PointNetwork } from "./integrated-search.ts";

const MOST_ABOVE = 64;

/**
 * Each holding at its lower end. Those that are not summed (they may be a part of what another chain carries already) are
 * kept beside others where no party stands above two holders of the company: then nobody's share is a sum of two of them,
 * and the sum is the greatest of them; nor do two of them then lie in one cycle with the company. Found by looking up from the holders, up to 64 parties in all; else the greater is
 * kept of what is summed and of each that is not. Cost: O(holdings), and that search.
 */
export function lowerEnds(net: EconomicNetwork): PointNetwork {
  const units = net.low.slice();
  const seen = new Int32Array(net.nodes);
  const queue = new Int32Array(MOST_ABOVE + 1);
  let run = 0;
  for (let n = 0; n < net.nodes; n++) {
    const [from, to] = [net.start[n], net.start[n + 1]];
    let summed = 0;
    let count = 0;
    let best = -1;
    for (let e = from; e < to; e++) {
      if (units[e] > 0) count++;
      if (net.alone[e] === 0) summed += units[e];
      else if (units[e] > 0 && (best < 0 || units[e] > units[best])) best = e;
    }
    if (best < 0 || count < 2) continue;
    const together = apart(net, n, units, seen, queue, run);
    run += count;
    if (together) continue;
    const alone = units[best] > summed;
    for (let e = from; e < to; e++) if (alone ? e !== best : net.alone[e] === 1) units[e] = 0;
  }
  return { nodes: net.nodes, whole: Number(net.whole), start: net.start, holder: net.holder, units };
}

/** Whether no party stands above two of a company's holders; each holder's search leaves a mark of its own. */
function apart(
  net: EconomicNetwork,
  company: number,
  units: Float64Array,
  seen: Int32Array,
  queue: Int32Array,
  run: number,
): boolean {
  const first = run + 1;
  let mark = run;
  let visited = 0;
  for (let e = net.start[company]; e < net.start[company + 1]; e++) {
    if (units[e] === 0) continue;
    mark++;
    if (seen[net.holder[e]] >= first) return false;
    let tail = 1;
    queue[0] = net.holder[e];
    seen[queue[0]] = mark;
    for (let head = 0; head < tail; head++)
      for (let up = net.start[queue[head]]; up < net.start[queue[head] + 1]; up++) {
        const above = net.holder[up];
        if (net.high[up] === 0 || seen[above] === mark) continue;
        if (seen[above] >= first || tail === MOST_ABOVE || ++visited > MOST_ABOVE) return false;
        seen[above] = mark;
        queue[tail++] = above;
      }
  }
  return true;
}

/** Each holding at the most that its range, and what the others of the company have at the least, leave it. */
export function upperEnds(net: EconomicNetwork): PointNetwork {
  const whole = Number(net.whole);
  const units = new Float64Array(net.high.length);
  for (let n = 0; n < net.nodes; n++) {
    let left = whole;
    for (let e = net.start[n]; e < net.start[n + 1]; e++) if (net.alone[e] === 0) left -= net.low[e];
    left = Math.max(0, left);
    for (let e = net.start[n]; e < net.start[n + 1]; e++) {
      const sure = net.alone[e] === 0 ? net.low[e] : 0;
      units[e] = Math.max(net.low[e], Math.min(net.high[e], sure + left));
    }
  }
  return { nodes: net.nodes, whole, start: net.start, holder: net.holder, units };
}
