import type { Question } from "../ask/question.ts";
import type { OpenCase } from "../store/duckdb.ts";

/** One command line to run in the server, for the program that finds its case held by it. */
export interface CommandRequest {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly columns: number;
  /** Whether standard output and standard error are terminals. */
  readonly terminal: boolean;
  readonly progress: boolean;
}
export type CommandEvent = { readonly out: string } | { readonly err: string } | { readonly exit: number };

/** What a server needs of the program that starts it. */
export interface Setting {
  readonly store: OpenCase;
  /** What the case is called: its file name. */
  readonly name: string;
  readonly questions: readonly Question[];
  readonly version: string;
  /** Now, as an ISO instant. */
  readonly now: () => string;
  /** Runs a command on the open case and hands on what it writes; returns its exit code. */
  readonly command: (
    request: CommandRequest,
    signal: AbortSignal,
    emit: (event: CommandEvent) => Promise<void>,
  ) => Promise<number>;
}
