/** The smallest sets, or one from which nothing can be left out. */
export interface SmallestSets {
  readonly sets: readonly Int32Array[];
  /** False: looking at all smaller sets would have taken more than `most` tries, and `sets` holds one irreducible set. */
  readonly exact: boolean;
}

/**
 * All smallest sets of the numbers 0 … n − 1 for which `holds` is true, given that it is true of all of them together.
 * Sets are ascending numbers, the sets in dictionary order. Nothing is assumed of `holds`: it need not be monotone.
 * Tries sets by size; where a size would go beyond `most` tries, leaves out one number after another instead, until
 * none can be left out alone (Zeller & Hildebrandt 2002, one number at a time): at most n² further tries.
 * Cost: calls of `holds`, at most `most` + n².
 */
export function smallestSets(n: number, holds: (set: Int32Array) => boolean, most: number): SmallestSets {
  let tries = 0;
  for (let size = 0; size <= n; size++) {
    const count = choose(n, size);
    if (tries + count > most) return { sets: [irreducible(n, holds)], exact: false };
    tries += count;
    const sets: Int32Array[] = [];
    const set = Int32Array.from({ length: size }, (_, i) => i);
    do if (holds(set)) sets.push(set.slice());
    while (next(set, n));
    if (sets.length > 0) return { sets, exact: true };
  }
  return { sets: [], exact: true };
}

/** The next combination in dictionary order, in place; false after the last. */
function next(set: Int32Array, n: number): boolean {
  let at = set.length - 1;
  while (at >= 0 && set[at] === n - set.length + at) at--;
  if (at < 0) return false;
  set[at]++;
  for (let i = at + 1; i < set.length; i++) set[i] = set[i - 1] + 1;
  return true;
}

function irreducible(n: number, holds: (set: Int32Array) => boolean): Int32Array {
  let set = Int32Array.from({ length: n }, (_, i) => i);
  for (let shorter = true; shorter; ) {
    shorter = false;
    for (const each of set) {
      const rest = set.filter((other) => other !== each);
      if (!holds(rest)) continue;
      set = rest;
      shorter = true;
    }
  }
  return set;
}

function choose(n: number, size: number): number {
  let count = 1;
  for (let i = 1; i <= size; i++) count = (count * (n - size + i)) / i;
  return Math.round(count);
}
