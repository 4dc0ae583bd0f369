import type { Lang } from "../../ask/answer.ts";
import { csvRow } from "../../ask/csv.ts";
import { printJson } from "../../ask/print.ts";
import type { Call } from "../call.ts";
import { begun, escaped } from "../draw/markdown-text.ts";
import { grid } from "../draw/table.ts";
import { clean } from "../draw/width.ts";

/** A list of things as a command shows it. */
export interface Listing {
  /** In every language; CSV has the English ones, as a script names its columns the same everywhere. */
  readonly heads: (lang: Lang) => readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric?: readonly number[];
  /** What `--json` prints. */
  readonly json: unknown;
  /** What is said where there is nothing to list. */
  readonly none: string;
  /** Lines above the list where it is read. */
  readonly title?: string;
}

/** Writes a list in the form asked for. */
export async function writeListing(call: Call, listing: Listing): Promise<void> {
  const { rows, numeric = [] } = listing;
  const heads = listing.heads(call.form === "csv" ? "en" : call.lang);
  const title = listing.title?.split("\n").map(clean) ?? [];
  const { io } = call;
  switch (call.form) {
    case "json":
      return io.out(printJson(listing.json));
    case "csv":
      return io.out([heads, ...rows].map(csvRow).join(""));
    case "md": {
      const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
      const rule = heads.map((_, n) => (numeric.includes(n) ? "---:" : "---"));
      const above = title.length === 0 ? [] : [title.map((each) => begun(escaped(each))).join("\\\n"), ""];
      return io.out(`${[...above, line(heads), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n")}\n`);
    }
    case "text": {
      if (rows.length === 0) {
        if (title.length > 0) await io.out(`${title.join("\n")}\n`);
        return call.say(listing.none);
      }
      const cells = rows.map((row) => row.map(clean));
      const lines = grid(
        { heads, rows: cells, numeric: heads.map((_, n) => numeric.includes(n)) },
        Math.max(60, io.columns),
      );
      return io.out(`${[...title, ...lines].join("\n")}\n`);
    }
  }
}
