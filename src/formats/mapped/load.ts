import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../errors.ts";
import { checkMapping } from "./check-mapping.ts";
import { Mapping, type MappingFile } from "./shape.ts";

const HINT = "How a mapping is written: docs/mappings/README.md.";

/** Reads a mapping file; `bad-mapping` names the place in it, the value and what was expected. */
export function loadMapping(path: string): MappingFile {
  const file = basename(path);
  const found = Mapping.safeParse(jsonOf(path, file));
  if (!found.success) {
    const faults = found.error.issues.map((issue) => `${placeOf(issue.path)}: ${saidOf(issue)}`);
    throw new Problem("bad-mapping", `${file}: ${faults[0]}`, HINT, faults.slice(1));
  }
  const mapping: MappingFile = { ...found.data, sources: found.data.sources ?? [] };
  checkMapping(mapping, (place, what) => {
    throw new Problem("bad-mapping", `${file}: ${place}: ${what}`, HINT);
  });
  return mapping;
}

function jsonOf(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Problem("bad-mapping", `${file} is not JSON: ${error.message}`, HINT);
  }
}

/** A place in the mapping as one would point at it: `files[0].interests[1].right`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? "the whole"
    : path
        .map((step, k) => (typeof step === "number" ? `[${step}]` : `${k === 0 ? "" : "."}${String(step)}`))
        .join("");

type Issue = NonNullable<ReturnType<typeof Mapping.safeParse>["error"]>["issues"][number];

function saidOf(issue: Issue): string {
  if (issue.code === "unrecognized_keys")
    return `it knows no ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
  if (issue.message.includes("received undefined")) return "it is missing";
  return issue.message;
}
