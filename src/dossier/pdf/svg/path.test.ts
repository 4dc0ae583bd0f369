import fc from "fast-check";
import { expect, test } from "vitest";
import { pathOperators, pointOperators, roundedOperators } from "./path.ts";

const whole = fc.integer({ min: -500, max: 500 });
const step = fc.oneof(
  fc.tuple(fc.constant("L"), fc.tuple(whole, whole)),
  fc.tuple(fc.constant("H"), fc.tuple(whole)),
  fc.tuple(fc.constant("V"), fc.tuple(whole)),
  fc.tuple(fc.constant("C"), fc.tuple(whole, whole, whole, whole, whole, whole)),
  fc.tuple(fc.constant("S"), fc.tuple(whole, whole, whole, whole)),
  fc.tuple(fc.constant("Q"), fc.tuple(whole, whole, whole, whole)),
  fc.tuple(fc.constant("Z"), fc.constant([])),
);

/** The same path in small letters: every number as the way from where the pen stands. */
function relative(steps: readonly (readonly [string, readonly number[]])[]): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let out = "";
  for (const [letter, values] of steps) {
    const from = (n: number) => (letter === "V" ? y : letter === "H" || n % 2 === 0 ? x : y);
    out += `${letter.toLowerCase()}${values.map((value, n) => value - from(n)).join(" ")}`;
    if (letter === "Z") [x, y] = [startX, startY];
    else if (letter === "H") x = values[0] ?? 0;
    else if (letter === "V") y = values[0] ?? 0;
    else [x, y] = [values.at(-2) ?? 0, values.at(-1) ?? 0];
    if (letter === "M") [startX, startY] = [x, y];
  }
  return out;
}

test("a path in small letters is the same as in capitals", () => {
  fc.assert(
    fc.property(whole, whole, fc.array(step, { maxLength: 10 }), (x, y, steps) => {
      const all = [["M", [x, y]] as const, ...steps];
      const capitals = all.map(([letter, values]) => `${letter}${values.join(",")}`).join("");
      expect(pathOperators(relative(all))).toBe(pathOperators(capitals));
    }),
  );
});

test.each([
  ["M1,2H5V6Z", "1 2 m 5 2 l 5 6 l h"],
  ["M0 0C1 2 3 4 5 6S9 10 11 12", "0 0 m 1 2 3 4 5 6 c 7 8 9 10 11 12 c"],
  ["M0 0Q3 3 6 0", "0 0 m 2 2 4 2 6 0 c"],
  ["M0 0A5 5 0 0 1 5 5", "0 0 m 2.761 0 5 2.239 5 5 c"],
  ["M1 1a5 5 0 0 1 5 5", "1 1 m 3.761 1 6 3.239 6 6 c"],
  ["M1 1 2 2-3.5.5", "1 1 m 2 2 l -3.5 0.5 l"],
])("%s is %s", (d, operators) => {
  expect(pathOperators(d)).toBe(operators);
});

test("a step that is not known is refused", () => {
  expect(() => pathOperators("M0 0T2 2")).toThrow(/T/);
});

test("points become lines, corners quarter circles", () => {
  expect(pointOperators("0,0 10,0 5,8", true)).toBe("0 0 m 10 0 l 5 8 l h");
  expect(roundedOperators(0, 0, 10, 10, 9).match(/ c/g)).toHaveLength(4);
});
