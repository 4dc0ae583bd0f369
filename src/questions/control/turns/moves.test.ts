import fc from "fast-check";
import { expect, test } from "vitest";
import { asked, row } from "../../../../test/asked-of-holdings.ts";
import { PERCENT, WHOLE } from "../../../model/share.ts";
import { ControlView } from "../../../networks/controllers.ts";
import type { HeldTable } from "../../../networks/held.ts";
import type { Interests } from "../../../networks/interests.ts";
import { ownership } from "../../../networks/ownership.ts";
import { withShare } from "../../../networks/what-if.ts";
import { kinds, tableOf, voteRows } from "../../../networks/worlds.oracle.ts";
import { type Above, type Analysis, rowsOf } from "../analyse.ts";
import { type Move, nearestMoves } from "./moves.ts";
import { standingIn, type Trial, Trials, turns } from "./trial.ts";

const NODES = 5;
const KINDS = { ...kinds(0), ownable: (n: number) => n < 3 };
const above: Above = { interests: { length: 0 } as Interests, entities: NODES, kinds: KINDS, carry: 400 };
const analysed = (held: HeldTable): Analysis => {
  const view = new ControlView(ownership(held, NODES, KINDS));
  return { held, view, controllers: view.controllers(0) };
};

/** The least change of any holding, tried at every figure at which a majority can turn and one unit to either side. */
function least(analysis: Analysis, kind: Move["kind"]): number {
  const { held, controllers } = analysis;
  const trials = new Trials(above, controllers, NODES);
  let best = Number.POSITIVE_INFINITY;
  for (const row of [...Array(NODES).keys()].flatMap((company) => rowsOf(analysis, company))) {
    if (held.party[row] === held.subject[row] || analysis.view.own.conflicts.has(held.subject[row] as number))
      continue;
    for (let percent = 0; percent <= 100; percent += 5) {
      for (const unit of [-1, 0, 1]) {
        const units = percent * PERCENT + unit;
        const change = units - (held.low[row] as number);
        if (units < 0 || units > WHOLE || (kind === "gains" ? change < 0 : change > 0)) continue;
        if (Math.abs(change) >= best) continue;
        const then = analysed(withShare(held, row, units));
        if (then.view.own.conflicts.has(held.subject[row] as number)) continue;
        const certain = (c: typeof controllers, party: number) => standingIn(c, party) === "certain";
        const turned =
          kind === "loses"
            ? controllers.ultimate.some(
                (c) => c.certainty === "certain" && !certain(then.controllers, c.party),
              )
            : turns(trials, then.controllers) &&
              [...then.controllers.chain.keys()].some(
                (p) => certain(then.controllers, p) && !certain(controllers, p),
              );
        if (turned) best = Math.abs(change);
      }
    }
  }
  return best;
}

/** How far a move goes, in share units. */
const far = (move: Move, low: number) =>
  Math.abs(
    (move.kind === "gains"
      ? move.reached
        ? Math.ceil(move.at / 2)
        : Math.floor(move.at / 2) + 1
      : move.reached
        ? Math.floor(move.at / 2)
        : Math.ceil(move.at / 2) - 1) - low,
  );

test("the nearest flip is the least change of one holding that any figure tried turns the verdict by", () => {
  const seen = { loses: 0, gains: 0 };
  fc.assert(
    fc.property(voteRows(NODES, 0), (rows) => {
      const analysis = analysed(tableOf(rows.slice(0, 7)));
      const found = nearestMoves(new Trials(above, analysis.controllers, NODES, 10_000_000), analysis);
      for (const kind of ["loses", "gains"] as const) {
        const mine = found
          .filter((m) => m.kind === kind)
          .map((m) => far(m, analysis.held.low[m.row] as number));
        const best = least(analysis, kind);
        if (mine.length > 0) seen[kind]++;
        if (found.length < 5 || mine.length > 0) expect([kind, Math.min(...mine)]).toEqual([kind, best]);
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(seen.loses, seen.gains)).toBeGreaterThan(10);
});

test("where not one move can be checked none is found, and it is cut off where there was any to check", () => {
  class Counted extends Trials {
    verdicts = 0;
    override verdict(trial: Trial) {
      this.verdicts++;
      return super.verdict(trial);
    }
  }
  const seen = { some: 0, none: 0 };
  fc.assert(
    fc.property(voteRows(NODES, 0), (rows) => {
      const analysis = analysed(tableOf(rows.slice(0, 7)));
      const enough = new Counted(above, analysis.controllers, NODES, 10_000_000);
      nearestMoves(enough, analysis);
      const beyond = new Trials(above, analysis.controllers, 1_000_000_000, 10_000_000);
      expect(beyond.beyond(analysis.held.length + NODES)).toBe(true);
      expect(nearestMoves(beyond, analysis)).toEqual([]);
      expect(beyond.cutOff).toBe(enough.verdicts > 0);
      seen[enough.verdicts > 0 ? "some" : "none"]++;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(seen.some, seen.none)).toBeGreaterThan(10);
});

test("a network is made only where there is work left to ask it", () => {
  const analysis = analysed(tableOf([]));
  const trials = new Trials(above, analysis.controllers, 50, 100);
  let made = 0;
  const trial = trials.trial(20, () => {
    made++;
    return analysis.view;
  });
  expect(trial && trials.verdict(trial)).toBeNull();
  expect([made, trials.cutOff]).toEqual([0, true]);
  expect(trials.trial(81, () => analysis.view)).toBeNull();
});

test("a holder that nobody controls is looked behind: the nearest flip may lie in what is not drawn", async () => {
  const { finding } = await asked([row("x", "p", "30"), row("x", "b", "30"), row("b", "p", "49")]);
  const [nearest] = finding.turns?.flips ?? [];
  expect([nearest?.holder, nearest?.held, nearest?.at, nearest?.by]).toEqual(["p", "b", "50", "1"]);
  const turned = await asked([row("x", "p", "30"), row("x", "b", "30"), row("b", "p", "51")]);
  expect(turned.finding.controllers.map((c) => [c.party, c.certainty])).toEqual([["p", "certain"]]);
});
