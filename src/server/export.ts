import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../errors.ts";
import { exportBods } from "../formats/bods/write.ts";
import { exportCase } from "../formats/case-folder/write.ts";
import type { Reader } from "../store/port.ts";
import { zip } from "./zip.ts";

/** A way out of a case: what `export` takes, and how it writes to a path that is not there yet. */
export interface Export {
  readonly id: string;
  readonly title: string;
  /** What the path is called where none is given. */
  readonly path: string;
  readonly folder: boolean;
  readonly type: string;
  /** Gives what the format has no place for, by kind of statement. */
  readonly write: (store: Reader, path: string, day: string) => Promise<LeftOut>;
}

export type LeftOut = Readonly<Record<string, number>>;

/** What an export left out, in words: "194 claim, 13 denial"; '' where nothing. */
export const leftOutSays = (left: LeftOut): string =>
  Object.entries(left)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(", ");

export const EXPORTS: readonly Export[] = [
  {
    id: "case",
    title: "a case folder: CSV tables",
    path: "case",
    folder: true,
    type: "application/zip",
    write: async (store, path) => {
      await exportCase(store, path);
      return {};
    },
  },
  {
    id: "bods",
    title: "Beneficial Ownership Data Standard 0.4, JSON",
    path: "case.bods.json",
    folder: false,
    type: "application/json; charset=utf-8",
    write: async (store, path, day) => (await exportBods(store, path, day)).leftOut,
  },
];

/** Formats that are named in the manual and not built yet. */
const LATER = ["ftm", "ftm-statements", "graphml", "gexf", "csv", "parquet", "csl-json", "bibtex"];

/** The export of an id; throws `not-in-this-version` or `unknown-format`. */
export function exportOf(id: string): Export {
  const found = EXPORTS.find((one) => one.id === id);
  if (found) return found;
  const ids = EXPORTS.map((one) => one.id);
  const hint = `It can be ${ids.join(" or ")}.`;
  if (LATER.includes(id))
    throw new Problem("not-in-this-version", `export to "${id}" is not in this version`, hint, ids);
  throw new Problem("unknown-format", `there is no format "${id}" to export to`, hint, ids);
}

/** An export as one file's bytes; a folder as a ZIP file. */
export async function exportBytes(
  store: Reader,
  out: Export,
  day: string,
): Promise<{ readonly name: string; readonly bytes: Buffer; readonly leftOut: LeftOut }> {
  const folder = mkdtempSync(join(tmpdir(), "armslength-export-"));
  const path = join(folder, out.path);
  try {
    const leftOut = await out.write(store, path, day);
    if (!out.folder) return { name: out.path, bytes: readFileSync(path), leftOut };
    const files = readdirSync(path).sort();
    const entries = files.map((name) => ({
      name: `${out.path}/${name}`,
      bytes: readFileSync(join(path, name)),
    }));
    return { name: `${out.path}.zip`, bytes: zip(entries), leftOut };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
