import { csvRow } from "../../ask/csv.ts";
import { printJson } from "../../ask/print.ts";
import type { Call } from "../call.ts";
import { grid } from "../draw/table.ts";
import { clean } from "../draw/width.ts";

/** A list of things as a command shows it. */
export interface Listing {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric?: readonly number[];
  /** What `--json` prints. */
  readonly json: unknown;
  /** What is said where there is nothing to list. */
  readonly none: string;
  /** A line above the list on a terminal. */
  readonly title?: string;
}

/** Writes a list in the form asked for. */
export async function writeListing(call: Call, listing: Listing): Promise<void> {
  const { heads, rows, numeric = [] } = listing;
  const { io } = call;
  switch (call.form) {
    case "json":
      return io.out(printJson(listing.json));
    case "csv":
      return io.out([heads, ...rows].map(csvRow).join(""));
    case "md": {
      const line = (cells: readonly string[]) =>
        `| ${cells.map((cell) => clean(cell).replace(/[\\|<>*_`[\]]/g, "\\$&")).join(" | ")} |`;
      const rule = heads.map((_, n) => (numeric.includes(n) ? "---:" : "---"));
      return io.out(`${[line(heads), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n")}\n`);
    }
    case "text": {
      if (rows.length === 0) return call.say(listing.none);
      const cells = rows.map((row) => row.map(clean));
      const lines = grid(
        { heads, rows: cells, numeric: heads.map((_, n) => numeric.includes(n)) },
        Math.max(60, io.columns),
      );
      return io.out(`${[...(listing.title?.split("\n").map(clean) ?? []), ...lines].join("\n")}\n`);
    }
  }
}
