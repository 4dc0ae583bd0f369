import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type Board,
  counts,
  coverageOf,
  diagnosticityOf,
  dominates,
  inconsistencyOf,
  leastOn,
  type OneRating,
  reordered,
  reversedAt,
  withoutOrigin,
} from "./hypotheses.oracle.ts";
import {
  type Collapsed,
  collapse,
  diagnosticity,
  dominance,
  inconsistency,
  type Rated,
  UNRATED,
} from "./hypotheses.ts";
import { rational } from "./rational.ts";
import { sensitivity } from "./sensitivity.ts";

/** A board as the kernels want it; items in the order given. */
function ratedOf(board: Board, items: readonly number[], raters: number): Rated {
  const cells = items.length * board.hypotheses * raters;
  const score = new Int8Array(cells).fill(UNRATED);
  const weight = new Int32Array(cells).fill(1);
  const group = Int32Array.from(
    items.map(
      (item) => board.ratings.find((one) => one.item === item)?.origin ?? item % board.origins.length,
    ),
  );
  for (const one of board.ratings)
    items.forEach((item, i) => {
      if (item !== one.item) return;
      const cell = (i * board.hypotheses + one.hypothesis) * raters + one.rater;
      score[cell] = one.score;
      weight[cell] = one.weight;
    });
  return { hypotheses: board.hypotheses, raters, group, score, weight };
}

const ORIGINS = 4;
const boards = fc
  .record({
    hypotheses: fc.integer({ min: 1, max: 4 }),
    raters: fc.integer({ min: 1, max: 3 }),
    items: fc.array(fc.integer({ min: 0, max: ORIGINS - 1 }), { maxLength: 5 }),
  })
  .chain(({ hypotheses, raters, items }) => {
    // Every origin has an item of its own, so that origins are numbered without gaps.
    const origin = [0, 1, 2, 3, ...items];
    const cells = origin.length * hypotheses * raters;
    const cell = fc.option(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 1, max: 9 })));
    return fc.array(cell, { minLength: cells, maxLength: cells }).map((given) => {
      const ratings = given.flatMap((one, n): OneRating[] => {
        if (one === null) return [];
        const item = Math.floor(n / (hypotheses * raters));
        const hypothesis = Math.floor(n / raters) % hypotheses;
        const [score, weight] = one;
        return [{ item, origin: origin[item] as number, hypothesis, rater: n % raters, score, weight }];
      });
      return { board: { origins: [0, 1, 2, 3], hypotheses, ratings }, raters, origin };
    });
  });

const exactly = (matrix: Collapsed, units: number) => rational(BigInt(units), BigInt(matrix.scale));
const made = ({ board, raters, origin }: { board: Board; raters: number; origin: readonly number[] }) =>
  collapse({ ...ratedOf(board, [...origin.keys()], raters), group: Int32Array.from(origin) });

it("inconsistency, coverage, diagnosticity and dominance are those of the definition", () => {
  fc.assert(
    fc.property(boards, (given) => {
      const { board } = given;
      const matrix = made(given);
      const { total, rated } = inconsistency(matrix);
      const { sum, pairs } = diagnosticity(matrix);
      const over = dominance(matrix);
      for (let h = 0; h < board.hypotheses; h++) {
        expect(exactly(matrix, total[h] as number)).toEqual(inconsistencyOf(board, h));
        expect(rated[h]).toBe(coverageOf(board, h));
        expect(matrix.contradicted[h] === 1).toBe(
          board.ratings.some((one) => one.hypothesis === h && one.score < 0),
        );
        for (let k = 0; k < board.hypotheses; k++)
          expect(over[h * board.hypotheses + k] === 1).toBe(dominates(board, h, k));
        for (const g of board.origins) {
          const cell = g * board.hypotheses + h;
          const against = counts(board, g, h, -1);
          if (against === null) expect(matrix.against[cell]).toBe(-1);
          else expect(exactly(matrix, matrix.against[cell] as number)).toEqual(against);
        }
      }
      for (const g of board.origins) {
        const expected = diagnosticityOf(board, g);
        if (expected === null) expect(pairs[g]).toBe(0);
        else
          expect(rational(BigInt(sum[g] as number), BigInt(matrix.scale * (pairs[g] as number)))).toEqual(
            expected,
          );
      }
    }),
    { numRuns: 200 },
  );
});

it("sensitivity is what becomes of the board without an origin, or with one cell the other way round", () => {
  fc.assert(
    fc.property(boards, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (given, chosen) => {
      const { board } = given;
      const all = Array.from({ length: board.hypotheses }, (_, h) => h);
      const compared = all.filter((h) => chosen[h]);
      const found = sensitivity(made(given), Uint8Array.from(all.map((h) => Number(chosen[h]))));
      const least = leastOn(board, compared);
      expect(all.filter((h) => found.least[h])).toEqual(least);
      for (const g of board.origins) {
        const without = withoutOrigin(board, g);
        expect(found.without[g] === 1).toBe(leastOn(without, compared).join() !== least.join());
        expect(found.reorders[g] === 1).toBe(reordered(board, without, compared));
        for (const h of all)
          expect(found.reversed[g * board.hypotheses + h] === 1).toBe(
            leastOn(reversedAt(board, g, h), compared).join() !== least.join(),
          );
      }
    }),
    { numRuns: 150 },
  );
});

it("an item told again by the same origin, in any order, changes nothing", () => {
  fc.assert(
    fc.property(boards, fc.array(fc.nat(), { maxLength: 10 }), fc.nat(), (given, again, turn) => {
      const { board, raters, origin } = given;
      const items = [...origin.keys(), ...again.map((n) => n % origin.length)];
      const turned = items.map((_, i) => items[(i + turn) % items.length] as number);
      const group = Int32Array.from(turned.map((item) => origin[item] as number));
      expect(collapse({ ...ratedOf(board, turned, raters), group })).toEqual(made(given));
    }),
    { numRuns: 150 },
  );
});

it("an origin counts against a hypothesis once, as strongly as its strongest item; raters by their mean", () => {
  // One origin with two items and two raters, one hypothesis: rater 0 says I (weight 4) and II (weight 1), rater 1 says C.
  const matrix = collapse({
    hypotheses: 1,
    raters: 2,
    group: Int32Array.of(0, 0),
    score: Int8Array.of(-1, 1, -2, UNRATED),
    weight: Int32Array.of(4, 4, 1, 1),
  });
  expect([matrix.groups, matrix.scale, [...matrix.against], [...matrix.favour]]).toEqual([1, 2, [4], [4]]);
});
