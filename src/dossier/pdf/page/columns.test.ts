import fc from "fast-check";
import { expect, test } from "vitest";
import { columnWidths } from "./columns.ts";

const column = fc
  .tuple(fc.nat(300), fc.nat(300))
  .map(([a, b]) => ({ least: Math.min(a, b), most: Math.max(a, b) }));
const columns = fc.array(column, { minLength: 1, maxLength: 8 });

test("columns fill the width, and none is narrower than its longest word while there is room for all", () => {
  fc.assert(
    fc.property(columns, fc.integer({ min: 100, max: 900 }), (given, width) => {
      const { widths, fits } = columnWidths(given, width, 10);
      const room = width - 10 * (given.length - 1);
      const least = given.reduce((sum, each) => sum + each.least, 0);
      const total = widths.reduce((a, b) => a + b, 0);
      expect(fits).toBe(least <= room || given.every((each) => each.most === 0));
      if (given.some((each) => each.most > 0) && room > 0) expect(total).toBeCloseTo(room, 6);
      if (fits) {
        widths.forEach((each, n) => {
          expect(each).toBeGreaterThanOrEqual((given[n]?.least ?? 0) - 1e-9);
        });
      }
    }),
  );
});

test("what does not fit takes only from the widest", () => {
  const wide = [20, 300, 400].map((least) => ({ least, most: least }));
  expect(columnWidths(wide, 220, 0)).toEqual({ widths: [20, 100, 100], fits: false });
});
