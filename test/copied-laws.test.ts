import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../src/ask/answer.ts";
import { LAWS } from "../src/laws/index.ts";
import type { Law } from "../src/laws/law.ts";
import type { RightCode } from "../src/model/rights.ts";
import type { Row } from "../src/networks/worlds.oracle.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import { answer, inCase } from "./answer-in.ts";
import { COMPANIES, judged, NODES } from "./judged-of-rows.ts";

/** The program as it is when every shipped law lies in its folder once more under another id. */
vi.mock("../src/laws/index.ts", async () => {
  const { readLaws } = await import("../src/laws/read.ts");
  const { inLawFolder } = await import("./law-folder.ts");
  const copies = inLawFolder({}, readLaws).map(({ id, order: _, control: __, ...law }): [string, object] => [
    `copy-of-${id}.json`,
    { ...law, id: `copy-of-${id}` },
  ]);
  const laws = inLawFolder(Object.fromEntries(copies), readLaws);
  return { LAWS: laws, majority: laws.find((law) => law.control) };
});

const PAIRS = LAWS.filter((law) => law.order !== undefined).map((law): [string, Law, Law] => [
  law.id,
  law,
  LAWS.find((one) => one.id === `copy-of-${law.id}`) as Law,
]);

const RIGHTS: readonly RightCode[] = [
  ...["shareholding", "shareholding", "votingRights", "rightsToProfitOrIncome", "appointmentOfBoard"],
  ...["statedControl", "trustee"],
] as RightCode[];

/** Holdings and rights of a small world, at and about every threshold; some are ranges. */
const rows = fc.uniqueArray(
  fc
    .record({
      party: fc.integer({ min: 1, max: NODES - 1 }),
      subject: fc.integer({ min: 0, max: COMPANIES - 1 }),
      low: fc.constantFrom(5, 10, 24, 25, 26, 40, 50, 51, 75, 76, 100),
      more: fc.constantFrom(0, 0, 0, 5, 30),
      right: fc.constantFrom(...RIGHTS),
    })
    .filter(({ party, subject }) => party > subject)
    .map(({ more, low, ...row }): Row => ({ ...row, low, high: Math.min(100, low + more) })),
  { minLength: 1, maxLength: 8, selector: (row) => `${row.party} ${row.subject} ${row.right}` },
);

it("there is a copy of each", () => {
  expect(PAIRS.length).toBe(4);
  expect(LAWS.length).toBe(8);
});

describe.each(PAIRS)("a copy of %s under another id", (_, law, copy) => {
  const about = fc.record({
    gb: fc.subarray([0, 1, 2, 3]),
    trusts: fc.subarray([2, 3]),
    unknown: fc.subarray([3, 5]),
    list: fc.subarray([4, 5], { minLength: 1 }),
  });

  it("judges every small world as it does", () => {
    fc.assert(
      fc.property(rows, about, (world, told) => {
        expect(judged(copy, world, told)).toEqual(judged(law, world, told));
      }),
      { numRuns: 300 },
    );
  });

  it("is answered, shown and told as it is", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom("GB", "FR", ""), async (world, jurisdiction) => {
        await inCase(tablesOf(world, jurisdiction), async (store) => {
          const under = ({ id, list }: Law) => {
            const listed = list ? { list: ["n4"], listDate: "2023-01-01" } : {};
            return answer(store, control, { entity: "n0", law: id, ...listed }, "2023-06-01");
          };
          const [first, second] = [await under(law), await under(copy)];
          const [theirs, ours] = [second, first].map(({ run }) => Object.keys(run.rules ?? {}));
          expect([ours?.includes(law.id), theirs?.includes(copy.id)]).toEqual([true, true]);
          // Byte for byte, but for the id.
          if (law.control) expect(controllersIn(second)).toEqual(controllersIn(first));
          else expect(said(second).replaceAll("copy-of-", "")).toBe(said(first));
        });
      }),
      { numRuns: 6 },
    );
  });
});

const said = ({ run: _, ...answer }: Answer) => JSON.stringify(answer);

/** What a law that is not the rule of control itself says, too: not what the verdict hangs on, nor what it was before. */
const controllersIn = ({ findings }: Answer) =>
  (findings as readonly ControlFinding[]).map(({ verdict, hypothetical, controllers }) => ({
    ...{ verdict, hypothetical },
    parties: controllers.map(({ party, certainty, joint, votes, economic }) => [
      ...[party, certainty, joint, votes, economic],
    ]),
  }));

function tablesOf(world: readonly Row[], jurisdiction: string) {
  const entity = (n: number) => `n${n},N${n},${n < COMPANIES ? "company" : "person"},${jurisdiction}`;
  const interest = ({ party, subject, right, low, high }: Row, k: number) =>
    `i${k},n${subject},n${party},${right},${low === high ? low : `${low}-${high}`},2020-01-01,s`;
  return {
    "sources.csv": "id,title,published\ns,A register,2020-01-02\n",
    "entities.csv": [
      "id,name,kind,jurisdiction",
      ...Array.from({ length: NODES }, (_, n) => entity(n)),
      "",
    ].join("\n"),
    "interests.csv": ["id,subject,party,right,share,from,source", ...world.map(interest), ""].join("\n"),
  };
}
