import { common, type FractionRange } from "../../../graph/implied.ts";
import { compare, type Rational } from "../../../graph/rational.ts";
import { EFFECT } from "../../../networks/company.ts";
import { extraOf, type HeldTable } from "../../../networks/held.ts";
import { impliedLinks, impliedSum } from "../../../networks/implied-links.ts";
import {
  HELD_DISPUTED,
  HELD_HIGH_OPEN,
  HELD_LOW_OPEN,
  HELD_POSSIBLE,
  HELD_READING,
} from "../../../networks/interests.ts";
import { withoutOwn } from "../../../networks/room.ts";
import type { Claim } from "./claims.ts";
import { economicFigures, type Figures, voteFigures } from "./figures.ts";
import { type Ground, limiting, missingAbove, type Why, why } from "./ground.ts";
import { above, beforeRounding, hull, meet, percentOf, rangeOfUnits, sameEnds, together } from "./ranges.ts";
import { type Tested, UNTESTED } from "./tested.ts";

/** A declared share or right of a named party, tested against its chains of direct statements. */
export function testInterest(ground: Ground, claim: Claim, components: ReadonlySet<number>): Tested {
  const row = claim.rows[0] as number;
  const effect = EFFECT[ground.held.right[row] as number] as string;
  const rows = ground.between(claim.party, claim.company);
  if (!["shares", "votes", "economic"].includes(effect)) return byStanding(ground, claim, rows);
  const measure = effect === "votes" ? "votes" : "economic";
  // Who is said to hold directly or indirectly is said to hold it in all: there is no part through others to read it as.
  const of = measure === "votes" ? voteFigures : economicFigures;
  const figures = of(ground, claim.party, claim.company, !claim.counted);
  const declared = declaredShare(ground, row);
  const base: Tested = { ...UNTESTED, measure, range: figures.range, most: figures.most, rows };
  const range = rangeOfUnits(declared);
  const said = saidOf(ground, claim, row, range, rows);
  const other = ofOtherClass(ground, row, claim.company);
  if (rows.length === 0) {
    const unrounded = beforeRounding(declared);
    const over =
      above(unrounded, figures.most) && above(unrounded, figures.counted("whole").most) && other.length === 0;
    return {
      ...base,
      range: null,
      rows: over ? limiting(ground, claim.party, claim.company, measure === "votes") : rows,
      outcome: over ? "contradicts" : "cannot be tested",
      why: [
        ...said,
        over
          ? why("attribution", { about: [claim.party] })
          : why("unnamed-rest", { about: missingAbove(ground, claim.company) }),
      ],
      missing: missingAbove(ground, claim.company),
    };
  }
  if (figures.range === null) return { ...base, most: null, why: [...said, why("ring", { rows })] };
  const found = compared(ground, claim, declared, figures, components, rows);
  const { outcome, reasons } =
    other.length === 0 || found.outcome === "agrees"
      ? found
      : { outcome: "cannot be tested" as const, reasons: [why("class", { rows: [row, ...other] })] };
  return {
    ...base,
    outcome,
    rows:
      outcome === "contradicts"
        ? [...new Set([...rows, ...limiting(ground, claim.party, claim.company, measure === "votes")])]
        : rows,
    why: [...said, ...reasons, ...openLinks(ground, rows)],
    ...(measure === "economic" && outcome === "agrees" ? impliedBy(ground, claim, declared, figures) : {}),
    total: totalOf(range, figures),
    missing: outcome === "wider" ? missingAbove(ground, claim.company) : [],
  };
}

type Share = Parameters<typeof rangeOfUnits>[0];

function declaredShare({ held }: Ground, row: number): Share {
  const has = (bit: number) => ((held.flags[row] as number) & bit) !== 0;
  return {
    low: held.low[row] as number,
    high: held.high[row] as number,
    lowOpen: has(HELD_LOW_OPEN),
    highOpen: has(HELD_HIGH_OPEN),
  };
}

/** The plain comparison, then every lawful way of counting that would make both right. */
function compared(
  ground: Ground,
  { party, company }: Claim,
  share: Share,
  figures: Figures,
  components: ReadonlySet<number>,
  rows: readonly number[],
): { outcome: Tested["outcome"]; reasons: Why[] } {
  const declared = rangeOfUnits(share);
  const unrounded = beforeRounding(share);
  const computed = figures.range as FractionRange;
  const of = (code: Why["code"], range: FractionRange, more: Partial<Why> = {}) =>
    why(code, { range: percentOf(range), rows, ...more });
  const part = figures.part ? [of("part-or-whole", figures.part, { about: [party] })] : [];
  const agrees = (...reasons: Why[]) => ({ outcome: "agrees" as const, reasons });
  if (meet(declared, computed))
    return agrees(...part, ...(sameEnds(computed) && !sameEnds(declared) ? [why("band")] : []));
  if (figures.part && meet(declared, figures.part)) return agrees(...part);
  const { issued } = figures;
  if (issued && meet(declared, issued)) return agrees(of("own-shares", issued));
  const rounded = why("rounded");
  if (meet(unrounded, computed)) return agrees(rounded);
  if (figures.part && meet(unrounded, figures.part)) return agrees(...part, rounded);
  if (issued && meet(unrounded, issued)) return agrees(of("own-shares", issued), rounded);
  for (const [said, more] of [
    [declared, []],
    [unrounded, [rounded]],
  ] as const) {
    const whole = figures.counted("whole").ranges.find((one) => meet(said, one));
    if (whole) return agrees(of("not-multiplied", whole), ...more);
    const through = figures.part && figures.counted("part").ranges.find((one) => meet(said, one));
    if (through) return agrees(...part, of("not-multiplied", through), ...more);
  }
  const below = components.size > 0 && compare(declared.high, computed.low) <= 0;
  const only = below && figures.along(new Set([...components, party, company]));
  if (only && meet(unrounded, only))
    return {
      outcome: "narrower",
      reasons: [
        of("components-only", only, { about: [...components] }),
        ...(meet(declared, only) ? [] : [rounded]),
      ],
    };
  const room = (shown: FractionRange, most: Rational) =>
    compare(declared.low, shown.high) >= 0 && !above(unrounded, most);
  const most = [figures.most, figures.counted("whole").most];
  const partMost = figures.part ? [figures.partMost, figures.counted("part").most] : [];
  if (
    most.some((one) => room(computed, one)) ||
    partMost.some((one) => room(figures.part as FractionRange, one))
  )
    return {
      outcome: "wider",
      reasons: [...part, why("unnamed-rest", { about: missingAbove(ground, company) })],
    };
  return { outcome: "contradicts", reasons: [...part, why("attribution", { about: [party] })] };
}

