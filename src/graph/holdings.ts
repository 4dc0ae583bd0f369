import { ALONE, type End, HIGH_OPEN, LOW_OPEN } from "./control.ts";
import { csr } from "./csr.ts";
import { SharedHoldings } from "./shared-holdings.ts";

/**
 * Direct holdings of one measure, as CSR by company: who holds between `low` and `high` units of `whole` of it, at
 * both ends. `flags` are those of the control network, and `REPEATS`.
 */
export interface Holdings {
  readonly nodes: number;
  readonly whole: number;
  readonly start: Int32Array;
  readonly holder: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly flags: Uint8Array;
  /** Of holdings of a company marked `SHARED`, which are the same one. */
  readonly block: Int32Array;
  /** Number of the class of shares a holding is of, from 1; 0 of all, where a company has no several classes. */
  readonly ofClass: Uint8Array;
  /** A company's own holdings carry nothing: what is counted is measured against the rest. */
  readonly ownVoid: boolean;
  /** Each holder of a joint block has it; otherwise only all of them together do, and each may have none of it. */
  readonly each: boolean;
}

/** What is stated elsewhere too (a concert's votes, held by each member): counted by itself at both ends, never added. */
export const REPEATS = 8;
/** One of several entries of the same holding: a joint block, or what is this or that party's. */
export const SHARED = 16;

/** A share in units; `strict` asks for more than it, otherwise it suffices to reach it. */
export interface Limit {
  readonly units: number;
  readonly strict: boolean;
}

/** What some holders have of a company together; `void*` is what the company holds of itself, where that is void. */
export interface Part {
  readonly low: End;
  readonly high: End;
  readonly voidLow: number;
  readonly voidHigh: number;
  /** The lower end of what is void is open. */
  readonly voidOpen: boolean;
}

/**
 * What the holders in a group have of a company: at the lower end the sum of what adds up, or the greatest that stands
 * alone; at the upper end the lesser of the sum and what the lower ends of the others leave. What is entered more than
 * once counts once. Of several classes, whose weights are not known: the least of any, and the most. Cost: its holdings.
 */
export function together(net: Holdings, company: number, inGroup: (holder: number) => boolean): Part {
  const classes = classesIn(net, company);
  if (classes === 0) return inClass(net, company, 0, inGroup);
  const parts = Array.from({ length: classes }, (_, k) => inClass(net, company, k + 1, inGroup));
  return parts.reduce((a, b) => {
    const low = compared(net, a.low, a.voidLow, b.low, b.voidLow);
    const high = compared(net, a.high, a.voidHigh, b.high, b.voidHigh);
    // An open lower end is more than the same closed, an open upper end less.
    const open = (part: Part) => part.low.open || part.voidOpen;
    const least = low > 0 || (low === 0 && open(a) && !open(b)) ? b : a;
    const most = high < 0 || (high === 0 && a.high.open && !b.high.open) ? b : a;
    const { voidLow, voidOpen } = least;
    return { low: least.low, voidLow, voidOpen, high: most.high, voidHigh: most.voidHigh };
  });
}

/** How many classes a company has; 0 where what is held is of all. */
function classesIn(net: Holdings, company: number): number {
  let most = 0;
  for (let e = net.start[company]; e < net.start[company + 1]; e++) most = Math.max(most, net.ofClass[e]);
  return most;
}

/** One end against another, each measured against what is not void in its class. */
function compared(net: Holdings, a: End, aVoid: number, b: End, bVoid: number): -1 | 0 | 1 {
  const left = BigInt(a.value) * BigInt(net.whole - bVoid);
  const right = BigInt(b.value) * BigInt(net.whole - aVoid);
  return left < right ? -1 : left > right ? 1 : 0;
}

