import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { bringIn } from "../../formats/bring-in.ts";
import type { Call } from "../call.ts";
import { canonical } from "../call.ts";
import type { Io } from "../io.ts";
import { readServeFile } from "../serve-file.ts";
import { BUILT_IN, PROGRAM, version } from "../version.ts";
import { writeWhole } from "../write-file.ts";
import type { Bench } from "./command.ts";
import { portNumber, type RunCommand, serve } from "./serve.ts";
import { dossierMade, printedAs } from "./take.ts";

interface DemoOptions {
  readonly once?: boolean;
  readonly output?: string;
  readonly port?: number;
  readonly open: boolean;
}

const SUBJECT = "Alibaba Group";
/** The day of the decision that the case is about. */
const DAY = "2021-04-10";

/** `demo`: the built-in case in the workbench; `--once` writes its dossier instead. */
export function demoCommand(bench: Bench, runCommand: RunCommand): void {
  bench.program
    .command("demo")
    .description("the built-in case")
    .option("--once", `write the dossier of ${SUBJECT} and end`)
    .option("-o, --output <file>", "with --once: where to (default: alibaba-dossier.html)")
    .option("--port <n>", "the port; 0 for any that is free", portNumber)
    .option("--no-open", "do not open a browser")
    .action((options: DemoOptions, self: Command) =>
      bench.run(self, (call) => (options.once ? once(call, options) : demo(call, options, runCommand))),
    );
}

async function once(call: Call, options: DemoOptions): Promise<number> {
  const built = await builtInCase(call);
  const { openCase } = await import("../../store/duckdb.ts");
  const store = await openCase(built, { readOnly: true });
  try {
    const made = await dossierMade(call, store, SUBJECT, "alibaba", { asOf: DAY });
    const path = call.path(options.output ?? "alibaba-dossier.html");
    writeWhole(path, await printedAs(path, made));
    call.settle();
    await call.io.out(`${path}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

async function demo(call: Call, options: DemoOptions, runCommand: RunCommand): Promise<number> {
  const built = await builtInCase(call);
  const path = canonical(built.replace(/\.duckdb$/, "-demo.duckdb"));
  if (readServeFile(path) === null) copyFileSync(built, path);
  call.say(`The built-in case is ${path}. What is added to it is not kept: each demo starts anew.`);
  const { port } = options;
  const ready = (address: () => string) => {
    if (options.open && !openBrowser(call.io, address))
      call.say("No browser could be opened here: open the address.");
  };
  return serve({ ...call, case: path }, { runCommand, ready, ...(port === undefined ? {} : { port }) });
}

/** The built-in case as a case file, built once for each program, its version and the data: a demo of another checkout is another case. */
async function builtInCase(call: Call): Promise<string> {
  const hash = createHash("sha256").update(`${PROGRAM}\n${version}\n`);
  for (const file of readdirSync(BUILT_IN).sort())
    hash.update(file).update(readFileSync(join(BUILT_IN, file)));
  const folder = cacheFolder(call.io);
  const path = join(folder, `alibaba-${hash.digest("hex").slice(0, 16)}.duckdb`);
  if (existsSync(path)) return path;
  const draft = `${path}.${process.pid}.part`;
  const { openCase } = await import("../../store/duckdb.ts");
  try {
    const store = await openCase(draft, { create: true, allow: [BUILT_IN] });
    try {
      await bringIn(store, BUILT_IN, { at: call.io.now(), progress: call.progress });
    } finally {
      await store.close();
    }
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
    rmSync(`${draft}.wal`, { force: true });
  }
  return path;
}

/** A folder that may be emptied at any time. */
function cacheFolder({ env }: Io): string {
  const home = homedir();
  const usual =
    process.platform === "darwin"
      ? join(home, "Library", "Caches")
      : process.platform === "win32"
        ? env.LOCALAPPDATA || join(home, "AppData", "Local")
        : env.XDG_CACHE_HOME || join(home, ".cache");
  for (const folder of [usual, tmpdir()]) {
    const own = join(folder, "armslength");
    try {
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return own;
    } catch {
      // Not writable: the next one.
    }
  }
  return tmpdir();
}

/** Tries to open a fresh address in the user's browser; false where there is no screen to open it on. */
function openBrowser({ env }: Io, address: () => string): boolean {
  const screen = process.platform !== "linux" || env.DISPLAY || env.WAYLAND_DISPLAY;
  if (!screen || env.CI) return false;
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler"]
        : ["xdg-open"];
  const child = spawn(command as string, [...args, address()], { detached: true, stdio: "ignore" });
  child.on("error", () => undefined);
  child.unref();
  return true;
}
