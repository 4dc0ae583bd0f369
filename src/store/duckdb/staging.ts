import { copyFileSync, linkSync, mkdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { Problem } from "../../errors.ts";

/**
 * The files a case may read. The engine is locked to the paths named when the case was opened (`allow`) and to one
 * staging folder beside the case. A file from elsewhere is hard-linked into the staging folder, which takes no room;
 * only where that is impossible (another disk) is it copied. The engine follows symbolic links before it decides, so
 * they would open nothing.
 */
export class Staging {
  private readonly folder: string | null;
  private readonly allowed: readonly string[];
  private readonly staged = new Map<string, string>();

  constructor(folder: string | null, allow: readonly string[]) {
    this.folder = folder;
    this.allowed = allow.map((path) => real(path));
  }

  /** What the engine is to be opened with: folders and single files. */
  roots(): { folders: string[]; files: string[] } {
    const folders = this.allowed.filter((path) => statSync(path).isDirectory());
    const files = this.allowed.filter((path) => !folders.includes(path));
    return { folders: this.folder === null ? folders : [...folders, this.folder], files };
  }

  /** A path of this file that the engine may read. */
  admit(path: string): string {
    const file = real(path);
    if (!statSync(file).isFile()) throw new Problem("bad-file", `${path} is not a file`, "Name a file.");
    const inside = (root: string) => file === root || file.startsWith(root + sep);
    if (this.allowed.some(inside) || (this.folder !== null && inside(this.folder))) return file;
    if (this.folder === null) {
      throw new Problem(
        "forbidden",
        `${path} is not among the paths this case may read`,
        "Name it when opening the case.",
      );
    }
    const before = this.staged.get(file);
    if (before !== undefined) return before;
    mkdirSync(this.folder, { recursive: true });
    const staged = join(this.folder, `${this.staged.size + 1}-${basename(file)}`);
    this.staged.set(file, staged);
    rmSync(staged, { force: true });
    try {
      linkSync(file, staged);
    } catch {
      copyFileSync(file, staged);
    }
    return staged;
  }

  /** Lets go of the files linked for an import; uploads stay. */
  release(): void {
    for (const staged of this.staged.values()) rmSync(staged, { force: true });
    this.staged.clear();
  }

  /** Leaves nothing behind. */
  clear(): void {
    this.staged.clear();
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new Problem("file-missing", `there is no file ${path}`, "Check the path.");
  }
}
