import { type Effect, RIGHT_CODES, RIGHTS } from "../model/rights.ts";
import { extraOf, type HeldTable, isSure } from "./held.ts";
import { HELD_HIGH_OPEN, HELD_INDIRECT, HELD_LOW_OPEN, HELD_UNKNOWN_DIRECTNESS } from "./interests.ts";

/** A block of votes in one company as somebody's source states it. */
export interface Votes {
  readonly row: number;
  /** −1: the source names nobody. */
  readonly holder: number;
  readonly class: string;
  low: number;
  lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
  /** Not summed with others at the lower end. */
  readonly alone: boolean;
  /** Token shared by joint holders, each of whom reports the whole. */
  readonly joint: string;
}

/** A right that is control by itself, at both ends or at the upper end only. */
export interface DirectRight {
  readonly row: number;
  readonly party: number;
  readonly certain: boolean;
  /** Outranks the votes of others. */
  readonly overrides: boolean;
  readonly joint: string;
}

/** Who votes for a holder: one named party, or (leaderless) the members together. */
export interface Redirect {
  readonly row: number;
  readonly holder: number;
  /** −1: somebody unnamed; −2: the members jointly. */
  readonly to: number;
  readonly members: readonly number[];
  readonly certain: boolean;
}

/** All that is said about one company on the day, sorted by what it does (the effect table of model/rights). */
export interface CompanyRights {
  readonly votes: readonly Votes[];
  readonly treasury: readonly Votes[];
  readonly rights: readonly DirectRight[];
  readonly redirects: readonly Redirect[];
}

export const EFFECT: readonly Effect[] = RIGHT_CODES.map((code) => RIGHTS[code].effect);
export const JOINTLY = -2;

/** What never counts as an edge: declared indirect interests and totals, and a declaration that there is nobody. */
export function isDeclaration(held: HeldTable, row: number): boolean {
  if (((held.flags[row] as number) & HELD_INDIRECT) !== 0) return true;
  return (
    held.party[row] === -1 && !["", "unknown"].includes(extraOf(held, row).reason) && !hasFigure(held, row)
  );
}

const hasFigure = (held: HeldTable, row: number) => (held.low[row] as number) > 0;

/** Sorts the rows of one company. `whole` is all of it in share units; `arrangement` has no will of its own. */
export function rightsIn(
  held: HeldTable,
  rows: Int32Array,
  company: {
    readonly n: number;
    readonly arrangement: boolean;
    readonly ownedByState: (party: number) => boolean;
  },
  whole: number,
): CompanyRights {
  const votes: Votes[] = [];
  const treasury: Votes[] = [];
  const rights: DirectRight[] = [];
  const redirects: Redirect[] = [];
  let nominees = 0;
  for (const row of rows) if (EFFECT[held.right[row] as number] === "nominal") nominees++;
  for (const row of rows) {
    if (isDeclaration(held, row)) continue;
    const effect = EFFECT[held.right[row] as number] as Effect;
    const party = held.party[row] as number;
    const certain = isSure(held, row);
    const { joint } = extraOf(held, row);
    const direct = (sure: boolean, overrides = false) =>
      rights.push({ row, party, certain: certain && sure, overrides, joint });
    switch (effect) {
      case "shares":
      case "votes":
        (party === company.n ? treasury : votes).push(votesOf(held, row, certain));
        break;
      case "contract":
      case "partnership":
        direct(true, true);
        break;
      case "conditional-contract":
        direct(held.conditional[row] === 2, true);
        break;
      case "dominant":
        direct(true);
        break;
      case "board":
        if ((held.high[row] as number) > 0) direct(majority(held, row, whole));
        break;
      case "influence":
        direct(company.ownedByState(party));
        break;
      case "nominator":
        if (company.arrangement) direct(true);
        else if (nominees === 0) direct(false);
        break;
      case "nominal":
        if (!company.arrangement) redirects.push(nominee(held, rows, row, certain));
        break;
      case "concert":
        redirects.push(...concert(held, row, certain));
        break;
      case "economic":
      case "none":
        break;
    }
  }
  return {
    votes: withoutAssumedTwice(held, votes),
    treasury: withoutAssumedTwice(held, treasury),
    rights,
    redirects,
  };
}

