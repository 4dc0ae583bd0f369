import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Problem } from "../errors.ts";

/** Writes a file that appears only when it is whole; one of that name is replaced, a pipe or device is written to. */
export function writeWhole(given: string, content: string | Uint8Array): void {
  const there = existsSync(given);
  const path = there ? realpathSync(given) : given;
  const draft = `${path}.${process.pid}.part`;
  try {
    const whole = !there || statSync(path).isFile();
    writeFileSync(whole ? draft : path, content);
    if (whole) renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw fileProblem(error as NodeJS.ErrnoException, path);
  }
}

function fileProblem(error: NodeJS.ErrnoException, path: string): Error {
  const { code } = error;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG")
    return new Problem("disk-full", `${path}: the disk is full`, "Free some space and try again.");
  if (code === "ENOENT")
    return new Problem("file-missing", `there is no folder for ${path}`, "Make it first.");
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return new Problem("forbidden", `${path} may not be written`, "Name another file.");
  if (code === "EISDIR") return new Problem("file-exists", `${path} is a folder`, "Name a file.");
  return error;
}
