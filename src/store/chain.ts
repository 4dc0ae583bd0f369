import { createHash } from "node:crypto";
import type { LogEntry } from "./log.ts";

/** The digest of a line. */
export function lineDigest({ previous, k, at, what, data, detail }: Omit<LogEntry, "digest">): string {
  const text = [previous, String(k), at, what, data, JSON.stringify(detail)].join("\n");
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** The first line of a log that does not follow from the ones before: one is missing, or its content was changed. */
export interface Break {
  readonly k: number;
  readonly why: "missing" | "changed";
}

/** Where a chain is broken; null where it is whole. */
export function brokenAt(lines: readonly LogEntry[]): Break | null {
  let previous = "";
  for (const [n, line] of lines.entries()) {
    if (line.k !== n + 1) return { k: n + 1, why: "missing" };
    if (line.previous !== previous || lineDigest(line) !== line.digest) return { k: line.k, why: "changed" };
    previous = line.digest;
  }
  return null;
}
