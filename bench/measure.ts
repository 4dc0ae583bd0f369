import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { SIZES, type SizeName } from "./sizes.ts";
import type { Measure, StepName } from "./steps.ts";
import { world } from "./world.ts";
import { writeBods } from "./write-bods.ts";
import { writeCase } from "./write-case.ts";

export interface Row {
  readonly step: string;
  readonly measure: Measure;
}

/** Writes the world where it is not there yet; returns the case folder, and the BODS file of sizes S and M. */
function prepare(size: SizeName, seed: number, folder: string): { folder: string; bods: string | null } {
  const named = join(folder, `${size}-${seed}`);
  const made = world(SIZES[size], seed);
  const bods = size === "L" ? null : `${named}.bods.jsonl`;
  if (!existsSync(named)) {
    mkdirSync(folder, { recursive: true });
    writeCase(made, named);
  }
  if (bods !== null && !existsSync(bods)) writeBods(made, bods);
  return { folder: named, bods };
}

/** Runs one step in a process of its own, with memory for the biggest world. */
function runStep(step: StepName, from: string, file: string): Measure {
  const done = spawnSync(
    process.execPath,
    ["--max-old-space-size=12288", "--import", "tsx", join(import.meta.dirname, "step.ts"), step, from, file],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (done.status !== 0)
    throw new Error(`step ${step} ended with ${done.status ?? done.signal}: ${done.stderr}`);
  return JSON.parse(done.stdout.trim().split("\n").at(-1) ?? "") as Measure;
}

/** DuckDB alone and the import of the same files, one after the other; `ratio` is how many times as long the import took. */
function* measureImport(what: string, from: string, file: string): Generator<Row> {
  const alone = runStep("alone", from, file);
  yield { step: `DuckDB alone reads ${what} into tables`, measure: alone };
  const { seconds, ...rest } = runStep("import", from, file);
  const ratio = Math.round((100 * Number(seconds)) / Number(alone.seconds)) / 100;
  yield { step: `import of ${what}`, measure: { seconds: Number(seconds), ratio, ...rest } };
}

/** Measures everything there is to measure in one world. */
export function measureWorld(size: SizeName, seed: number, folder: string, told: (row: Row) => void): Row[] {
  const { folder: from, bods } = prepare(size, seed, folder);
  const file = join(folder, `${size}-${seed}.duckdb`);
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    told(row);
  };
  const run = (label: string, step: StepName) => add({ step: label, measure: runStep(step, from, file) });
  for (const row of measureImport("the case folder", from, file)) add(row);
  if (bods !== null) {
    const into = join(folder, `${size}-${seed}.bods.duckdb`);
    for (const row of measureImport("BODS JSON lines", bods, into)) add(row);
  }
  run("network", "network");
  run("control --all", "all");
  if (size === "S") {
    run("control --all --pairs", "pairs");
    run("control --all --law uk-psc", "ukPsc");
    run("control --all --law eu-amlr", "euAmlr");
  }
  run("reach --all", "arms");
  run("one answer: control", "control");
  run("one answer: reach", "reach");
  run("one answer: ties", "ties");
  run("served over HTTP, warm: control", "servedControl");
  run("served over HTTP, warm: reach", "servedReach");
  run("command line, cold: control", "cold");
  return rows;
}
