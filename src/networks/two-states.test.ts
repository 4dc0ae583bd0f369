import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseNetwork } from "./case-network.ts";
import { causesOf } from "./causes.ts";
import { controlledBy } from "./control.oracle.ts";
import { ControlView } from "./controllers.ts";
import { becauseOf, extraOf, type HeldTable } from "./held.ts";
import type { Interests } from "./interests.ts";
import { ownership } from "./ownership.ts";
import { differencesBetween, mixed, type TwoStates } from "./two-states.ts";
import { kinds, type Row, tableOf, voteRows } from "./worlds.oracle.ts";

const NODES = 5;
const TARGET = 4;
const keyOf = (row: Row) => `${row.party} ${row.subject}`;
const once = (rows: readonly Row[]) => [...new Map(rows.map((row) => [keyOf(row), row])).values()];

/** Two states of a small world: some rows of the first end, some are worth something else, some begin. */
const worlds = fc
  .tuple(voteRows(NODES, 1), voteRows(NODES, 1), fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }))
  .map(([first, second, stays]) => {
    const before = once(first);
    const kept = before.filter((_, n) => stays[n]);
    return { before, after: once([...kept, ...second.slice(0, 4)]) };
  });

/** Who controls the target, at both ends, by the slow definition. */
const slowly = (rows: readonly Row[]) => {
  const all = Array.from({ length: NODES }, (_, n) => n).filter((n) => n !== TARGET);
  const by = (certain: boolean) => all.filter((n) => controlledBy(rows, NODES, n, certain).has(TARGET));
  return JSON.stringify([by(true), by(false)]);
};

const quickly = (held: HeldTable) => {
  const view = new ControlView(ownership(held, NODES, kinds(1)));
  const all = Array.from({ length: NODES }, (_, n) => n).filter((n) => n !== TARGET);
  const by = (certain: boolean) =>
    all.filter((n) => [...(certain ? view.lower.certain(n) : view.upper.possible(n))].includes(TARGET));
  return JSON.stringify([by(true), by(false)]);
};

const statesOf = (before: readonly Row[], after: readonly Row[]): TwoStates => {
  const none = { length: 0 } as unknown as Interests;
  return {
    network: {} as CaseNetwork,
    ordinals: new Int32Array(NODES),
    around: NODES,
    earlier: { interests: none, held: tableOf(before) },
    later: { interests: none, held: tableOf(after) },
  };
};

/** The rows of the first world with those of some keys as in the second. */
function byHand(before: readonly Row[], after: readonly Row[], keys: ReadonlySet<string>): Row[] {
  const outside = (row: Row) => !keys.has(keyOf(row));
  return [...before.filter(outside), ...after.filter((row) => !outside(row))];
}

const same = (a: Row | undefined, b: Row | undefined) =>
  JSON.stringify([a?.low, a?.high, a?.lowOpen ?? false, a?.highOpen ?? false]) ===
  JSON.stringify([b?.low, b?.high, b?.lowOpen ?? false, b?.highOpen ?? false]);

test("differences are the holdings worth something else; all of them make the later state, none the earlier one", () => {
  fc.assert(
    fc.property(worlds, ({ before, after }) => {
      const [was, is] = [new Map(before.map((r) => [keyOf(r), r])), new Map(after.map((r) => [keyOf(r), r]))];
      const expected = [...new Set([...was.keys(), ...is.keys()])].filter(
        (k) => !same(was.get(k), is.get(k)),
      );
      const states = statesOf(before, after);
      const found = differencesBetween(states.earlier.held, states.later.held);
      const keys = found.map((d) => keyOf((d.after < 0 ? before[d.before] : after[d.after]) as Row));
      expect(keys.sort()).toEqual(expected.sort());
      expect(quickly(mixed(states, found, []))).toBe(slowly(before));
      expect(quickly(mixed(states, found, found.keys()))).toBe(slowly(after));
    }),
    { numRuns: 400 },
  );
});

test("causes are the members of the smallest sets that make the change, found by trying every set slowly", () => {
  let changed = 0;
  fc.assert(
    fc.property(worlds, ({ before, after }) => {
      const states = statesOf(before, after);
      const found = differencesBetween(states.earlier.held, states.later.held);
      const wanted = slowly(after);
      if (slowly(before) === wanted || found.length > 7) return;
      changed += 1;
      const keys = found.map((d) => keyOf((d.after < 0 ? before[d.before] : after[d.after]) as Row));
      const arrives = (some: readonly number[]) =>
        slowly(byHand(before, after, new Set(some.map((n) => keys[n] as string)))) === wanted;
      const sets = Array.from({ length: 2 ** found.length }, (_, mask) =>
        [...found.keys()].filter((n) => (mask >> n) & 1),
      ).filter(arrives);
      const least = Math.min(...sets.map((set) => set.length));
      const members = new Set(sets.filter((set) => set.length === least).flat());
      const { causes, search } = causesOf(
        found.length,
        (taken) => quickly(mixed(states, found, taken)) === wanted,
      );
      expect(search).toBe("smallest");
      expect(causes.map((cause) => cause.difference)).toEqual([...members].sort((a, b) => a - b));
      for (const { difference, needed } of causes)
        expect(needed).toBe(!arrives([...found.keys()].filter((n) => n !== difference)));
    }),
    { numRuns: 400 },
  );
  expect(changed).toBeGreaterThan(80);
});

test("with none of the differences it is the earlier state, with all of them the later one, whatever stands beside a figure", () => {
  const row = (party: number, low: number, more: Partial<Row> = {}): Row => ({
    ...{ party, subject: 9, right: "votingRights", low, high: low },
    ...more,
  });
  const table = (rows: readonly Row[], age: number): HeldTable => ({
    ...tableOf(rows),
    because: new Map([[0, [7, 8]]]),
    carried: new Map([[1, age]]),
  });
  const kept = [row(1, 10, { class: "A" }), row(2, 20, { joint: "j" })];
  const told = [row(1, 5, { indirect: true }), row(1, 5, { unknownDirectness: true })];
  const earlier = table([...kept, ...told, row(3, 30, { members: [4] }), row(-1, 5)], 3);
  const later = table([row(1, 11, { class: "A" }), ...kept.slice(1), row(5, 40, { class: "B" }), ...told], 3);
  const said = (held: HeldTable) =>
    Array.from({ length: held.length }, (_, r) =>
      JSON.stringify([
        ...[held.party[r], held.low[r], held.high[r], held.flags[r], held.carried.get(r) ?? null],
        ...[extraOf(held, r), becauseOf(held, r)],
      ]),
    ).sort();
  const states = { earlier: { held: earlier }, later: { held: later } } as TwoStates;
  const differences = differencesBetween(earlier, later);
  expect(differences).toEqual([
    { before: 0, after: 0 },
    { before: -1, after: 2 },
    { before: 4, after: -1 },
    { before: 5, after: -1 },
  ]);
  expect(said(mixed(states, differences, []))).toEqual(said(earlier));
  // What did not change stands by what it stood by.
  const values = (held: HeldTable) => said(held).map((one) => one.slice(0, one.lastIndexOf(",[")));
  expect(values(mixed(states, differences, differences.keys()))).toEqual(values(later));
});
