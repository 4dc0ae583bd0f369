import type { Day } from "../../model/date.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { type Percent, toPercent, WHOLE } from "../../model/share.ts";
import { certainProof } from "../../networks/certain-proof.ts";
import { EFFECT, isDeclaration } from "../../networks/company.ts";
import { type Controllers, ControlView, type VoteRange } from "../../networks/controllers.ts";
import { economicOn, economicPercent } from "../../networks/economic-shares.ts";
import { becauseOf, extraOf, type HeldTable, heldOn, isSure } from "../../networks/held.ts";
import {
  HELD_DISPUTED,
  HELD_HIGH_OPEN,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_READING,
  type Interests,
} from "../../networks/interests.ts";
import { type Kinds, ownership } from "../../networks/ownership.ts";
import { proofOf, type Step } from "../../networks/proof.ts";
import { inFull, rowsBelow, taken, without } from "../../networks/what-if.ts";
import { aloneIn, standingIn } from "./turns/trial.ts";

/** The network above one entity, which is number 0. */
export interface Above {
  readonly interests: Interests;
  readonly entities: number;
  readonly kinds: Kinds;
  readonly carry: number;
}

export type Counts = "certain" | "possible" | "none";

/** What is known about control of entity 0 on a day, in local numbers and statement ordinals. */
export interface Analysis {
  readonly held: HeldTable;
  readonly view: ControlView;
  readonly controllers: Controllers;
}

/** Several parts of one answer ask for the same of an analysis. */
export function once<T>(work: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const kept = new WeakMap<Analysis, { readonly result: T }>();
  return (analysis) => {
    const known = kept.get(analysis) ?? { result: work(analysis) };
    kept.set(analysis, known);
    return known.result;
  };
}

export function analyse(above: Above, day: Day): Analysis {
  return analyseHeld(above, heldOn(above.interests, day, above.carry));
}

/** The same of holdings as they are given. */
export function analyseHeld(above: Pick<Above, "entities" | "kinds">, held: HeldTable): Analysis {
  const view = new ControlView(ownership(held, above.entities, above.kinds, 0));
  return { held, view, controllers: view.controllers(0) };
}

export const rowsOf = ({ view }: Analysis, company: number): number[] => [
  ...view.own.rowOrder.subarray(view.own.rowStart[company], view.own.rowStart[company + 1]),
];

export const rangeOf = (held: HeldTable, row: number): Percent =>
  toPercent({
    low: held.low[row] as number,
    high: held.high[row] as number,
    lowOpen: has(held, row, HELD_LOW_OPEN),
    highOpen: has(held, row, HELD_HIGH_OPEN),
  });

const has = (held: HeldTable, row: number, bit: number) => ((held.flags[row] as number) & bit) !== 0;

export const codeOf = (held: HeldTable, row: number) => RIGHT_CODES[held.right[row] as number] as string;

export const votesPercent = (votes: VoteRange | null): Percent | null =>
  votes === null
    ? null
    : toPercent({
        low: Math.min(votes.low.value, votes.high.value),
        high: votes.high.value,
        lowOpen: votes.low.open && votes.low.value < votes.high.value,
        highOpen: votes.high.open && votes.low.value < votes.high.value,
      });

/** Votes in entity 0, or another, of a party and all it controls, and of those without whom it does not control. */
export const votesIn = ({ controllers, view }: Analysis, party: number, subject = 0): VoteRange | null =>
  controllers.ultimate.find((c) => c.party === party && c.joint.length > 0)?.votes ??
  view.votes(party, subject);

/** Economic shares in entity 0 of everyone listed, by party; null below a ring of companies that own all of each other. */
export function economicIn(
  above: Above,
  held: HeldTable,
  parties: readonly number[],
): Map<number, Percent | null> {
  const { shareIn } = economicOn(held, above.entities);
  return new Map(
    parties.map((party) => {
      const range = shareIn(party, 0);
      return [party, range === undefined ? "0" : range && economicPercent(range)];
    }),
  );
}

export interface RightAnalysis {
  readonly row: number;
  readonly beneficiary: number | null;
  readonly counts: Counts;
  readonly now: Counts;
  readonly without: Counts;
  readonly inFull: Counts;
}

const SHOWN = new Set([
  "board",
  "contract",
  "conditional-contract",
  "partnership",
  "dominant",
  "concert",
  "nominator",
  "nominal",
  "influence",
]);
const MOST_RIGHTS = 40;

/** Every right other than plain votes over entity 0 and its controllers, and what the verdict would be without it or with it in full. */
export function rightsAbove(above: Above, analysis: Analysis): RightAnalysis[] {
  const { held } = analysis;
  const rows = companiesShown(analysis)
    .flatMap((company) => rowsOf(analysis, company))
    .filter((row) => SHOWN.has(EFFECT[held.right[row] as number] as string) && !isDeclaration(held, row));
  if (rows.length === 0) return [];
  const below = rowsBelow(held);
  return rows.slice(0, MOST_RIGHTS).map((row) => {
    const leader = held.leader[row] as number;
    const party = leader >= 0 ? leader : (held.party[row] as number);
    const part = party > 0 ? below(party) : [];
    const [table, at] = [taken(held, part), part.indexOf(row)];
    // What several have is nobody's alone: of those, how surely it controls with the others.
    const together =
      leader < 0 && (EFFECT[held.right[row] as number] === "concert" || extraOf(held, row).joint !== "");
    const standing = (other: (held: HeldTable, row: number) => HeldTable) => {
      if (party <= 0) return "none";
      const view = new ControlView(ownership(other(table, at), above.entities, above.kinds, 0));
      return together ? standingIn(view.controllers(0), party) : aloneIn(view, party);
    };
    const now = () => (together ? standingIn(analysis.controllers, party) : standingOf(analysis, party));
    return {
      row,
      beneficiary: party >= 0 ? party : null,
      counts: countsOf(analysis, row),
      now: party <= 0 ? "none" : now(),
      without: standing(without),
      inFull: standing(inFull),
    };
  });
}

