import type { FractionRange } from "../../../graph/implied.ts";
import { compare, type Rational } from "../../../graph/rational.ts";
import { EFFECT } from "../../../networks/company.ts";
import { extraOf } from "../../../networks/held.ts";
import { impliedLinks, impliedSum } from "../../../networks/implied-links.ts";
import { HELD_DISPUTED, HELD_HIGH_OPEN, HELD_LOW_OPEN, HELD_READING } from "../../../networks/interests.ts";
import { withoutOwn } from "../../../networks/room.ts";
import type { Claim } from "./claims.ts";
import { economicFigures, type Figures, voteFigures } from "./figures.ts";
import { type Ground, limiting, missingAbove, type Why, why } from "./ground.ts";
import { beforeRounding, common, hull, meet, percentOf, rangeOfUnits, sameEnds, together } from "./ranges.ts";
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
  if (rows.length === 0) {
    const over = compare(range.low, figures.most) > 0;
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
  const { outcome, reasons } = compared(ground, claim, declared, figures, components);
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
): { outcome: Tested["outcome"]; reasons: Why[] } {
  const declared = rangeOfUnits(share);
  const computed = figures.range as FractionRange;
  const part = figures.part ? [why("part-or-whole", { about: [party], range: percentOf(figures.part) })] : [];
  if (meet(declared, computed)) {
    const told = sameEnds(declared) || sameEnds(computed) === false ? part : [...part, why("band")];
    return { outcome: "agrees", reasons: told };
  }
  if (figures.part && meet(declared, figures.part)) return { outcome: "agrees", reasons: part };
  if (meet(beforeRounding(share), computed)) return { outcome: "agrees", reasons: [why("rounded")] };
  const whole = figures.wholes.find((one) => meet(declared, one));
  if (whole) return { outcome: "agrees", reasons: [why("not-multiplied", { range: percentOf(whole) })] };
  const below = components.size > 0 && compare(declared.high, computed.low) <= 0;
  const only = below && figures.along(new Set([...components, party, company]));
  if (only && meet(declared, only))
    return {
      outcome: "narrower",
      reasons: [why("components-only", { about: [...components], range: percentOf(only) })],
    };
  const room = (of: FractionRange, most: Rational) =>
    compare(declared.low, of.high) >= 0 && compare(declared.low, most) <= 0;
  const partRoom = figures.part !== null && room(figures.part, figures.partMost);
  if (partRoom || room(computed, figures.most))
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
    ...(held.carried.has(row) ? [why("old", { rows: [row] })] : []),
    ...(joint.length > 0 ? [why("joint", { rows: joint })] : []),
  ];
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
  if (!figures.own) return { implied: whole, sum: impliedSum(net, party, company, share) };
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
