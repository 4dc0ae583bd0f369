import { Problem } from "../../errors.ts";
import type { Writer } from "../../store/port.ts";

/** A name as an SQL identifier. */
export const named = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** Text as an SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Which column of a file is which: by lower-case name, in the file's order. */
export type Header = ReadonlyMap<string, string>;

/** The header of a scanned table; a required column that is not there throws `missing-column`. */
export async function headerOf(
  writer: Writer,
  scan: string,
  file: string,
  required: readonly string[],
): Promise<Header> {
  const found = await writer.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${scan}`);
  const header = new Map(found.map((row) => [row.column_name.toLowerCase(), row.column_name]));
  for (const column of required) {
    if (!header.has(column)) throw missing(file, column, [...header.values()]);
  }
  return header;
}

function missing(file: string, column: string, there: readonly string[]): Problem {
  const separator = there.length === 1 ? (there[0]?.match(/[;\t|]/)?.[0] ?? null) : null;
  return new Problem(
    "missing-column",
    `${file} has no column "${column}"`,
    separator === null
      ? `Its first line names: ${there.join(", ")}. Add the column; its cells may be empty unless the format says otherwise.`
      : `Its cells seem to be separated by "${separator === "\t" ? "tabs" : separator}"; a case folder uses commas.`,
  );
}

/** A cell as text, '' where the file has no such column. */
export const cell = (header: Header, column: string): string => {
  const name = header.get(column);
  return name === undefined ? "''" : `coalesce(${named(name)}, '')`;
};

/**
 * A cell that is a code, an id or a date: spaces around it mean nothing. `trim` looks at every letter, and so only at
 * cells with a space at an end, or with letters that are not ASCII, among which there are other spaces. What begins with
 * a space is less than `!`, which the engine finds out in half the time that `starts_with` takes.
 */
export function code(header: Header, column: string): string {
  const name = header.get(column);
  if (name === undefined) return "''";
  const text = named(name);
  return `CASE WHEN strlen(${text}) = length(${text}) AND ${text} >= '!' AND NOT ends_with(${text}, ' ')
    THEN ${text} ELSE coalesce(trim(${text}), '') END`;
}

/** The note with every column this format does not know appended as `column: value`. */
export function noteWith(header: Header, known: readonly string[]): string {
  const more = [...header].filter(([lower]) => !known.includes(lower));
  if (more.length === 0) return cell(header, "note");
  const parts = more.map(([lower, name]) => {
    const value = cell(header, lower);
    return `CASE WHEN ${value} = '' THEN NULL ELSE ${quoted(`${name}: `)} || ${value} END`;
  });
  return `concat_ws('; ', nullif(${cell(header, "note")}, ''), ${parts.join(", ")})`;
}

/** A row whose cells are all empty is no row. */
export const someCell = (header: Header): string =>
  `coalesce(${[...header.values()].map(named).join(", ")}) IS NOT NULL`;
