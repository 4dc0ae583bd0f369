import { ALONE, type End, HIGH_OPEN, LOW_OPEN } from "../../graph/control.ts";
import { type Percent, toPercent, WHOLE } from "../../model/share.ts";
import { type Analysis, extraOf, once, rowsOf } from "./analyse.ts";

/** What the named have of the only ballot of entity 0, counted both ways: what may be the same votes added, and not. */
interface Named {
  /** The least they have of it: of blocks that are not summed, the greatest. */
  readonly least: End;
  readonly most: End;
  /** The least they have of it if no two blocks are of the same votes. */
  readonly apart: number;
  /** Rows of the blocks that are not summed and have something for certain. */
  readonly alone: readonly number[];
}

/** Null where no votes are on record, where they are not of one kind, and where named votes are cast by nobody, because a contract outranks them. */
const namedVotes = once(({ view }: Analysis): Named | null => {
  const ballots = [...view.ballotsOf(0)];
  const [only] = ballots;
  if (only === undefined || ballots.length > 1 || view.own.conflicts.has(0)) return null;
  const { network, holds } = view.own.upper;
  const named = network.namedLow[only] as number;
  let [cast, most, apart] = [0, network.treasuryHigh[only] as number, network.treasuryLow[only] as number];
  let greatest = { low: 0, open: false };
  let mostOpen = (view.own.treasury.get(only) ?? []).some(({ highOpen }) => highOpen);
  const alone: number[] = [];
  for (let e = 0; e < holds.head.length; e++) {
    if (holds.head[e] !== only || holds.tail[e] === view.own.phantom) continue;
    most += holds.high[e] as number;
    const [low, flags] = [holds.low[e] as number, holds.flags[e] as number];
    apart += low;
    const open = (flags & LOW_OPEN) !== 0;
    mostOpen ||= (flags & HIGH_OPEN) !== 0;
    // What is not summed may be the same votes as others', and is known to be somebody's all the same.
    if ((flags & ALONE) === 0) cast += low;
    else {
      if (low > 0) alone.push(holds.row[e] as number);
      if (low > greatest.low || (low === greatest.low && open)) greatest = { low, open };
    }
  }
  if (cast !== named) return null;
  const summed = named + (network.treasuryLow[only] as number);
  const summedOpen = (network.namedOpen[only] as number) > 0 || network.treasuryOpen[only] === 1;
  const open = (greatest.low <= summed && summedOpen) || (greatest.low >= summed && greatest.open);
  const least = { value: Math.max(greatest.low, summed), open };
  return { least, most: { value: most, open: mostOpen }, apart, alone };
});

/**
 * The share of the votes in entity 0 that no named holder is known to have; null where no votes are on record, and where
 * named votes are cast by nobody, because a contract outranks them.
 */
export function unnamedVotes(analysis: Analysis): Percent | null {
  const named = namedVotes(analysis);
  return named === null
    ? null
    : toPercent({
        low: Math.max(0, WHOLE - named.most.value),
        high: Math.max(0, WHOLE - named.least.value),
        lowOpen: named.most.open && named.most.value <= WHOLE,
        highOpen: named.least.open,
      });
}

/**
 * Named holders of blocks that may be the same votes as others are stated to hold, where the rest nobody is named for is
 * less if they are not; `none`: then nothing of it is left.
 */
export function perhapsTheSame(analysis: Analysis): { holders: readonly number[]; none: boolean } | null {
  const named = namedVotes(analysis);
  if (named === null || named.apart <= named.least.value) return null;
  const { held } = analysis;
  const tokens = new Set(named.alone.map((row) => extraOf(held, row).joint));
  const stated = rowsOf(analysis, 0).filter((row) => {
    const { joint } = extraOf(held, row);
    return named.alone.includes(row) || (joint !== "" && tokens.has(joint));
  });
  const holders = [...new Set(stated.map((row) => held.party[row] as number))].filter((n) => n >= 0);
  return holders.length === 0 ? null : { holders, none: named.apart >= WHOLE };
}
