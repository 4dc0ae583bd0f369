import { statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SIZES, type SizeName } from "./sizes.ts";
import { world } from "./world.ts";
import { writeBods } from "./write-bods.ts";
import { writeCase } from "./write-case.ts";

/** Writes a world to a folder: `tsx bench/write.ts --size S --seed 1 -o FOLDER`; with `--bods` also as BODS JSON lines. */
const { values } = parseArgs({
  options: {
    size: { type: "string", default: "S" },
    seed: { type: "string", default: "1" },
    bods: { type: "boolean", default: false },
    out: { type: "string", short: "o", default: "bench/worlds/S" },
  },
});
if (!(values.size in SIZES))
  throw new Error(`no size "${values.size}"; there are ${Object.keys(SIZES).join(", ")}`);
const made = world(SIZES[values.size as SizeName], Number(values.seed));
const counts = writeCase(made, values.out);
const lines = `${values.out}.bods.jsonl`;
const extra = values.bods ? { bods: writeBods(made, lines) } : {};
process.stdout.write(
  `${JSON.stringify({ ...counts, ...extra, bytes: statSync(join(values.out, "interests.csv")).size })}\n`,
);
