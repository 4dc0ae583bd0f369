import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import { ukPsc } from "../../../../test/shipped-laws.ts";
import { formatDay, parseDay } from "../../../model/date.ts";
import { momentsOf } from "../../../networks/closure.ts";
import type { ControlFinding } from "../finding.ts";
import { historyOf } from "../history.ts";
import { control } from "../index.ts";
import { networkAbove } from "../run.ts";
import { courseUnder } from "./course.ts";

const tables = (...interests: string[]) => ({
  "sources.csv": "id,title,published\ns,S,2010-01-01\n",
  "entities.csv": `id,name,kind,jurisdiction
c,C,company,GB
a,A,company,DE
b,B,company,GB
p,P,person,
q,Q,person,
`,
  "interests.csv": `id,subject,party,right,share,from,to,source\n${interests.join("\n")}\n`,
});

const day = fc.constantFrom("2014-01-01", "2015-06-30", "2016-04-06", "2017", "2018-02", "2019-01-01");
const row = fc.record({
  subject: fc.constantFrom("c", "c", "a", "b"),
  party: fc.constantFrom("a", "b", "p", "q"),
  share: fc.constantFrom("20", "26", "30", "51", "75", "20-30", ">50-75"),
  from: day,
  to: fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 1, arbitrary: day }),
});

interface Told {
  readonly verdict: string;
  readonly controllers: readonly { readonly party: string; readonly certainty: string }[];
}
const standing = ({ verdict, controllers }: Told) => ({
  verdict,
  parties: controllers.map(({ party, certainty }) => `${party} ${certainty}`).sort(),
});
const nextDay = (iso: string, by: number) =>
  new Date(Date.parse(iso) + by * 86_400_000).toISOString().slice(0, 10);

test("the history under a law is what it answers on every day, from the day on which it applies", async () => {
  let [eras, cut] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 6 }), async (rows) => {
      const lines = rows
        .filter(({ subject, party, from, to }) => subject !== party && (to === "" || from < to))
        .map((one, n) => `i${n},${one.subject},${one.party},,${one.share},${one.from},${one.to},s`);
      await inCase(tables(...lines), async (store) => {
        const on = async (asOf: string) => {
          const { findings } = await answer(store, control, { entity: "c", law: "uk-psc" }, asOf);
          return (findings as readonly ControlFinding[])[0] as ControlFinding;
        };
        const { history } = await on("2020-01-01");
        for (const [n, era] of history.entries()) {
          expect(era.from >= "2016-04-06").toBe(true);
          if (era.from === "2016-04-06") cut++;
          eras++;
          expect(history[n + 1]?.from ?? "").toBe(era.to);
          const last = era.to === "" ? "2020-01-01" : nextDay(era.to, -1);
          const told = standing(era);
          for (const date of [era.from, last]) expect([date, standing(await on(date))]).toEqual([date, told]);
          const before = history[n - 1];
          if (before) expect(told).not.toEqual(standing(before));
        }
      });
    }),
    { numRuns: 12 },
  );
  expect([eras > 12, cut > 2]).toEqual([true, true]);
}, 300_000);

test("a law that is about a list, one that does not apply yet, and several at once, tell no history", () =>
  inCase(tables("i1,c,p,,60,2017-01-01,2018-01-01,s", "i2,c,q,,60,2018-01-01,,s"), async (store) => {
    const historiesOf = async (input: object) => {
      const { findings } = await answer(store, control, { entity: "c", ...input }, "2019-01-01");
      return (findings as readonly ControlFinding[]).map(({ law, history }) => [law, history.length]);
    };
    expect(await historiesOf({ law: "uk-psc" })).toEqual([["uk-psc", 2]]);
    expect(await historiesOf({ law: "eu-amlr" })).toEqual([["eu-amlr", 0]]);
    expect(await historiesOf({ law: "us-ofac-50", list: ["p"], listDate: "2019-01-01" })).toEqual([
      ["us-ofac-50", 0],
    ]);
    expect((await historiesOf({ law: "all" })).map(([, length]) => length)).toEqual([2, 0, 0, 0]);
  }));

test("the history of a law that applies no more ends with it", () =>
  inCase(tables("i1,c,p,,60,2017-01-01,2018-01-01,s", "i2,c,q,,60,2018-01-01,,s"), async (store) => {
    const context = {
      store,
      asOf: parseDay("2019-01-01"),
      known: null,
      carry: 400,
      progress: () => undefined,
    };
    const { above, kind } = await networkAbove(context, "c");
    const until = (to: string) => {
      const course = courseUnder({ ...ukPsc, to }, { kind, jurisdiction: () => "GB", listed: null });
      const past = historyOf(above, momentsOf(above.interests, 400), course);
      return past?.eras.map((era) => [formatDay(era.from), era.to === null ? "" : formatDay(era.to)]);
    };
    expect(until("")).toEqual([
      ["2017-01-01", "2018-01-01"],
      ["2018-01-01", ""],
    ]);
    expect(until("2018-06-30")).toEqual([
      ["2017-01-01", "2018-01-01"],
      ["2018-01-01", "2018-07-01"],
    ]);
    expect(until("2017-12-31")).toEqual([["2017-01-01", "2018-01-01"]]);
  }));
