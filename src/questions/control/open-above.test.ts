import fc from "fast-check";
import { expect, test } from "vitest";
import { asked, row } from "../../../test/asked-of-holdings.ts";
import { controlledBy } from "../../networks/control.oracle.ts";
import { kinds, type Row, tableOf, voteRows } from "../../networks/worlds.oracle.ts";
import { analyseHeld } from "./analyse.ts";
import { namedBehind } from "./named-behind.ts";
import { openAbove } from "./open-above.ts";

const open = async (...rows: Parameters<typeof asked>[0]) => {
  const { answer, finding } = await asked(rows);
  const gap = answer.gaps.find(({ code }) => code === "unnamed-above");
  const documents = finding.turns?.nextDocuments.map((d) => [d.about, d.low?.verdict ?? null]);
  return { verdict: finding.verdict, about: gap?.about, because: gap?.because, documents };
};

test("where only one party behind several holders could control it, who holds them is not known, and what to ask for", async () => {
  const found = await open(row("x", "b", "50"), row("x", "c", "50"));
  expect(found).toEqual({
    verdict: "not known",
    about: ["b", "c"],
    because: ["i0", "i1"],
    documents: [
      ["b", "no controller on record"],
      ["c", "no controller on record"],
    ],
  });
});

test("the nearest whose holders are not all named are told, and none where the rest of the company itself would do", async () => {
  const split = await open(
    row("x", "b", "50"),
    row("x", "c", "50"),
    row("b", "p", "40"),
    row("c", "q", "100"),
  );
  expect([split.verdict, split.about]).toEqual(["no controller on record", undefined]);
  const rest = await open(row("x", "b", "50"), row("x", "c", "50"), row("b", "p", "40"));
  expect([rest.verdict, rest.about]).toEqual(["not known", ["b", "c"]]);
  expect((await open(row("x", "b", "20"), row("x", "c", "20"))).about).toBeUndefined();
});

test("the rest of its own votes is told with them, as it takes both", async () => {
  const both = await open(row("x", "b", "40"), row("x", "p", "40"));
  expect([both.verdict, both.about]).toEqual(["not known", ["x", "b"]]);
  // Either alone is less than half: of the rest, and of what B holds.
  expect((await open(row("x", "b", "40"), row("x", "p", "40"), row("b", "q", "100"))).about).toBeUndefined();
});

test("own shares of which only the most is known do not make the rest of its own votes enough", async () => {
  // 48 of up to 100 are nobody's, and no more than these are own shares: alone they are less than half.
  const named = [row("x", "b", "30"), row("x", "c", "22"), row("b", "p", "40")];
  expect((await open(...named, row("x", "x", "0-10"))).about).toEqual(["x", "b", "c"]);
  expect((await open(...named)).about).toEqual(["x", "b", "c"]);
  expect((await open(...named, row("x", "x", "10"))).about).toEqual(["x", "b", "c"]);
  // 43 of 90 are less than half of what is cast; 46 are more.
  expect((await open(row("x", "x", "10"), row("x", "b", "44"), row("b", "p", "40"))).about).toBeUndefined();
});

test("a company whose holders are all named is not told, nor any where holdings pass the whole", async () => {
  const full = [row("x", "b", "40"), row("x", "p", "20"), row("b", "c", "100")];
  expect((await open(...full)).about).toEqual(["x", "c"]);
  const right = row("b", "q", "", { right: "controlByLegalFramework" });
  expect((await open(...full, right)).about).toEqual(["x", "c"]);
  expect((await open(row("x", "b", "60"), row("x", "c", "60"))).about).toBeUndefined();
});

test("where nobody named and nobody unnamed could, who could with both is told, and naming one is what was said", async () => {
  const behind = async (...rows: Parameters<typeof asked>[0]) => {
    const { answer, finding } = await asked(rows);
    const gaps = answer.gaps.filter(({ code }) => code === "named-behind");
    return [finding.verdict, ...gaps.map(({ about }) => about.join(" ")).sort()];
  };
  const joint = [row("x", "b", "50"), row("x", "p", "50")];
  const headline = async (...rows: Parameters<typeof asked>[0]) => {
    const block = (await asked(rows)).answer.blocks.find(({ kind }) => kind === "headline");
    return block?.kind === "headline" ? block.text.join("") : "";
  };
  expect(await headline(...joint)).toMatch(
    / no unnamed holder alone could\. P would, if also among the holders that are not named: see what we do not know\.$/,
  );
  const four = ["p", "q", "r", "b"].map((party) => row("x", party, "15"));
  expect(await headline(...four, row("b", "q", "50"), row("b", "r", "50"))).toContain(
    " Any of several on record would, if also",
  );
  expect(await headline(...joint, row("b", "p", "51"))).not.toContain("not named");
  expect(await behind(...joint)).toEqual(["no controller on record", "p b"]);
  expect(await behind(...joint, row("b", "p", "51"))).toEqual(["controlled"]);
  expect(await behind(...joint, row("b", "q", "100"))).toEqual(["no controller on record"]);
  expect(await behind(row("x", "p", "20"), row("x", "q", "40"))).toEqual([
    "no controller on record",
    "p x",
    "q x",
  ]);
  // P controls B already: the rest of X is enough, and that of B is not told.
  expect(await behind(row("b", "p", "60"), row("x", "b", "40"), row("x", "q", "40"))).toEqual([
    "no controller on record",
    "p x",
    "q x",
  ]);
  // Of B and C, who control each other, neither is merely the other's.
  const ring = [row("b", "c", "60"), row("c", "b", "60"), row("x", "b", "40"), row("x", "p", "45")];
  expect(await behind(...ring)).toEqual(["no controller on record", "b x", "c x", "p x"]);
  // What one named party would have to hold to fill the rest was foretold as a change of the verdict.
  const rest = await asked([row("x", "b", "50")]);
  const document = rest.finding.turns?.nextDocuments.find((each) => each.about === "x");
  expect(document?.high?.verdict).toBe("no controller on record");
});

