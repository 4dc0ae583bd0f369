import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXAMPLE } from "./laws-page.ts";
import { ROOT } from "./source-files.ts";

const NPM = process.platform === "win32" ? "npm.cmd" : "npm";
const NPX = process.platform === "win32" ? "npx.cmd" : "npx";
let folder = "";
let packed: { filename: string; files: { path: string }[] };

const run = (command: string, args: readonly string[], cwd = folder) =>
  execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "armslength-package-"));
  const told = run(NPM, ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], ROOT);
  packed = JSON.parse(told)[0];
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run(NPM, ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, packed.filename)]);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the package carries the program, the workbench, the built-in case and the licences, and nothing else", () => {
  const paths = packed.files.map((file) => file.path);
  for (const path of [
    "LICENSE",
    "NOTICE",
    "README.md",
    "dist/cli/main.js",
    "dist/index.d.ts",
    "dist/web/index.html",
    "cases/alibaba/entities.csv",
    "cases/alibaba/LICENSE",
    "dist/laws/majority.json",
    "docs/case-folder.md",
    "docs/laws.md",
  ])
    expect(paths).toContain(path);
  expect(
    paths.filter(
      (path) =>
        !/^(dist|cases)\/|^(LICENSE|NOTICE|README\.md|CHANGELOG\.md|package\.json|docs\/(case-folder|laws)\.md)$/.test(
          path,
        ),
    ),
  ).toEqual([]);
  expect(paths.filter((path) => /tsbuildinfo|\.test\.|\.oracle\.|\.contract\./.test(path))).toEqual([]);
});

test("installed elsewhere, it writes the dossier of the built-in case", () => {
  const told = run(NPX, ["armslength", "demo", "--once"]);
  expect(told).toContain("alibaba-dossier.html");
  expect(readFileSync(join(folder, "alibaba-dossier.html"), "utf8")).toContain("South China Morning Post");
});

test("installed elsewhere, it imports the built-in case and answers from it", () => {
  run(NPX, ["armslength", "new", "case.duckdb"]);
  run(NPX, ["armslength", "import", "node_modules/armslength/cases/alibaba"]);
  const told = run(NPX, ["armslength", "--json", "ask", "control", "南华早报", "--as-of", "2017-07-18"]);
  expect(JSON.parse(told)).toMatchObject({ question: "control", asOf: "2017-07-18" });
});

test("installed elsewhere, a file more among its laws is a law more, and one that is none is told", () => {
  const laws = join(folder, "node_modules/armslength/dist/laws");
  writeFileSync(join(laws, `${EXAMPLE.id}.json`), JSON.stringify(EXAMPLE));
  expect(run(NPX, ["armslength", "ask", "control", "--help"])).toContain(EXAMPLE.id);
  const asked = ["ask", "control", "南华早报", "--as-of", "2017-07-18", "--law", EXAMPLE.id];
  const told = run(NPX, ["armslength", "--json", ...asked]);
  expect(JSON.parse(told).findings[0]).toMatchObject({ law: EXAMPLE.id, hypothetical: true });
  writeFileSync(join(laws, "x.json"), JSON.stringify({ ...EXAMPLE, id: "y" }));
  expect(() => run(NPX, ["armslength", ...asked])).toThrow(/bad-file: x\.json: id is "y"/);
  rmSync(join(laws, "x.json"));
  rmSync(join(laws, `${EXAMPLE.id}.json`));
});

test("installed elsewhere, its questions can be imported by a program", () => {
  const told = run(process.execPath, [
    "-e",
    'import("armslength").then((all) => console.log(Object.keys(all).join(" ")))',
  ]);
  expect(told).toContain("QUESTIONS");
});