function inClass(
  net: Holdings,
  company: number,
  ofClass: number,
  inGroup: (holder: number) => boolean,
): Part {
  let shared: SharedHoldings | null = null;
  let [low, lowOpen, alone, aloneOpen] = [0, false, 0, false];
  let [high, highOpen, aloneHigh, aloneHighOpen] = [0, false, 0, false];
  let [outside, outsideOpen, voidLow, voidHigh, voidOpen] = [0, false, 0, 0, false];
  const byItself = (least: number, open: boolean) => {
    if (least > alone || (least === alone && open)) [alone, aloneOpen] = [least, open];
  };
  const atMost = (most: number, open: boolean) => {
    high += most;
    highOpen ||= open;
  };
  for (let e = net.start[company]; e < net.start[company + 1]; e++) {
    if (net.ofClass[e] !== ofClass) continue;
    const flags = net.flags[e];
    const single = (flags & (ALONE | REPEATS)) !== 0;
    const several = (flags & SHARED) !== 0;
    const [least, open] = [net.low[e], (flags & LOW_OPEN) !== 0];
    const [most, mostOpen] = [net.high[e], (flags & HIGH_OPEN) !== 0];
    const inside = inGroup(net.holder[e]);
    if (net.ownVoid && net.holder[e] === company) {
      if (!single) {
        voidLow += least;
        voidOpen ||= open;
      }
      voidHigh = Math.min(net.whole, voidHigh + most);
      continue;
    }
    if (several) {
      shared ??= new SharedHoldings();
      shared.add(net.block[e], inside, single, { value: least, open }, { value: most, open: mostOpen });
    }
    if (!inside) {
      if (single) continue;
      outside += least;
      outsideOpen ||= open;
      continue;
    }
    if (single && (!several || net.each)) byItself(least, open);
    if (single && most >= aloneHigh) {
      aloneHighOpen = mostOpen && (most > aloneHigh || aloneHighOpen || aloneHigh === 0);
      aloneHigh = most;
    }
    if (!single) {
      low += least;
      lowOpen ||= open;
    }
    if (!several && (flags & REPEATS) === 0) atMost(most, mostOpen);
  }
  for (const most of shared?.most() ?? []) atMost(most.value, most.open);
  if (!net.each) for (const least of shared?.least() ?? []) byItself(least.value, least.open);
  const left = net.whole - outside - voidLow;
  const sum = Math.max(0, Math.min(high, left));
  const sumOpen = (sum === high && highOpen) || (sum === left && (outsideOpen || voidOpen));
  return {
    low:
      low > alone
        ? { value: low, open: lowOpen }
        : { value: alone, open: aloneOpen || (low === alone && lowOpen) },
    high:
      aloneHigh > sum
        ? { value: aloneHigh, open: aloneHighOpen }
        : { value: sum, open: sumOpen && (aloneHigh < sum || aloneHighOpen) },
    voidLow,
    voidOpen,
    voidHigh: Math.max(voidLow, Math.min(voidHigh, net.whole - outside - sum)),
  };
}

/** Whether a part reaches a limit for certain (by its lower end), or possibly (by its upper end). */
export function reaches(net: Holdings, part: Part, limit: Limit, certain: boolean): boolean {
  const end = certain ? part.low : part.high;
  const nothing = certain ? part.voidLow : part.voidHigh;
  const beyond =
    nothing === 0
      ? end.value - limit.units
      : compared(net, end, nothing, { value: limit.units, open: false }, 0);
  if (beyond !== 0) return beyond > 0 && end.value > 0;
  if (certain) return (!limit.strict || end.open || part.voidOpen) && (end.value > 0 || end.open);
  return !limit.strict && !end.open && end.value > 0;
}

/** Holder → the companies it holds something of, as CSR. Cost: O(nodes + holdings). */
export function companiesByHolder(net: Holdings): {
  readonly start: Int32Array;
  readonly company: Int32Array;
} {
  const companyOf = new Int32Array(net.holder.length);
  for (let n = 0; n < net.nodes; n++) companyOf.fill(n, net.start[n], net.start[n + 1]);
  const { start, order } = csr(net.nodes, net.holder);
  return { start, company: Int32Array.from(order, (e) => companyOf[e]) };
}

/** Who holds an entry's block of a company jointly, and only together; nobody where it is one holder's. */
export function jointHolders(net: Holdings, company: number, entry: number): number[] {
  const joint = (e: number) => !net.each && (net.flags[e] & ALONE) !== 0 && (net.flags[e] & SHARED) !== 0;
  const found: number[] = [];
  for (let e = net.start[company]; e < net.start[company + 1]; e++)
    if (joint(entry) && joint(e) && net.block[e] === net.block[entry]) found.push(net.holder[e]);
  return found;
}
