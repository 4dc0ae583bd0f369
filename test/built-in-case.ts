import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringIn } from "../src/formats/bring-in.ts";
import { openCase } from "../src/store/duckdb.ts";
import { ROOT } from "./source-files.ts";

/** The built-in case as a file in a folder of its own; `remove` takes both away. */
export async function builtInCase(): Promise<{ folder: string; path: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "armslength-built-in-"));
  const path = join(folder, "case.duckdb");
  const store = await openCase(path, { create: true, threads: 1, allow: [join(ROOT, "cases/alibaba")] });
  try {
    await bringIn(store, join(ROOT, "cases/alibaba"), { at: "2026-01-01T00:00:00Z" });
  } finally {
    await store.close();
  }
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const LOADER = join(ROOT, "node_modules/tsx/dist/loader.mjs");
const PROGRAM = ["--import", LOADER, join(ROOT, "src/cli/main.ts")] as const;

/** Starts the real program from its sources, in a process of its own. */
export function startProgram(argv: readonly string[], cwd: string) {
  const env = { ...process.env, ARMSLENGTH_CASE: "", XDG_CACHE_HOME: join(cwd, "cache"), DISPLAY: "" };
  return spawn(process.execPath, [...PROGRAM, ...argv], { cwd, env });
}

/** Runs the real program to its end. */
export function program(argv: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = startProgram(argv, cwd);
    let [out, err] = ["", ""];
    child.stdout.on("data", (data) => {
      out += data;
    });
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.on("error", failed);
    child.on("close", (code) => done({ code: code ?? -1, out, err }));
  });
}
