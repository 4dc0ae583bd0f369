import { run } from "../src/cli/program.ts";
import type { Ended } from "./built-in-case.ts";
import { textOf } from "./text-of.ts";

/** Runs command lines in this process, in a folder, with the words the program would get in a shell. */
export const inProcess =
  (folder: string) =>
  async (...argv: string[]): Promise<Ended> => {
    const out: (string | Uint8Array)[] = [];
    let err = "";
    const code = await run(argv, {
      out: async (piece) => {
        out.push(piece);
      },
      err: (text) => {
        err += text;
      },
      terminal: false,
      columns: 100,
      progress: false,
      cwd: folder,
      env: {},
      now: () => "2026-01-02T00:00:00Z",
      signal: new AbortController().signal,
      held: null,
      argv,
    });
    return { code, out: textOf(out), err };
  };
