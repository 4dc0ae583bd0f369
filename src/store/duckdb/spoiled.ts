import { statSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../errors.ts";
import type { Spoiled } from "../port.ts";
import { SPOILED } from "./scan.ts";
import type { Session } from "./session.ts";

interface Row {
  line: number;
  kind: string;
  start: number;
  text: string;
  message: string;
}

/**
 * The lines of a scanned table that could not be read as rows. A file in another encoding, or one that breaks off within
 * quotes, is bad as a whole and throws `wrong-encoding` or `bad-file`.
 */
export async function spoiledLines(session: Session, admitted: string, path: string): Promise<Spoiled[]> {
  const rows = await session.rows<Row>(
    `SELECT DISTINCT ON (r.line) r.line, r.error_type AS kind, r.line_byte_position AS start, r.csv_line AS text, r.error_message AS message
     FROM ${SPOILED.rows} AS r JOIN ${SPOILED.files} AS f ON f.scan_id = r.scan_id AND f.file_id = r.file_id
     WHERE f.file_path = $admitted ORDER BY r.line`,
    { admitted },
  );
  const file = basename(path);
  const encoded = rows.find((row) => row.kind === "INVALID ENCODING");
  if (encoded) {
    throw new Problem(
      "wrong-encoding",
      `${file} line ${encoded.line} is not UTF-8`,
      "Save the file as CSV in UTF-8.",
    );
  }
  const size = statSync(admitted).size;
  const open = rows.find(
    (row) => row.kind === "UNQUOTED VALUE" && row.start + Buffer.byteLength(row.text) >= size,
  );
  if (open) {
    throw new Problem(
      "bad-file",
      `${file} breaks off within the quotes opened in line ${open.line}`,
      "Get the whole file, or close the quotes.",
    );
  }
  return rows.map((row) => ({ line: row.line, message: inWords(row) }));
}

function inWords(row: Row): string {
  const count = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(row.message);
  const shown = row.text.length > 80 ? `${row.text.slice(0, 80)}…` : row.text;
  if (count) return `it has ${count[2]} cells where the first line names ${count[1]}: ${shown}`;
  return row.kind === "UNQUOTED VALUE"
    ? `its quotes do not match: ${shown}`
    : `${row.message.split("\n", 1)[0]}: ${shown}`;
}
