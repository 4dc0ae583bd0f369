import type { Command } from "commander";
import { Problem } from "../../errors.ts";
import { type Call, callOf, type Globals, type OutputForm } from "../call.ts";
import type { Io } from "../io.ts";

/** The program a command adds itself to, and what its action runs in. */
export interface Bench {
  readonly program: Command;
  readonly io: Io;
  /** Runs the work of a command with the options of the line it stands on, and keeps its exit code. */
  readonly run: (command: Command, work: (call: Call) => Promise<number>) => Promise<void>;
}

export function benchOf(program: Command, io: Io, ended: (code: number) => void): Bench {
  return {
    program,
    io,
    run: async (command, work) => {
      const call = callOf(io, command.optsWithGlobals<Globals>());
      try {
        ended(await work(call));
      } finally {
        call.settle();
      }
    },
  };
}

/** A command or an option that the manual names and this version lacks. */
export const later = (what: string): Problem =>
  new Problem("not-in-this-version", `${what} is not in this version`, "`armslength --help` shows what is.");

/** Refuses an output form that what is asked for does not come in. */
export function onlyForms(call: Call, what: string, forms: readonly OutputForm[]): void {
  if (forms.includes(call.form)) return;
  const others = forms.filter((form) => form !== "text").map((form) => `--${form}`);
  throw new Problem(
    "bad-input",
    `${what} does not come as --${call.form}`,
    `It comes as ${["text", ...others].join(", ")}.`,
  );
}
