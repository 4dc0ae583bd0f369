import { Problem, type ProblemCode } from "../../errors.ts";

const FULL =
  /no space left|disk full|file too large|not enough disk|failed to offload|max_temp_directory_size|ENOSPC|EFBIG|EDQUOT|quota exceeded/i;
const LOCKED = /could not set lock|conflicting lock|being used by another process/i;
const NEWER =
  /(?:newer|different|later) version of duckdb|serialization version|storage version|version number/i;
const ENCODING = /invalid (?:unicode|utf-?8|encoding)|not utf-8 encoded/i;
const UNREADABLE = /malformed json|csv error|when sniffing|maximum.line.size|maximum_object_size/i;

/** What the system said when the engine opened a file. */
const FILES: readonly (readonly [RegExp, ProblemCode, string, string])[] = [
  [
    /cannot open file.*no such file/is,
    "file-missing",
    "cannot be made or opened: there is no such folder",
    "Make it first.",
  ],
  [
    /cannot open file.*not a directory/is,
    "file-missing",
    "leads through something that is no folder",
    "Check the path.",
  ],
  [
    /cannot open file.*(?:permission denied|not permitted|read-only)/is,
    "forbidden",
    "may not be opened: permission denied",
    "Check who owns it.",
  ],
  [/cannot open file.*is a directory/is, "bad-input", "is a folder", "Name a file."],
  [/file name too long/i, "bad-input", "is too long a name", "Give a shorter one."],
];

/** What DuckDB reported, as a problem a person can act on; a Problem passes as it is. */
export function fault(error: unknown, what: string): Problem {
  if (error instanceof Problem) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (FULL.test(text)) {
    return new Problem(
      "disk-full",
      `${what}: the disk is full`,
      "Free some space and try again; the case is as it was before.",
    );
  }
  if (LOCKED.test(text)) {
    return new Problem(
      "case-in-use",
      `${what}: another process holds the case`,
      "Close it, or ask the running `armslength serve`.",
    );
  }
  for (const [says, code, why, hint] of FILES)
    if (says.test(text)) return new Problem(code, `${what} ${why}`, hint);
  if (/interrupted/i.test(text)) return new Problem("cancelled", `${what}: stopped`, "Nothing was written.");
  if (/out of memory/i.test(text)) {
    return new Problem(
      "internal",
      `${what}: ${text}`,
      "Allow more memory, or import the files one at a time.",
    );
  }
  if (ENCODING.test(text)) {
    return new Problem("wrong-encoding", `${what}: not UTF-8: ${firstLine(text)}`, "Save the file in UTF-8.");
  }
  if (UNREADABLE.test(text)) {
    return new Problem(
      "bad-file",
      `${what} cannot be read: ${firstLine(text)}`,
      "The file may be cut off; get it whole.",
    );
  }
  if (NEWER.test(text))
    return new Problem("case-too-new", `${what}: ${firstLine(text)}`, "Update armslength.");
  return new Problem(
    "internal",
    `${what}: ${firstLine(text)}`,
    "Report this with the command that led to it.",
  );
}

/** The first line, paths of the staging folder shortened to the file's name. */
const firstLine = (text: string) =>
  (text.split("\n", 1)[0] ?? text).replace(/"[^"]*[\\/](?:\d+-)?([^"\\/]+)"/g, '"$1"');
