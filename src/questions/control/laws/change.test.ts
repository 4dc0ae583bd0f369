import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, answerIn, inCase } from "../../../../test/answer-in.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const tables = (...interests: readonly string[]) => ({
  "sources.csv": "id,title,published\ns,A register,2015-01-01\nt,A newspaper,2020-05-01\n",
  "entities.csv":
    "id,name,kind,jurisdiction\nc,C,company,GB\na,A,company,US\nb,B,company,GB\np,P,person,\nq,Q,person,\n",
  "interests.csv": ["id,subject,party,right,share,from,to,source", ...interests, ""].join("\n"),
});

const of = (found: { findings: readonly unknown[] }, law: string) =>
  (found.findings as readonly ControlFinding[]).find((one) => one.law === law) as ControlFinding;

const sideOf = ({
  verdict,
  controllers,
}: Pick<ControlFinding, "verdict"> & {
  controllers: readonly { party: string; certainty: string; joint: readonly string[] }[];
}) => ({
  verdict,
  controllers: controllers.map(({ party, certainty, joint }) => ({ party, certainty, joint })),
});

test("a change under a law is told in its own terms, with what its rules counted and what made it", async () => {
  const held = tables(
    "p1,c,p,,20,2016-01-01,2019-01-01,s",
    "p2,c,p,,30,2019-01-01,,s",
    "q1,c,q,,40,2016-01-01,2018-06-01,s",
    "b1,c,b,,70,2018-06-01,,s",
    "b2,b,q,,100,2010-01-01,,s",
  );
  const found = await answerIn(
    held,
    control,
    { entity: "c", law: "uk-psc", since: "2017-01-01" },
    "2020-01-01",
  );
  const { change } = of(found, "uk-psc");
  expect([change?.gained, change?.lost]).toEqual([["b", "p"], ["q"]]);
  expect(change?.to.standing.find((one) => one.party === "p")?.counted).toEqual([
    { rule: "shares", share: "30" },
    { rule: "votes", share: "30" },
  ]);
  expect(change?.causes.map((each) => [each.party, each.before, each.after, each.needed])).toEqual([
    ["p", "20", "30", true],
    ["b", null, "70", true],
    ["q", "40", null, true],
  ]);
  const [headline] = found.blocks;
  expect(headline).toMatchObject({
    kind: "headline",
    text: [
      "Under UK: people with significant control, who counts as person with significant control of C changed between 1 January 2017 and 1 January 2020.",
      " B and P come under the law and did not.",
      " Q came under it and no longer does.",
    ],
  });
  const bars = found.blocks.find((block) => block.kind === "bars");
  const labels = bars?.rows.map(({ label }) =>
    label.map((span) => (typeof span === "string" ? span : span.text)).join(""),
  );
  expect(labels?.slice(0, 2)).toEqual(["Q · Sch. 1A para. 2 · Then", "B · Sch. 1A para. 2 · Now"]);
  // Which it is stands beside the name, and not once more at the bar.
  expect(bars?.rows[0]?.series.map((one) => one.label)).toEqual([""]);
  expect(bars).toMatchObject({
    line: { at: "25", label: expect.stringMatching(/^more than 25\s% counts$/) },
  });
});

test("under every law a change is the difference of two full answers, and the same where neither has changed", async () => {
  const seen = { changed: 0, same: 0 };
  const row = fc.record({
    subject: fc.constantFrom("c", "c", "a", "b"),
    party: fc.constantFrom("a", "b", "p", "q"),
    share: fc.constantFrom("10", "26", "30", "51", "60", "20-30", ">50-75"),
    from: fc.constantFrom("2016", "2018-02-01", "2018-06-01"),
    to: fc.constantFrom("", "", "2018-08", "2019-01-01"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 7 }), async (rows) => {
      const lines = rows.map(
        (one, n) =>
          `i${n},${one.subject},${one.party === one.subject ? "p" : one.party},,${one.share},${one.from},${one.to},s`,
      );
      await inCase(tables(...lines), async (store) => {
        const ask = (input: object, day: string) =>
          answer(
            store,
            control,
            { entity: "c", law: "all", list: ["q"], listDate: "2018-01-01", ...input },
            day,
          );
        const [then, now] = [await ask({}, "2018-01-15"), await ask({ since: "2018-01-15" }, "2020-01-01")];
        for (const law of ["majority", "uk-psc", "eu-amlr", "us-ofac-50"]) {
          const { change, ...after } = of(now, law);
          const before = of(then, law);
          expect(change).not.toBeNull();
          expect([law, sideOf(change?.from ?? after)]).toEqual([law, sideOf(before)]);
          expect([law, sideOf(change?.to ?? before)]).toEqual([law, sideOf(after)]);
          const same = JSON.stringify(sideOf(before)) === JSON.stringify(sideOf(after));
          if (!same) expect(change?.causes).not.toEqual([]);
          seen[same ? "same" : "changed"]++;
        }
      });
    }),
    { numRuns: 20 },
  );
  expect(Math.min(seen.changed, seen.same)).toBeGreaterThan(2);
}, 300_000);
