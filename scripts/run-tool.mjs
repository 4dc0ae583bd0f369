// Runs a development tool of this package in this Node, on any platform.
import { spawnSync } from "node:child_process";

const BINS = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  knip: "node_modules/knip/bin/knip.js",
  publint: "node_modules/publint/src/cli.js",
  "svelte-check": "node_modules/svelte-check/bin/svelte-check",
  tsc: "node_modules/@typescript/native/bin/tsc",
  vite: "node_modules/vite/bin/vite.js",
  vitest: "node_modules/vitest/vitest.mjs",
};

/**
 * Runs a tool and ends this process where it fails. Its output is shown, or returned where `quiet`.
 * @param {keyof typeof BINS} name
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, keepGoing?: boolean }} [options]
 */
export function runTool(name, args, { quiet = false, keepGoing = false } = {}) {
  const done = spawnSync(process.execPath, [BINS[name], ...args], {
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const output = `${done.stdout ?? ""}${done.stderr ?? ""}`;
  if (done.status !== 0 && !keepGoing) {
    if (quiet) process.stderr.write(output);
    process.stderr.write(`${name} ${args.join(" ")} ended with ${done.status ?? done.signal}\n`);
    process.exit(1);
  }
  return { status: done.status ?? done.signal ?? 1, output };
}
