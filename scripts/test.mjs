// `npm test`: every check there is, one after the other, stopping at the first that fails.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.mjs";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
const begun = performance.now();

step("build", () => {
  const done = spawnSync(process.execPath, ["scripts/build.mjs"], { encoding: "utf8" });
  if (done.status !== 0) fail(`${done.stdout}${done.stderr}`);
  return sum(done.stderr, /^built .*: (\d+) files/gm);
});
step("lint", () => sum(checked("biome", ["check", "--error-on-warnings", "."]), /Checked (\d+) files?/g));
step("types", types);
step("types of the workbench", () =>
  sum(
    checked("svelte-check", [
      "--tsconfig",
      "src/web/tsconfig.json",
      "--fail-on-warnings",
      "--output",
      "machine",
    ]),
    /COMPLETED (\d+) FILES/g,
  ),
);
step("unused code", () =>
  sum(
    checked("knip", ["--reporter", "symbols", "--reporter", "./scripts/knip-seen.mjs"]),
    /analysed (\d+) files/g,
  ),
);
step("package", () => sum(checked("publint", ["--strict"]), /All good!/g, () => 1));
const { passed, failed } = tests();
process.stdout.write(`everything took ${seconds(begun)}\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Runs a check that says how many files it saw. @param {string} name @param {() => number} check */
function step(name, check) {
  const start = performance.now();
  const seen = check();
  if (seen === 0) fail(`${name}: the check saw nothing`);
  process.stdout.write(`${name}: ${seen} seen, ${seconds(start)}\n`);
}

/** @param {Parameters<typeof runTool>[0]} tool @param {string[]} args */
function checked(tool, args) {
  const { status, output } = runTool(tool, args, { quiet: true, keepGoing: true });
  return status === 0 ? output : fail(output.replace(/^\/.*\.[cm]?ts\n/gm, ""));
}

/** Checks every TypeScript file of the repository but the workbench's, and says how many there are. */
function types() {
  const listed = ["tsconfig.json", "test/graph.tsconfig.json"].flatMap((project) =>
    checked("tsc", ["-p", project, "--noEmit", "--listFiles"]).split("\n"),
  );
  const seen = new Set(listed.map((line) => relative(".", line.trim())));
  const files = ["src", "test", "bench", "scripts"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith(".ts") && !file.startsWith(join("src", "web")));
  const unseen = files.filter((file) => !seen.has(file));
  if (unseen.length > 0) fail(`types: nobody checks ${unseen.join(", ")}`);
  return files.length;
}

/** All tests, the browser's included. */
function tests() {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "armslength-test-"));
  const report = join(folder, "report.json");
  const { status } = runTool(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    {
      keepGoing: true,
    },
  );
  if (!existsSync(report)) fail(`tests: vitest ended with ${status} before it could report`);
  const result = JSON.parse(readFileSync(report, "utf8"));
  rmSync(folder, { recursive: true });
  const broken = result.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === "failed" && !file.assertionResults.some((each) => each.status === "failed"),
  ).length;
  process.stdout.write(`tests: ${result.testResults.length} files seen, ${seconds(start)}\n`);
  if (result.numPendingTests > 0)
    process.stdout.write(`${result.numPendingTests} left out: what they need is not here\n`);
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken };
}

/** @param {string} text @param {RegExp} pattern @param {(match: string) => number} [value] */
function sum(text, pattern, value = Number) {
  return [...text.matchAll(pattern)].reduce((total, match) => total + value(match[1] ?? ""), 0);
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** @param {string} why @returns {never} */
function fail(why) {
  process.stdout.write(`${why.trimEnd()}\n0 passed, 1 failed\n`);
  process.exit(1);
}
