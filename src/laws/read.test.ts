import { expect, it } from "vitest";
import { inLawFolder } from "../../test/law-folder.ts";
import { EXAMPLE, type LawFile } from "../../test/laws-page.ts";
import { Problem } from "../errors.ts";
import { LAWS, majority } from "./index.ts";
import { readLaws } from "./read.ts";

/** What is said of a folder with these files beside the shipped laws. */
function problemWith(more: Readonly<Record<string, unknown>>): Problem {
  try {
    inLawFolder(more, readLaws);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("all of them were taken");
}

const SHIPPED = LAWS.map((law) => law.id);
const law: LawFile = { ...EXAMPLE, id: "x" };
const [chain, products] = law.rules as [Record<string, unknown>, Record<string, unknown>];
const withRule = (rule: object, more: object = {}) => ({ ...law, rules: [rule], ...more });
const cascade = {
  ...{ id: "a", article: "a", mechanism: "aggregate-cascade", of: "shares" },
  ...{ threshold: { atLeast: "50" }, basis: chain.basis },
};

it("has the shipped laws in the order their files say, the rule of control first", () => {
  expect(SHIPPED).toEqual(["majority", "uk-psc", "eu-amlr", "us-ofac-50"]);
  expect(LAWS.map((one) => one.order)).toEqual([1, 2, 3, 4]);
  expect(majority).toBe(LAWS[0]);
});

it("takes a file more as a law more: by its order, without one after the others by id", () => {
  const more = {
    "b.json": { ...law, id: "b" },
    "a.json": { ...law, id: "a" },
    "c.json": { ...law, id: "c", order: 2 },
    "notes.txt": "not a law",
    "._a.json": "left by another system",
  };
  const ids = inLawFolder(more, readLaws).map((one) => one.id);
  expect(ids).toEqual(["majority", "c", "uk-psc", "eu-amlr", "us-ofac-50", "a", "b"]);
});

it("takes a file that begins with a byte order mark", () => {
  expect(inLawFolder({ "x.json": `\uFEFF${JSON.stringify(law)}` }, readLaws).length).toBe(SHIPPED.length + 1);
});

it.each<[string, unknown, string | RegExp]>([
  ["no JSON", "{ id: x }", /^x\.json is not JSON: /],
  ["no object", "[]", /^x\.json: the whole is \[\]: /],
  ["a field that is missing", { ...law, statute: undefined }, "x.json: statute is missing"],
  ["a word that is missing", { ...law, name: { en: "X" } }, "x.json: name.zh is missing"],
  ["a field nobody knows", { ...law, bands: [] }, "x.json: bands is []: there is no such field here"],
  [
    "a field its mechanism does not take",
    withRule({ ...products, link: { moreThan: "50" } }),
    'x.json: rules[0].link is {"moreThan":"50"}: there is no such field here',
  ],
  ["another id", { ...law, id: "y" }, /^x\.json: id is "y": it must be the name of the file/],
  ["an id that is every law", { ...law, id: "all" }, /^x\.json: id is "all": /],
  ["an id that is none", { ...law, id: "X Y" }, /^x\.json: id is "X Y": /],
  ["no rule", { ...law, rules: [] }, /^x\.json: rules is \[\]: /],
  [
    "an unknown mechanism",
    withRule({ ...products, mechanism: "count-heads" }),
    /^x\.json: rules\[0\]\.mechanism is "count-heads": /,
  ],
  [
    "a threshold above 100",
    withRule({ ...products, threshold: { atLeast: "100.5" } }),
    'x.json: rules[0].threshold.atLeast is "100.5": no percentage of 0–100',
  ],
  [
    "a threshold nobody passes",
    withRule({ ...products, threshold: { moreThan: "100" } }),
    /\.moreThan is "100": nobody/,
  ],
  [
    "a threshold everybody reaches",
    withRule({ ...products, threshold: { atLeast: "0" } }),
    /\.atLeast is "0": everybody/,
  ],
  ["a threshold as a number", withRule({ ...products, threshold: { atLeast: 25 } }), /threshold is/],
  ["a threshold finer than shares", withRule({ ...products, threshold: { atLeast: "1.00000000001" } }), /is/],
  [
    "another majority",
    withRule({ ...law.rules[2], moreThan: "60" }),
    /^x\.json: rules\[0\]\.moreThan is "60": /,
  ],
  ["a first day that is none", { ...law, from: "2024-02-30" }, 'x.json: from is "2024-02-30": no day, as'],
  ["a first day of a year", { ...law, from: "2024" }, 'x.json: from is "2024": no day, as'],
  [
    "days the wrong way round",
    { ...law, from: "2024-02-02", to: "2024-02-01" },
    /^x\.json: from is "2024-02-02": it is after "to", 2024-02-01/,
  ],
  ["a source that is no address", { ...law, source: "OJ L" }, /^x\.json: source is "OJ L": /],
  ["a kind nobody knows", { ...law, kinds: ["person", "human"] }, /^x\.json: kinds\[1\] is "human": /],
  ["the unknown kind", { ...law, kinds: ["unknown"] }, /^x\.json: kinds\[0\] is "unknown": /],
  [
    "a place that is none",
    { ...law, subjects: { jurisdictions: ["UK"], are: law.name } },
    /^x\.json: subjects\.jurisdictions\[0\] is "UK": no ISO 3166 code/,
  ],
  [
    "stops without chains",
    withRule(products, { stops: { jurisdictions: ["GB"], kinds: ["company"], party: law.party } }),
    /^x\.json: stops is /,
  ],
  ["a list without a cascade", { ...law, list: true }, /^x\.json: list is true: /],
  [
    "a cascade without a list",
    withRule(cascade, { kinds: [] }),
    /^x\.json: rules\[0\]\.mechanism is "aggregate-cascade": it asks for "list": true/,
  ],
  ["a cascade of some kinds", withRule(cascade, { list: true }), /^x\.json: kinds is \["person"/],
  [
    "a list and declarations",
    withRule(cascade, { list: true, kinds: [], declared: true }),
    /^x\.json: declared is true/,
  ],
  [
    "declarations without a threshold",
    withRule(law.rules[2] as object, { declared: true }),
    /^x\.json: declared is true/,
  ],
  [
    "declarations with a threshold of profit alone",
    withRule(products, { declared: true }),
    /^x\.json: declared is true/,
  ],
  [
    "two rules of one id",
    { ...law, rules: [chain, { ...products, id: "votes" }] },
    'x.json: rules[1].id is "votes": rules[0] has the same',
  ],
  ["no article", withRule({ ...products, article: "" }), /^x\.json: rules\[0\]\.article is "": /],
  ["a measure twice", withRule({ ...products, of: ["votes", "votes"] }), /^x\.json: rules\[0\]\.of is /],
  [
    "votes without a threshold",
    withRule({ ...chain, threshold: undefined }),
    "x.json: rules[0].threshold is missing",
  ],
  [
    "a board with a threshold",
    withRule({ ...chain, of: "board" }),
    /^x\.json: rules\[0\]\.threshold is .*counts none/,
  ],
  [
    "bands of influence",
    withRule({ ...chain, of: "influence", threshold: undefined }),
    /^x\.json: rules\[0\]\.bands is /,
  ],
  [
    "a band that is none",
    withRule({ ...chain, bands: ["10-50", "50+"] }),
    /^x\.json: rules\[0\]\.bands\[1\] is "50\+": /,
  ],
  [
    "a band above 100",
    withRule({ ...chain, bands: ["50-101"] }),
    /^x\.json: rules\[0\]\.bands\[0\] is "50-101": .*above 100/,
  ],
  [
    "bands that overlap",
    withRule({ ...chain, bands: ["25-50", "50-75"] }),
    /^x\.json: rules\[0\]\.bands\[1\] is "50-75": .*25-50/,
  ],
  [
    "bands that descend",
    withRule({ ...chain, bands: [">50-75", "25-50"] }),
    /^x\.json: rules\[0\]\.bands\[1\] is "25-50": /,
  ],
  [
    "a right nobody knows",
    withRule({ ...chain, trustees: ["guardian"] }),
    /^x\.json: rules\[0\]\.trustees\[0\] is "guardian": /,
  ],
  [
    "a right that gives no say",
    withRule({ ...chain, trustees: ["beneficiaryOfLegalArrangement"] }),
    /^x\.json: rules\[0\]\.trustees\[0\] is /,
  ],
  [
    "a second rule of control",
    { ...law, control: true },
    /^x\.json: control is true: such a law has one rule/,
  ],
])("says of %s where it is and what stands there", (_, file, said) => {
  const { code, message, hint } = problemWith({ "x.json": file });
  expect(code).toBe("bad-file");
  expect(message).toMatch(said);
  expect(hint).toMatch(/^Correct it, or take it out of \S+armslength-laws-.*docs\/laws\.md\.$/);
});

it("says which two files have one id, and which two the rule of control", () => {
  expect(problemWith({ "x.json": law, "y.json": law }).message).toBe('x.json and y.json both have id "x"');
  const again = { ...majority, id: "x" };
  expect(problemWith({ "x.json": again }).message).toBe('majority.json and x.json both have "control": true');
});

it("wants the rule control is worked out by", () => {
  expect(problemWith({ "majority.json": { ...law, id: "majority" } }).message).toMatch(
    /^no law has "control": true/,
  );
});

it("tells what else is wrong with a file", () => {
  const { message, choices } = problemWith({ "x.json": { ...law, statute: "", version: "" } });
  expect([message, ...choices]).toEqual([
    expect.stringMatching(/^x\.json: statute is "": /),
    expect.stringMatching(/^x\.json: version is "": /),
  ]);
});
