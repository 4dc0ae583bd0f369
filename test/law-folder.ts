import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./source-files.ts";

const SHIPPED = join(ROOT, "src/laws");

/** A folder with the laws of src/laws and some files more, for as long as the work with it takes. */
export function inLawFolder<T>(more: Readonly<Record<string, unknown>>, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "armslength-laws-"));
  try {
    for (const file of readdirSync(SHIPPED))
      if (file.endsWith(".json")) cpSync(join(SHIPPED, file), join(folder, file));
    for (const [file, law] of Object.entries(more))
      writeFileSync(join(folder, file), typeof law === "string" ? law : JSON.stringify(law));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
