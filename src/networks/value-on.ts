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
  const claims = confirmed(sameStart(disputesCovered(said.filter((s) => !neverHeld(s)))), day);
  const past = current(claims.filter((c) => c.start.hi <= day)).filter((c) => !ended(c, day));
  const maybe = claims.filter((c) => c.start.lo <= day && c.start.hi > day && !ended(c, day));
  const live = [...past, ...maybe];
  if (live.length === 0) return resumed(claims, day);
  const { next, bounded } = nextObservations(claims, live, day);
  const age = agesOn(past, day, bounded);
  const tooOld = (c: Claim) => (age(c) ?? 0) > carry;
  const sure = isSure(claims, past, day, tooOld);
  const again = sure ? null : resumed(claims, day);
  const shares = [...live, ...next].map((c) =>
    tooOld(c) ? { ...c.share, low: 0, lowOpen: false } : c.share,
  );
  const ages = live.map(age).filter((days) => days !== null && days > 0) as number[];
  return {
    share: [...shares, ...(again === null ? [] : [again.share])].reduce(cover),
    presence: sure ? "certain" : "possible",
    because: [...new Set([...[...live, ...next].flatMap((c) => c.because), ...(again?.because ?? [])])],
    disputed: live.some((c) => c.disputed) || disagree(past),
    carried: ages.length === 0 ? null : Math.min(...ages),
  };
}

/**
 * Whether something is held for every reading of the dates: by what has begun and lasts, where whatever may have followed it
 * lasts as well, or nothing can close it.
 */
