import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { Problem } from "../errors.ts";
import { type PartEvent, partsOf } from "./multipart.ts";

/** Bytes of one upload. */
const MOST_BYTES = 4 * 2 ** 30;
const MOST_FILES = 500;

/** What was uploaded: a folder of its own in the staging folder, and in it the folders and files to import. */
export interface Upload {
  readonly folder: string;
  readonly files: readonly { readonly folder: string; readonly path: string }[];
  readonly remove: () => Promise<void>;
}

/** Saves an upload below `staging`, under names that are safe on every file system; what fails leaves nothing behind. */
export async function saveUpload(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  staging: string,
  most: number = MOST_BYTES,
): Promise<Upload> {
  const folder = join(staging, `upload-${randomUUID()}`);
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const files = await save(partsOf(body, boundary), folder, most);
    if (files.length === 0) throw new Problem("bad-input", "no file came with the upload", "Choose a file.");
    return { folder, files, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function save(parts: AsyncIterable<PartEvent>, folder: string, most: number) {
  const files: { folder: string; path: string }[] = [];
  let out: ReturnType<typeof createWriteStream> | undefined;
  let size = 0;
  for await (const part of parts) {
    if ("begin" in part) {
      const { filename } = part.begin;
      if (filename === "") continue;
      if (files.length === MOST_FILES) throw tooMuch(`more than ${MOST_FILES} files`);
      const [group, name] = safePath(filename);
      const path = join(folder, group, name);
      if (files.some((file) => file.path === path)) {
        throw new Problem("bad-input", `two files are called "${name}"`, "Upload them one at a time.");
      }
      await mkdir(join(folder, group), { recursive: true });
      out = createWriteStream(path, { flags: "wx", mode: 0o600 });
      out.on("error", () => undefined);
      files.push({ folder: join(folder, group), path });
    } else if ("bytes" in part) {
      size += part.bytes.length;
      if (size > most) throw tooMuch(`more than ${most} bytes`);
      if (out) await write(out, part.bytes);
    } else if (out) {
      out.end();
      await finished(out);
      out = undefined;
    }
  }
  return files;
}

const tooMuch = (what: string) =>
  new Problem("bad-input", `the upload is ${what}`, "Use `armslength import` for large data.");

async function write(out: ReturnType<typeof createWriteStream>, bytes: Uint8Array): Promise<void> {
  await new Promise<void>((done, failed) => {
    out.write(bytes, (error) => (error ? failed(full(error)) : done()));
  });
}

const full = (error: Error) =>
  /ENOSPC|EDQUOT|EFBIG/.test(String((error as NodeJS.ErrnoException).code))
    ? new Problem("disk-full", "the disk is full", "Free some space and try again; the case is as before.")
    : error;

/** A file's folder and name as they may stand on a disk; files without a folder share one. */
export function safePath(given: string): readonly [group: string, name: string] {
  const steps = given.split(/[\\/]+/).filter((step) => step !== "" && step !== "." && step !== "..");
  const name = safeName(steps.pop() ?? "", "file");
  return [safeName(steps.join("-"), "tables"), name];
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MOST_NAME = 80;

function safeName(given: string, otherwise: string): string {
  const plain = given
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._ -]+/gu, "-")
    .replace(/^[.\s-]+|[.\s]+$/g, "");
  if (plain === "") return otherwise;
  const kept = [...plain];
  const short =
    kept.length <= MOST_NAME
      ? plain
      : kept
          .slice(-MOST_NAME)
          .join("")
          .replace(/^[.\s-]+/, "");
  return RESERVED.test(short) ? `${otherwise}-${short}` : short;
}
