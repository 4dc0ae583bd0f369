import type { Clocks } from "../ask/question.ts";
import type { Reader } from "../store/port.ts";
import { networksAround, type Side } from "./around.ts";
import type { CaseNetwork } from "./case-network.ts";
import { ordinalOf } from "./cited.ts";
import { about, everAbove, everBelow } from "./closure.ts";
import { becauseOf, extraOf, type HeldTable, heldOn } from "./held.ts";
import { HELD_INDIRECT, HELD_UNKNOWN_DIRECTNESS, type Interests } from "./interests.ts";

/** The network around one entity, number 0, at two points of the two clocks; entities have the same numbers in both. */
export interface TwoStates {
  readonly network: CaseNetwork;
  readonly ordinals: Int32Array;
  /** How many entities stood on the side asked for in one of the states, itself included. */
  readonly around: number;
  readonly earlier: { readonly interests: Interests; readonly held: HeldTable };
  readonly later: { readonly interests: Interests; readonly held: HeldTable };
}

/** Reads both states; `side` says whether what is above or below the entity is wanted. */
export async function twoStates(
  store: Reader,
  id: string,
  side: Side,
  from: Clocks,
  to: Clocks,
): Promise<TwoStates> {
  const ordinal = await ordinalOf(store, id);
  const [before, after] = await networksAround(store, [...new Set([from.known, to.known])], [ordinal], side);
  if (before === undefined) throw new Error("a network is read for each state");
  const network = after ?? before;
  const companies = (side === "above" ? everAbove : everBelow)(network.index(), ordinal, before.index());
  const numbers = new Map<number, number>();
  const first = about(before.index(), companies, numbers).interests;
  const { interests, ordinals } = about(network.index(), companies, numbers);
  return {
    network,
    ordinals,
    around: companies.size,
    earlier: { interests: first, held: heldOn(first, from.asOf, from.carry) },
    later: { interests, held: heldOn(interests, to.asOf, to.carry) },
  };
}

/** A holding that is worth something else in the other state: its rows, −1 where it is not held. */
export interface Difference {
  readonly before: number;
  readonly after: number;
}

/** The holdings that differ between two states, in the order of the later one, those that ended last. */
export function differencesBetween(earlier: HeldTable, later: HeldTable): Difference[] {
  const before = new Map(rowsOf(earlier).map((row) => [keyOf(earlier, row), row]));
  const differences: Difference[] = [];
  for (const after of rowsOf(later)) {
    const key = keyOf(later, after);
    const row = before.get(key) ?? -1;
    before.delete(key);
    if (row < 0 || worth(earlier, row) !== worth(later, after)) differences.push({ before: row, after });
  }
  return [...differences, ...[...before.values()].map((row) => ({ before: row, after: -1 }))];
}

const rowsOf = (held: HeldTable) => Array.from({ length: held.length }, (_, row) => row);

/** What makes two rows the same holding: party, subject, right, class, and what tells declared and joint ones apart. */
function keyOf(held: HeldTable, row: number): string {
  const { class: kind, joint, members } = extraOf(held, row);
  const directness = (held.flags[row] as number) & (HELD_INDIRECT | HELD_UNKNOWN_DIRECTNESS);
  const unnamed = (held.party[row] as number) < 0 ? (held.statement[row] as number) : -1;
  const numbers = [
    held.party[row],
    held.subject[row],
    held.right[row],
    directness,
    held.leader[row],
    unnamed,
  ];
  return JSON.stringify([...numbers, kind, joint, ...members]);
}

const worth = (held: HeldTable, row: number): string =>
  `${held.low[row]} ${held.high[row]} ${held.flags[row]} ${held.conditional[row]} ${extraOf(held, row).reason}`;

/** The earlier holdings with some of the differences, by number, as in the later state. */
export function mixed(
  { earlier, later }: TwoStates,
  differences: readonly Difference[],
  taken: Iterable<number>,
): HeldTable {
  const now = new Set(taken);
  const replaced = new Set([...now].map((n) => differences[n]?.before));
  const kept = rowsOf(earlier.held).filter((row) => !replaced.has(row));
  const added = [...now].map((n) => differences[n]?.after ?? -1).filter((row) => row >= 0);
  return joined(earlier.held, kept, later.held, added);
}

function joined(a: HeldTable, first: readonly number[], b: HeldTable, second: readonly number[]): HeldTable {
  type Numbers = { readonly [n: number]: number };
  const of = (pick: (held: HeldTable) => Numbers) => [
    ...first.map((row) => pick(a)[row] as number),
    ...second.map((row) => pick(b)[row] as number),
  ];
  const because = new Map<number, readonly number[]>();
  const carried = new Map<number, number>();
  const extra = new Map<number, ReturnType<typeof extraOf>>();
  const note = (held: HeldTable, row: number, at: number) => {
    because.set(at, becauseOf(held, row));
    const [age, more] = [held.carried.get(row), held.extra.get(row)];
    if (age !== undefined) carried.set(at, age);
    if (more !== undefined) extra.set(at, more);
  };
  for (const [n, row] of first.entries()) note(a, row, n);
  for (const [n, row] of second.entries()) note(b, row, first.length + n);
  return {
    length: first.length + second.length,
    party: Int32Array.from(of((held) => held.party)),
    subject: Int32Array.from(of((held) => held.subject)),
    right: Uint8Array.from(of((held) => held.right)),
    low: Float64Array.from(of((held) => held.low)),
    high: Float64Array.from(of((held) => held.high)),
    flags: Uint8Array.from(of((held) => held.flags)),
    conditional: Uint8Array.from(of((held) => held.conditional)),
    leader: Int32Array.from(of((held) => held.leader)),
    statement: Int32Array.from(of((held) => held.statement)),
    because,
    carried,
    extra,
  };
}
