import type { Lang } from "../ask/answer.ts";
import { printJson } from "../ask/print.ts";
import { PROBLEM_CODES, Problem, toldIn } from "../errors.ts";
import { troubleOf } from "../server/trouble.ts";
import { clean } from "./draw/width.ts";
import type { Io } from "./io.ts";
import { systemProblem } from "./system-problem.ts";
import { version } from "./version.ts";

/**
 * Says what is wrong on standard error, as `code: message`, and what to do, or as the API says it where the line asks
 * for JSON; returns the exit code.
 */
export function fail(io: Io, fault: unknown): number {
  const error = systemProblem(fault) ?? fault;
  const problem =
    error instanceof Problem && error.code !== "internal"
      ? error
      : new Problem("internal", error instanceof Error ? error.message : String(error), ownFault(error));
  const lang = langOf(io.argv);
  io.err(asksForJson(io.argv) ? printJson(troubleOf(problem, lang)) : inWords(problem, lang));
  return PROBLEM_CODES[problem.code];
}

function inWords(problem: Problem, lang: Lang): string {
  const { code, choices } = problem;
  const [message, hint] = toldIn(problem, lang);
  const lines = code === "internal" ? hint.split("\n") : [hint];
  // A hint that names them all needs no list after it.
  const told = choices.every((choice) => hint.includes(choice));
  const list = told ? [] : choices.map((choice) => `  - ${clean(choice)}`);
  return `${[`${code}: ${clean(message)}`, ...lines.map(clean), ...list].join("\n")}\n`;
}

/** What to report where the program is wrong. */
function ownFault(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? "").split("\n").slice(1) : [];
  return [
    `This is a fault of the program (armslength ${version}, Node ${process.version}).`,
    "Please report it with the command and these lines:",
    ...trace,
  ].join("\n");
}

/** A line up to what is no option any more; it may be too wrong to be read any further. */
function optionsIn(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf("--");
  return argv.slice(0, end < 0 ? argv.length : end);
}

/** Whether a line asks for JSON. */
const asksForJson = (argv: readonly string[]): boolean => optionsIn(argv).includes("--json");

/** The language a line asks for. */
function langOf(argv: readonly string[]): Lang {
  const options = optionsIn(argv);
  const apart = options.lastIndexOf("--lang");
  return options.includes("--lang=zh") || (apart >= 0 && options[apart + 1] === "zh") ? "zh" : "en";
}
