import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../errors.ts";
import type { Scan } from "../port.ts";

/** Where the reader puts the lines it could not read (temporary tables of the writing session). */
export const SPOILED = { rows: "spoiled_rows", files: "spoiled_files" } as const;

const HEAD = 1 << 20;

/** Text as an SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The table expression for a file; `admitted` is where the engine may read it. */
export function tableOf(scan: Scan, admitted: string): string {
  if (scan.as === "json") {
    return `(SELECT json FROM read_json_objects(${quoted(admitted)}, format = 'auto'))`;
  }
  const { separator = ",", quotes = true } = scan;
  const columns = header(admitted, basename(scan.path), separator, quotes).map(
    (name) => `${quoted(name)}: 'VARCHAR'`,
  );
  return `read_csv(${quoted(admitted)}, auto_detect = false, header = true, columns = {${columns.join(", ")}},
    delim = ${quoted(separator)}, quote = ${quotes ? "'\"', escape = '\"'" : "''"}, strict_mode = true, store_rejects = true,
    rejects_table = '${SPOILED.rows}', rejects_scan = '${SPOILED.files}')`;
}

/** The column names of a CSV file. They are read here because the engine, left to guess, may take a later line for them. */
export function header(path: string, file: string, separator = ",", quotes = true): string[] {
  const start = head(path);
  if (start.length === 0)
    throw new Problem("bad-file", `${file} is empty`, "The first line names the columns.");
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    throw encoding(file, "UTF-16");
  if (start.includes(0))
    throw new Problem("bad-file", `${file} is not a text file`, "Save it as CSV in UTF-8.");
  const text = new TextDecoder("utf-8").decode(start).replace(/^\uFEFF/, "");
  const names = record(text, file, separator, quotes).map((name) => name.trim());
  if (names.some((name) => name.includes("\uFFFD"))) throw encoding(file, "not UTF-8");
  const seen = new Set<string>();
  for (const name of names) {
    if (name === "")
      throw new Problem(
        "bad-file",
        `${file} has a column without a name`,
        "Name every column in the first line.",
      );
    if (seen.has(name.toLowerCase())) {
      throw new Problem("bad-file", `${file} has the column "${name}" twice`, "Name every column once.");
    }
    seen.add(name.toLowerCase());
  }
  return names;
}

const encoding = (file: string, what: string) =>
  new Problem("wrong-encoding", `${file} is ${what}; tables are UTF-8`, "Save the file as CSV in UTF-8.");

function head(path: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const buffer = new Uint8Array(HEAD);
    return buffer.subarray(0, readSync(handle, buffer, 0, HEAD, 0));
  } finally {
    closeSync(handle);
  }
}

/** The cells of the first record. */
function record(text: string, file: string, separator: string, quotes: boolean): string[] {
  const cells: string[] = [];
  const between = separator === "|" ? "\\|" : separator;
  const bare = `([^${quotes ? '"' : ""}${separator}\\r\\n]*)`;
  const inQuotes = quotes ? '"((?:[^"]|"")*)"' : "(?!)()";
  const cell = new RegExp(`(?:${inQuotes}|${bare})(${between}|\\r\\n|\\n|\\r|$)`, "y");
  for (;;) {
    const match = cell.exec(text);
    if (!match)
      throw new Problem("bad-file", `${file}: its first line cannot be read`, "Check the quotes in it.");
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== separator) return cells;
  }
}
