import { expect, test } from "vitest";
import { random } from "../../bench/random.ts";
import { type Interests, interestsOf } from "./interests.ts";

/** A reading of rows with these numbers, each with figures of its own. */
function reading(numbers: readonly number[]): Interests {
  const ints = (of: (n: number) => number) => Int32Array.from(numbers, of);
  const days = {
    fromLo: ints((n) => n + 1),
    fromHi: ints((n) => n + 2),
    toLo: ints(() => 3),
    toHi: ints(() => 4),
  };
  return {
    length: numbers.length,
    n: ints((n) => n),
    subject: ints((n) => n % 7),
    party: ints((n) => n % 11),
    right: ints((n) => n % 3),
    low: Float64Array.from(numbers, (n) => n / 2),
    high: Float64Array.from(numbers, (n) => n * 2),
    bits: ints((n) => n % 5),
    ...days,
    stated: ints((n) => -n),
    leader: ints((n) => n + 5),
    texts: new Map(),
  };
}

test("rows of several readings come in the order of their numbers", () => {
  const r = random(3, "interests");
  for (const [most, part] of [
    [500, 0.1],
    [500, 1],
    [3000, 0.5],
  ] as const) {
    const parts: number[][] = [[], [], []];
    for (let n = 0; n < most; n++) if (r.below(1000) < part * 1000) parts[r.below(3)]?.push(n);
    for (const one of parts) one.sort(() => r.below(3) - 1);
    const all = interestsOf(parts.map(reading));
    expect(all).toEqual(reading(parts.flat().sort((a, b) => a - b)));
  }
});