/**
 * Own shares as they count in the ballot of a class, '' for that of the whole company: those of another class not at all,
 * those that may be of it or not up to their upper end only.
 */
export const treasuryIn = (treasury: readonly Votes[], ofClass: string): Votes[] =>
  treasury
    .filter((t) => t.class === ofClass || t.class === "" || ofClass === "")
    .map((t) => (t.class === ofClass ? t : { ...t, low: 0, lowOpen: false }));

/**
 * Own shares as they count beside votes. Votes that are stated as votes and would pass the whole with them are of what is
 * cast: whoever states them has left own shares out already.
 */
export function ownBeside(
  held: HeldTable,
  votes: readonly Votes[],
  treasury: readonly Votes[],
  whole: number,
) {
  const asVotes = ({ row }: Votes) => EFFECT[held.right[row] as number] === "votes";
  const sum = (some: readonly Votes[]) => some.reduce((total, v) => total + (v.alone ? 0 : v.low), 0);
  const named = sum(votes);
  const past = named <= whole && named + sum(treasury) > whole;
  return past && votes.some(asVotes) ? treasury.filter(asVotes) : treasury;
}

function votesOf(held: HeldTable, row: number, certain: boolean): Votes {
  const flags = held.flags[row] as number;
  const extra = extraOf(held, row);
  return {
    row,
    holder: held.party[row] as number,
    class: extra.class,
    low: certain ? (held.low[row] as number) : 0,
    lowOpen: certain && (flags & HELD_LOW_OPEN) !== 0,
    high: held.high[row] as number,
    highOpen: (flags & HELD_HIGH_OPEN) !== 0,
    alone: extra.joint !== "" || (flags & HELD_UNKNOWN_DIRECTNESS) !== 0,
    joint: extra.joint,
  };
}

const majority = (held: HeldTable, row: number, whole: number) => {
  const twice = 2 * (held.low[row] as number);
  return twice > whole || (twice === whole && ((held.flags[row] as number) & HELD_LOW_OPEN) !== 0);
};

/** One share, one vote only where that holder has no statement of votes for that class, or for the whole company. */
function withoutAssumedTwice(held: HeldTable, votes: readonly Votes[]): Votes[] {
  const stated = new Set<string>();
  for (const v of votes) {
    if (v.holder >= 0 && EFFECT[held.right[v.row] as number] === "votes")
      stated.add(`${v.holder} ${v.class}`);
  }
  if (stated.size === 0) return [...votes];
  return votes.filter((v) => {
    if (EFFECT[held.right[v.row] as number] === "votes") return v.class === "" || !stated.has(`${v.holder} `);
    return !stated.has(`${v.holder} ${v.class}`) && !stated.has(`${v.holder} `);
  });
}

function nominee(held: HeldTable, rows: Int32Array, row: number, certain: boolean): Redirect {
  const named = held.leader[row] as number;
  const nominators = [...rows]
    .filter((r) => EFFECT[held.right[r] as number] === "nominator")
    .map((r) => held.party[r] as number);
  const to = named >= 0 ? named : nominators.length === 1 ? (nominators[0] as number) : -1;
  return { row, holder: held.party[row] as number, to, members: [], certain };
}

function concert(held: HeldTable, row: number, certain: boolean): Redirect[] {
  const leader = held.leader[row] as number;
  const members = [...new Set([held.party[row] as number, ...extraOf(held, row).members])].filter(
    (m) => m >= 0,
  );
  return members
    .filter((holder) => holder !== leader)
    .map((holder) => ({ row, holder, to: leader >= 0 ? leader : JOINTLY, members, certain }));
}
