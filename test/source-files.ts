import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, "..");

export interface SourceFile {
  /** From the root, with forward slashes: src/model/date.ts. */
  readonly path: string;
  readonly text: string;
}

const LEFT_OUT = /(^|\/)(node_modules|dist|worlds|results)(\/|$)/;

/** Files below a folder whose names end in one of the endings, sorted; throws where there are none. */
export function sourceFiles(folder: string, endings: readonly string[]): SourceFile[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .split(sep)
        .join("/"),
    )
    .filter((path) => !LEFT_OUT.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
  if (found.length === 0) throw new Error(`no file ending in ${endings.join(", ")} below ${folder}`);
  return found;
}

/** Tests, contract suites, oracles and build settings: they may look anywhere, and nothing of them is shipped. */
export const isTest = (path: string): boolean =>
  /\.(test|contract|oracle|config)\.ts$|\/contract\//.test(path);