/** What the declaration itself is like. */
function saidOf(
  { held }: Ground,
  claim: Claim,
  row: number,
  range: FractionRange,
  rows: readonly number[],
): Why[] {
  const flags = held.flags[row] as number;
  const joint = [row, ...rows].filter((r) => extraOf(held, r).joint !== "");
  return [
    ...(claim.counted ? [why("directly-or-indirectly", { rows: [row] })] : []),
    ...((flags & HELD_DISPUTED) !== 0 ? [why("disputed", { rows: [row] })] : []),
    ...((flags & HELD_READING) !== 0 && !sameEnds(range) ? [why("rounded", { rows: [row] })] : []),
    ...timesOf(held, row),
    ...(joint.length > 0 ? [why("joint", { rows: joint })] : []),
  ];
}

/** A declaration may be out of date, or may not have begun, on the day asked about. */
export function timesOf(held: HeldTable, row: number): Why[] {
  if (held.carried.has(row)) return [why("old", { rows: [row] })];
  const possible = ((held.flags[row] as number) & HELD_POSSIBLE) !== 0;
  return possible ? [why("day", { rows: [row] })] : [];
}

/** The direct statements about a company of another class of shares than the one declared, or of all. */
function ofOtherClass({ held, stated }: Ground, row: number, company: number): number[] {
  const declared = extraOf(held, row).class;
  if (declared === "") return [];
  return stated(company).filter(
    (r) =>
      ["shares", "votes"].includes(EFFECT[held.right[r] as number] as string) &&
      extraOf(held, r).class !== declared,
  );
}

/** A right that is no figure: only control for certain answers it; a contract nobody recorded is never ruled out. */
function byStanding(ground: Ground, { party, company }: Claim, rows: readonly number[]): Tested {
  const standing = ground.view.controllers(company).chain.get(party) ?? "none";
  if (standing === "certain") return { ...UNTESTED, measure: "control", rows, outcome: "agrees" };
  return {
    ...UNTESTED,
    measure: "control",
    rows,
    why: [why("other-means", { about: [party] })],
    missing: rows.length === 0 ? missingAbove(ground, company) : [],
  };
}

const MOST_OPEN = 6;

/** Holdings on the chains that are no single figure, each with its holder and its company. */
function openLinks({ held }: Ground, rows: readonly number[]): Why[] {
  const open = rows.filter((r) => {
    const effect = EFFECT[held.right[r] as number] as string;
    return (
      ["shares", "votes", "influence"].includes(effect) &&
      held.low[r] !== held.high[r] &&
      held.party[r] !== -1
    );
  });
  const pairs = new Map(open.map((r) => [`${held.party[r]} ${held.subject[r]}`, r]));
  return [...pairs.values()]
    .slice(0, MOST_OPEN)
    .map((r) =>
      why("unknown-links", { about: [held.party[r] as number, held.subject[r] as number], rows: [r] }),
    );
}

/** What the declaration makes of holdings that are no single figures, read as all or as the part through others. */
function impliedBy(
  ground: Ground,
  claim: Claim,
  share: Share,
  figures: Figures,
): Pick<Tested, "implied" | "sum"> {
  const { party, company } = claim;
  const net = ground.economic();
  const whole = impliedLinks(net, party, company, share).map((l) => ({ ...l, reading: "whole" as const }));
  // What agrees in another way only ties no holdings together.
  const fits = figures.range !== null && meet(rangeOfUnits(share), figures.range);
  if (!figures.own) return { implied: whole, sum: fits ? impliedSum(net, party, company, share) : null };
  const beside = withoutOwn(net, party, company);
  const part = impliedLinks(beside, party, company, share).map((l) => ({ ...l, reading: "part" as const }));
  return { implied: [...whole, ...part], sum: null };
}

/** Everything the party has if the declaration is right, whether it speaks of all or of the part through others. */
function totalOf(declared: FractionRange, figures: Figures): FractionRange | null {
  const { range, own } = figures;
  if (range === null) return null;
  const all = common(declared, range);
  const part = own && figures.part;
  const added = own && part && meet(declared, part) ? common(together(own, declared), range) : null;
  return all && added ? hull(all, added) : (all ?? added);
}
