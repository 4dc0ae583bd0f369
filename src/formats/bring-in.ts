import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Problem } from "../errors.ts";
import type { Source } from "../model/source.ts";
import type { ImportRecord, Landing, Writer } from "../store/port.ts";
import type { Format } from "./format.ts";
import { formatOf } from "./index.ts";

/** Bytes read at a time: with the stream's usual 64 KiB, reading takes three times as long as digesting. */
const BLOCK = 1 << 20;

export interface BringIn {
  /** A format's id; else the path is recognised. */
  readonly as?: string;
  /** A format made for these paths, as `mappedBy` makes one; then `path` only names the import. */
  readonly through?: Format;
  readonly strict?: boolean;
  /** What is known of the file as a source: title, URL, publisher, published, retrieved … */
  readonly source?: Partial<Source>;
  /** Now, as an ISO instant. */
  readonly at: string;
  readonly progress?: Landing["progress"];
  readonly signal?: AbortSignal;
}

/** Imports a file or a folder in whatever format it is. Rows that name no source rest on the file itself. */
export async function bringIn(writer: Writer, path: string, options: BringIn): Promise<ImportRecord> {
  const format = options.through ?? formatOf(path, options.as);
  const name = basename(resolve(path));
  const files = format.files(path);
  for (const file of files) readable(file, format);
  const sha256 = await digestOfFiles(files);
  return writer.land({
    name,
    sha256,
    format: format.id,
    reader: format.reader,
    at: options.at,
    strict: options.strict ?? false,
    source: {
      kind: "file",
      sha256,
      ...options.source,
      id: options.source?.id ?? name,
      title: options.source?.title ?? name,
    },
    stage: (landing) => format.stage(landing, path),
    progress: options.progress ?? (() => undefined),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
}

/** Refuses, before anything is read, what a format cannot read: a folder, a pipe, a device. */
function readable(file: string, format: Format): void {
  const kind = statSync(file);
  if (kind.isFile()) return;
  const what = kind.isDirectory() ? "a folder" : "no ordinary file";
  throw new Problem("bad-input", `${file} is ${what}; format ${format.id} reads files`, format.title);
}

/** The digest of one file's bytes; of several, that of the list of their names and digests, as `sha256sum` prints it. */
async function digestOfFiles(files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) {
    const hash = createHash("sha256");
    for await (const block of createReadStream(file, { highWaterMark: BLOCK })) hash.update(block);
    lines.push(`${hash.digest("hex")}  ${basename(file)}\n`);
  }
  if (lines.length === 1 && files.length === 1) return lines[0]?.slice(0, 64) ?? "";
  return createHash("sha256").update(lines.join("")).digest("hex");
}
