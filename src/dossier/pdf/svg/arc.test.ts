import fc from "fast-check";
import { expect, test } from "vitest";
import { arcCurves } from "./arc.ts";

const at = (t: number, a: number, b: number, c: number, d: number) =>
  (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;

test("every point of the curves lies on a circle through both ends, on the side and of the length asked for", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0, max: 6.28, noNaN: true }),
      fc.double({ min: 0.2, max: 6, noNaN: true }),
      fc.boolean(),
      (r, start, length, sweep) => {
        const end = start + (sweep ? length : -length);
        const on = (angle: number) => [r * Math.cos(angle), r * Math.sin(angle)] as const;
        const curves = arcCurves(on(start), on(end), [r, r], 0, length > Math.PI, sweep);
        let [from, turned] = [on(start), 0];
        for (const [a, b, to] of curves) {
          let angle = Math.atan2(from[1], from[0]);
          for (let t = 0; t <= 1; t += 0.1) {
            const [x, y] = [at(t, from[0], a[0], b[0], to[0]), at(t, from[1], a[1], b[1], to[1])];
            expect(Math.abs(Math.hypot(x, y) / r - 1)).toBeLessThan(0.0005);
            const next = Math.atan2(y, x);
            turned += Math.atan2(Math.sin(next - angle), Math.cos(next - angle));
            angle = next;
          }
          from = to;
        }
        expect(Math.abs(turned)).toBeCloseTo(length, 3);
        expect(Math.sign(turned)).toBe(sweep ? 1 : -1);
      },
    ),
  );
});

test("radii too short for the way are made longer; none at all is a straight line", () => {
  const [[, , end] = [], ...more] = arcCurves([0, 0], [10, 0], [1, 1], 0, false, true);
  expect([...(end ? [end] : []), ...more.map(([, , to]) => to)].at(-1)).toEqual([10, 0]);
  expect(arcCurves([0, 0], [10, 0], [0, 5], 0, false, true)).toEqual([
    [
      [0, 0],
      [10, 0],
      [10, 0],
    ],
  ]);
});
