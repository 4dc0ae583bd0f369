import { minus } from "../../../graph/chain-ends.ts";
import type { End } from "../../../graph/control.ts";
import type { EconomicNetwork } from "../../../graph/economic.ts";
import type { FractionRange } from "../../../graph/implied.ts";
import type { ShareRange } from "../../../graph/integrated.ts";
import { ALL, NOTHING, type Rational, rational, times } from "../../../graph/rational.ts";
import { WHOLE } from "../../../model/share.ts";
import { ControlView } from "../../../networks/controllers.ts";
import { shareIn } from "../../../networks/economic-shares.ts";
import { holdingsOf } from "../../../networks/holdings.ts";
import { among, withOwnShares, withoutOwn } from "../../../networks/room.ts";
import { mostVotesLeft } from "../../../networks/votes-left.ts";
import { votesAmong, votesApart } from "../../../networks/votes-through.ts";
import { partOf } from "../laws/facts.ts";
import { type Ground, mostShareIn, once } from "./ground.ts";
import { capped, closed, fraction, rangeOfUnits } from "./ranges.ts";

/** What the direct statements give a party of a company, counted in every way a declaration may count. */
export interface Figures {
  /** Null in a ring of companies that own all of each other. */
  readonly range: FractionRange | null;
  readonly most: Rational;
  /** What it holds itself; null where that is nothing. */
  readonly own: FractionRange | null;
  /** What it has through others, and the most it may have so. */
  readonly part: FractionRange | null;
  readonly partMost: Rational;
  /** The holdings of everything it controls counted whole, not multiplied; of the part through others without its own. */
  readonly counted: (reading: "whole" | "part") => Counted;
  /** The whole measured the other way where the company has own shares: of shares with them, of votes without. */
  readonly issued: FractionRange | null;
  /** What it has by chains that pass some entities only; null where none does. */
  readonly along: (entities: ReadonlySet<number>) => FractionRange | null;
}

interface Counted {
  /** One for each of what it may control. */
  readonly ranges: readonly FractionRange[];
  /** The most, if every rest nobody is named for were its own and what it controls by that. */
  readonly most: Rational;
}

const NONE: FractionRange = { low: NOTHING, high: NOTHING, lowOpen: false, highOpen: false };

/**
 * Shares and claims on profit: multiplied along chains and added. Each figure is worked out when it is asked for. `apart`:
 * also what it holds itself apart from what it has through others.
 */
export function economicFigures(ground: Ground, party: number, company: number, apart = true): Figures {
  const shareOf = (found: ShareRange | null | undefined): FractionRange | null =>
    found === undefined ? NONE : found && closed(found);
  const shareOn = (net: EconomicNetwork) => shareOf(shareIn(net, party, company));
  const own = apart ? ownShare(ground, party, company) : null;
  const beside = once(() => own && withoutOwn(ground.economic(), party, company));
  const range = once(() => shareOf(ground.shareIn(party, company)));
  const most = once(() => mostShareIn(ground, ground.economic(), party, company));
  const part = once(() => {
    const net = beside();
    return net && shareOn(net);
  });
  const partMost = once(() => {
    const net = beside();
    return net === null ? ALL : mostShareIn(ground, net, party, company);
  });
  const counted = {
    whole: once(() => countedWhole(ground, party, company, true)),
    part: once(() => countedWhole(ground, party, company, false)),
  };
  const issued = once(() => {
    const net = withOwnShares(ground.economic(), company);
    return net && shareOn(net);
  });
  return {
    own,
    get range() {
      return range();
    },
    get most() {
      return most();
    },
    get part() {
      return part();
    },
    get partMost() {
      return partMost();
    },
    get issued() {
      return issued();
    },
    counted: (reading) => counted[reading](),
    along: (entities) => shareOn(among(ground.economic(), entities)),
  };
}

/** Its own holdings together; of those that are not summed the greatest, at the least. */
function ownShare(ground: Ground, party: number, company: number): FractionRange | null {
  const net = ground.economic();
  let [found, low, alone, high] = [false, 0, 0, 0];
  for (let e = net.start[company] as number; e < (net.start[company + 1] as number); e++) {
    if (net.holder[e] !== party) continue;
    found = true;
    if (net.alone[e] === 1) alone = Math.max(alone, net.low[e] as number);
    else low += net.low[e] as number;
    high += net.high[e] as number;
  }
  const ends = { low: Math.max(low, alone), high: Math.min(WHOLE, high), lowOpen: false, highOpen: false };
  return found ? rangeOfUnits(ends) : null;
}

