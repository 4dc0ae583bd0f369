import type { Arithmetic } from "./arithmetic.ts";
import type { Choice } from "./stakes.ts";

/**
 * The least x ≥ 0 with x_j = the greatest `choose(j, x)`, by policy iteration (Howard 1960): solve the linear system of
 * the completions chosen so far, choose again where another gives strictly more, until none does; `valued` is the value of
 * what `choose` would choose. Every round but the last gives more, and there are finitely many completions to choose from,
 * so it ends; it ends at the least fixpoint, as each round's shares are the least solution of their completion and so never
 * above it. Companies whose chosen holders lead nowhere outside are given nought, not iterated. In doubles a round that
 * gains less than rounding is the last. Cost: rounds × what a system takes to solve.
 */
export function leastFixpoint<T>(
  a: Arithmetic<T>,
  size: number,
  whole: number,
  choose: (j: number, x: readonly T[]) => Choice<T>,
  valued: (j: number, x: readonly T[]) => T,
  guess: readonly T[],
): T[] {
  const all = [...Array(size).keys()];
  let policy = all.map((j) => choose(j, guess));
  let before: readonly T[] = all.map(() => a.zero);
  for (let round = 0; ; round++) {
    const x = evaluate(a, policy, whole);
    if (round > 0 && !x.some((share, j) => a.compare(share, before[j]) > 0)) return x;
    before = x;
    let better = false;
    policy = policy.map((chosen, j) => {
      if (a.compare(valued(j, x), x[j]) <= 0) return chosen;
      better = true;
      return choose(j, x);
    });
    if (!better) return x;
  }
}

/** The least solution of the linear system of one completion of every company. */
function evaluate<T>(a: Arithmetic<T>, policy: readonly Choice<T>[], whole: number): T[] {
  const live = leadingOut(a, policy);
  const place = new Int32Array(policy.length).fill(-1);
  live.forEach((j, i) => {
    place[j] = i;
  });
  const start = new Int32Array(live.length + 1);
  const from: number[] = [];
  const units: number[] = [];
  live.forEach((j, row) => {
    const { at, units: held } = policy[j];
    for (let k = 0; k < at.length; k++) {
      if (place[at[k]] < 0) continue;
      from.push(place[at[k]]);
      units.push(held[k]);
    }
    start[row + 1] = from.length;
  });
  const solved = a.solve({
    ...{ size: live.length, whole, start, from: Int32Array.from(from), units: Float64Array.from(units) },
    given: live.map((j) => policy[j].given),
  });
  const x = policy.map(() => a.zero);
  live.forEach((j, i) => {
    x[j] = solved[i];
  });
  return x;
}

/** Companies from which some way up leads to a share that is given. */
function leadingOut<T>(a: Arithmetic<T>, policy: readonly Choice<T>[]): number[] {
  const held = policy.map((): number[] => []);
  policy.forEach((choice, j) => {
    for (const at of choice.at) held[at].push(j);
  });
  const live = new Set<number>();
  policy.forEach((choice, j) => {
    if (a.compare(choice.given, a.zero) > 0) live.add(j);
  });
  for (const j of live) for (const below of held[j]) live.add(below);
  return [...live];
}
