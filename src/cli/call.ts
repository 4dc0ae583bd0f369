import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Lang } from "../ask/answer.ts";
import { readLang } from "../ask/clocks.ts";
import { Problem } from "../errors.ts";
import type { Io } from "./io.ts";

/** The options every command takes. */
export interface Globals {
  readonly case?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
  readonly lang?: string;
  readonly quiet?: boolean;
  readonly exitCode?: boolean;
}

export type OutputForm = "text" | "json" | "csv" | "md";

/** One command that was called: its world, its case, how it is to answer. */
export interface Call {
  readonly io: Io;
  readonly case: string;
  readonly form: OutputForm;
  readonly lang: Lang;
  readonly quiet: boolean;
  readonly exitCode: boolean;
  readonly path: (given: string) => string;
  /** A message to standard error, unless `--quiet`. */
  readonly say: (text: string) => void;
  readonly progress: (done: number, total: number, what: string) => void;
  /** Removes what progress left on the terminal. */
  readonly settle: () => void;
}

/** Reads the options every command takes; the case is `--case`, else ARMSLENGTH_CASE, else ./case.duckdb. */
export function callOf(io: Io, globals: Globals): Call {
  const forms = (["json", "csv", "md"] as const).filter((form) => globals[form]);
  if (forms.length > 1) {
    const given = forms.map((form) => `--${form}`).join(" and ");
    throw new Problem("bad-input", `${given} exclude each other`, "Give one of them.");
  }
  if (globals.case === "") throw new Problem("bad-input", "--case is empty", "Name a file.");
  const path = (given: string) => resolve(io.cwd, given);
  const named = globals.case ?? (io.env.ARMSLENGTH_CASE || "case.duckdb");
  const quiet = globals.quiet ?? false;
  const line = progressLine(io, quiet);
  return {
    io,
    case: canonical(path(named)),
    form: forms[0] ?? "text",
    lang: readLang(globals.lang),
    quiet,
    exitCode: globals.exitCode ?? false,
    path,
    say: (text) => {
      line.settle();
      if (!quiet) io.err(`${text}\n`);
    },
    ...line,
  };
}

/** One line on the terminal that changes; nothing where messages do not go to one. */
function progressLine(io: Io, quiet: boolean): Pick<Call, "progress" | "settle"> {
  let shown = 0;
  const settle = () => {
    if (shown > 0) io.err(`\r${" ".repeat(shown)}\r`);
    shown = 0;
  };
  return {
    settle,
    progress: (done, total, what) => {
      if (quiet || !io.progress) return;
      const part = total > 0 ? `${Math.floor((100 * done) / total)} % ` : "";
      const text = `${part}${what}`.slice(0, 70);
      io.err(`\r${text}${" ".repeat(Math.max(0, shown - text.length))}`);
      shown = text.length;
    },
  };
}

/** The one path of a case file, whichever links lead to its folder; the store uses the same. */
export function canonical(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path;
}
