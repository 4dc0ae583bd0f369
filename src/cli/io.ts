import type { OpenCase } from "../store/duckdb.ts";

/** What a command has of the world around it; nothing else in this room reads the clock or the environment. */
export interface Io {
  /** Writes a result, text or UTF-8; resolves when the reader keeps up. */
  readonly out: (piece: string | Uint8Array) => Promise<void>;
  /** Writes a message or an error. */
  readonly err: (text: string) => void;
  /** Whether results go to a terminal, and how wide it is. */
  readonly terminal: boolean;
  readonly columns: number;
  /** Whether messages go to a terminal, so that progress may show. */
  readonly progress: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Now, as an ISO instant. */
  readonly now: () => string;
  /** Ends when the user, or whoever asked for the command, no longer waits. */
  readonly signal: AbortSignal;
  /** The case this process serves, for commands that come in from others. */
  readonly held: { readonly path: string; readonly store: OpenCase } | null;
  readonly argv: readonly string[];
}

/** The world of a command that was started in a shell. */
export function processIo(argv: readonly string[]): Io {
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  return {
    out: (piece) =>
      new Promise((done) => {
        if (process.stdout.write(piece)) done();
        else process.stdout.once("drain", () => done());
      }),
    err: (text) => {
      process.stderr.write(text);
    },
    terminal: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? 100,
    progress: process.stderr.isTTY === true,
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date().toISOString(),
    signal: stop.signal,
    held: null,
    argv,
  };
}
