import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuantity } from "../../../model/quantity.ts";
import { beside, compute, decimalOf, type Figures, isMissing } from "./compute.ts";
import { namedIn, parseExpression } from "./expression.ts";

const figures = (given: Readonly<Record<string, string>>): Figures => ({
  there: (id) => id in given,
  quantity: (id) => (given[id] === undefined ? null : parseQuantity(given[id])),
  day: (id, end) => (id in given ? (end === "from" ? 100 : 107) + Number(id.slice(1)) : null),
});
const FINE = { F1: "18.228 billion CNY", F2: "4 percent", F3: "455.712 billion CNY", F4: "7 days" };
const result = (expression: string, published: string, given: Readonly<Record<string, string>> = FINE) => {
  const found = compute(parseExpression(expression), figures(given));
  if (isMissing(found)) return found;
  const checked = beside(found, parseQuantity(published));
  return checked && [decimalOf(checked.value, 4), checked.stands];
};

test.each([
  ["F1 / F3", "4 percent", ["3.9999", true]],
  ["F1 / F3", "4.0 percent", ["3.9999", true]],
  ["F1 / F3", "4.00 percent", ["3.9999", true]],
  ["F1 / F3", "4.000 percent", ["3.9999", true]],
  ["F1 / F3", "4.0000 percent", ["3.9999", false]],
  ["F2 * F3", "18.228 billion CNY", ["18228480000", true]],
  ["F2 * F3", "18.229 billion CNY", ["18228480000", false]],
  ["(F1 + F3) / 2", "236.97 billion CNY", ["236970000000", true]],
  ["F3 - F1", "437.484 billion CNY", ["437484000000", true]],
  ["F1 + 4 %", "1 CNY", { units: ["CNY", ""] }],
  ["F1 / F2", "455.7 billion CNY", ["455700000000", true]],
  ["F9", "1 CNY", { missing: "F9" }],
  ["F1", "18 billion USD", null],
  ["count F1|F2|F2|F3", "3 things", ["3", true]],
  ["count F1|F9", "3 things", { missing: "F9" }],
  ["days F4", "7 days", ["7", true]],
  ["days F1..F4", "3 days", ["3", true]],
])("%s beside %s", (expression, published, expected) => {
  expect(result(expression, published)).toEqual(expected);
});

test("half of the last written digit still counts as rounded, on either side", () => {
  const given = { A: "1 x", B: "8 x" };
  expect(result("A / B", "12 percent", given)).toEqual(["12.5", true]);
  expect(result("A / B", "13 percent", given)).toEqual(["12.5", true]);
  expect(result("A / B", "14 percent", given)).toEqual(["12.5", false]);
});

describe("what cannot be read is told", () => {
  test.each(["F1 +", "F1 F2", "( F1", "F1 )", "* F1", "count"])("%s", (text) => {
    expect(() => parseExpression(text)).toThrow(/^computed /);
  });
});

test("ids may hold hyphens, points and colons", () => {
  expect(namedIn(parseExpression("i-a-20 / 5 + count a:1|b.2 * days x-1..y-2"))).toEqual([
    "i-a-20",
    "a:1",
    "b.2",
    "x-1",
    "y-2",
  ]);
});

/** A tree with its text and its value as a plain fraction, never reduced. */
interface Tree {
  readonly text: string;
  readonly n: bigint;
  readonly d: bigint;
}
const leaf: fc.Arbitrary<Tree> = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, places]) => ({
    text:
      places === 0
        ? String(n)
        : `${Math.floor(n / 10 ** places)}.${String(n % 10 ** places).padStart(places, "0")}`,
    n: BigInt(n),
    d: 10n ** BigInt(places),
  }));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/"), tie("tree")).map(([a, sign, b]): Tree => {
      const text = `(${a.text} ${sign} ${b.text})`;
      if (sign === "*") return { text, n: a.n * b.n, d: a.d * b.d };
      if (sign === "/") return { text, n: a.n * b.d, d: a.d * b.n };
      return { text, n: sign === "+" ? a.n * b.d + b.n * a.d : a.n * b.d - b.n * a.d, d: a.d * b.d };
    }),
  ),
}));

test("an expression is worth what long-hand fractions give", () => {
  fc.assert(
    fc.property(tree, (one) => {
      const found = compute(parseExpression(one.text), figures({}));
      expect(isMissing(found)).toBe(one.d === 0n);
      if (!isMissing(found)) expect(found.value.n * one.d).toBe(one.n * found.value.d);
    }),
    { numRuns: 300 },
  );
});

test("a decimal is the nearest of its places", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -9999n, max: 9999n }),
      fc.bigInt({ min: 1n, max: 999n }),
      fc.nat(6),
      (n, d, places) => {
        const text = decimalOf({ n, d }, places);
        const [integer = "0", fraction = ""] = text.replace("-", "").split(".");
        const digits = BigInt(integer + fraction.padEnd(places, "0")) * (text.startsWith("-") ? -1n : 1n);
        const off = digits * d - n * 10n ** BigInt(places);
        expect((off < 0n ? -off : off) * 2n <= d).toBe(true);
      },
    ),
  );
});
