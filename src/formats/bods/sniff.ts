import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../errors.ts";

const HEAD = 1 << 20;
const HINT = "Give an array of BODS 0.4 statements, or one statement a line.";

/** How statements stand in a JSON file: in one array, or one object a line. */
export type Layout = "array" | "lines";

/** The layout of a JSON file by its beginning; throws `bad-file` or `wrong-encoding` for everything else. */
export function layoutOf(path: string): Layout {
  const name = basename(path);
  const start = head(path);
  if (start[0] === 0 || start[1] === 0 || (start[0] ?? 0) >= 0xfe) {
    throw new Problem("wrong-encoding", `${name} is not UTF-8`, "Save the file as JSON in UTF-8.");
  }
  if (start[0] === 0xef && start[1] === 0xbb) {
    throw new Problem(
      "wrong-encoding",
      `${name} begins with a byte order mark`,
      "Save the file as UTF-8 without one.",
    );
  }
  const text = new TextDecoder("utf-8").decode(start).trimStart();
  if (text === "") throw new Problem("bad-file", `${name} is empty`, HINT);
  if (text.startsWith("[")) return "array";
  if (!text.startsWith("{"))
    throw new Problem("bad-file", `${name} is not JSON: it begins with "${text.slice(0, 20)}"`, HINT);
  const end = text.indexOf("\n");
  const first = end < 0 ? text : text.slice(0, end);
  if (end >= 0 || start.length < HEAD) whole(first, name);
  return "lines";
}

/** The first line must be an object of its own; a file that is one object over several lines is no list of statements. */
function whole(line: string, name: string): void {
  try {
    JSON.parse(line);
  } catch {
    throw new Problem(
      "bad-file",
      `${name}: line 1 is not a whole JSON object, and the file is not an array of statements`,
      HINT,
    );
  }
}

function head(path: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const buffer = new Uint8Array(HEAD);
    return buffer.subarray(0, readSync(handle, buffer, 0, HEAD, 0));
  } finally {
    closeSync(handle);
  }
}
