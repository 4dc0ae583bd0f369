// Builds the package into dist/: the program, the data files beside it, and the workbench.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.mjs";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
const ENTRY = join("dist", "cli", "main.js");
const NOT_SHIPPED = /\.(test|contract|oracle|d)\.ts$|[\\/]contract[\\/]/;

step("program", program);
step("data files", dataFiles);
step("workbench", workbench);

/** @param {string} name @param {() => number} work */
function step(name, work) {
  const start = performance.now();
  const files = work();
  if (files === 0) stop(`the build of the ${name} saw no file`);
  process.stderr.write(
    `built ${name}: ${files} files in ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
  );
}

/** Compiles src; what a removed source left behind goes, and a source without output is an error. */
function program() {
  runTool("tsc", ["-b", "tsconfig.build.json"]);
  let missing = sources().filter((file) => !existsSync(output(file)));
  if (missing.length > 0) runTool("tsc", ["-b", "--force", "tsconfig.build.json"]);
  missing = sources().filter((file) => !existsSync(output(file)));
  if (missing.length > 0) stop(`no output for ${missing.join(", ")}`);
  const kept = new Set(sources().flatMap((file) => [output(file), output(file).replace(/\.js$/, ".d.ts")]));
  for (const file of files("dist")) {
    if (/\.(js|d\.ts)$/.test(file) && !file.startsWith(join("dist", "web")) && !kept.has(file)) rmSync(file);
  }
  if (existsSync(ENTRY)) chmodSync(ENTRY, 0o755);
  else stop(`${ENTRY} is missing`);
  return kept.size / 2;
}

/** Copies the JSON and Markdown files the program reads at run time, to where its code lies; those of removed ones go. */
function dataFiles() {
  const data = files("src").filter(
    (file) => /\.(json|md)$/.test(file) && !/[\\/](web|cases)[\\/]|tsconfig\.json$/.test(file),
  );
  const copy = (/** @type {string} */ file) => join("dist", relative("src", file));
  const kept = new Set(data.map(copy));
  for (const file of files("dist"))
    if (/\.(json|md)$/.test(file) && !file.startsWith(join("dist", "web")) && !kept.has(file)) rmSync(file);
  for (const file of data) {
    const to = copy(file);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
  }
  return data.length;
}

function workbench() {
  runTool("vite", ["build", "--config", "src/web/vite.config.ts", "--logLevel", "warn"]);
  return files(join("dist", "web")).length;
}

function sources() {
  return files("src").filter(
    (file) => file.endsWith(".ts") && !NOT_SHIPPED.test(file) && !file.startsWith(join("src", "web")),
  );
}

/** @param {string} source */
function output(source) {
  return join("dist", relative("src", source)).replace(/\.ts$/, ".js");
}

/** @param {string} folder @returns {string[]} */
function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** @param {string} why */
function stop(why) {
  process.stderr.write(`build: ${why}\n`);
  process.exit(1);
}
