import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { Problem } from "../../errors.ts";
import { fault } from "./fault.ts";
import { quoted } from "./scan.ts";
import { newSession, type Session } from "./session.ts";
import type { Staging } from "./staging.ts";

export interface EngineOptions {
  readonly readOnly: boolean;
  /** Bytes the engine may use; default 60 % of what the process may. It overshoots by up to 0.6 GB. */
  readonly memory?: number;
  readonly threads?: number;
}

/** An engine that runs: `session` is the one that writes. */
export interface Engine {
  readonly instance: DuckDBInstance;
  readonly session: Session;
  readonly close: () => void;
}

export const MEMORY = ":memory:";

/** The engine's form of a new case file. Its older forms, for engines before this one, take a third more time to write. */
export const FORM = "v1.5.0";

/** Numbers the engine looks for one by one in the parts of a table, before it reads the whole of a column. */
export const MOST_SOUGHT = 480;

/** Cases this process holds. The operating system's locks do not tell two openings by one process apart. */
const held = new Set<string>();

/** The one path of a case file, whichever way it was written. */
export function casePath(path: string): string {
  if (path === MEMORY) return path;
  const full = resolve(path);
  return existsSync(dirname(full)) ? join(realpathSync(dirname(full)), basename(full)) : full;
}

/** Refuses what is no DuckDB file by its first bytes, before the engine sees it. */
function checkMagic(path: string): void {
  const kind = statSync(path);
  if (!kind.isFile()) {
    const what = kind.isDirectory() ? "a folder" : "no ordinary file";
    throw new Problem("not-a-case", `${path} is ${what}, not a case file`, "A case is one file.");
  }
  const handle = openSync(path, "r");
  try {
    const start = Buffer.alloc(12);
    const read = readSync(handle, start, 0, 12, 0);
    if (read === 12 && start.toString("latin1", 8, 12) === "DUCK") return;
  } finally {
    closeSync(handle);
  }
  throw new Problem(
    "not-a-case",
    `${path} is not a case file`,
    "Make one with `armslength new FILE` and import into it.",
  );
}

/** An engine over one file, shut off from everything but the staging folder and the allowed paths, its settings locked. */
export async function openEngine(path: string, options: EngineOptions, staging: Staging): Promise<Engine> {
  if (path !== MEMORY && held.has(path)) {
    throw new Problem("case-in-use", `${path} is open already`, "Close it first, or use the opened case.");
  }
  if (path !== MEMORY && existsSync(path)) checkMagic(path);
  const instance = await started(path, options);
  if (path !== MEMORY) held.add(path);
  const close = () => {
    instance.closeSync();
    held.delete(path);
  };
  try {
    const session = await newSession(instance);
    await lockDown(session, path, staging);
    return { instance, session, close };
  } catch (error) {
    close();
    throw fault(error, path);
  }
}

async function started(path: string, options: EngineOptions): Promise<DuckDBInstance> {
  const memory =
    options.memory ?? 0.6 * Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  try {
    return await DuckDBInstance.create(path, {
      memory_limit: `${Math.max(256, Math.floor(memory / 2 ** 20))}MiB`,
      storage_compatibility_version: FORM,
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      allow_community_extensions: "false",
      dynamic_or_filter_threshold: String(MOST_SOUGHT + 1),
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
      ...(options.readOnly ? { access_mode: "READ_ONLY" } : {}),
    });
  } catch (error) {
    const problem = fault(error, path);
    throw problem.code === "internal" && path !== MEMORY && existsSync(path)
      ? unreadable(path, problem.message)
      : problem;
  }
}

const unreadable = (path: string, why: string) =>
  /permission denied/i.test(why)
    ? new Problem("forbidden", `${path} may not be opened: permission denied`, "Check who owns the file.")
    : new Problem(
        "not-a-case",
        `${path} cannot be opened as a case: ${why}`,
        "It may be damaged or cut off; use a copy.",
      );

async function lockDown(session: Session, path: string, staging: Staging): Promise<void> {
  const { folders, files } = staging.roots();
  if (path === MEMORY) await session.run("SET temp_directory = ''");
  await session.run(`SET allowed_directories = [${folders.map(quoted).join(", ")}]`);
  await session.run(`SET allowed_paths = [${files.map(quoted).join(", ")}]`);
  await session.run("SET enable_external_access = false");
  await session.run("SET lock_configuration = true");
}