const [NODES, FIRST_COMPANY] = [6, 3];
/** The subject is a company; persons are the last ones. */
const KINDS = { ...kinds(0), ownable: (n: number) => n < FIRST_COMPANY };
const worlds = fc
  .tuple(
    voteRows(NODES, 0),
    fc.array(fc.constantFrom("itself", "itself", "above", "above", "law"), { minLength: 14, maxLength: 14 }),
  )
  .map(([rows, how]) =>
    rows.flatMap((r, i): Row[] => {
      const subject = how[i] === "itself" ? 0 : r.subject % FIRST_COMPANY;
      const right = how[i] === "law" && subject > 0 ? "controlByLegalFramework" : "votingRights";
      const once = rows.findIndex((o) => o.party === r.party && o.subject === r.subject) === i;
      return r.party === subject || !once ? [] : [{ ...r, subject, right }];
    }),
  );

/** What the named leave of the votes in a company, in percent. */
const restOf = (rows: readonly Row[], n: number) =>
  rows.filter((r) => r.subject === n && r.right === "votingRights").reduce((left, r) => left - r.low, 100);

/** Whom a party might control if the rest of some companies were its own, by the definition. */
const withRests = (rows: readonly Row[], party: number, companies: readonly number[]) =>
  controlledBy(
    [
      ...rows,
      ...companies.map(
        (subject): Row => ({ party, subject, right: "votingRights", low: 0, high: restOf(rows, subject) }),
      ),
    ],
    NODES + 1,
    party,
    false,
  );

test("who holds the holders is told of all companies whose rests one party would take, unless that of the subject would do", () => {
  let told = 0;
  fc.assert(
    fc.property(worlds, (rows) => {
      const analysis = analyseHeld({ entities: NODES, kinds: KINDS }, tableOf(rows));
      const { own } = analysis.view;
      fc.pre(own.conflicts.size === 0);
      const found = openAbove(analysis);
      const open = [0, 1, 2].filter((n) => restOf(rows, n) > 0);
      const [all, alone] = [withRests(rows, NODES, open), withRests(rows, NODES, open.slice(0, 1))];
      const itself = open[0] === 0;
      if (analysis.controllers.verdict !== "not known" || !all.has(0) || (itself && alone.has(0))) {
        expect(found).toEqual([]);
        return;
      }
      const above = [...analysis.view.ancestorsOf(0)].filter((n) => n > 0 && open.includes(n) && all.has(n));
      expect([...found].sort()).toEqual([...(above.length > 0 && itself ? [0] : []), ...above].sort());
      if (found.length > 0) told++;
    }),
    { numRuns: 500 },
  );
  expect(told).toBeGreaterThan(20);
});

test("of each who could control it with rests it is not named for, these are enough, and none of them too many", () => {
  let told = 0;
  fc.assert(
    fc.property(worlds, (rows) => {
      const analysis = analyseHeld({ entities: NODES, kinds: KINDS }, tableOf(rows));
      const { view, controllers } = analysis;
      fc.pre(view.own.conflicts.size === 0);
      const found = namedBehind(analysis);
      if (controllers.verdict !== "no controller on record") {
        expect(found).toEqual([]);
        return;
      }
      const open = [0, 1, 2].filter((n) => restOf(rows, n) > 0);
      const could = (party: number, companies: readonly number[]) => withRests(rows, party, companies).has(0);
      for (const { party, entities } of found) {
        told++;
        expect(could(party, entities)).toBe(true);
        for (const n of entities)
          expect(
            could(
              party,
              entities.filter((one) => one !== n),
            ),
          ).toBe(false);
      }
      const listed = found.map(({ party }) => party).sort();
      const parties = [...view.ancestorsOf(0)].filter((n) => n > 0 && n < NODES);
      const able = parties.filter((party) =>
        could(
          party,
          open.filter((n) => n !== party),
        ),
      );
      const controls = (by: number, party: number) => controlledBy(rows, NODES, by, true).has(party);
      const under = (party: number) => able.some((by) => controls(by, party) && !controls(party, by));
      expect(listed).toEqual(able.filter((party) => !under(party)).sort());
    }),
    { numRuns: 500 },
  );
  expect(told).toBeGreaterThan(20);
});
