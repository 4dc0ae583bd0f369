import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bring, interest } from "../contract/landing.ts";
import { openCase } from "../duckdb.ts";

const CHILD = fileURLToPath(new URL("../contract/child.ts", import.meta.url));
const ROWS = "30000";
const KILLS = 8;
const small = { threads: 1, memory: 2 ** 29 };

const folder = mkdtempSync(join(tmpdir(), "armslength-crash-"));
const base = join(folder, "base.duckdb");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let before = "";

beforeAll(async () => {
  const store = await openCase(base, { ...small, create: true });
  await bring(store, {
    name: "first",
    sha256: "first",
    statements: [interest("first", "a", "b", { stated_text: "2019" })],
  });
  before = await store.digest();
  await store.close();
});

const NODE = ["--import", "tsx", CHILD];

/** Starts the child; resolves when it says `ready`. `said` is what it says after that. */
async function start(
  command: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; said: Promise<string> }> {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.value !== "ready") return { child, said: Promise.resolve(String(first.value)) };
  return { child, said: lines.next().then((line) => String(line.value)) };
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.on("exit", () => resolve()));

async function digestOf(path: string): Promise<string> {
  const store = await openCase(path, small);
  const digest = await store.digest();
  const records = await store.imports();
  expect(records).toHaveLength(digest === before ? 1 : 2);
  await store.close();
  return digest;
}

test("a process killed at any moment of an import leaves the case as before or as after", async () => {
  const whole = join(folder, "whole.duckdb");
  copyFileSync(base, whole);
  const run = await start(process.execPath, [...NODE, whole, "import", ROWS]);
  const began = performance.now();
  expect(await run.said).toBe("done");
  const span = performance.now() - began;
  await gone(run.child);
  const after = await digestOf(whole);
  expect(after).not.toBe(before);
  const seen: string[] = [];
  for (let k = 0; k < KILLS; k++) {
    const path = join(folder, `kill-${k}.duckdb`);
    copyFileSync(base, path);
    const { child } = await start(process.execPath, [...NODE, path, "import", ROWS]);
    await new Promise((resolve) => setTimeout(resolve, (span * (k + 0.5)) / KILLS));
    child.kill("SIGKILL");
    await gone(child);
    const digest = await digestOf(path);
    expect([before, after]).toContain(digest);
    seen.push(digest === before ? "before" : "after");
    const store = await openCase(path, small);
    await bring(store, { name: "third", statements: [interest("third", "a", "b")] });
    await store.close();
    for (const name of readdirSync(folder))
      if (name.startsWith(`kill-${k}.`)) rmSync(join(folder, name), { recursive: true });
  }
  expect(seen[0]).toBe("before");
}, 300_000);

test("while another process holds a case it is in use", async () => {
  const path = join(folder, "held.duckdb");
  copyFileSync(base, path);
  const { child } = await start(process.execPath, [...NODE, path, "hold"]);
  await expect(openCase(path, small)).rejects.toMatchObject({ code: "case-in-use" });
  await expect(openCase(path, { ...small, readOnly: true })).rejects.toMatchObject({ code: "case-in-use" });
  child.kill("SIGKILL");
  await gone(child);
  expect(await digestOf(path)).toBe(before);
});

test("on a full disk the import says so and the case is as before", async () => {
  if (process.platform === "win32") {
    console.warn("No limit on file sizes on Windows: the full disk is not tried there.");
    return;
  }
  const path = join(folder, "full.duckdb");
  copyFileSync(base, path);
  const { child, said } = await start("sh", [
    "-c",
    'ulimit -f 5000; exec "$0" "$@"',
    process.execPath,
    ...NODE,
    path,
    "import",
    ROWS,
  ]);
  expect(await said).toBe("disk-full");
  await gone(child);
  expect(existsSync(path)).toBe(true);
  expect(await digestOf(path)).toBe(before);
});
