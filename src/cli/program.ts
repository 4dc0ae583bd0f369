import { Command, CommanderError } from "commander";
import { Problem } from "../errors.ts";
import { askCommand } from "./commands/ask.ts";
import { bringCommands } from "./commands/bring.ts";
import { benchOf, later } from "./commands/command.ts";
import { demoCommand } from "./commands/demo.ts";
import { enterCommands } from "./commands/enter.ts";
import { keepCommands } from "./commands/keep.ts";
import { lookCommands } from "./commands/look.ts";
import { pressCommands } from "./commands/press.ts";
import { serveCommand } from "./commands/serve.ts";
import { takeCommands } from "./commands/take.ts";
import { compareCommand, verifyCommand } from "./commands/verify.ts";
import { redactCommand, withdrawCommand } from "./commands/withdraw.ts";
import { fail } from "./fail.ts";
import type { Io } from "./io.ts";
import { version } from "./version.ts";

/** Commands the manual names and this version lacks. */
const LATER = ["resolve", "mcp"];

/**
 * Runs one command line; returns its exit code: 0 answered, 1 not known (only with --exit-code), 2 the call is wrong,
 * 3 the data is wrong, 4 the program is wrong. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const written: string[] = [];
  try {
    const program = build(io, written, (ended) => {
      code = ended;
    });
    await program.parseAsync(argv, { from: "user" });
    await io.out(written.join(""));
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      await io.out(written.join(""));
      if (error.exitCode === 0 || error.code === "commander.help") return 0;
      return fail(io, wrongCall(error));
    }
    return fail(io, error);
  }
}

function build(io: Io, written: string[], ended: (code: number) => void): Command {
  const program = new Command("armslength")
    .description(
      "Who really controls an outlet or a platform, from public records, with the source behind every figure.",
    )
    .version(version)
    .option("--case <file>", "the case (default: ARMSLENGTH_CASE, then ./case.duckdb)")
    .option("--json", "results as JSON")
    .option("--csv", "results as CSV")
    .option("--md", "results as Markdown")
    .option("--lang <en|zh>", "the language of results")
    .option("--quiet", "no messages, no progress")
    .option("--exit-code", 'end with 1 where the answer is "not known"')
    .exitOverride()
    .configureOutput({ writeOut: (text) => written.push(text), writeErr: () => undefined })
    .showHelpAfterError(false);
  program.action((_options, self: Command) => {
    if (self.args.length > 0) {
      throw new Problem(
        "bad-input",
        `there is no command "${self.args[0]}"`,
        "See `armslength --help`.",
        [],
        [`没有命令“${self.args[0]}”。`, "参见 `armslength --help`。"],
      );
    }
    written.push(program.helpInformation());
  });
  const bench = benchOf(program, io, ended);
  bringCommands(bench);
  askCommand(bench);
  lookCommands(bench);
  enterCommands(bench);
  keepCommands(bench);
  withdrawCommand(bench);
  redactCommand(bench);
  pressCommands(bench);
  verifyCommand(bench);
  compareCommand(bench);
  takeCommands(bench);
  serveCommand(bench, run);
  demoCommand(bench, run);
  program.allowExcessArguments();
  for (const name of LATER) {
    program
      .command(`${name} [rest...]`, { hidden: true })
      .allowUnknownOption()
      .action(() => {
        throw later(`"${name}"`);
      });
  }
  return program;
}

/** What is wrong with a line, in Chinese, by the code of the parser; `'--what'` is what it is about. */
const WRONG_ZH: Readonly<Record<string, string>> = {
  "commander.unknownOption": "没有这个选项",
  "commander.optionMissingArgument": "这个选项缺少值",
  "commander.missingArgument": "缺少参数",
  "commander.excessArguments": "参数太多",
};

function wrongCall(error: CommanderError): Problem {
  const many = error.code === "commander.excessArguments";
  const message = error.message.replace(/^error: /, "").replace(/\s+/g, " ");
  const what = WRONG_ZH[error.code] ?? "命令有误";
  const named = /'([^']*)'/.exec(message)?.[1];
  return new Problem(
    "bad-input",
    message,
    many ? "A name of several words goes in quotes." : "See `armslength --help`, or --help after a command.",
    [],
    [
      named === undefined ? `${what}。` : `${what}：${named}。`,
      many ? "由几个词组成的名称请加引号。" : "参见 `armslength --help`，或在命令后加 --help。",
    ],
  );
}
