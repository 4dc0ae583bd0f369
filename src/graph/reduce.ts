import { ALONE, type ControlNetwork, HIGH_OPEN, LOW_OPEN } from "./control.ts";
import { csr } from "./csr.ts";

/**
 * The same end of a network with every holding that decides by itself turned into a right, and every holding that can
 * decide nothing left out: who controls whom stays the same, what is left to count is little. A holding decides if it
 * alone wins its ballot. The others matter only if all of them together, without those that decide, win it: more
 * holders never have less. Companies with several ballots keep them whole at the lower end. Figures of votes are
 * to be taken from the network as it was. Cost: O(nodes + edges).
 */
export function reduced(net: ControlNetwork, certain: boolean): ControlNetwork {
  const ballots = net.company.length;
  const byBallot = csr(ballots, net.holdBallot);
  const fate = new Uint8Array(net.holdBallot.length);
  for (let b = 0; b < ballots; b++) {
    const edges = byBallot.order.subarray(byBallot.start[b], byBallot.start[b + 1]);
    if (certain && net.ballots[net.company[b]] > 1) for (const e of edges) fate[e] = COUNTS;
    else decide(net, b, edges, certain, fate);
  }
  return withFates(net, fate);
}

const COUNTS = 1;
const DECIDES = 2;

function decide(net: ControlNetwork, b: number, edges: Int32Array, certain: boolean, fate: Uint8Array): void {
  const wins = certain ? winsAtLeast : winsAtMost;
  let [low, lowOpen, inLow, high] = [0, false, 0, 0];
  let some = false;
  for (const e of edges) {
    const alone = (net.holdFlags[e] & ALONE) !== 0;
    const open = (net.holdFlags[e] & LOW_OPEN) !== 0;
    if (wins(net, b, net.holdLow[e], open, alone ? 0 : net.holdLow[e], net.holdHigh[e], alone)) {
      fate[e] = DECIDES;
      continue;
    }
    high += net.holdHigh[e];
    some ||= !certain || !alone;
    if (alone) continue;
    low += net.holdLow[e];
    inLow += net.holdLow[e];
    lowOpen ||= open;
  }
  if (!some || !wins(net, b, low, lowOpen, inLow, Math.min(net.whole, high), false)) return;
  for (const e of edges) if (fate[e] === 0) fate[e] = COUNTS;
}

function winsAtLeast(net: ControlNetwork, b: number, low: number, lowOpen: boolean): boolean {
  const twice = 2 * low + net.treasuryLow[b];
  return twice > net.whole || (twice === net.whole && (lowOpen || net.treasuryOpen[b] === 1));
}

function winsAtMost(
  net: ControlNetwork,
  b: number,
  _low: number,
  _lowOpen: boolean,
  inLow: number,
  high: number,
  alone: boolean,
): boolean {
  if (alone && 2 * high + net.treasuryHigh[b] > net.whole) return true;
  const left = net.whole - (net.namedLow[b] - inLow);
  const votes = Math.min(high, left - net.treasuryLow[b]);
  return 2 * votes + Math.min(net.treasuryHigh[b], left - votes) > net.whole;
}

/** Both lists are sorted by holder already, so they are merged and thinned in one pass. */
function withFates(net: ControlNetwork, fate: Uint8Array): ControlNetwork {
  let [decided, counted] = [0, 0];
  for (let e = 0; e < fate.length; e++) {
    if (fate[e] === DECIDES) decided++;
    else if (fate[e] === COUNTS) counted++;
  }
  const rightStart = new Int32Array(net.nodes + 1);
  const rightTo = new Int32Array(net.rightTo.length + decided);
  const holdStart = new Int32Array(net.nodes + 1);
  const holdBallot = new Int32Array(counted);
  const holdLow = new Float64Array(counted);
  const holdHigh = new Float64Array(counted);
  const holdFlags = new Uint8Array(counted);
  let [rights, holds] = [0, 0];
  for (let n = 0; n < net.nodes; n++) {
    for (let e = net.rightStart[n]; e < net.rightStart[n + 1]; e++) rightTo[rights++] = net.rightTo[e];
    for (let e = net.holdStart[n]; e < net.holdStart[n + 1]; e++) {
      if (fate[e] === DECIDES) rightTo[rights++] = net.company[net.holdBallot[e]];
      else if (fate[e] === COUNTS) {
        holdBallot[holds] = net.holdBallot[e];
        holdLow[holds] = net.holdLow[e];
        holdHigh[holds] = net.holdHigh[e];
        holdFlags[holds++] = net.holdFlags[e] & (LOW_OPEN | HIGH_OPEN | ALONE);
      }
    }
    rightStart[n + 1] = rights;
    holdStart[n + 1] = holds;
  }
  return { ...net, rightStart, rightTo, holdStart, holdBallot, holdLow, holdHigh, holdFlags };
}
