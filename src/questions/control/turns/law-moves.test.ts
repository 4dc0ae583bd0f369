import fc from "fast-check";
import { expect, test } from "vitest";
import { asked, row } from "../../../../test/asked-of-holdings.ts";
import { COMPANIES, NODES, person } from "../../../../test/judged-of-rows.ts";
import { LAWS } from "../../../laws/index.ts";
import type { Law } from "../../../laws/law.ts";
import { PERCENT, WHOLE } from "../../../model/share.ts";
import { ControlView } from "../../../networks/controllers.ts";
import type { HeldTable } from "../../../networks/held.ts";
import type { Interests } from "../../../networks/interests.ts";
import { ownership } from "../../../networks/ownership.ts";
import { withShare } from "../../../networks/what-if.ts";
import { kinds, type Row, tableOf, voteRows } from "../../../networks/worlds.oracle.ts";
import { type Above, type Analysis, rowsOf } from "../analyse.ts";
import { lawFacts } from "../laws/facts.ts";
import { judge } from "../laws/judge.ts";
import { movesUnder } from "./law-moves.ts";
import type { Move } from "./moves.ts";
import { type Standings, Trials } from "./trial.ts";

const KINDS = { ...kinds(0), ownable: (n: number) => !person(n) };
const above: Above = { interests: { length: 0 } as Interests, entities: NODES, kinds: KINDS, carry: 400 };
const viewOf = (held: HeldTable) => new ControlView(ownership(held, NODES, KINDS));
const analysed = (view: ControlView): Analysis => ({
  held: view.own.held,
  view,
  controllers: view.controllers(0),
});

const under =
  (law: Law) =>
  (view: ControlView): Standings => {
    const about = {
      kind: (n: number) => (person(n) ? ("person" as const) : ("company" as const)),
      jurisdiction: () => "",
      listed: new Set([COMPANIES, COMPANIES + 1]),
    };
    const { verdict, parties } = judge(law, lawFacts(analysed(view), about));
    return { verdict, ultimate: parties, chain: new Map() };
  };

const certain = ({ ultimate }: Standings) =>
  ultimate.filter((one) => one.certainty === "certain").map((one) => one.party);

/** The least change of any holding, tried at whole percents and one unit to either side. */
function least(law: Law, analysis: Analysis, kind: Move["kind"]): number {
  const now = certain(under(law)(analysis.view));
  let best = Number.POSITIVE_INFINITY;
  for (const at of [...Array(NODES).keys()].flatMap((company) => rowsOf(analysis, company))) {
    const { held, view } = analysis;
    if (held.party[at] === held.subject[at] || view.own.conflicts.has(held.subject[at] as number)) continue;
    for (let percent = 0; percent <= 100; percent += 5) {
      for (const unit of [-1, 0, 1]) {
        const units = percent * PERCENT + unit;
        const change = units - (held.low[at] as number);
        if (units < 0 || units > WHOLE || (kind === "gains" ? change < 0 : change > 0)) continue;
        if (Math.abs(change) >= best) continue;
        const then = viewOf(withShare(held, at, units));
        if (then.own.conflicts.has(held.subject[at] as number)) continue;
        const found = certain(under(law)(then));
        const [more, less] = kind === "gains" ? [found, now] : [now, found];
        if (more.some((party) => !less.includes(party))) best = Math.abs(change);
      }
    }
  }
  return best;
}

/** How far a move goes in share units, to where it first turns. */
const far = (move: Move, low: number) => {
  const at = move.at / 2;
  const turned = move.reached ? at : move.kind === "gains" ? at + 1 : at - 1;
  return Math.abs(turned - low);
};

test.each(LAWS.filter((law) => !law.control).map((law) => [law.id, law] as const))(
  "under %s the nearest flip turns it where it says, and nothing tried turns it nearer by",
  (_, law) => {
    const seen = { gains: 0, loses: 0 };
    const asCounted = (each: Row): Row => (law.list ? { ...each, right: "shareholding" } : each);
    fc.assert(
      fc.property(voteRows(NODES, 0), (rows) => {
        const analysis = analysed(viewOf(tableOf(rows.slice(0, 6).map(asCounted))));
        const judged = under(law);
        const now = judged(analysis.view);
        const trials = new Trials(above, now, NODES, 10_000_000, judged);
        const figures = [25, 50].map((percent) => percent * PERCENT);
        const found = movesUnder(trials, analysis, figures);
        for (const move of found) {
          const low = analysis.held.low[move.row] as number;
          const way = move.kind === "gains" ? 1 : -1;
          const at = (distance: number) =>
            certain(judged(viewOf(withShare(analysis.held, move.row, low + way * distance))));
          const [turned, short] = [at(far(move, low)), at(far(move, low) - 1)];
          expect(turned.includes(move.party)).toBe(move.kind === "gains");
          expect(short.includes(move.party)).toBe(move.kind === "loses");
        }
        for (const kind of ["loses", "gains"] as const) {
          const mine = found
            .filter((m) => m.kind === kind)
            .map((m) => far(m, analysis.held.low[m.row] as number));
          if (mine.length > 0) seen[kind]++;
          if (found.length < 5 || mine.length > 0)
            expect([kind, Math.min(...mine) <= least(law, analysis, kind)]).toEqual([kind, true]);
        }
      }),
      { numRuns: law.list ? 200 : 60 },
    );
    expect(Math.min(seen.loses, seen.gains)).toBeGreaterThan(3);
  },
);

test("an answer under one law says what it hangs on, in the terms of that law", async () => {
  const { finding, answer } = await asked(
    [row("x", "b", "40", { source: "t" }), row("b", "p", "70", { source: "t" }), row("x", "q", "20")],
    { law: "eu-amlr" },
  );
  const flips = finding.turns?.flips.map((f) => [f.kind, f.holder, f.held, f.at, f.reached, f.party]);
  expect(flips).toContainEqual(["gains", "q", "x", "25", true, "q"]);
  // Art. 54(a) asks for control of B and its 25 %, art. 52 for 25 % multiplied: the second holds longer.
  expect(flips).toContainEqual(["loses", "p", "b", "50", true, "p"]);
  expect(finding.turns?.loadBearing.map((one) => [one.sources, one.verdict])).toContainEqual([
    ["t"],
    "not known",
  ]);
  expect(finding.turns?.nextDocuments.find((one) => one.about === "x")?.high).toMatchObject({
    somebodyNew: true,
  });
  const title = answer.blocks.find(
    (block) => block.kind === "prose" && block.role === "why" && /hangs on/.test(block.title),
  );
  expect(title).toMatchObject({
    title: "What the answer hangs on, under EU: anti-money-laundering regulation",
  });
});
