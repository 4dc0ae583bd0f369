import type { Day, When } from "../model/date.ts";
import { cover, type Share, WHOLE } from "../model/share.ts";

/** One statement of a holding: what it says, from when, until when, and how it lasts. */
export interface Said {
  /** Ordinal of the statement. */
  readonly n: number;
  readonly share: Share;
  /** The day it starts to hold (of an observation: its day). An unknown start is `{ lo: -∞, hi: stated }`. */
  readonly start: When;
  /** The day it ends, exclusive; null while open. */
  readonly end: When | null;
  readonly observation: boolean;
  /** Statements that share a token disagree, whatever their dates; '' for none. */
  readonly dispute: string;
}

/** What a holding was worth on a day. `certain`: for every reading of its dates; `possible`: for some. */
export interface Held {
  readonly share: Share;
  readonly presence: "certain" | "possible";
  readonly because: readonly number[];
  readonly disputed: boolean;
  /** Days since the last observation, by its oldest reading, where the value is carried; else null. */
  readonly carried: number | null;
}

interface Claim extends Omit<Said, "n" | "dispute"> {
  readonly because: readonly number[];
  readonly disputed: boolean;
}

/**
 * The value of one holding (same party, subject, right, class) on a day, by QUESTIONS §0: a period holds until it
 * ends or a later statement starts; an observation is true on its day, covers the range to the next one, and after
 * the last is carried for `carry` days at both ends, then at the upper end only; what overlaps and disagrees is
 * covered by the range of all; a period that ends where it starts says nothing. Null where nothing is said of that day.
 */
export function valueOn(said: readonly Said[], day: Day, carry: number): Held | null {
  const claims = confirmed(sameStart(disputesCovered(said.filter((s) => !neverHeld(s)))));
  const past = current(claims.filter((c) => c.start.hi <= day && !ended(c, day)));
  const maybe = claims.filter((c) => c.start.lo <= day && c.start.hi > day && !ended(c, day));
  const live = [...past, ...maybe];
  if (live.length === 0) return resumed(claims, day);
  const next = nextObservation(claims, live, day);
  const strong = past.some((c) => !mayHaveEnded(c, day));
  const carried = next === undefined ? oldest(live, day) : null;
  const tooOld = carried !== null && carried > carry;
  const share = [...live, ...(next === undefined ? [] : [next])].map((c) => c.share).reduce(cover);
  return {
    share: tooOld ? { ...share, low: 0, lowOpen: false } : share,
    presence: strong && !tooOld ? "certain" : "possible",
    because: [...new Set([...live, ...(next === undefined ? [] : [next])].flatMap((c) => c.because))],
    disputed: live.some((c) => c.disputed) || disagree(past),
    carried,
  };
}

/** A period that ends, for every reading of its dates, by the day it starts. */
const neverHeld = (s: Said) => !s.observation && s.end !== null && s.end.hi <= s.start.lo;

const informative = (s: Share) => !(s.low === 0 && s.high === WHOLE && !s.lowOpen && !s.highOpen);
const sameShare = (a: Share, b: Share) =>
  a.low === b.low && a.high === b.high && a.lowOpen === b.lowOpen && a.highOpen === b.highOpen;

/** Covers what several sources say of the same thing; a source that names no figure does not widen it. */
function together(shares: readonly Share[]): Share {
  const figures = shares.filter(informative);
  const [first, ...rest] = figures.length > 0 ? figures : shares;
  return rest.reduce(cover, first as Share);
}

function disputesCovered(said: readonly Said[]): Claim[] {
  return said.map((s) => {
    const rivals = s.dispute === "" ? [s] : said.filter((other) => other.dispute === s.dispute);
    const shares = rivals.map((r) => r.share);
    return {
      share: together(shares),
      start: s.start,
      end: s.end,
      observation: s.observation,
      because: rivals.map((r) => r.n),
      disputed: rivals.length > 1 && differ(shares),
    };
  });
}

const differ = (shares: readonly Share[]) => {
  const figures = shares.filter(informative);
  return figures.some((s) => !sameShare(s, figures[0] as Share));
};

/** Statements of the same start say the same thing twice, or disagree. */
function sameStart(claims: readonly Claim[]): Claim[] {
  const merged: Claim[] = [];
  for (const claim of claims) {
    const at = merged.findIndex((m) => m.start.lo === claim.start.lo && m.start.hi === claim.start.hi);
    const twin = merged[at];
    if (twin === undefined) merged.push(claim);
    else merged[at] = merge(twin, claim);
  }
  return merged.sort((a, b) => a.start.lo - b.start.lo || a.start.hi - b.start.hi);
}

function merge(a: Claim, b: Claim): Claim {
  return {
    share: together([a.share, b.share]),
    start: a.start,
    end:
      a.end === null || b.end === null
        ? (a.end ?? b.end)
        : { lo: Math.min(a.end.lo, b.end.lo), hi: Math.max(a.end.hi, b.end.hi) },
    observation: a.observation && b.observation,
    because: [...new Set([...a.because, ...b.because])],
    disputed: a.disputed || b.disputed || differ([a.share, b.share]),
  };
}

/** An observation that finds what an open period already says confirms it and closes nothing. */
function confirmed(claims: readonly Claim[]): Claim[] {
  const kept: Claim[] = [];
  for (const claim of claims) {
    const before = kept.at(-1);
    const confirms =
      before !== undefined &&
      claim.observation &&
      claim.end === null &&
      !before.observation &&
      (before.end === null || before.end.lo > claim.start.hi) &&
      (sameShare(before.share, claim.share) || !informative(claim.share));
    if (confirms) kept[kept.length - 1] = { ...before, because: [...before.because, ...claim.because] };
    else kept.push(claim);
  }
  return kept;
}

const ended = (c: Claim, day: Day) => c.end !== null && c.end.hi <= day;
const mayHaveEnded = (c: Claim, day: Day) => c.end !== null && c.end.lo <= day;

/** Of what has started: the latest, and any earlier period that says itself it still holds. */
function current(past: readonly Claim[]): Claim[] {
  return past.filter((c, i) => {
    const later = past.slice(i + 1).some((other) => other.start.lo > c.start.hi);
    return !later || (!c.observation && c.end !== null);
  });
}

/**
 * The next observation bounds the value of an observed holding, but not on a day that was itself observed, whatever else
 * may have been seen on it; a period that starts later does not reach back.
 */
function nextObservation(claims: readonly Claim[], live: readonly Claim[], day: Day): Claim | undefined {
  if (!live.some((c) => c.observation)) return undefined;
  if (live.some((c) => c.observation && c.start.lo === day && c.start.hi === day)) return undefined;
  const next = claims.find((c) => c.start.lo > day);
  return next?.observation ? next : undefined;
}

/** Between an end and a later observation the holding may have been taken up again: possible, nothing certain. */
function resumed(claims: readonly Claim[], day: Day): Held | null {
  const before = claims.some((c) => c.start.hi <= day);
  const next = claims.find((c) => c.start.lo > day);
  if (!before || !next?.observation) return null;
  return {
    share: { ...next.share, low: 0, lowOpen: false },
    presence: "possible",
    because: next.because,
    disputed: next.disputed,
    carried: null,
  };
}

/** The age of a carried value: of the freshest statement that holds, by its oldest reading. Periods do not age. */
function oldest(live: readonly Claim[], day: Day): number | null {
  if (live.some((c) => !c.observation)) return null;
  const age = Math.min(...live.map((c) => day - c.start.lo));
  return age > 0 ? age : null;
}

const disagree = (past: readonly Claim[]) => past.length > 1 && differ(past.map((c) => c.share));
