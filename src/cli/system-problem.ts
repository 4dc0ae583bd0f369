import { Problem, type ProblemCode } from "../errors.ts";

const SAYS: Readonly<Record<string, readonly [ProblemCode, string, string]>> = {
  ENOENT: ["file-missing", "is not there, or its folder is not", "Check the path; make the folder first."],
  ENOTDIR: ["file-missing", "leads through something that is no folder", "Check the path."],
  ELOOP: ["file-missing", "is a link that leads nowhere", "Check the path."],
  ENAMETOOLONG: ["bad-input", "is too long a name", "Give a shorter one."],
  EISDIR: ["bad-input", "is a folder", "Name a file."],
  EEXIST: ["file-exists", "is there already", "Name another."],
  ENOTEMPTY: ["file-exists", "is there already and not empty", "Name another."],
  EACCES: ["forbidden", "may not be used: permission denied", "Check who owns it."],
  EPERM: ["forbidden", "may not be used: not permitted", "Check who owns it."],
  EROFS: ["forbidden", "lies on a disk that takes no changes", "Name another place."],
  ENOSPC: ["disk-full", "does not fit: the disk is full", "Free some space and try again."],
  EDQUOT: ["disk-full", "does not fit: your share of the disk is full", "Free some space and try again."],
  EFBIG: ["disk-full", "would be too large a file here", "Name another place."],
  EIO: ["bad-file", "cannot be read: the system reports a fault", "Check the disk, or use a copy."],
  EMFILE: ["bad-input", "cannot be opened: too many files are open", "Close some programs and try again."],
};

/** What the system said of a file, as a problem a person can act on; anything else is null. */
export function systemProblem(error: unknown): Problem | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const { code, path, dest, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  const says = SAYS[String(code)];
  if (!says || syscall === undefined) return null;
  const [known, what, hint] = says;
  const named = (dest ?? path ?? "a file").replace(/(?:\.\d+)?\.(?:part|writing)$/, "");
  return new Problem(known, `${named} ${what}`, hint);
}
