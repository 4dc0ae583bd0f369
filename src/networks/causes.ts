import { smallestSets } from "../graph/smallest-sets.ts";
import type { Day } from "../model/date.ts";
import type { Reader } from "../store/port.ts";
import { becauseOf, type HeldTable } from "./held.ts";
import { HELD_POSSIBLE, type Interests, NO_DAY, OBSERVATION, OPEN_DAY } from "./interests.ts";
import type { Difference, TwoStates } from "./two-states.ts";

/**
 * `smallest`: no smaller set of differences makes the change; `irreducible`: none of them can be left out; `candidates`:
 * every difference that might matter.
 */
export type Search = "smallest" | "irreducible" | "candidates";

/** Differences that make a change, by number; `needed`: the later state without it alone is another. */
export interface Causes {
  readonly search: Search;
  readonly causes: readonly { readonly difference: number; readonly needed: boolean }[];
}

/** How often the later state is arrived at anew, where that is cheap. */
export const MOST_TRIES = 2_000;
const MOST_DIFFERENCES = 60;

/**
 * Which of `count` differences make a change: those in any smallest set that, put into the earlier state, gives what
 * the later one gives. `arrives(set)`: whether the earlier state with these gives it. Where each of them is dear, fewer
 * than `MOST_TRIES` are made, and so many differences that these are too few are left as candidates. `without(n)`: whether
 * the later state arrives without that one difference, where there are more differences than these.
 */
export function causesOf(
  count: number,
  arrives: (taken: Int32Array) => boolean,
  most = MOST_TRIES,
  without: ((difference: number) => boolean) | null = null,
): Causes {
  const all = Int32Array.from({ length: count }, (_, n) => n);
  const stays = without ?? ((difference) => arrives(all.filter((other) => other !== difference)));
  if (count > MOST_DIFFERENCES || (most < MOST_TRIES && count * count > most))
    return {
      search: "candidates",
      causes: [...all].map((difference) => ({ difference, needed: false })),
    };
  const { sets, exact } = smallestSets(count, arrives, most);
  const used = [...new Set(sets.flatMap((set) => [...set]))].sort((a, b) => a - b);
  return {
    search: exact ? "smallest" : "irreducible",
    causes: used.map((difference) => ({
      difference,
      needed: !stays(difference),
    })),
  };
}

/** What happened to a statement between two states. */
export type How =
  | "began"
  /** May have begun by the later day, and may not have until the one given. */
  | "beginning"
  | "ended"
  /** May have ended by the later day, and may last until the one given. */
  | "ending"
  | "replaced"
  /** Counts again: what had taken its place does not any more. */
  | "again"
  | "aged"
  | "bounded"
  | "stated"
  | "superseded"
  | "withdrawn";
export interface Happening {
  readonly statement: number;
  readonly how: How;
  /** The day it happened, by its last reading; null where no day is stated. */
  readonly on: Day | null;
  /**
   * It happened on that day or before: the last that its dates allow, or, where no start is stated, the day it was said;
   * of what was first stated or superseded, the last day that the date of its source allows.
   */
  readonly by?: true;
}

