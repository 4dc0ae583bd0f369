import { expect, test } from "vitest";
import { Law, Rule } from "../src/laws/law.ts";
import { readLaws } from "../src/laws/read.ts";
import { inLawFolder } from "./law-folder.ts";
import { EXAMPLE, LAWS_PAGE } from "./laws-page.ts";

const sections = new Map(
  LAWS_PAGE.split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf("\n")), part] as const),
);

/** The fields a section's table tells of, and whether each must be there. */
const told = (section: string) =>
  [...(sections.get(section) ?? "").matchAll(/^\| (`.+?`) \| *(yes|) *\| .+ \|$/gm)].flatMap(
    ([, names, must]) =>
      [...(names ?? "").matchAll(/`(\w+)`/g)].map(([, name]): [string, boolean] => [
        name ?? "",
        must === "yes",
      ]),
  );

type Shape = Readonly<Record<string, { isOptional(): boolean }>>;
const fieldsOf = (shape: Shape) =>
  Object.entries(shape).map(([name, field]): [string, boolean] => [name, !field.isOptional()]);

const COMMON = ["id", "article", "mechanism", "basis"];
const mechanisms = Rule.options.map((option) => option.shape);

test("docs/laws.md tells of every field of a law, and which must be there", () => {
  expect(told("Fields of a law").sort()).toEqual(fieldsOf(Law.shape).sort());
});

test("of every field all rules have", () => {
  for (const shape of mechanisms)
    expect(told("Fields of every rule").sort()).toEqual(
      fieldsOf(shape)
        .filter(([name]) => COMMON.includes(name))
        .sort(),
    );
});

test.each(mechanisms.map((shape) => [shape.mechanism.value, shape] as const))(
  "of the mechanism %s, and every field it takes",
  (mechanism, shape) => {
    expect(sections.has(mechanism)).toBe(true);
    const own = fieldsOf(shape).filter(([name]) => !COMMON.includes(name));
    expect(told(mechanism).sort()).toEqual(own.sort());
  },
);

test("and its example is a law, by more than one mechanism", () => {
  const laws = inLawFolder({ [`${EXAMPLE.id}.json`]: EXAMPLE }, readLaws);
  const law = laws.find(({ id }) => id === EXAMPLE.id);
  expect(laws.indexOf(law as Law)).toBe(4);
  expect(new Set(law?.rules.map((rule) => rule.mechanism)).size).toBeGreaterThan(2);
});