/** Holders it may control of which every combination is tried. */
const MOST_MAYBE = 8;

/**
 * What it and everything it controls have of a company. Whether it controls a holder is yes or no: what lies between counting
 * it and not counting it is no figure, unless there are too many such holders to tell. `own`: its own holding is among them.
 */
function countedWhole({ view }: Ground, party: number, company: number, own: boolean): Counted {
  const net = holdingsOf(view.own, "shares", true);
  const { entities, phantom } = view.own;
  const groupOf = (reached: (n: number) => boolean) =>
    Uint8Array.from({ length: net.nodes }, (_, n) =>
      (own && n === party) || (n < entities && n !== company && n !== party && reached(n)) ? 1 : 0,
    );
  view.lower.certain(party);
  const certain = groupOf((n) => view.lower.reached(n));
  view.upper.possible(party);
  const possible = groupOf((n) => view.upper.reached(n));
  view.upper.also(phantom, false);
  const all = groupOf((n) => view.upper.reached(n));
  all[entities] = 1;
  const most = fraction(partOf(net, company, all).high.value);
  const holders = net.holder.subarray(net.start[company], net.start[company + 1]);
  const maybe = [...new Set(holders)].filter((n) => possible[n] === 1 && certain[n] === 0);
  if (maybe.length > MOST_MAYBE) {
    const [low, high] = [partOf(net, company, certain).low, partOf(net, company, possible).high];
    return { ranges: [between(low, high)], most };
  }
  const ranges = Array.from({ length: 2 ** maybe.length }, (_, some) => {
    const group = certain.slice();
    for (const [n, holder] of maybe.entries()) group[holder] = (some >> n) & 1;
    const part = partOf(net, company, group);
    return between(part.low, part.high);
  });
  return { ranges, most };
}

const between = (low: End, high: End): FractionRange =>
  rangeOfUnits({
    low: Math.min(low.value, high.value),
    high: high.value,
    lowOpen: low.open && low.value < high.value,
    highOpen: high.open && low.value < high.value,
  });

/** Votes of a party and of everything it controls; `apart` as above. */
export function voteFigures(ground: Ground, party: number, company: number, apart = true): Figures {
  const { view } = ground;
  const votes = view.votes(party, company);
  const range = votes ? between(votes.low, votes.high) : NONE;
  const most = greater(range.high, fraction(mostVotesLeft(view, party, company)));
  const both = apart ? votesApart(view, party, company) : null;
  const own = both && between(both.own.low, both.own.high);
  return {
    range,
    most,
    own,
    part: both && between(both.through.low, both.through.high),
    partMost: own ? minus(most, own.low) : ALL,
    // Votes are of everything it controls as they are.
    counted: () => ({ ranges: [], most: NOTHING }),
    issued: castVotes(ground, company, range),
    along: (entities) => {
      const found = new ControlView(votesAmong(view.own, entities)).votes(party, company);
      return found && between(found.low, found.high);
    },
  };
}

const greater = (a: Rational, b: Rational) => (a.n * b.d >= b.n * a.d ? a : rational(b.n, b.d));

/** Votes measured against those that are cast, where the company has own shares; of several ballots none. */
function castVotes({ view }: Ground, company: number, votes: FractionRange): FractionRange | null {
  const [ballot, ...more] = view.ballotsOf(company);
  const { treasuryLow, treasuryHigh, whole } = view.own.upper.network;
  if (ballot === undefined || more.length > 0 || !(treasuryHigh[ballot] as number)) return null;
  const cast = (end: Rational, own: Float64Array) => {
    const left = whole - (own[ballot] as number);
    return left <= 0 ? ALL : capped(times(end, rational(BigInt(whole), BigInt(left))));
  };
  return { ...votes, low: cast(votes.low, treasuryLow), high: cast(votes.high, treasuryHigh) };
}
