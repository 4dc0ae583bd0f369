import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./source-files.ts";

export const LAWS_PAGE = readFileSync(join(ROOT, "docs/laws.md"), "utf8");

/** A law as it stands in a file. */
export interface LawFile {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

/** The invented law of docs/laws.md. */
export const EXAMPLE: LawFile = JSON.parse(/```json\n([\s\S]+?)```/.exec(LAWS_PAGE)?.[1] ?? "");
