import fc from "fast-check";
import { expect, it } from "vitest";
import { krippendorffOf } from "./krippendorff.oracle.ts";
import { krippendorff, type Level } from "./krippendorff.ts";
import { toNumber } from "./rational.ts";

/** Rows of raters as they are printed, a dot where there is no value, to units. */
function unitsOf(...raters: readonly string[]): number[][] {
  const rows = raters.map((row) => row.split(" "));
  const codes = [...new Set(rows.flat())].filter((code) => code !== ".").sort();
  return (rows[0] ?? []).map((_, u) => rows.map((row) => codes.indexOf(row[u] ?? ".")));
}
const alpha = (table: readonly (readonly number[])[], level: Level) =>
  krippendorff(Int8Array.from(table.flat()), table[0]?.length ?? 0, Math.max(0, ...table.flat()) + 1, level);
const rounded = (table: readonly (readonly number[])[], level: Level) => {
  const found = alpha(table, level);
  if (found === null) return null;
  return (
    (found.n < 0n ? -1 : 1) * Number(toNumber({ ...found, n: found.n < 0n ? -found.n : found.n }).toFixed(3))
  );
};

it("Krippendorff 2011, section A: two observers, ten binary units", () => {
  expect(rounded(unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), "nominal")).toBe(0.095);
});

it("Krippendorff 2011, section B: two observers, twelve units in five categories", () => {
  expect(rounded(unitsOf("a a b b d c c c e d d a", "b a b b b c c c e d d d"), "nominal")).toBe(0.692);
});

it("Krippendorff 2011, section C: four observers, missing values, three levels of measurement", () => {
  const table = unitsOf(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  );
  expect(rounded(table, "nominal")).toBe(0.743);
  expect(rounded(table, "ordinal")).toBe(0.815);
  expect(rounded(table, "interval")).toBe(0.849);
});

it("the example of the encyclopaedias: three coders, fifteen units, values missing", () => {
  const table = unitsOf(
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
  );
  expect([rounded(table, "nominal"), rounded(table, "ordinal"), rounded(table, "interval")]).toEqual([
    0.691, 0.807, 0.811,
  ]);
});

it("one rater, or one category alone, gives no α", () => {
  expect(alpha([[0], [1], [2]], "ordinal")).toBeNull();
  expect(
    alpha(
      [
        [1, 1],
        [1, 1],
      ],
      "ordinal",
    ),
  ).toBeNull();
  expect(krippendorff(new Int8Array(), 0, 5, "nominal")).toBeNull();
});

it("is the definition, pair by pair, whatever is missing", () => {
  const tables = fc.integer({ min: 1, max: 4 }).chain((raters) =>
    fc.array(fc.array(fc.integer({ min: -1, max: 4 }), { minLength: raters, maxLength: raters }), {
      maxLength: 9,
    }),
  );
  fc.assert(
    fc.property(tables, fc.constantFrom<Level>("nominal", "ordinal", "interval"), (table, level) => {
      expect(alpha(table, level)).toEqual(krippendorffOf(table, level));
    }),
    { numRuns: 300 },
  );
});
