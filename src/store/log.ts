/** What the log of a case keeps. */
export const EVENTS = [
  "imported",
  "undone",
  "withdrawn",
  "restored",
  "redacted",
  "dossier",
  "reply sought",
  "reply received",
  "reply undone",
] as const;
export type Event = (typeof EVENTS)[number];

/** One line of the log: what was done, the digest of the data afterwards, and the digest of the line before. */
export interface LogEntry {
  /** From 1. */
  readonly k: number;
  readonly at: string;
  readonly what: Event;
  /** Plain JSON: counts, ids, reasons. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** `sha256:…` of what the case held afterwards, as `Reader.digest`. */
  readonly data: string;
  /** The digest of the line before; empty for the first. */
  readonly previous: string;
  /** `sha256:…` over all of the above. */
  readonly digest: string;
}
