import fc from "fast-check";
import { expect, test } from "vitest";
import { asked, row } from "../../../../test/asked-of-holdings.ts";
import { endsOf, formatUnits, parseShare, WHOLE } from "../../../model/share.ts";

type Row = ReturnType<typeof row>;
const SHARES = ["10", "24", "26", "40", "49", "51", "60", "20-30", "40-60", "10-80"];
const holding = fc
  .record({
    subject: fc.constantFrom("x", "x", "b", "c"),
    party: fc.constantFrom("b", "c", "p", "q"),
    share: fc.constantFrom(...SHARES),
  })
  .filter(({ subject, party }) => subject < party || subject === "x");

/** What a company's named holders have at the most, in share units; beyond the whole, nothing is tried. */
const most = (rows: readonly Row[], company: string) =>
  rows.filter((each) => each.subject === company).reduce((sum, each) => sum + parseShare(each.share).high, 0);
const least = (rows: readonly Row[], company: string) =>
  rows.filter((each) => each.subject === company).reduce((sum, each) => sum + parseShare(each.share).low, 0);

test.each(["majority", "uk-psc", "eu-amlr"])(
  "under %s a missing record, once it is there, gives what was said it would",
  async (law) => {
    const seen = { figure: 0, rest: 0, turned: 0 };
    const distinct = fc.uniqueArray(holding, {
      minLength: 2,
      maxLength: 5,
      selector: ({ subject, party }) => `${subject} ${party}`,
    });
    await fc.assert(
      fc.asyncProperty(distinct, async (held) => {
        const rows = held.map(({ subject, party, share }) => row(subject, party, share));
        fc.pre(["x", "b", "c"].every((company) => most(rows, company) <= WHOLE));
        const { finding } = await asked(rows, { law });
        for (const document of finding.turns?.nextDocuments ?? []) {
          const at = rows.findIndex(
            (each) => each.subject === document.about && each.party === document.holder,
          );
          const figure = document.kind === "band" && at >= 0;
          const rest = document.kind === "unnamed-holders" || document.kind === "no-record";
          if (!figure && !rest) continue;
          const { low, high } = endsOf(document.range);
          const then = figure
            ? [
                {
                  end: document.low,
                  with: rows.map((each, n) => (n === at ? { ...each, share: low } : each)),
                },
                {
                  end: document.high,
                  with: rows.map((each, n) => (n === at ? { ...each, share: high } : each)),
                },
              ]
            : [
                {
                  end: document.high,
                  with: [...rows, row(document.about, "r", formatUnits(WHOLE - least(rows, document.about)))],
                },
              ];
          // With ranges beside it somebody new has what the others leave at the least: their figures would have to be these.
          if (rest && most(rows, document.about) !== least(rows, document.about)) continue;
          for (const each of then) {
            const found = (await asked(each.with, { law })).finding;
            const foretold = each.end?.verdict ?? finding.verdict;
            expect([document.about, document.kind, found.verdict]).toEqual([
              document.about,
              document.kind,
              foretold,
            ]);
            for (const { party, after } of each.end?.moved ?? []) {
              const listed = found.controllers.find((one) => one.party === party)?.certainty;
              const chained = found.chain.find((one) => one.party === party)?.certainty;
              expect([party, listed ?? chained ?? "none"]).toEqual([party, after]);
            }
            if (each.end?.somebodyNew)
              expect(found.controllers.map((one) => [one.party, one.certainty])).toContainEqual([
                "r",
                "certain",
              ]);
            if (each.end !== null) seen.turned++;
          }
          seen[figure ? "figure" : "rest"]++;
        }
      }),
      { numRuns: 25 },
    );
    expect(Math.min(seen.figure, seen.rest, seen.turned)).toBeGreaterThan(2);
  },
  120_000,
);
