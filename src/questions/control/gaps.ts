import type { Gap } from "../../ask/answer.ts";
import { WHOLE } from "../../model/share.ts";
import { EFFECT } from "../../networks/company.ts";
import {
  type Above,
  type Analysis,
  becauseOf,
  economicIn,
  extraOf,
  isDeclaration,
  isDisputed,
  presenceOf,
  rowsOf,
} from "./analyse.ts";
import { namedBehind } from "./named-behind.ts";
import { openAbove } from "./open-above.ts";
import { perhapsTheSame, unnamedVotes } from "./unnamed-votes.ts";

interface Write {
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
}

/** What is not known about control of entity 0, and what would have to be known. */
export function gapsOf(above: Above, analysis: Analysis, write: Write): Gap[] {
  const { controllers, held } = analysis;
  const gaps: Gap[] = [];
  const gap = (
    code: string,
    what: string,
    why: string,
    companies: readonly number[],
    rows: readonly number[],
  ) =>
    gaps.push({
      code,
      what,
      why,
      about: companies.map(write.id),
      because: write.said(rows.flatMap((r) => becauseOf(held, r))),
    });
  const own = rowsOf(analysis, 0).filter((row) => !isDeclaration(held, row));
  if (own.length === 0)
    gap("no-record", "no holder is on record on this day", "no statement says who holds it", [0], []);
  const rest = unnamedVotes(analysis);
  if (rest !== null && rest !== "0" && controllers.verdict !== "controlled" && own.length > 0) {
    const same = perhapsTheSame(analysis);
    const apart = "no source says whether some holdings are apart from the others stated";
    if (same === null)
      gap("unnamed-holders", "who has the rest of the votes", "no source names these holders", [0], own);
    else if (same.none)
      gap(
        "unnamed-if-any",
        "who has the rest of the votes, if there is any",
        apart,
        [0, ...same.holders],
        own,
      );
    else
      gap(
        "unnamed-or-same",
        "who has the rest of the votes",
        `no source names these holders, and ${apart}`,
        [0, ...same.holders],
        own,
      );
  }
  const open = openAbove(analysis);
  if (open.length > 0)
    gap(
      "unnamed-above",
      "who holds the holders",
      "no source says; one party that held them all would control it",
      open,
      [...own, ...open.flatMap((n) => rowsOf(analysis, n))],
    );
  for (const { party, entities } of namedBehind(analysis))
    gap(
      "named-behind",
      "who stands behind holders that are not named",
      "no source says; with all of it a party on record would control it",
      [party, ...entities],
      [...own, ...entities.flatMap((n) => rowsOf(analysis, n))],
    );
  for (const row of own) {
    const effect = EFFECT[held.right[row] as number];
    const unknown =
      held.low[row] === 0 && held.high[row] === WHOLE && (effect === "votes" || effect === "shares");
    const aged = (held.carried.get(row) ?? 0) > above.carry;
    if (unknown && !aged)
      gap(
        "unknown-share",
        "the size of a holding",
        "the source gives no figure",
        [0, ...named(held.party[row])],
        [row],
      );
    if (aged)
      gap(
        "old-observation",
        "whether a holding is still held",
        "the last observation is too old to carry",
        [0, ...named(held.party[row])],
        [row],
      );
  }
  for (const company of [0, ...controllers.chain.keys()]) {
    for (const row of rowsOf(analysis, company).filter((one) => !isDeclaration(held, one))) {
      const about = [company, ...named(held.party[row])];
      const effect = EFFECT[held.right[row] as number];
      const stake = effect === "votes" || effect === "shares" || effect === "economic";
      if (isDisputed(held, row)) gap("disputed", "the size of a holding", "sources disagree", about, [row]);
      if (presenceOf(held, row) === "possible" && !held.carried.has(row) && effect !== "none")
        gap(
          stake ? "dates-open" : "right-dates-open",
          "whether it was held on this day",
          "its dates leave it open",
          about,
          [row],
        );
      const condition = held.conditional[row] === 1 || effect === "conditional-contract";
      if (condition && controllers.verdict !== "no controller on record")
        gap("condition-open", "whether a condition is met", "no source says", about, [row]);
    }
    if (analysis.view.ballotsOf(company).length > 1 && !certainlyControlled(analysis, company))
      gap(
        "share-classes",
        "how the votes divide between classes of shares",
        "no source says",
        [company],
        rowsOf(analysis, company).filter((row) => extraOf(held, row).class !== ""),
      );
  }
  for (const top of controllers.ultimate.filter((c) => c.certainty === "certain")) {
    if (!above.kinds.ownable(top.party)) continue;
    const over = analysis.view.controllers(top.party);
    if (over.verdict === "not known")
      gap(
        "above-unknown",
        "who controls the controller",
        "no one certainly does on this record",
        [top.party],
        rowsOf(analysis, top.party),
      );
  }
  if (controllers.unnamed)
    gap("unnamed-controller", "the name of a controller", "the source does not name the party", [0], own);
  for (const [company, rows] of analysis.view.own.conflicts) {
    if (company === 0 || controllers.chain.has(company))
      gap("conflict", "who holds what in a company", "holdings add up to more than 100 %", [company], rows);
  }
  const rings = [
    ...economicIn(
      above,
      held,
      controllers.ultimate.map((c) => c.party),
    ),
  ].filter(([, share]) => share === null);
  for (const [party] of rings)
    gap(
      "economic-cycle",
      "the economic share",
      "companies own all of each other in a ring",
      [party, 0],
      [...rowsOf(analysis, party), ...own],
    );
  return gaps;
}

/** Of a history there is too much to work through. */
export const historyLeftOut = (subject: string): Gap => ({
  code: "history-left-out",
  what: "who controlled it over time",
  why: "there are too many changes to draw",
  about: [subject],
  because: [],
});

const certainlyControlled = ({ controllers, view }: Analysis, company: number) =>
  (company === 0 ? controllers : view.controllers(company)).verdict === "controlled";

const named = (party: number | undefined) => (party === undefined || party < 0 ? [] : [party]);
