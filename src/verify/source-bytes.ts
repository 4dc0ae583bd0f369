/** A file somebody has of a source: its name, and the digest of its bytes. */
export interface GivenFile {
  readonly name: string;
  readonly sha256: string;
}

/** Whether the bytes of a source are those its record names: `same`, `changed`, or not among the files given. */
export interface Bytes {
  readonly source: string;
  readonly sha256: string;
  readonly state: "same" | "changed" | "not given";
  /** The file that was held against it. */
  readonly file: string;
}

/** Holds files against sources that have a digest: any file with that digest, else the one called after the source. */
export function bytesOf(
  sources: readonly Readonly<Partial<Record<string, string>>>[],
  files: readonly GivenFile[],
): Bytes[] {
  return sources.flatMap(({ id = "", sha256 = "" }): Bytes[] => {
    if (sha256 === "") return [];
    const same = files.find((file) => file.sha256 === sha256.toLowerCase());
    if (same) return [{ source: id, sha256, state: "same", file: same.name }];
    const named = files.find(({ name }) => name === id || name.replace(/\.[^.]+$/, "") === id);
    return [{ source: id, sha256, state: named ? "changed" : "not given", file: named?.name ?? "" }];
  });
}
