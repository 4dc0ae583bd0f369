import { existsSync } from "node:fs";
import { join } from "node:path";
import { bringIn } from "../src/formats/bring-in.ts";
import { mappedBy } from "../src/formats/mapped.ts";
import { type OpenCase, openCase } from "../src/store/duckdb.ts";
import type { ImportRecord, Reject } from "../src/store/port.ts";
import { ROOT } from "./source-files.ts";

/** A folder of other people's data, and whether it is here; when it is not, that is said by name. */
export function sharedData(name: string): { readonly folder: string; readonly here: boolean } {
  const folder = join(ROOT, "../shared/data", name);
  const here = existsSync(folder);
  if (!here) process.stderr.write(`left out, because it is not here: ${folder}\n`);
  return { folder, here };
}

export const shippedMapping = (name: string) => join(ROOT, `docs/mappings/${name}.map.json`);

/** Brings tables in through a mapping, as `import PATH --map MAPPING` does, into a case in memory. */
export async function inMappedCase<T>(
  mapping: string,
  folder: string,
  work: (store: OpenCase, record: ImportRecord, rejects: readonly Reject[]) => Promise<T>,
): Promise<T> {
  const store = await openCase(":memory:", { allow: [folder] });
  try {
    const through = mappedBy(mapping, [folder]);
    const record = await bringIn(store, folder, { at: "2024-12-31T00:00:00Z", through });
    return await work(store, record, await store.rejects(record.n));
  } finally {
    await store.close();
  }
}
