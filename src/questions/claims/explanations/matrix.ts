import { Problem } from "../../../errors.ts";
import {
  type Collapsed,
  collapse,
  diagnosticity,
  dominance,
  inconsistency,
  MOST_RATERS,
  type Rated,
  UNRATED,
} from "../../../graph/hypotheses.ts";
import { rational } from "../../../graph/rational.ts";
import { sensitivity } from "../../../graph/sensitivity.ts";
import type { Statement } from "../../../model/statement.ts";
import { sourcesOf } from "../attached.ts";
import type { Dated } from "../read.ts";
import { decimalOf } from "../recompute/compute.ts";
import { agreementOf } from "./agreement.ts";
import {
  type Cell,
  type Explanation,
  type ExplanationSet,
  type Item,
  LEVELS,
  type Origin,
  RATINGS,
} from "./overall.ts";
import { rankingOf } from "./ranking.ts";

interface Given {
  readonly set: string;
  readonly hypotheses: readonly Statement[];
  readonly items: readonly Statement[];
  readonly ratings: readonly Statement[];
  readonly stated: ReadonlyMap<string, Dated>;
  readonly rootOf: (source: string) => string;
}

const PLACES = 8;
export const SCORE = { CC: 2, C: 1, N: 0, I: -1, II: -2, NA: UNRATED } as const;
/** What a level of credibility or relevance counts; an item's weight is the product. */
const WORTH = { low: 1, medium: 2, high: 3 } as const;

/** Who rated; without a name, nobody in particular. */
export const raterOf = (rating: Statement): string => rating.properties.rater ?? "";

/** One set of explanations against its evidence: what counts against each, what tells them apart, what it all hangs on. */
export function matrixOf(given: Given): ExplanationSet {
  const raters = [...new Set(given.ratings.map(raterOf))].sort();
  if (raters.length > MOST_RATERS)
    throw new Problem(
      "too-many",
      `${raters.length} raters rated "${given.set}"`,
      `Ask for one; ${MOST_RATERS} at most are taken together.`,
      [],
      [
        `评定“${given.set}”的有 ${raters.length} 人。`,
        `请只问其中一人；最多 ${MOST_RATERS} 人可以合并计算。`,
      ],
    );
  const items = given.items.map((item) => itemOf(item, given));
  const { group, origins } = groupsOf(given);
  const rated = ratedOf(given, items, raters, group);
  const matrix = collapse(rated);
  const plain = collapse({ ...rated, weight: rated.weight.map(() => 1) });
  const { total, rated: cells } = inconsistency(matrix);
  const alike = inconsistency(plain).total;
  const wide = cells.map((n, h) => Number(n > 0 && matrix.contradicted[h] === 0));
  const compared = Uint8Array.from(cells, (n, h) => Number(n > 0 && !wide[h]));
  const found = sensitivity(matrix, compared);
  const foundPlain = sensitivity(plain, compared);
  const told = diagnosticity(matrix);
  const over = dominance(matrix);
  const ids = given.hypotheses.map((one) => one.id);
  const decimal = (units: number, by = 1) =>
    decimalOf(rational(BigInt(units), BigInt(matrix.scale * by)), PLACES);
  const explanations = given.hypotheses.map(
    (one, h): Explanation => ({
      hypothesis: one.id,
      text: one.properties.text ?? "",
      note: one.note,
      inconsistency: decimal(total[h] as number),
      unweighted: decimal(alike[h] as number),
      rated: cells[h] as number,
      of: origins.length,
      telling: tellingFor(matrix, h),
      unfalsifiable: wide[h] === 1,
      least: found.least[h] === 1,
      leastUnweighted: foundPlain.least[h] === 1,
      ahead: ids.filter((_, k) => compared[h] && compared[k] && over[h * ids.length + k] === 1),
      because: becauseOf(one, h, items),
    }),
  );
  const inGroup = (g: number) => items.filter((_, i) => group[i] === g);
  const groups = origins.map(
    (roots, g): Origin => ({
      origins: roots,
      items: inGroup(g).map((item) => item.evidence),
      diagnosticity: told.pairs[g] === 0 ? null : decimal(told.sum[g] as number, told.pairs[g]),
      without: found.without[g] === 1,
      reorders: found.reorders[g] === 1,
      reversed: ids.filter((_, h) => compared[h] && found.reversed[g * ids.length + h] === 1),
      because: [...new Set(inGroup(g).flatMap((item) => item.because))].sort(),
    }),
  );
  const exclusive =
    given.hypotheses.length > 0 && given.hypotheses.every((one) => one.properties.exclusive === "yes");
  return {
    set: given.set,
    exclusive,
    raters,
    explanations,
    items,
    origins: groups,
    agreement: agreementOf(rated),
    ...rankingOf(explanations, exclusive),
    because: [...new Set([...explanations, ...items].flatMap((one) => one.because))].sort(),
  };
}

