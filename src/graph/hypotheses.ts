/** No rating, or one that says "not applicable". */
export const UNRATED = -128;
/** Above so many raters their means are no longer whole numbers that a double holds exactly. */
export const MOST_RATERS = 20;

/**
 * Items of evidence rated against hypotheses. A cell is `(item · hypotheses + hypothesis) · raters + rater`: `score` −2
 * (very inconsistent) to 2 (very consistent) or `UNRATED`, `weight` a whole number above nought. `group` gives each item
 * its origin, from 0 on without gaps.
 */
export interface Rated {
  readonly hypotheses: number;
  readonly raters: number;
  readonly group: Int32Array;
  readonly score: Int8Array;
  readonly weight: Int32Array;
}

/**
 * The items of one origin as one. By cell `group · hypotheses + hypothesis`: `against` and `favour` are how strongly it
 * counts either way, the mean over the raters who rated it, in units of 1 / `scale`; −1 where nobody did. `contradicted`
 * is 1 for a hypothesis any rater found an item inconsistent with.
 */
export interface Collapsed {
  readonly hypotheses: number;
  readonly groups: number;
  readonly scale: number;
  readonly against: Float64Array;
  readonly favour: Float64Array;
  readonly contradicted: Uint8Array;
}

/**
 * Takes items of one origin together: for a rater, an origin counts against a hypothesis as its item that counts most
 * against it (score × weight), and for it likewise. The most is what it is whatever the order and however often an item
 * is told, so a relay changes nothing. Cost: cells.
 */
export function collapse({ hypotheses, raters, group, score, weight }: Rated): Collapsed {
  const groups = group.reduce((most, g) => Math.max(most, g + 1), 0);
  const scale = commonMultiple(raters);
  const strongest = [0, 1].map(() => new Int32Array(groups * hypotheses * raters).fill(-1));
  const contradicted = new Uint8Array(hypotheses);
  for (let cell = 0; cell < score.length; cell++) {
    if (score[cell] === UNRATED) continue;
    const row = hypotheses * raters;
    const at = group[Math.floor(cell / row)] * row + (cell % row);
    const counts = score[cell] * weight[cell];
    strongest[0][at] = Math.max(strongest[0][at], -counts, 0);
    strongest[1][at] = Math.max(strongest[1][at], counts, 0);
    if (counts < 0) contradicted[Math.floor((cell % row) / raters)] = 1;
  }
  const [against, favour] = strongest.map((each) => means(each, raters, scale));
  return { hypotheses, groups, scale, against, favour, contradicted };
}

/** The mean over raters of each cell, times `scale`; −1 where nobody rated. */
function means(cells: Int32Array, raters: number, scale: number): Float64Array {
  const mean = new Float64Array(raters === 0 ? 0 : cells.length / raters);
  for (let cell = 0; cell < mean.length; cell++) {
    let [sum, count] = [0, 0];
    for (let r = 0; r < raters; r++) {
      const counts = cells[cell * raters + r];
      if (counts < 0) continue;
      sum += counts;
      count++;
    }
    mean[cell] = count === 0 ? -1 : (sum * scale) / count;
  }
  return mean;
}

/** The least common multiple of 1 to n. */
function commonMultiple(n: number): number {
  let all = 1;
  for (let k = 2; k <= n; k++) {
    let [a, b] = [all, k];
    while (b !== 0) [a, b] = [b, a % b];
    all *= k / a;
  }
  return all;
}

/**
 * Weighted inconsistency of each hypothesis (units of 1 / `scale`), and of how many origins its cells are rated.
 * R. J. Heuer, Psychology of Intelligence Analysis (1999), ch. 8.
 */
export function inconsistency({ hypotheses, groups, against }: Collapsed) {
  const total = new Float64Array(hypotheses);
  const rated = new Int32Array(hypotheses);
  for (let cell = 0; cell < groups * hypotheses; cell++) {
    if (against[cell] < 0) continue;
    total[cell % hypotheses] += against[cell];
    rated[cell % hypotheses]++;
  }
  return { total, rated };
}

/**
 * How much each origin tells the hypotheses apart: the mean difference of what it counts for two of them, over all pairs
 * it is rated for. `sum[g]` is in units of 1 / `scale`, over `pairs[g]` pairs; nought where it counts the same for all.
 */
export function diagnosticity({ hypotheses, groups, against, favour }: Collapsed) {
  const sum = new Float64Array(groups);
  const pairs = new Int32Array(groups);
  const counts = (cell: number) => (against[cell] > 0 ? -against[cell] : favour[cell]);
  for (let g = 0; g < groups; g++)
    for (let h = 0; h < hypotheses; h++)
      for (let k = h + 1; k < hypotheses; k++) {
        const [a, b] = [g * hypotheses + h, g * hypotheses + k];
        if (against[a] < 0 || against[b] < 0) continue;
        sum[g] += Math.abs(counts(a) - counts(b));
        pairs[g]++;
      }
  return { sum, pairs };
}

/**
 * `over[h · hypotheses + k]` is 1 where no origin counts more against h than against k, and one counts less, among those
 * rated for both: h is ahead whatever the weights of origins. A partial order only.
 */
export function dominance({ hypotheses, groups, against }: Collapsed): Uint8Array {
  const over = new Uint8Array(hypotheses * hypotheses);
  for (let h = 0; h < hypotheses; h++)
    for (let k = 0; k < hypotheses; k++) {
      let [less, more] = [0, 0];
      for (let g = 0; g < groups; g++) {
        const [a, b] = [against[g * hypotheses + h], against[g * hypotheses + k]];
        if (a < 0 || b < 0) continue;
        if (a < b) less++;
        if (a > b) more++;
      }
      if (less > 0 && more === 0) over[h * hypotheses + k] = 1;
    }
  return over;
}
