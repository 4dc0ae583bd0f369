import { run } from "../src/cli/program.ts";
import type { Ended } from "./built-in-case.ts";

/** Runs command lines in this process, in a folder, with the words the program would get in a shell. */
export const inProcess =
  (folder: string) =>
  async (...argv: string[]): Promise<Ended> => {
    let [out, err] = ["", ""];
    const code = await run(argv, {
      out: async (text) => {
        out += text;
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
    return { code, out, err };
  };