/** What happened, statement by statement, where a holding differs. */
export function happeningsIn(
  { earlier, later }: TwoStates,
  { before, after }: Difference,
  days: { readonly from: Day; readonly to: Day },
  gone: ReadonlyMap<number, readonly Happening[]>,
): Happening[] {
  const was = before < 0 ? [] : becauseOf(earlier.held, before);
  const is = after < 0 ? [] : becauseOf(later.held, after);
  const place = (interests: Interests) => (statement: number) => interests.n.indexOf(statement);
  const [first, second] = [place(earlier.interests), place(later.interests)];
  const observed = (n: number) => ((later.interests.bits[second(n)] as number) & OBSERVATION) !== 0;
  const fresh = is
    .filter((n) => !was.includes(n))
    .map((n): Happening => {
      const row = second(n);
      if (first(n) < 0) return { statement: n, how: "stated", on: dayOr(later.interests.stated[row]) };
      const start = startOf(later.interests, row);
      if (start !== null && start <= days.from) return { statement: n, how: "again", on: null };
      if (start !== null && start > days.to && !observed(n))
        return { statement: n, how: "beginning", on: givenOr(start) };
      const how = start !== null && start > days.to ? "bounded" : "began";
      return { statement: n, how, on: givenOr(start), ...byThen(later.interests, row) };
    });
  const left = was.filter((n) => !is.includes(n));
  const ends = left.map((n) => (second(n) < 0 ? null : dayOr(earlier.interests.toHi[first(n)])));
  const over = (at: number) => (ends[at] ?? OPEN_DAY) <= days.to;
  const period = left.findIndex((n, at) => over(at) && !observed(n));
  const past = left.flatMap((n, at): readonly Happening[] => {
    if (second(n) < 0) return gone.get(n) ?? [{ statement: n, how: "superseded", on: null }];
    if (over(at)) return [{ statement: n, how: "ended", on: ends[at] as Day }];
    // What was observed of a period ends with it, where nothing followed.
    const within = is.length === 0 && ends[at] === null && observed(n) && period >= 0;
    return [
      {
        statement: n,
        ...(within ? { how: "ended", on: ends[period] as Day } : { how: "replaced", on: null }),
      },
    ];
  });
  const both = was.filter((n) => is.includes(n));
  if (fresh.length + past.length === 0)
    return both.flatMap((n) => turned(later.interests, second(n), n, days));
  // Beside others, of one that stays only that it became too old, as far as the value as a whole shows it.
  const sure = (held: HeldTable, row: number) => ((held.flags[row] as number) & HELD_POSSIBLE) === 0;
  const tooOld =
    before >= 0 &&
    after >= 0 &&
    later.held.carried.has(after) &&
    sure(earlier.held, before) &&
    !sure(later.held, after);
  const aged = tooOld
    ? both.filter(observed).map((n): Happening => ({ statement: n, how: "aged", on: null }))
    : [];
  return [...fresh, ...past, ...aged];
}

/** A statement behind a holding in both states: it surely began by now, may have ended, or became too old. */
function turned(
  all: Interests,
  row: number,
  statement: number,
  days: { from: Day; to: Day },
): readonly Happening[] {
  const within = (day: number | undefined) => day !== undefined && day > days.from && day <= days.to;
  const start = startOf(all, row);
  if (start !== null && within(start)) return [{ statement, how: "began", on: start, ...byThen(all, row) }];
  const end = dayOr(all.toHi[row]);
  if (within(all.toLo[row]))
    return [{ statement, how: end !== null && end > days.to ? "ending" : "ended", on: givenOr(end) }];
  return ((all.bits[row] as number) & OBSERVATION) === 0 ? [] : [{ statement, how: "aged", on: null }];
}

/** The last day on which a statement may start, or the day it was said where it names none. */
const startOf = (all: Interests, row: number): Day | null => dayOr(all.fromHi[row], all.stated[row]);

/** Whether a start is only the last day it may have been. */
const byThen = (all: Interests, row: number): { by?: true } =>
  all.fromHi[row] !== NO_DAY && all.fromLo[row] === all.fromHi[row] ? {} : { by: true };

function dayOr(...some: (number | undefined)[]): Day | null {
  return some.find((day) => day !== undefined && day !== NO_DAY) ?? null;
}

/** No day, where a date leaves open how late it is. */
const givenOr = (day: Day | null): Day | null => (day === OPEN_DAY ? null : day);

/** How and when statements known in the earlier state came to count no more, by the day the later one is known on. */
export async function goneOf(
  store: Reader,
  statements: readonly number[],
  known: Day | null,
): Promise<Map<number, Happening[]>> {
  const wanted = [...new Set(statements)];
  const until = known === null ? "" : ` AND day <= ${known}`;
  const rows =
    wanted.length === 0
      ? []
      : await store.rows<{ n: number; day: number; how: How }>(
          `SELECT n, how, min(day) AS day FROM gone WHERE n IN (${wanted.join(", ")})${until} GROUP BY n, how ORDER BY day, how`,
        );
  const found = new Map<number, Happening[]>();
  for (const { n, how, day } of rows) {
    const statement = Number(n);
    found.set(statement, [...(found.get(statement) ?? []), { statement, how, on: Number(day) }]);
  }
  return found;
}
