import { ALONE, type End, HIGH_OPEN, LOW_OPEN } from "../graph/control.ts";
import { WHOLE } from "../model/share.ts";
import { EFFECT } from "./company.ts";
import { ControlView, type VoteRange } from "./controllers.ts";
import { extraOf, type HeldTable } from "./held.ts";
import { HELD_INDIRECT } from "./interests.ts";
import { type Ownership, ownership } from "./ownership.ts";

/** The votes of a company that a party holds itself, and those of everything else it controls. */
export interface VotesApart {
  readonly own: VoteRange;
  readonly through: VoteRange;
}

/** Null where it holds none itself, or only jointly. */
export function votesApart(view: ControlView, party: number, company: number): VotesApart | null {
  const { held, entities, kinds, rowStart, rowOrder, upper } = view.own;
  const mine = [...rowOrder.subarray(rowStart[company], rowStart[company + 1])].filter(
    (r) =>
      held.party[r] === party &&
      ["shares", "votes"].includes(EFFECT[held.right[r] as number] as string) &&
      ((held.flags[r] as number) & HELD_INDIRECT) === 0 &&
      extraOf(held, r).joint === "",
  );
  if (mine.length === 0) return null;
  const counted = new Set(upper.holds.row.filter((row) => mine.includes(row)));
  const own = ownVotes(
    view,
    company,
    mine.filter((r) => counted.has(r)),
  );
  if (own === null) return null;
  const other = new ControlView(ownership(asNobodys(held, mine, counted), entities, kinds, company));
  // What it controls may hang on these votes, where companies own each other: it goes on controlling that.
  const named = (nodes: Int32Array) => [...nodes].filter((n) => n < entities);
  const [sure, maybe] = [named(view.lower.certain(party)), named(view.upper.possible(party))];
  other.lower.certain(party);
  for (const n of sure) other.lower.also(n, true);
  other.upper.possible(party);
  for (const n of maybe) other.upper.also(n, false);
  const none = { value: 0, open: false };
  return { own, through: other.votesNow(company) ?? { low: none, high: none } };
}

/** Only what some entities have of each other; the votes of others in them count as those of nobody named. */
export function votesAmong(own: Ownership, some: ReadonlySet<number>): Ownership {
  const { held, entities, kinds, upper } = own;
  const counted = new Set([...upper.holds.row].filter((r) => r >= 0 && some.has(held.subject[r] as number)));
  const rows = [...Array(held.length).keys()].filter(
    (r) => !some.has(held.subject[r] as number) || !some.has(held.party[r] as number),
  );
  return ownership(asNobodys(held, rows, counted), entities, kinds);
}

/** The same holdings, some of which nobody named has; those that count for no votes are left out. */
function asNobodys(held: HeldTable, rows: readonly number[], counted: ReadonlySet<number>): HeldTable {
  const other = { ...held, party: held.party.slice(), flags: held.flags.slice() };
  for (const row of rows)
    if (counted.has(row)) other.party[row] = -1;
    else other.flags[row] = (held.flags[row] as number) | HELD_INDIRECT;
  return other;
}

/** What some rows come to, of several ballots the least of any and the most; null where no ballot counts them. */
function ownVotes(view: ControlView, company: number, rows: readonly number[]): VoteRange | null {
  if (rows.length === 0) return null;
  const { holds } = view.own.upper;
  const ranges = [...view.ballotsOf(company)].map((ballot) => {
    let [low, lowOpen, high, highOpen] = [0, false, 0, false];
    let [alone, aloneOpen] = [0, false];
    for (let e = 0; e < holds.head.length; e++) {
      if (holds.head[e] !== ballot || !rows.includes(holds.row[e] as number)) continue;
      const flags = holds.flags[e] as number;
      const [least, open] = [holds.low[e] as number, (flags & LOW_OPEN) !== 0];
      if ((flags & ALONE) === 0) [low, lowOpen] = [low + least, lowOpen || open];
      else if (least > alone || (least === alone && open)) [alone, aloneOpen] = [least, open];
      [high, highOpen] = [high + (holds.high[e] as number), highOpen || (flags & HIGH_OPEN) !== 0];
    }
    return {
      low: {
        value: Math.max(alone, low),
        open: (alone >= low && aloneOpen) || (low >= alone && lowOpen),
      },
      high: { value: Math.min(WHOLE, high), open: highOpen && high <= WHOLE },
    };
  });
  return {
    low: ranges.map((r) => r.low).reduce((a, b) => (b.value < a.value || sameClosed(a, b) ? b : a)),
    high: ranges.map((r) => r.high).reduce((a, b) => (b.value > a.value || sameClosed(a, b) ? b : a)),
  };
}

const sameClosed = (a: End, b: End) => b.value === a.value && !b.open;
