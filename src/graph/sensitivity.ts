import { type Collapsed, inconsistency } from "./hypotheses.ts";

/** What becomes of the picture when one origin, or one cell, is not as it was rated. */
export interface Sensitivity {
  /** By hypothesis: 1 where, of those compared, it has the least inconsistency. */
  readonly least: Uint8Array;
  /** By origin: 1 where without it others have the least inconsistency. */
  readonly without: Uint8Array;
  /** By origin: 1 where without it two hypotheses change places. */
  readonly reorders: Uint8Array;
  /** By cell: 1 where others have the least inconsistency if its ratings were the opposite (CC for II, C for I). */
  readonly reversed: Uint8Array;
}

/**
 * Which single origin, if it were wrong and fell away, and which single cell, if it were rated the other way round,
 * would change which of the `compared` hypotheses (1 each) have the least inconsistency. Cost: cells · hypotheses.
 */
export function sensitivity(matrix: Collapsed, compared: Uint8Array): Sensitivity {
  const { hypotheses, groups, against, favour } = matrix;
  const { total } = inconsistency(matrix);
  const least = new Uint8Array(hypotheses);
  leastOf(total, compared, least);
  const [without, reorders] = [new Uint8Array(groups), new Uint8Array(groups)];
  const reversed = new Uint8Array(groups * hypotheses);
  const [trial, now] = [new Float64Array(hypotheses), new Uint8Array(hypotheses)];
  for (let g = 0; g < groups; g++) {
    const row = g * hypotheses;
    for (let h = 0; h < hypotheses; h++) trial[h] = total[h] - Math.max(0, against[row + h]);
    leastOf(trial, compared, now);
    without[g] = Number(now.some((each, h) => each !== least[h]));
    reorders[g] = Number(changePlaces(total, trial, compared));
    trial.set(total);
    for (let h = 0; h < hypotheses; h++) {
      if (against[row + h] < 0) continue;
      trial[h] = total[h] - against[row + h] + favour[row + h];
      leastOf(trial, compared, now);
      reversed[row + h] = Number(now.some((each, k) => each !== least[k]));
      trial[h] = total[h];
    }
  }
  return { least, without, reorders, reversed };
}

function leastOf(total: Float64Array, compared: Uint8Array, into: Uint8Array): void {
  let least = Number.POSITIVE_INFINITY;
  for (let h = 0; h < total.length; h++) if (compared[h]) least = Math.min(least, total[h]);
  for (let h = 0; h < total.length; h++) into[h] = compared[h] && total[h] === least ? 1 : 0;
}

function changePlaces(before: Float64Array, after: Float64Array, compared: Uint8Array): boolean {
  for (let h = 0; h < before.length; h++)
    for (let k = 0; k < before.length; k++)
      if (compared[h] && compared[k] && before[h] < before[k] && after[h] > after[k]) return true;
  return false;
}
