#!/usr/bin/env node
import { fail } from "./fail.ts";
import { processIo } from "./io.ts";

const argv = process.argv.slice(2);
const io = processIo(argv);
/** What the program reads as it starts, such as a law, may be wrong: that is told as anything else is. */
process.exitCode = await import("./program.ts").then(
  ({ run }) => run(argv, io),
  (fault: unknown) => fail(io, fault),
);
