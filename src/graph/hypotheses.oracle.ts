import { compare, NOTHING, plus, type Rational, rational, times } from "./rational.ts";

/** One rating as it is given. */
export interface OneRating {
  readonly item: number;
  readonly origin: number;
  readonly hypothesis: number;
  readonly rater: number;
  readonly score: number;
  readonly weight: number;
}
export interface Board {
  readonly origins: readonly number[];
  readonly hypotheses: number;
  readonly ratings: readonly OneRating[];
}

const whole = (n: number) => rational(BigInt(n), 1n);
const minus = (a: Rational, b: Rational) => plus(a, times(whole(-1), b));
const most = (list: readonly number[]) => list.reduce((a, b) => (a > b ? a : b), 0);

/** What an origin counts against a hypothesis (`side` −1) or for it (1); null where nobody rated. */
export function counts(board: Board, origin: number, hypothesis: number, side: -1 | 1): Rational | null {
  const here = board.ratings.filter((one) => one.origin === origin && one.hypothesis === hypothesis);
  const raters = [...new Set(here.map((one) => one.rater))];
  if (raters.length === 0) return null;
  const byRater = raters.map((rater) =>
    most(here.filter((one) => one.rater === rater).map((one) => side * one.score * one.weight)),
  );
  return rational(BigInt(byRater.reduce((a, b) => a + b, 0)), BigInt(raters.length));
}

export const inconsistencyOf = (board: Board, hypothesis: number): Rational =>
  board.origins.map((origin) => counts(board, origin, hypothesis, -1) ?? NOTHING).reduce(plus, NOTHING);

export const coverageOf = (board: Board, hypothesis: number): number =>
  board.origins.filter((origin) => counts(board, origin, hypothesis, -1) !== null).length;

/** The mean difference over pairs of hypotheses an origin is rated for; null where there is no pair. */
export function diagnosticityOf(board: Board, origin: number): Rational | null {
  const values = Array.from({ length: board.hypotheses }, (_, h) => {
    const against = counts(board, origin, h, -1);
    const favour = counts(board, origin, h, 1);
    if (against === null || favour === null) return [];
    return [against.n > 0n ? minus(NOTHING, against) : favour];
  }).flat();
  const apart = values.flatMap((a, i) =>
    values.slice(i + 1).map((b) => (compare(a, b) < 0 ? minus(b, a) : minus(a, b))),
  );
  if (apart.length === 0) return null;
  return times(apart.reduce(plus, NOTHING), rational(1n, BigInt(apart.length)));
}

/** Which of the compared hypotheses have the least inconsistency. */
export function leastOn(board: Board, compared: readonly number[]): number[] {
  return compared.filter((h) =>
    compared.every((k) => compare(inconsistencyOf(board, h), inconsistencyOf(board, k)) <= 0),
  );
}

export const withoutOrigin = (board: Board, origin: number): Board => ({
  ...board,
  origins: board.origins.filter((one) => one !== origin),
  ratings: board.ratings.filter((one) => one.origin !== origin),
});

/** The board with every rating of one cell the opposite. */
export const reversedAt = (board: Board, origin: number, hypothesis: number): Board => ({
  ...board,
  ratings: board.ratings.map((one) =>
    one.origin === origin && one.hypothesis === hypothesis ? { ...one, score: -one.score } : one,
  ),
});

/** Whether two of the compared change places between two boards. */
export const reordered = (before: Board, after: Board, compared: readonly number[]): boolean =>
  compared.some((h) =>
    compared.some(
      (k) =>
        compare(inconsistencyOf(before, h), inconsistencyOf(before, k)) < 0 &&
        compare(inconsistencyOf(after, h), inconsistencyOf(after, k)) > 0,
    ),
  );

export const dominates = (board: Board, h: number, k: number): boolean => {
  const both = board.origins.flatMap((origin) => {
    const [a, b] = [counts(board, origin, h, -1), counts(board, origin, k, -1)];
    return a === null || b === null ? [] : [compare(a, b)];
  });
  return both.some((order) => order < 0) && both.every((order) => order <= 0);
};
