import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDay, parseDay } from "../../model/date.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { formatShare } from "../../model/share.ts";
import { entityIds } from "../../networks/cited.ts";
import { heldOn } from "../../networks/held.ts";
import {
  HELD_HIGH_OPEN,
  HELD_INDIRECT,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_UNKNOWN_DIRECTNESS,
} from "../../networks/interests.ts";
import { readInterests } from "../../networks/read-interests.ts";
import type { OpenCase } from "../../store/duckdb.ts";
import { openCase } from "../../store/duckdb.ts";
import { bringIn } from "../bring-in.ts";
import { inHindsight, type Relationship, snapshot } from "./snapshot.oracle.ts";
import { exampleNames, examplePath, standardPresent } from "./standard.oracle.ts";
import { fixture, inFolder, withCase, withStatements } from "./trial.oracle.ts";
import { exportBods } from "./write.ts";

/** What holds on each day by the case, in the words of the oracle; of interests whose party is named. */
async function heldIn(one: OpenCase, days: readonly string[], known: string | null): Promise<string[][]> {
  const raw = await readInterests(one, known === null ? null : parseDay(known));
  const ids = await entityIds(one, [...raw.subject, ...raw.party]);
  const name = (n: number | undefined) => ids.get(n ?? -1) ?? "";
  return days.map((day) => {
    const held = heldOn(raw, parseDay(day), 400);
    return Array.from({ length: held.length }, (_, row) => {
      const flags = held.flags[row] ?? 0;
      const is = (bit: number) => (flags & bit) !== 0;
      const share = formatShare({
        low: held.low[row] ?? 0,
        high: held.high[row] ?? 0,
        lowOpen: is(HELD_LOW_OPEN),
        highOpen: is(HELD_HIGH_OPEN),
      });
      const direct = is(HELD_INDIRECT) ? "indirect" : is(HELD_UNKNOWN_DIRECTNESS) ? "unknown" : "direct";
      const presence = is(HELD_POSSIBLE) ? "possible" : "certain";
      return `${name(held.subject[row])} ${name(held.party[row])} ${RIGHT_CODES[held.right[row] ?? 0]} ${direct} ${share} ${presence}`;
    }).sort();
  });
}

const dates = /"\d{4}-\d{2}-\d{2}/g;
/** Every day that a date of the statements names, the one before and the one after. */
function daysOf(statements: readonly unknown[]): string[] {
  const named = [...new Set(JSON.stringify(statements).match(dates) ?? [])].map((day) =>
    parseDay(day.slice(1)),
  );
  return [...new Set(named.flatMap((day) => [day - 1, day, day + 1]))].sort((a, b) => a - b).map(formatDay);
}
const statedOn = (statements: readonly Relationship[]) =>
  [...new Set(statements.map((one) => one.statementDate.slice(0, 10)))].sort();

const byDay = (days: readonly string[], held: readonly string[][]) => days.map((day, k) => [day, held[k]]);

/** On all days, by all statements, by those known on each day one was made, and by those known on the day itself. */
async function agree(one: OpenCase, statements: readonly Relationship[]): Promise<void> {
  const days = daysOf(statements);
  const known = (day: string) => statements.filter((each) => each.statementDate.slice(0, 10) <= day);
  const whole = await heldIn(one, days, null);
  expect(byDay(days, whole)).toEqual(days.map((day) => [day, inHindsight(statements, day)]));
  for (const then of statedOn(statements)) {
    const held = await heldIn(one, days, then);
    expect([then, byDay(days, held)]).toEqual([
      then,
      days.map((day) => [day, inHindsight(known(then), day)]),
    ]);
  }
  for (const day of days)
    expect([day, ...(await heldIn(one, [day], day))]).toEqual([day, snapshot(statements, day)]);
}

const read = (path: string) =>
  (JSON.parse(readFileSync(path, "utf8")) as Relationship[]).filter(
    (one) => one.recordType === "relationship",
  );

if (standardPresent) {
  const several = exampleNames().filter((name) => {
    const records = read(examplePath(name)).map((one) => one.recordId);
    return new Set(records).size < records.length;
  });

  test("of the standard's examples some have several versions of a relationship", () =>
    expect(several).toEqual(["fermcat.json", "tecido.json"]));

  test.each(several)("%s: as of and known as of a day it gives the snapshot of that day", (name) =>
    withCase(examplePath(name), (one) => agree(one, read(examplePath(name)))),
  );

  test("the holdings of fermcat never exceed the whole", () =>
    withCase(examplePath("fermcat.json"), async (one) => {
      const first = parseDay("2019-09-01");
      const days = Array.from({ length: 1200 }, (_, k) => formatDay(first + k));
      for (const [k, held] of (await heldIn(one, days, null)).entries()) {
        const shares = held
          .filter((line) => line.includes("shareholding"))
          .map((line) => Number(line.split(" ")[4]));
        const sum = shares.reduce((a, b) => a + b, 0);
        expect([days[k], sum]).toEqual([days[k], (days[k] ?? "") < "2019-09-11" ? 0 : 100]);
      }
    }));
}