function isSure(
  claims: readonly Claim[],
  past: readonly Claim[],
  day: Day,
  tooOld: (claim: Claim) => boolean,
): boolean {
  const closing = claims.filter((c) => endsItself(c) && mayHaveEnded(c, day));
  const lasts = (c: Claim) =>
    !mayHaveEnded(c, day) && !tooOld(c) && !closing.some((period) => mayConfirm(c, period));
  const begun = claims.filter((c) => c.start.lo <= day);
  const stays = (c: Claim) => begun.every((other) => other === c || !mayFollow(other, c) || lasts(other));
  return past.some((c) => lasts(c) && (endsItself(c) || stays(c)));
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

/** Statements of the same start say the same thing twice, or disagree; two that say when they end each end by themselves. */
function sameStart(claims: readonly Claim[]): Claim[] {
  const merged: Claim[] = [];
  for (const claim of claims) {
    const at = merged.findIndex(
      (m) => m.start.lo === claim.start.lo && m.start.hi === claim.start.hi && endTogether(m, claim),
    );
    const twin = merged[at];
    if (twin === undefined) merged.push(claim);
    else merged[at] = merge(twin, claim);
  }
  return merged.sort((a, b) => a.start.lo - b.start.lo || a.start.hi - b.start.hi);
}

const endTogether = (a: Claim, b: Claim): boolean =>
  a.end === null || b.end === null || (a.end.lo === b.end.lo && a.end.hi === b.end.hi);

function merge(a: Claim, b: Claim): Claim {
  return {
    share: together([a.share, b.share]),
    start: a.start,
    end: a.end ?? b.end,
    observation: a.observation && b.observation,
    because: [...new Set([...a.because, ...b.because])],
    disputed: a.disputed || b.disputed || differ([a.share, b.share]),
  };
}

/**
 * An observation that finds what a period says of the same time confirms it and closes nothing: whichever of them came
 * first, once the period has begun. Before that, which was first is not known, and both stand.
 */
function confirmed(claims: readonly Claim[], day: Day): Claim[] {
  const kept: Claim[] = [];
  for (const claim of claims) {
    const before = kept.at(-1);
    const [period, seen] = before?.observation ? [claim, before] : [before, claim];
    if (period === undefined || !confirms(seen, period, day)) kept.push(claim);
    else kept[kept.length - 1] = { ...period, because: [...period.because, ...seen.because] };
  }
  return kept;
}

function confirms(seen: Claim, period: Claim, day: Day): boolean {
  if (!seen.observation || seen.end !== null || period.observation) return false;
  const begun =
    period.start.hi <= seen.start.lo || (period.start.hi <= day && period.start.lo <= seen.start.hi);
  return begun && (period.end === null || period.end.lo > seen.start.hi) && agree(seen, period);
}

const agree = (seen: Claim, period: Claim): boolean =>
  sameShare(period.share, seen.share) || !informative(seen.share);

/** Whether, for some reading of their dates, what was observed is what a period says, and ends with it. */
const mayConfirm = (seen: Claim, period: Claim): boolean =>
  seen.observation &&
  period.start.lo <= seen.start.hi &&
  period.end !== null &&
  period.end.hi > seen.start.lo &&
  agree(seen, period);

const ended = (c: Claim, day: Day) => c.end !== null && c.end.hi <= day;
const mayHaveEnded = (c: Claim, day: Day) => c.end !== null && c.end.lo <= day;

/** Of what has started, ended since or not: the latest, and any earlier period that says itself when it ends. */
function current(past: readonly Claim[]): Claim[] {
  return past.filter((c, i) => {
    const later = past.slice(i + 1).some((other) => other.start.lo > c.start.hi);
    return !later || (!c.observation && c.end !== null);
  });
}

/**
 * The next observation bounds the value of an observed holding, but not on a day that was itself observed, whatever else
 * may have been seen on it; a period that starts later does not reach back. `next`: those that may be the next one;
 * `bounded`: what is bounded by an observation, whichever is the next: all that lives, what has begun for sure, or nothing.
 */
function nextObservations(claims: readonly Claim[], live: readonly Claim[], day: Day) {
  const seen = live.filter((c) => c.observation);
  if (seen.length === 0 || seen.some((c) => c.start.lo === day && c.start.hi === day))
    return { next: [], bounded: "nothing" as const };
  const first = firstAfter(claims, day);
  const next = first.filter((c) => c.observation && c.start.lo > day);
  const seenNext = first.length > 0 && first.every((c) => c.observation);
  return {
    next,
    bounded: !seenNext ? ("nothing" as const) : next.length > 0 ? ("all" as const) : ("begun" as const),
  };
}

/** What may be the first to start after a day. */
function firstAfter(claims: readonly Claim[], day: Day): Claim[] {
  const later = claims.filter((c) => c.start.hi > day);
  return later.filter((c) => !later.some((other) => other.start.lo > day && other.start.hi < c.start.lo));
}

/** Between an end and a later observation the holding may have been taken up again: possible, nothing certain. */
function resumed(claims: readonly Claim[], day: Day): Held | null {
  const next = firstAfter(claims, day).filter((c) => c.observation && c.start.lo > day);
  if (next.length === 0 || !claims.some((c) => c.start.hi <= day)) return null;
  return {
    share: { ...next.map((c) => c.share).reduce(cover), low: 0, lowOpen: false },
    presence: "possible",
    because: next.flatMap((c) => c.because),
    disputed: next.some((c) => c.disputed),
    carried: null,
  };
}

/**
 * The age of what was observed, by its oldest reading: an observation counts only where nothing that has begun is later, so
 * it is no older than the freshest of these. Periods do not age, nor does what the next observation bounds.
 */
function agesOn(past: readonly Claim[], day: Day, bounded: "all" | "begun" | "nothing") {
  const freshest = Math.max(...past.map((c) => c.start.lo));
  return (c: Claim): number | null =>
    !c.observation || bounded === "all" || (bounded === "begun" && past.includes(c))
      ? null
      : day - Math.max(c.start.lo, freshest);
}

/** A period that says itself when it ends is closed by nothing that follows. */
const endsItself = (c: Claim): boolean => !c.observation && c.end !== null;

/** For some reading of their dates. */
const mayFollow = (other: Claim, c: Claim): boolean => other.start.hi >= c.start.lo;

const disagree = (past: readonly Claim[]) => past.length > 1 && differ(past.map((c) => c.share));
