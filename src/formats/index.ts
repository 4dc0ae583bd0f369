import { existsSync, readdirSync, statSync } from "node:fs";
import { Problem } from "../errors.ts";
import { bods } from "./bods.ts";
import { caseFolder } from "./case-folder.ts";
import type { Format } from "./format.ts";
import { mapped } from "./mapped.ts";

/** Every format this version reads, in the order they are tried on a path. */
export const FORMATS: readonly Format[] = [mapped, caseFolder, bods];

/** The format of a path: the one named, or the first that recognises it. */
export function formatOf(path: string, as?: string): Format {
  if (!existsSync(path)) throw new Problem("file-missing", `there is no ${path}`, "Check the path.");
  const ids = FORMATS.map((format) => format.id).join(", ");
  if (as !== undefined) {
    const named = FORMATS.find((format) => format.id === as);
    if (named) return named;
    throw new Problem("unknown-format", `there is no format "${as}"`, `Formats are: ${ids}.`);
  }
  const files = statSync(path).isDirectory() ? readdirSync(path) : null;
  const found = FORMATS.find((format) => format.recognises(path, files));
  if (found) return found;
  throw new Problem(
    "unknown-format",
    `${path} is in no format this program knows`,
    `Name one with --as: ${ids}.`,
  );
}
