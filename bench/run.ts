import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureWorld } from "./measure.ts";
import { SIZES, type SizeName } from "./sizes.ts";
import { page, type Report } from "./table.ts";

/** `npm run bench -- --size S|M|L [--seed N] [--worlds FOLDER]`: measures, and writes the table into bench/results. */
const { values } = parseArgs({
  options: {
    size: { type: "string", default: "S" },
    seed: { type: "string", default: "1" },
    worlds: { type: "string", default: join(import.meta.dirname, "worlds") },
  },
});
if (!(values.size in SIZES))
  throw new Error(`no size "${values.size}"; there are ${Object.keys(SIZES).join(", ")}`);
const size = values.size as SizeName;
const seed = Number(values.seed);

/** Runnable processes before the start: above 0, others shared the machine. */
const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
const rows = measureWorld(size, seed, values.worlds, ({ step, measure }) =>
  process.stderr.write(`${step}: ${JSON.stringify(measure)}\n`),
);
const duckdb = JSON.parse(
  readFileSync(join(import.meta.dirname, "../node_modules/@duckdb/node-api/package.json"), "utf8"),
) as { version: string };
const report: Report = {
  size,
  seed,
  entities: SIZES[size].entities,
  interests: SIZES[size].interests,
  command: `npm run bench -- --size ${size}`,
  machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}`,
  versions: `Node ${process.versions.node}, DuckDB ${duckdb.version}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  date: new Date().toISOString().slice(0, 10),
  load,
  rows,
};
const results = join(import.meta.dirname, "results");
mkdirSync(results, { recursive: true });
writeFileSync(join(results, `${size}.json`), `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(join(results, `${size}.md`), page(report));
process.stdout.write(page(report));
