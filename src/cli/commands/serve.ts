import { basename } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { Problem } from "../../errors.ts";
import { QUESTIONS } from "../../questions/index.ts";
import type { CommandEvent, CommandRequest } from "../../server/setting.ts";
import type { OpenCase } from "../../store/duckdb.ts";
import type { Call } from "../call.ts";
import { freshAddress } from "../forward.ts";
import type { Io } from "../io.ts";
import { readServeFile, removeServeFile, writeServeFile } from "../serve-file.ts";
import { PROGRAM, version } from "../version.ts";
import { wholeLetters } from "../whole-letters.ts";
import type { Bench } from "./command.ts";

/** The port where none is asked for, so that addresses can be kept; any other where it is taken. */
const USUAL_PORT = 4180;

export type RunCommand = (argv: readonly string[], io: Io) => Promise<number>;

/** `serve`: the workbench and the API, on the loopback interface only. */
export function serveCommand(bench: Bench, runCommand: RunCommand): void {
  bench.program
    .command("serve")
    .description("workbench and API on the loopback interface")
    .option("--port <n>", "the port; 0 for any that is free", portNumber)
    .action((options: { port?: number }, self: Command) =>
      bench.run(self, (call) => serve(call, { runCommand, ...options })),
    );
}

export function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError(`port "${text}" is not a number from 0 to 65535.`);
}

export interface ServeOptions {
  readonly runCommand: RunCommand;
  readonly port?: number;
  /** Called with a fresh address once the server runs. */
  readonly ready?: (address: () => string) => void;
}

/** Serves the case of a call until it is interrupted; prints the address on standard output. */
export async function serve(call: Call, options: ServeOptions): Promise<number> {
  if (call.io.held) throw new Problem("bad-input", "a server does not start a server", "Use a shell.");
  const running = readServeFile(call.case);
  const fresh = running === null ? null : await freshAddress(running, call.io.signal);
  if (fresh !== null) {
    await call.io.out(`${fresh}\n`);
    const by =
      running?.program === PROGRAM ? "" : `, by the armslength in ${running?.program || "another folder"}`;
    call.say(`The case is served already${by}. This address opens the workbench once.`);
    return 0;
  }
  const { openCase } = await import("../../store/duckdb.ts");
  const store = await openCase(call.case);
  try {
    return await serveStore(call, store, options);
  } finally {
    await store.close();
  }
}

async function serveStore(call: Call, store: OpenCase, options: ServeOptions): Promise<number> {
  const { io } = call;
  const { start } = await import("../../server/start.ts");
  const setting = {
    store,
    name: basename(call.case),
    questions: QUESTIONS,
    version,
    now: io.now,
    command: (request: CommandRequest, signal: AbortSignal, emit: (event: CommandEvent) => Promise<void>) =>
      options.runCommand(request.argv, visitor(call, store, request, signal, emit)),
  };
  const serving = await start(setting, options.port ?? USUAL_PORT).catch((error: unknown) => {
    if (options.port === undefined && error instanceof Problem && error.code === "port-in-use")
      return start(setting, 0);
    throw error;
  });
  try {
    writeServeFile(call.case, {
      pid: process.pid,
      port: serving.port,
      key: serving.bearer,
      version,
      program: PROGRAM,
    });
    await io.out(`${serving.address()}\n`);
    call.say(`Armslength serves ${call.case}. The address opens the workbench once; Ctrl+C stops.`);
    options.ready?.(serving.address);
    await stopped(io.signal);
    return 0;
  } finally {
    removeServeFile(call.case);
    await serving.close();
  }
}

/** The world of a command that came in from another process. */
function visitor(
  call: Call,
  store: OpenCase,
  request: CommandRequest,
  signal: AbortSignal,
  emit: (event: CommandEvent) => Promise<void>,
): Io {
  const textOf = wholeLetters();
  return {
    out: (piece) => emit({ out: textOf(piece) }),
    err: (text) => void emit({ err: text }),
    terminal: request.terminal,
    columns: request.columns,
    progress: request.progress,
    cwd: request.cwd,
    env: {},
    now: call.io.now,
    signal,
    held: { path: call.case, store },
    argv: request.argv,
  };
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