/** Of how many origins a rating says anything for or against a hypothesis. */
function tellingFor({ groups, hypotheses, against, favour }: Collapsed, h: number): number {
  let count = 0;
  for (let g = 0; g < groups; g++) {
    const cell = g * hypotheses + h;
    if ((against[cell] ?? 0) > 0 || (favour[cell] ?? 0) > 0) count++;
  }
  return count;
}

function itemOf(item: Statement, { hypotheses, ratings, stated }: Given): Item {
  const statement = stated.get(item.properties.statement ?? "")?.statement;
  const here = ratings.filter((rating) => rating.properties.evidence === item.id);
  return {
    evidence: item.id,
    statement: item.properties.statement ?? "",
    kind: statement?.kind ?? "",
    text: statement?.kind === "claim" ? (statement.properties.statement ?? "") : "",
    subject: statement?.subject ?? null,
    object: statement?.object ?? null,
    note: item.note,
    cells: hypotheses.map((one) => cellOf(one.id, here)),
    because: [item.id, item.properties.statement ?? ""].sort(),
  };
}

const levelOf = (text: string | undefined) => LEVELS.find((level) => level === text) ?? "medium";

const cellOf = (hypothesis: string, ratings: readonly Statement[]): Cell => ({
  hypothesis,
  ratings: ratings
    .filter((rating) => rating.properties.hypothesis === hypothesis)
    .map((rating) => ({
      rater: raterOf(rating),
      rating: RATINGS.find((one) => one === rating.properties.rating) ?? "NA",
      reason: rating.properties.reason ?? "",
      credibility: levelOf(rating.properties.credibility),
      relevance: levelOf(rating.properties.relevance),
      because: [rating.id],
    })),
});

/** Items by where they come from: those with the very same origins are one. */
function groupsOf({ items, stated, rootOf }: Given) {
  const known = new Map<string, number>();
  const origins: string[][] = [];
  const group = Int32Array.from(items, (item) => {
    const statement = stated.get(item.properties.statement ?? "")?.statement;
    const roots = statement ? [...new Set(sourcesOf(statement).map(rootOf))].sort() : [];
    const key = roots.join("|");
    const at = known.get(key) ?? known.size;
    if (at === known.size) origins.push(roots);
    known.set(key, at);
    return at;
  });
  return { group, origins };
}

/** The ratings as arrays. Where one rater rated a cell twice, the first by id counts. */
function ratedOf(
  { hypotheses }: Given,
  items: readonly Item[],
  raters: readonly string[],
  group: Int32Array,
): Rated {
  const cells = items.length * hypotheses.length * raters.length;
  const score = new Int8Array(cells).fill(UNRATED);
  const weight = new Int32Array(cells).fill(1);
  items.forEach((item, i) => {
    item.cells.forEach((cell, h) => {
      for (const one of [...cell.ratings].reverse()) {
        const at = (i * hypotheses.length + h) * raters.length + raters.indexOf(one.rater);
        score[at] = SCORE[one.rating];
        weight[at] = WORTH[one.credibility] * WORTH[one.relevance];
      }
    });
  });
  return { hypotheses: hypotheses.length, raters: raters.length, group, score, weight };
}

/** An explanation and every rating that counts against it. */
const becauseOf = (one: Statement, h: number, items: readonly Item[]): string[] =>
  [
    one.id,
    ...items.flatMap((item) =>
      (item.cells[h]?.ratings ?? [])
        .filter((each) => each.rating.startsWith("I"))
        .flatMap((each) => each.because),
    ),
  ].sort();