const relationship = (
  statementDate: string,
  recordStatus: string,
  interests: readonly object[],
  more: { party?: unknown; record?: string; id?: string } = {},
): Relationship & Record<string, unknown> => ({
  statementId: more.id ?? `${more.record ?? "r"}-${statementDate}-${recordStatus}`.padEnd(32, "0"),
  statementDate,
  declarationSubject: "company",
  recordId: more.record ?? "r",
  recordType: "relationship",
  recordStatus,
  recordDetails: {
    isComponent: false,
    subject: "company",
    interestedParty: more.party ?? "ann",
    interests: interests as never,
  },
});
const shares = (exact: number, more: object = {}) => ({
  type: "shareholding",
  directOrIndirect: "direct",
  share: { exact },
  ...more,
});
const board = { type: "boardMember", directOrIndirect: "direct" };

const HISTORIES: Readonly<Record<string, readonly (Relationship & Record<string, unknown>)[]>> = {
  "a share that changes while its start is said again": [
    relationship("2019-01-10", "new", [shares(50, { startDate: "2018-01-01" }), board]),
    relationship("2020-01-10", "updated", [board, shares(100, { startDate: "2018-01-01" })]),
    relationship("2021-01-10", "updated", [board, shares(100, { startDate: "2018-01-01" })]),
    relationship("2022-01-10", "closed", [
      board,
      shares(100, { startDate: "2018-01-01", endDate: "2021-12-31" }),
    ]),
  ],
  "another party, then the first one again": [
    relationship("2019-01-10", "new", [shares(50)]),
    relationship("2020-01-10", "updated", [shares(50)], { party: "bob" }),
    relationship("2021-01-10", "new", [shares(50)]),
  ],
  "a party that is no longer named": [
    relationship("2019-01-10", "new", [shares(50)]),
    relationship("2020-01-10", "closed", []),
  ],
  "two statements on one day": [
    relationship("2019-01-10", "new", [shares(50), board]),
    relationship("2020-01-10T08:00:00Z", "updated", [shares(60), board]),
    relationship("2020-01-10T09:00:00Z", "updated", [shares(50)]),
    relationship("2020-01-10T10:00:00Z", "updated", [shares(70), { ...board, type: "votingRights" }]),
  ],
  "a start that lies after the closing": [
    relationship("2019-12-01", "new", [board, shares(50, { startDate: "2020-01-02" })]),
    relationship("2020-01-01", "closed", []),
    relationship("2021-01-01", "new", [shares(50)]),
    relationship("2021-06-01", "closed", [shares(50, { startDate: "2022-01-02" })]),
  ],
  "an update without a version before it": [
    relationship("2020-01-10", "updated", [shares(50, { startDate: "2018-01-01" })]),
  ],
  "a start that lies ahead and never comes": [
    relationship("2019-01-10", "new", [shares(50, { startDate: "2020-06-01" })]),
    relationship("2020-01-10", "updated", [shares(60, { startDate: "2020-06-01" })]),
    relationship("2020-03-10", "updated", [board]),
    relationship("2020-04-10", "updated", [board, shares(40, { startDate: "2020-06-01" })]),
  ],
  "an end told later, and one told in other words": [
    relationship("2019-01-10", "new", [shares(50, { startDate: "2018-01-01" }), board]),
    relationship("2020-01-10", "updated", [shares(50, { endDate: "2019-06-01" }), board]),
    relationship("2021-01-10", "closed", [
      shares(50, { endDate: "2019-06-01" }),
      { ...board, endDate: "2020-06-01", share: { exact: 1 } },
    ]),
  ],
};

test.each(Object.entries(HISTORIES))("%s gives the snapshot of each day", (_, statements) =>
  withStatements(statements, async (one, rejects) => {
    expect(rejects).toEqual([]);
    await agree(one, statements);
  }),
);

test("harbour, our own example, gives the snapshot of each day", () => {
  const statements = read(fixture("harbour.json")).filter(
    ({ recordDetails: { subject, interestedParty }, recordId }) =>
      typeof subject === "string" &&
      typeof interestedParty === "string" &&
      !["rel-3", "rel-8"].includes(recordId),
  );
  return withStatements(statements, (one) => agree(one, statements));
});

