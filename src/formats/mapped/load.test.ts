import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { loadMapping } from "./load.ts";

const SHIPPED = fileURLToPath(new URL("../../../docs/mappings", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "armslength-mapping-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const interest = (more: object) => ({
  interests: [{ id: "{n}", subject: "{a}", party: "{b}", right: "shareholding", ...more }],
});
const good = { mapping: 1, title: "t", files: [{ file: "t.csv", ...interest({}) }] };
const withFile = (more: object) => ({ ...good, files: [{ ...good.files[0], ...more }] });
test.each([
  ["no JSON", "{", /m\.map\.json is not JSON/],
  ["another version", { ...good, mapping: 2 }, /mapping: Invalid input: expected 1/],
  ["no file", { ...good, files: [] }, /files: .*>=1/],
  ["an unknown key", withFile({ colour: "red" }), /files\[0\]: it knows no "colour"/],
  [
    "an unknown column of a case",
    withFile(interest({ shares: "5" })),
    /files\[0\]\.interests\[0\]: it knows no "shares"/,
  ],
  [
    "a required column left out",
    withFile({ interests: [{ id: "{n}", subject: "{a}", right: "shareholding" }] }),
    /files\[0\]\.interests\[0\]\.party: /,
  ],
  [
    "a right that is none",
    withFile(interest({ right: "friendship" })),
    /interests\[0\]\.right: "friendship" is not one of shareholding, /,
  ],
  [
    "a right in a map",
    withFile(interest({ right: { from: "{a}", map: { x: "owner" } } })),
    /"owner" is not one of/,
  ],
  [
    "a kind that is none",
    withFile({ entities: [{ id: "a", name: "a", kind: "firm" }] }),
    /entities\[0\]\.kind: "firm" is not one of person, /,
  ],
  ["a share that is none", withFile(interest({ share: "140" })), /share "140": 140 is above 100/],
  ["a date that is none", withFile(interest({ from: "soon" })), /interests\[0\]\.from: .*soon/],
  [
    "a source it does not name",
    { ...withFile(interest({ source: "z" })), sources: [{ id: "s", title: "S" }] },
    /"z" is not among the sources of the mapping: s/,
  ],
  [
    "a brace alone",
    withFile(interest({ note: "{n" })),
    /interests\[0\]\.note: the template "\{n" has a brace alone/,
  ],
  [
    "a conversion that is none",
    withFile(interest({ share: { from: "{a}", as: "sum" } })),
    /interests\[0\]\.share: neither text nor/,
  ],
  [
    "a file twice",
    { ...good, files: [...good.files, ...good.files] },
    /files\[1\]\.file: "t\.csv" stands there twice/,
  ],
  ["nothing made", { ...good, files: [{ file: "t.csv" }] }, /files\[0\]: it makes nothing of its rows/],
])("%s: told with its place", (_, mapping, said) => {
  const path = join(folder, "m.map.json");
  writeFileSync(path, typeof mapping === "string" ? mapping : JSON.stringify(mapping));
  expect(() => loadMapping(path)).toThrow(said);
  expect(() => loadMapping(path)).toThrow(expect.objectContaining({ code: "bad-mapping" }));
});

test("those shipped as examples are right", () => {
  const shipped = readdirSync(SHIPPED).filter((name) => name.endsWith(".map.json"));
  expect(shipped.length).toBeGreaterThan(2);
  for (const name of shipped) expect(loadMapping(join(SHIPPED, name)).files.length).toBeGreaterThan(0);
});

test("the whole one of the page that explains mappings is right", () => {
  const page = readFileSync(join(SHIPPED, "README.md"), "utf8");
  const path = join(folder, "page.map.json");
  writeFileSync(path, /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "");
  expect(loadMapping(path).files.map(({ file }) => file)).toEqual(["links.tsv"]);
});
