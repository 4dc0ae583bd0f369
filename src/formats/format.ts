import type { Writer } from "../store/port.ts";

/** A way to bring files into a case. One more format is one more of these in the list of `formats/index.ts`. */
export interface Format {
  /** What `--as` takes and the record of an import keeps. */
  readonly id: string;
  /** What it is, for a list of formats. */
  readonly title: string;
  /** Name and version of the reader: the same bytes read by another version may give other statements. */
  readonly reader: string;
  /** Whether a path looks like it; `files` are its file names where it is a folder, null where it is a file. */
  readonly recognises: (path: string, files: readonly string[] | null) => boolean;
  /** The files that are read, in the order their bytes are digested. */
  readonly files: (path: string) => readonly string[];
  /** Fills the staging tables of the landing under way. */
  readonly stage: (writer: Writer, path: string) => Promise<void>;
}