/** The same through one file, through several in the order of their dates, and through what is written of either. */
async function everyWay(statements: readonly Relationship[], parts: number): Promise<void> {
  await inFolder(async (folder) => {
    const days = daysOf(statements);
    const stated = statedOn(statements);
    const all = async (one: OpenCase) => {
      const held = [await heldIn(one, days, null)];
      for (const known of stated) held.push(await heldIn(one, days, known));
      return held;
    };
    const [whole, again] = [join(folder, "whole.json"), join(folder, "again.json")];
    writeFileSync(whole, JSON.stringify(statements));
    const expected = await withCase(whole, async (one, rejects) => {
      expect(rejects).toEqual([]);
      await agree(one, statements);
      await exportBods(one, again, "2026-01-02");
      return all(one);
    });
    expect(await withCase(again, all)).toEqual(expected);
    const several = await openCase(":memory:", { allow: [folder] });
    try {
      const size = Math.ceil(statements.length / parts);
      for (let k = 0; k * size < statements.length; k++) {
        const path = join(folder, `part-${k}.json`);
        writeFileSync(path, JSON.stringify(statements.slice(k * size, (k + 1) * size)));
        const { rejects } = await bringIn(several, path, { at: `2026-01-0${1 + k}T00:00:00Z` });
        expect(rejects).toBe(0);
      }
      expect(await all(several)).toEqual(expected);
      await bringIn(several, whole, { at: "2026-02-01T00:00:00Z" });
      expect(await all(several)).toEqual(expected);
    } finally {
      await several.close();
    }
  });
}

test.each(Object.entries(HISTORIES))("%s is the same through one file and through several", (_, statements) =>
  everyWay(statements, statements.length),
);

const aDay = fc.integer({ min: 0, max: 40 }).map((k) => formatDay(parseDay("2019-12-20") + k));
const anInterest = fc
  .record(
    {
      type: fc.constantFrom("shareholding", "votingRights", "boardMember"),
      directOrIndirect: fc.constantFrom("direct", "direct", "indirect"),
      share: fc.constantFrom({ exact: 20 }, { exact: 30 }),
      startDate: aDay,
      endDate: fc.constant(""),
    },
    { requiredKeys: ["type", "directOrIndirect"] },
  )
  .chain(({ endDate, ...one }) =>
    endDate === undefined
      ? fc.constant(one)
      : fc.integer({ min: 1, max: 20 }).map((days) => ({
          ...one,
          endDate: formatDay(parseDay(one.startDate ?? "2020-01-05") + days),
        })),
  );
type AnyInterest = { type: string; startDate?: string; endDate?: string };
/** A step from one version to the next: repeat, change one, leave one out, add one, end one, another party, close. */
const aStep = fc.record({
  gap: fc.integer({ min: 0, max: 6 }),
  what: fc.constantFrom("repeat", "change", "drop", "add", "end", "party", "close", "close whole", "anew"),
  which: fc.nat(3),
  share: fc.constantFrom(20, 30, 40),
  other: anInterest,
});
const aHistory = fc
  .record({
    day: fc.integer({ min: 0, max: 15 }),
    first: fc.uniqueArray(anInterest, { minLength: 1, maxLength: 3, selector: (one) => one.type }),
    steps: fc.array(aStep, { maxLength: 5 }),
  })
  .map(({ day, first, steps }) => {
    const versions = [{ day, status: "new", party: 0, interests: first as readonly AnyInterest[] }];
    for (const { gap, what, which, share, other } of steps) {
      const before = versions[versions.length - 1] as (typeof versions)[number];
      const at = before.day + gap;
      const today = formatDay(parseDay("2020-01-01") + at);
      const [closes, k] = [what.startsWith("close"), which % Math.max(1, before.interests.length)];
      const past = (one: AnyInterest) =>
        one.startDate !== undefined && one.startDate >= today ? one : { ...one, endDate: today };
      const changed = before.interests.map((one, i) => {
        if (what === "change" && i === k) return { ...one, share: { exact: share } };
        return (what === "end" && i === k) || (what === "close" && which % 2 === 0) ? past(one) : one;
      });
      const by: Readonly<Record<string, readonly AnyInterest[]>> = {
        drop: before.interests.length > 1 ? before.interests.filter((_, i) => i !== k) : before.interests,
        add: [other, ...before.interests.filter((one) => one.type !== other.type)],
        "close whole": [],
        anew: [other],
      };
      const interests = by[what] ?? changed;
      const kept = interests.filter((one) => !closes || one.endDate === undefined || one.endDate <= today);
      versions.push({
        day: at,
        status: closes ? "closed" : what === "anew" ? "new" : "updated",
        party: what === "party" ? 1 - before.party : before.party,
        interests: closes && kept.length === 0 ? [] : kept,
      });
    }
    return versions;
  });

test("any history gives the snapshot of each day, through one file, through several and written again", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aHistory, { minLength: 3, maxLength: 6 }),
      fc.integer({ min: 2, max: 5 }),
      async (histories, parts) => {
        const statements = histories
          .flatMap((versions, r) =>
            versions.map(({ day, status, party, interests }, v) => ({
              day,
              ...relationship(formatDay(parseDay("2020-01-01") + day), status, interests, {
                party: `party-${r}-${party}`,
                record: `rel-${r}`,
                id: `statement-${r}-${v}`.padEnd(32, "0"),
              }),
            })),
          )
          .sort((a, b) => a.day - b.day)
          .map(({ day: _, ...one }) => one as unknown as Relationship);
        await everyWay(statements, parts);
      },
    ),
    { numRuns: 12, seed: 5, endOnFailure: true },
  );
}, 1_200_000);
