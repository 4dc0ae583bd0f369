import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { printJson } from "../../ask/print.ts";
import { Problem } from "../../errors.ts";
import { QUESTIONS } from "../../questions/index.ts";
import type { Became } from "../../verify/against.ts";
import type { GivenFile } from "../../verify/source-bytes.ts";
import { type Call, canonical } from "../call.ts";
import { clean } from "../draw/width.ts";
import { version } from "../version.ts";
import { withCase } from "../with-case.ts";
import { type Bench, onlyForms } from "./command.ts";

/** `verify`: a dossier recomputed from what it carries, or a case held against its log; ends with 1 where either fails. */
export function verifyCommand(bench: Bench): void {
  bench.program
    .command("verify <file>")
    .description(
      "recomputes every figure of a dossier from the statements it carries; of a case: its log and tables",
    )
    .option("--sources <folder>", "files to hold against the digests of the sources")
    .option("--against <case>", "what became in this case of the statements it carries")
    .action((file: string, options: Options, self: Command) =>
      bench.run(self, (call) => verify(call, file, options)),
    );
}

/** `compare`: what differs between two dossiers of one subject, and because of which statements. */
export function compareCommand(bench: Bench): void {
  bench.program
    .command("compare <before> <now>")
    .description("what changed between two dossiers of one subject, and because of what")
    .action((before: string, now: string, _options, self: Command) =>
      bench.run(self, (call) => compare(call, before, now)),
    );
}

async function compare(call: Call, before: string, now: string): Promise<number> {
  const { between } = await import("../../verify/between.ts");
  const { betweenSays } = await import("../../verify/between-says.ts");
  const { sound } = await import("../../verify/check.ts");
  onlyForms(call, "compare", ["text", "json"]);
  const payload = (file: string) =>
    sound(readFileSync(fileOf(call, file, "dossier")), file, { questions: QUESTIONS, version });
  const found = await between(QUESTIONS, await payload(before), await payload(now), call.progress);
  call.settle();
  await call.io.out(call.form === "json" ? printJson(found) : lines(betweenSays(found, call.lang)));
  return 0;
}

/** The path of a file that is there, what it should be in words. */
function fileOf(call: Call, file: string, what: string): string {
  const path = call.path(file);
  const there = file !== "" && existsSync(path) ? statSync(path) : null;
  if (there?.isFile()) return path;
  const why = there?.isDirectory()
    ? `${file} is a folder`
    : there
      ? `${file} is no file`
      : `there is no file ${file === "" ? "without a name" : file}`;
  throw new Problem("file-missing", why, `Name a ${what}.`);
}

interface Options {
  readonly sources?: string;
  readonly against?: string;
}

async function verify(call: Call, file: string, { sources, against }: Options): Promise<number> {
  onlyForms(call, "verify", ["text", "json"]);
  const path = fileOf(call, file, "dossier or a case");
  if (isCase(path)) {
    const option = sources !== undefined ? "sources" : against !== undefined ? "against" : null;
    if (option !== null)
      throw new Problem("bad-input", `--${option} is for a dossier, and ${file} is a case`, "Leave it out.");
    return verifyCase({ ...call, case: canonical(path) });
  }
  const files = sources === undefined ? [] : filesIn(call.path(sources), sources);
  const { checked } = await import("../../verify/check.ts");
  const { reportSays } = await import("../../verify/says.ts");
  const bytes = readFileSync(path);
  const report = await checked(bytes, file, { questions: QUESTIONS, version, files });
  const tell = async (became: readonly Became[] | null) => {
    const json = became === null ? report : { ...report, became };
    await call.io.out(call.form === "json" ? printJson(json) : lines(reportSays(report, call.lang, became)));
    return report.holds && (became ?? []).length === 0 ? 0 : 1;
  };
  if (against === undefined) return tell(null);
  const { becameOf } = await import("../../verify/against.ts");
  const { opened } = await import("../../verify/read.ts");
  const { payload } = opened(bytes, file);
  return withCase({ ...call, case: canonical(call.path(against)) }, {}, async (store) =>
    tell(await becameOf(store, payload)),
  );
}

const verifyCase = (call: Call) =>
  withCase(call, {}, async (store) => {
    const { checkedCase } = await import("../../verify/check-case.ts");
    const { caseSays } = await import("../../verify/says.ts");
    const report = await checkedCase(store);
    await call.io.out(call.form === "json" ? printJson(report) : lines(caseSays(report, call.lang)));
    return report.holds ? 0 : 1;
  });

const lines = (texts: readonly string[]) => `${texts.map(clean).join("\n")}\n`;

/** Whether a file is a database, by its first bytes. */
function isCase(path: string): boolean {
  const handle = openSync(path, "r");
  try {
    const start = Buffer.alloc(12);
    return readSync(handle, start, 0, 12, 0) === 12 && start.toString("latin1", 8, 12) === "DUCK";
  } finally {
    closeSync(handle);
  }
}

function filesIn(folder: string, given: string): GivenFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Problem("file-missing", `there is no folder ${given}`, "Name the folder the sources are in.");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({
      name,
      sha256: createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    }));
}
