import type { Clocks } from "../ask/question.ts";
import type { Cause } from "../ask/since.ts";
import { formatDay } from "../model/date.ts";
import { RIGHT_CODES } from "../model/rights.ts";
import { type Percent, toPercent } from "../model/share.ts";
import type { Reader } from "../store/port.ts";
import { goneOf, type Happening, happeningsIn } from "./causes.ts";
import { entityIds, statementIds } from "./cited.ts";
import { becauseOf, type HeldTable } from "./held.ts";
import { HELD_HIGH_OPEN, HELD_LOW_OPEN } from "./interests.ts";
import { saidBy } from "./said-by.ts";
import type { Difference, TwoStates } from "./two-states.ts";

/** Turns what two states hold into ids: entities by local number, statements by ordinal, sorted; differences as causes. */
export interface CauseWriter {
  readonly id: (local: number) => string;
  readonly said: (statements: Iterable<number>) => string[];
  readonly cause: (difference: Difference, needed: boolean) => Cause;
}

/** A writer for some differences of two states; reads their names once. */
export async function causeWriter(
  store: Reader,
  states: TwoStates,
  differences: readonly Difference[],
  days: { readonly from: Clocks; readonly to: Clocks },
): Promise<CauseWriter> {
  const { earlier, later, ordinals } = states;
  const names = await entityIds(store, ordinals);
  const cited = await statementIds(store, new Set([...earlier.interests.n, ...later.interests.n]));
  const left = differences.flatMap((each) => (each.before < 0 ? [] : becauseOf(earlier.held, each.before)));
  const gone = await goneOf(store, left, days.to.known);
  const known = new Set(earlier.interests.n);
  const made = await saidBy(
    store,
    [...later.interests.n].filter((n) => !known.has(n)),
  );
  const by = ({ how, statement, on, by }: Happening): boolean =>
    by === true ||
    (how === "stated" && made.vague(statement)) ||
    (how === "superseded" && on !== null && made.superseded(statement, on));
  const id = (local: number) => names.get(ordinals[local] ?? -1) ?? "";
  const said = (statements: Iterable<number>) =>
    [...new Set([...statements].map((n) => cited.get(n) ?? ""))].filter((s) => s !== "").sort();
  const between = { from: days.from.asOf, to: days.to.asOf };
  const cause = (each: Difference, needed: boolean): Cause => {
    const [held, row] = each.after < 0 ? [earlier.held, each.before] : [later.held, each.after];
    const party = held.party[row] as number;
    const happened = happeningsIn(states, each, between, gone).map((one) => ({
      how: one.how,
      on: one.on === null ? "" : formatDay(one.on),
      ...(by(one) ? { by: true as const } : {}),
      because: said([one.statement]),
    }));
    const beforeBecause = each.before < 0 ? [] : said(becauseOf(earlier.held, each.before));
    const afterBecause = each.after < 0 ? [] : said(becauseOf(later.held, each.after));
    return {
      party: party < 0 ? null : id(party),
      held: id(held.subject[row] as number),
      right: RIGHT_CODES[held.right[row] as number] as string,
      before: each.before < 0 ? null : rangeIn(earlier.held, each.before),
      after: each.after < 0 ? null : rangeIn(later.held, each.after),
      happened,
      needed,
      beforeBecause,
      afterBecause,
      because: [
        ...new Set([...beforeBecause, ...afterBecause, ...happened.flatMap((one) => one.because)]),
      ].sort(),
    };
  };
  return { id, said, cause };
}

function rangeIn(held: HeldTable, row: number): Percent {
  const flags = held.flags[row] as number;
  return toPercent({
    low: held.low[row] as number,
    high: held.high[row] as number,
    lowOpen: (flags & HELD_LOW_OPEN) !== 0,
    highOpen: (flags & HELD_HIGH_OPEN) !== 0,
  });
}
