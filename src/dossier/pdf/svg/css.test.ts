import { expect, test } from "vitest";
import { CHART_CSS } from "../../../draw/style.ts";
import type { Element } from "../markup.ts";
import { looksOf, readCss } from "./css.ts";

const element = (name: string, classes = ""): Element => ({
  name,
  attributes: { class: classes },
  children: [],
});
const looks = (css: string, one: Element, around: Element[] = [], before?: Element) =>
  looksOf(readCss(css), { element: one, around, before });

test.each([
  [".a { fill: red }", element("g", "a b"), [], { fill: "red" }],
  [".a.c { fill: red }", element("g", "a b"), [], {}],
  [".o .a { fill: red }", element("g", "a"), [element("svg", "o"), element("g")], { fill: "red" }],
  [".o .p .a { fill: red }", element("g", "a"), [element("g", "p"), element("svg", "o")], {}],
  [".o text, .o .b { fill: red }", element("text"), [element("svg", "o")], { fill: "red" }],
  [".a:hover { fill: red }", element("g", "a"), [], {}],
  [".a { fill: var(--ink, #1b1a17) }", element("g", "a"), [], { fill: "#1b1a17" }],
  [".a.b { fill: red } .a { fill: blue }", element("g", "a b"), [], { fill: "red" }],
  [".a { fill: red } .a { fill: blue }", element("g", "a b"), [], { fill: "blue" }],
])("%s", (css, one, around, expected) => {
  expect(looks(css, one, around)).toEqual(expected);
});

test("a rule may ask for what stands before, and for what a thing is not", () => {
  const rule = ".s:not(.certain) + .n { fill: red }";
  expect(looks(rule, element("text", "n"), [], element("rect", "s"))).toEqual({ fill: "red" });
  expect(looks(rule, element("text", "n"), [], element("rect", "s certain"))).toEqual({});
  expect(looks(rule, element("text", "n"))).toEqual({});
});

test("the style of the charts is understood to the last rule; what is not is refused", () => {
  expect(readCss(CHART_CSS).length).toBeGreaterThan(40);
  expect(() => readCss(".a > .b { fill: red }")).toThrow(/>/);
});
