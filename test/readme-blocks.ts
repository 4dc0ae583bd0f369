import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./source-files.ts";

/** Commands marked `sh`, and the output shown right after them, if any. */
export const BLOCK = /^```sh\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm;

/** A folder as a reader of the page has it: the program installed, the built-in case beside it. */
export function readersFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "armslength-docs-"));
  mkdirSync(join(folder, "node_modules", ".bin"), { recursive: true });
  symlinkSync(join(ROOT, "dist", "cli", "main.js"), join(folder, "node_modules", ".bin", "armslength"));
  symlinkSync(join(ROOT, "cases"), join(folder, "cases"));
  return folder;
}

/** Types the commands in that folder, as on a terminal a hundred columns wide. */
export const typed = (folder: string, commands: string) =>
  spawnSync("bash", ["-euo", "pipefail", "-c", commands], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ARMSLENGTH_CASE: "", COLUMNS: "100", NO_COLOR: "1" },
  });