const standingOf = ({ controllers }: Analysis, party: number): Counts =>
  party === 0 ? "none" : (controllers.chain.get(party) ?? "none");

/** How a row counts as a right: control by itself, at the upper end only, or not. */
export function countsOf({ view, held }: Analysis, row: number): Counts {
  const effect = EFFECT[held.right[row] as number];
  const sure = isSure(held, row);
  if (effect === "concert" || effect === "nominal") return sure ? "certain" : "possible";
  const used = (rows: Int32Array) => rows.includes(row);
  if (used(view.own.lower.rights.row)) return "certain";
  return used(view.own.upper.rights.row) ? "possible" : "none";
}

export const stepsFor = ({ view }: Analysis, through: number, certain: boolean, subject = 0): Step[] =>
  certain ? [...certainProof(view, through, subject).steps] : proofOf(view, through, subject, false);

/** The steps by which everyone listed controls entity 0. */
export const proofsOf = once((analysis: Analysis): readonly Step[] =>
  analysis.controllers.ultimate.flatMap((c) => stepsFor(analysis, c.through, c.certainty === "certain")),
);

/** Companies above the subject that are all shown where nobody controls it: that the rests of none of them could is the verdict. */
const MOST_ABOVE = 30;

/**
 * Companies whose holders are shown: entity 0, everyone who may control it, what the proofs pass, and above each holder
 * somebody certainly controls, that holder; where nobody on record or not can control it, everyone above if few.
 */
export const companiesShown = once((analysis: Analysis): readonly number[] => {
  const { controllers, held, view } = analysis;
  const { entities } = view.own;
  const shown = new Set([0, ...controllers.chain.keys(), ...proofsOf(analysis).map((s) => s.held)]);
  if (controllers.verdict === "no controller on record") for (const n of heldAbove(analysis)) shown.add(n);
  const controlled = new Uint8Array(view.own.nodes);
  for (let n = 0; n < entities; n++) for (const y of view.lower.certain(n)) controlled[y] = 1;
  for (const company of shown) {
    for (const row of rowsOf(analysis, company)) {
      const holder = held.party[row] as number;
      if (holder >= 0 && controlled[holder] === 1) shown.add(holder);
    }
  }
  return [...shown];
});

/** Everyone above entity 0 with holders on record; nobody where they are too many to go through. */
export function heldAbove(analysis: Analysis): number[] {
  const { held, view } = analysis;
  const above = [...view.ancestorsOf(0)].filter(
    (n) => n < view.own.entities && rowsOf(analysis, n).some((r) => !isDeclaration(held, r)),
  );
  return above.length <= MOST_ABOVE ? above : [];
}

/**
 * Statement ordinals behind the verdict: the proofs where somebody controls; where nobody could, all that stands above,
 * as a holder taken away may be anybody's; else all that was considered.
 */
export const groundsOf = once((analysis: Analysis): readonly number[] => {
  const { held, controllers } = analysis;
  const own = rowsOf(analysis, 0).flatMap((row) => [...becauseOf(held, row)]);
  const proofs = proofsOf(analysis).flatMap((s) => [...s.statements]);
  if (controllers.verdict === "controlled") return [...new Set([...own, ...proofs])];
  const all = controllers.verdict === "no controller on record" ? heldAbove(analysis) : [];
  const companies = new Set([...companiesShown(analysis), ...all]);
  const considered = [...companies].flatMap((company) => rowsOf(analysis, company));
  return [...new Set([...own, ...proofs, ...considered.flatMap((row) => [...becauseOf(held, row)])])];
});

/** The age of the oldest carried observation among the statements behind the verdict. */
export function carriedBehind(analysis: Analysis): number | null {
  const { held } = analysis;
  const grounds = new Set(groundsOf(analysis));
  const ages = companiesShown(analysis)
    .flatMap((company) => rowsOf(analysis, company))
    .filter((row) => becauseOf(held, row).some((n) => grounds.has(n)))
    .map((row) => held.carried.get(row))
    .filter((age) => age !== undefined);
  return ages.length === 0 ? null : Math.max(...ages);
}

/** What the members of a concert have of the votes, as a range: what the agreement binds. */
export function boundVotes({ held, view }: Analysis, row: number): Percent {
  const company = held.subject[row] as number;
  const members = [held.party[row] as number, ...extraOf(held, row).members];
  const ballots = new Set(view.ballotsOf(company));
  const { holds } = view.own.upper;
  let low = 0;
  let high = 0;
  for (let e = 0; e < holds.head.length; e++) {
    const block = holds.row[e] as number;
    if (!ballots.has(holds.head[e] as number) || block < 0 || !members.includes(held.party[block] as number))
      continue;
    low += holds.low[e] as number;
    high += holds.high[e] as number;
  }
  return toPercent({
    low: Math.min(low, WHOLE),
    high: Math.min(high, WHOLE),
    lowOpen: false,
    highOpen: false,
  });
}

export const isDisputed = (held: HeldTable, row: number) => has(held, row, HELD_DISPUTED);
export const isReading = (held: HeldTable, row: number) => has(held, row, HELD_READING);
export const presenceOf = (held: HeldTable, row: number): "certain" | "possible" =>
  has(held, row, HELD_POSSIBLE) ? "possible" : "certain";
export { becauseOf, extraOf, isDeclaration };
